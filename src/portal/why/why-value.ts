import { formatMoment, formatValue } from '#ui/index.ts';
import { areaList, whyArea, whyCell, whyValue } from '../addresses.ts';
import { addressOfArea, areaLink } from '../area/area-address.ts';
import type { Area, DataValue, Element } from '../region-model.ts';
import { figure, link, type Part, sentence, text, verbatim } from '../sentence.ts';
import { dataFigure, inLang, tagsOf, type Telling, unitOf, when } from '../telling.ts';
import { areaName } from './why-cell.ts';
import { factsOf, otherColumns, otherRow, recordedBy, revisionsOf } from './why-inputs.ts';
import { isMadeOf } from './why-references.ts';
import type { Evidence, Knot, TableRow, WhyPage } from './why-views.ts';

/** Why this data value: source, series, note, who recorded it and when, every revision, and what other series say. */
export function whyValuePage(tell: Telling, element: Element, value: DataValue, evidence: Evidence): WhyPage {
  const here = whyValue(tell.base, value.elementCode, value.seriesCode, value.areaCode, value.period);
  const own = dataFigure(tell, value, `${here}#sumber`);
  const revisions = revisionsOf(value, evidence);
  const known = value.value !== null;
  const title = known ? tell.say('why.title', { what: own.shown }) : tell.say('why.cell.missing');
  const knots = [
    { id: 'sumber', heading: sentence(tell.say, 'why.source'), lead: [], blocks: [{ kind: 'facts' as const, heading: [], facts: factsOf(tell, value, revisions, evidence.history) }] },
    historyKnot(tell, revisions, here), besideKnot(tell, value, evidence), usesKnot(tell, value),
  ];
  return {
    title, crumbs: [{ text: inLang(tell, element.name) }, { text: title }], heading: known ? sentence(tell.say, 'why.title', { what: figure(own) }) : sentence(tell.say, 'why.cell.missing'),
    lead: sentence(tell.say, 'why.cell.lead', { name: verbatim(inLang(tell, element.name)), area: areaLink(tell, value.areaCode, areaName(tell, value.areaCode)), period: when(tell, value.period) }),
    hero: { figure: known ? own : null, words: tell.say(value.applicable ? 'why.reason.missing' : 'why.reason.not_applicable'), mark: null, caption: [], tags: tagsOf(value, own.marks), side: element.definition ? [verbatim(inLang(tell, element.definition))] : sentence(tell.say, 'why.value.side'), facts: [] },
    knots: knots.filter((knot) => knot !== null), aside: [],
  };
}

function historyKnot(tell: Telling, revisions: DataValue[], here: string): Knot {
  const rows = revisions.map((row): TableRow => {
    const day: Part = { kind: 'time', period: (row.recordedAt ?? row.at).toISOString(), shown: formatMoment(row.recordedAt ?? row.at, tell.lang, tell.model.region.timeZone), strong: false };
    const shown = row.withdrawn || row.value === null ? [text(tell.say(row.withdrawn ? 'why.history.withdrawn' : 'why.reason.not_applicable'))] : [figure(dataFigure(tell, row, `${here}#sumber`))];
    return { head: [day], sub: row.note ? [verbatim(inLang(tell, row.note))] : [], cells: [{ parts: shown, tags: tagsOf(row, dataFigure(tell, row).marks) }, { parts: recordedBy(tell, row) }] };
  });
  const columns = [{ label: tell.say('why.history.when'), right: false }, { label: tell.say('fact.value'), right: true }, { label: tell.say('why.history.by'), right: false }];
  return { id: 'riwayat', heading: sentence(tell.say, 'why.history'), lead: sentence(tell.say, revisions.length > 1 ? 'why.history.lead' : 'why.history.once'), blocks: [{ kind: 'table', caption: tell.say('why.history'), columns, rows, foot: null }] };
}

function besideKnot(tell: Telling, value: DataValue, { values }: Evidence): Knot | null {
  const rows = values.filter((row) => row.elementCode === value.elementCode && row.areaCode === value.areaCode && row.period === value.period && row.seriesCode !== value.seriesCode && row.value !== null).map((row) => otherRow(tell, row));
  if (rows.length === 0) return null;
  return { id: 'deret', heading: sentence(tell.say, 'why.others'), lead: sentence(tell.say, 'why.others.lead'), blocks: [{ kind: 'table', caption: tell.say('why.others'), columns: otherColumns(tell), rows, foot: null }] };
}

function usesKnot(tell: Telling, value: DataValue): Knot | null {
  const uses = [...tell.model.indicators.values()].filter((one) => isMadeOf(one, value.elementCode));
  if (uses.length === 0) return null;
  const rows = uses.map((one): TableRow => {
    const cell = tell.model.cells.get(one.code)?.find((known) => known.areaCode === value.areaCode && known.period === value.period);
    const counts = cell?.inputs.some((input) => input.element === value.elementCode && input.series === value.seriesCode) ?? false;
    return { head: [link(whyCell(tell.base, one.code, value.areaCode, value.period), inLang(tell, one.name), true)], sub: sentence(tell.say, counts || value.areaCode !== tell.model.region.code ? 'why.uses.counts' : 'why.uses.beside'), cells: [] };
  });
  return { id: 'dipakai', heading: sentence(tell.say, 'why.uses'), lead: [], blocks: [{ kind: 'table', caption: tell.say('why.uses'), columns: [{ label: tell.say('why.col.part'), right: false }], rows, foot: null }] };
}

const fields = ['area_km2', 'lat', 'lon'] as const;
export type AreaField = (typeof fields)[number];
export const areaFields: readonly string[] = fields;

/** Why this fact of an area: the number as its source gives it. Null where the area has none. */
export function whyAreaPage(tell: Telling, area: Area, field: AreaField): WhyPage | null {
  const given = field === 'area_km2' ? area.areaKm2 : field === 'lat' ? area.lat : area.lon;
  if (given === null) return null;
  const unit = field === 'area_km2' ? (unitOf(tell, 'km2') ?? { shown: { id: '# km²', en: '# km²' }, dimension: 'area' }) : { shown: { id: '#°', en: '#°' }, dimension: 'angle' };
  const shown = formatValue(String(given), unit, tell.lang);
  const own = { href: `${whyArea(tell.base, area.code, field)}#sumber`, value: String(given), shown, marks: [] };
  const title = tell.say('why.title', { what: shown });
  const source = tell.model.sources.get(area.sourceCode ?? '') ?? null;
  const facts = [{ label: tell.say('fact.source'), value: null, source }, ...(source?.note ? [{ label: tell.say('fact.note'), value: [verbatim(inLang(tell, source.note))] }] : []),
    { label: tell.say('fact.recorded'), value: sentence(tell.say, 'why.recorded.pack', { by: verbatim(inLang(tell, tell.model.region.compiledBy)), day: when(tell, tell.model.region.compiledOn) }) }];
  return {
    title, crumbs: [{ text: areaName(tell, area.code), href: addressOfArea(tell.model, tell.base, area.code) ?? areaList(tell.base) }, { text: title }], heading: sentence(tell.say, 'why.title', { what: figure(own) }),
    lead: sentence(tell.say, `why.area.${field}`, { area: areaLink(tell, area.code, areaName(tell, area.code)) }),
    hero: { figure: own, words: '', mark: null, caption: [], tags: tell.model.region.fictional ? ['simulated'] : [], side: [], facts: [] },
    knots: [{ id: 'sumber', heading: sentence(tell.say, 'why.source'), lead: [], blocks: [{ kind: 'facts', heading: [], facts }] }], aside: [],
  };
}
