import { whyCell } from '../addresses.ts';
import type { Cell, DataValue, Indicator } from '../region-model.ts';
import { figure, sentence, text, verbatim } from '../sentence.ts';
import { cellFigure, dataFigure, inLang, tagsOf, type Telling } from '../telling.ts';
import { recordedBy, revisionsOf } from './why-inputs.ts';
import type { Block, Evidence, Fact, Knot } from './why-views.ts';

/** What the agency stated itself beside what was verified, each with who and when; null where nothing took another's place. */
export function statedKnot(tell: Telling, indicator: Indicator, cell: Cell, evidence: Evidence): Knot | null {
  if (cell.statedValue === null) return null;
  const here = whyCell(tell.base, indicator.code, cell.areaCode, cell.period);
  const own = figure({ ...cellFigure(tell, indicator, { ...cell, value: cell.statedValue }), href: `${here}#dinyatakan` });
  const counted = figure({ ...cellFigure(tell, indicator, cell), href: `${here}#rumus` });
  const pairs = cell.inputs.flatMap((input) => pairOf(evidence, input.element, input.period, input.series, cell.areaCode));
  const direct = /^#\{[^}]+\}$/.test(indicator.formula.trim());
  return {
    id: 'dinyatakan', heading: sentence(tell.say, 'why.stated', { stated: own, verified: counted }), lead: sentence(tell.say, direct ? 'why.stated.lead' : 'why.stated.lead.formula'),
    blocks: pairs.map(({ stated, verified }): Block => ({
      kind: 'facts', heading: pairs.length > 1 ? [verbatim(nameOf(tell, verified.elementCode))] : [],
      facts: [factOf(tell, 'fact.stated', stated), factOf(tell, 'fact.verified', verified)],
    })),
  };
}

const nameOf = (tell: Telling, code: string): string => inLang(tell, tell.model.elements.get(code)?.name ?? { id: code, en: code });

/** The newest self-stated value and the verified one that took its place, where they differ. */
function pairOf(evidence: Evidence, element: string, period: string, series: string | null, area: string): { stated: DataValue; verified: DataValue }[] {
  const verified = evidence.values.find((value) => value.elementCode === element && value.period === period && value.seriesCode === series && value.areaCode === area && value.assurance === 'verified');
  const stated = verified && revisionsOf(verified, evidence).filter((row) => row.assurance === 'stated' && !row.withdrawn && row.value !== null).at(-1);
  return verified && stated && Number(stated.value) !== Number(verified.value) ? [{ stated, verified }] : [];
}

function factOf(tell: Telling, key: 'fact.stated' | 'fact.verified', value: DataValue): Fact {
  const shown = dataFigure(tell, value);
  return { label: tell.say(key), value: [figure({ ...shown, href: `${shown.href}#riwayat` }), text(' · '), ...recordedBy(tell, value)], tags: tagsOf(value, shown.marks) };
}
