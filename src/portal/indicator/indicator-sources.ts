import { formatNumber, type TagKind } from '#ui/index.ts';
import { withValue } from '../lookups.ts';
import { type CellInput, type DataValue, type Indicator, type Source, valueSlot } from '../region-model.ts';
import { figure, joined, type Part, sentence, verbatim } from '../sentence.ts';
import { dataFigure, inLang, shortest, tagsOf, type Telling, when } from '../telling.ts';
import { unitsApart } from '../units-apart.ts';
import { here } from './indicator-headline.ts';
import { seriesName } from './indicator-rows.ts';
import type { SayIndicator } from './indicator-words.ts';

/** Sources this far apart, in percent of the value that is used, are marked. */
const farApart = 10;

/** What one source says of one period, beside what the others say. */
export interface SourceRow {
  period: Part;
  figure: Part[];
  series: string;
  /** Named where the indicator is made of several data. */
  element: string | null;
  source: Source | undefined;
  note: string | null;
  used: boolean;
  /** Why it is used, or why not and how far off it is. */
  why: Part[];
  tags: TagKind[];
  /** Also a point of the chart, where it speaks of the indicator itself. */
  value: DataValue;
}
export interface SourcesView {
  text: Part[];
  rows: SourceRow[];
  /** True where some differ by more than ten percent. */
  apart: boolean;
}

/** Where several sources or methods speak of one period: side by side, the one that is used first, newest period first. */
export function sourcesView(tell: Telling, say: SayIndicator, indicator: Indicator, elements: string[]): SourcesView | null {
  const cells = withValue(tell.model.cells.get(indicator.code)).reverse();
  const rows = cells.flatMap((cell) => cell.inputs.flatMap((input) => rowsOf(tell, say, indicator, input, elements.length > 1)));
  if (rows.length === 0) return null;
  const element = elements.find((one) => rows.some((row) => row.value.elementCode === one)) ?? '';
  const known = indicator.series.filter((code) => tell.model.series.has(`${element}/${code}`));
  const order = (known.length > 0 ? known : ['utama']).map((code): Part[] => [verbatim(seriesName(tell, element, code))]);
  return { rows, text: sentence(say, known.length > 1 ? 'sources.order' : 'sources.first', { series: joined(order, ', ') }), apart: rows.some((row) => row.tags.includes('disputed')) };
}

function rowsOf(tell: Telling, say: SayIndicator, indicator: Indicator, input: CellInput, several: boolean): SourceRow[] {
  const { model } = tell;
  const used = model.values.get(valueSlot(input.element, input.series ?? '', input.period));
  if (!used || used.value === null) return [];
  const others = [...model.series.values()].filter((one) => one.elementCode === input.element && one.code !== input.series)
    .map((one) => model.values.get(valueSlot(input.element, one.code, input.period))).filter((value): value is DataValue => value !== undefined && value.value !== null);
  if (others.length === 0) return [];
  const row = (value: DataValue): SourceRow => {
    const shown = dataFigure(tell, value);
    return {
      period: when(tell, value.period), figure: unitsApart(tell, indicator.unitCode, [figure(shown)]), series: seriesName(tell, value.elementCode, value.seriesCode),
      element: several ? inLang(tell, model.elements.get(value.elementCode)?.name ?? { id: value.elementCode, en: value.elementCode }) : null,
      source: model.sources.get(value.sourceCode ?? ''), note: value.note && inLang(tell, value.note), used: value === used, why: whyOf(tell, say, indicator, used, value), tags: tagsOf(value, shown.marks), value,
    };
  };
  return [used, ...others].map(row).map((one) => (!one.used && Math.abs(percentApart(used, one.value) ?? 0) > farApart ? { ...one, tags: ['disputed', ...one.tags] } : one));
}

/** How far a value lies from the used one, in percent of that; null where that is zero. */
function percentApart(used: DataValue, other: DataValue): number | null {
  const [from, to] = [Number(used.value), Number(other.value)];
  return from === 0 ? null : ((to - from) / Math.abs(from)) * 100;
}

function whyOf(tell: Telling, say: SayIndicator, indicator: Indicator, used: DataValue, value: DataValue): Part[] {
  if (value === used) {
    const declared = indicator.series.length > 1 && indicator.series.includes(value.seriesCode);
    return sentence(say, declared && indicator.series[0] !== value.seriesCode ? 'sources.used.next' : declared ? 'sources.used.first' : 'sources.used');
  }
  const kind = tell.model.series.get(`${value.elementCode}/${value.seriesCode}`)?.kind === 'report' ? 'report' : 'method';
  const apart = percentApart(used, value);
  if (apart === 0 || (apart === null && Number(value.value) === 0)) return sentence(say, `sources.same.${kind}`);
  if (apart === null) return sentence(say, `sources.zero.${kind}`);
  const amount = figure({ href: here(tell, indicator, 'sumber-berbeda'), value: shortest(apart, 2), shown: `${formatNumber(Math.abs(apart), { lang: tell.lang, decimals: 1 })}%`, marks: [] });
  return sentence(say, `sources.${apart > 0 ? 'above' : 'below'}.${kind}`, { amount });
}
