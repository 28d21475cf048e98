import { shortCode, type TagKind } from '#ui/index.ts';
import { areaList, areaPage as pageAddress, indicatorPage, whyCell } from '../addresses.ts';
import { latestCell } from '../lookups.ts';
import type { Area, DataValue, Source } from '../region-model.ts';
import { pageOf } from '../paging.ts';
import { figure, link, type Part, plain, sentence, text, verbatim } from '../sentence.ts';
import { counted } from '../standing-sentence.ts';
import { cellFigure, dataFigure, inLang, shownWord, tagsOf, type Telling, when } from '../telling.ts';
import { unknownCode } from '../unknown-code.ts';
import { addressOfArea, villageAnchor } from './area-address.ts';
import { areaMarks, bareFig, cellFig, cellTags, medianFig, peopleCaption, rankIn, rankWords, wholeFig } from './area-compare.ts';
import { type AreaFact, areaFigure, districtFacts, validity } from './area-facts.ts';
import { peopleAt } from './area-list.ts';
import { type MapView, mapOf, type People } from './area-map.ts';
import { type AreaQuery, type Leaf, leafOf } from './area-query.ts';
import { boundsOf } from './read-bounds.ts';
import { commonPeriod, districtsOf, rankOf, villagesOf } from './area-rules.ts';
import { type StatementRow, statementsOf } from './area-statements.ts';
import { areaWords, type SayArea } from './area-words.ts';
import type { AreaFigures, Measured, WordCell } from './read-area.ts';

export interface MeasureRow {
  name: Part;
  period: Part;
  tags: TagKind[];
  here: Part | null;
  whole: { figure: Part; sum: boolean; period: Part | null } | null;
  middle: Part | null;
  rank: Part[] | null;
  /** It is told in words: there is no middle and no place. */
  worded?: true;
}

export interface LooseRow {
  name: string;
  where: string;
  period: Part;
  figure: Part;
  note: string | null;
  source: Source | undefined;
  tags: TagKind[];
}

export interface VillageRow {
  anchor: string;
  short: string;
  name: string;
  kind: string;
  area: Part | null;
  note: Part[];
}

export interface AreaPage {
  title: string;
  name: string;
  headline: Part[];
  lead: Part[][];
  people: { figure: Part; long: boolean; caption: Part[]; tags: TagKind[] } | null;
  facts: AreaFact[];
  map: MapView | null;
  measures: MeasureRow[];
  leaf: Leaf;
  unmeasured: { text: Part[]; list: Part[] };
  loose: LooseRow[];
  looseMore: boolean;
  statements: StatementRow[];
  villages: { rows: VillageRow[]; leaf: Leaf };
  others: { code: string; short: string; name: string; href: string; here: boolean; figure: Part | null }[];
}

/** The district of an address; another kind of area has no page of its own. Throws `area.unknown` (404). */
export function districtAt(tell: Telling, code: string): Area {
  const area = tell.model.areas.get(code);
  if (area?.level === 'district') return area;
  throw unknownCode('area', code, districtsOf(tell.model).map((one) => one.code), areaList(tell.base));
}

/** Where an address that is no district leads: a village to its district, the region to the list. Null for a district, and for what is not known. */
export function otherAddress(tell: Telling, code: string): string | null {
  const area = tell.model.areas.get(code);
  return !area || area.level === 'district' ? null : addressOfArea(tell.model, tell.base, code);
}

/** A district beside its neighbours and the whole region. */
export function areaPage(tell: Telling, code: string, known: AreaFigures, query: AreaQuery): AreaPage {
  const say = areaWords(tell.lang);
  const area = districtAt(tell, code);
  const villages = villagesOf(tell.model, code);
  const districts = districtsOf(tell.model);
  const period = known.people ? commonPeriod(known.people.cells, districts.length) : null;
  const counts = peopleAt(tell, known.people, period);
  const people = peopleOf(known, code, period);
  const headline = headlineOf(tell, say, area, people);
  return {
    title: plain(headline), name: area.name, headline, lead: leadOf(tell, say, area, known),
    people: people && bigFigure(tell, say, people, code), facts: districtFacts(tell, say, area, known), map: mapOf(tell, say, counts, code),
    measures: [...known.rows.rows.map((row) => measureRow(tell, say, row, code)), ...(known.rows.page === known.rows.of ? known.words.flatMap((cell) => wordRow(tell, cell)) : [])], leaf: leafOf(pageAddress(tell.base, code), {}, known.rows, { anchor: '#ukuran' }),
    unmeasured: unmeasuredOf(tell, say, known), loose: known.loose.slice(0, 100).map((value) => looseRow(tell, value)), looseMore: known.loose.length > 100,
    statements: statementsOf(tell, [code, ...villages.map((one) => one.code)]), villages: villagePage(tell, say, villages, code, query), others: othersOf(tell, districts, code, known, counts),
  };
}

/** The district's population in the period that most districts have, else its own latest. */
function peopleOf({ people }: AreaFigures, code: string, period: string | null): Measured | null {
  if (!people || period === null) return null;
  const own = people.cells.filter((cell) => cell.areaCode === code);
  const last = own.find((cell) => cell.period === period) ?? own.at(-1);
  if (!last) return null;
  const finals = (area: string) => people.cells.filter((cell) => cell.areaCode === area && cell.quality === 'final' && cell.period < last.period).at(-1);
  return { indicator: people.indicator, own, period: last.period, all: people.cells.filter((cell) => cell.period === last.period).map((cell) => boundsOf(cell, finals(cell.areaCode), [])) };
}

function bigFigure(tell: Telling, say: SayArea, people: Measured, code: string): AreaPage['people'] {
  const last = people.own.find((cell) => cell.period === people.period);
  if (!last) return null;
  const bare = bareFig(tell, people.indicator, last);
  return { figure: figure(bare), long: bare.shown.length > 8, caption: peopleCaption(tell, say, people, code), tags: cellTags(tell, last) };
}

function headlineOf(tell: Telling, say: SayArea, area: Area, people: Measured | null): Part[] {
  const name = verbatim(area.name);
  const rank = people && people.all.length > 1 ? rankIn(tell, say, people, area.code, 'people') : null;
  if (rank) return sentence(say, 'head.people', { name, rank });
  const areas = districtsOf(tell.model).flatMap((one) => (one.areaKm2 === null ? [] : [{ areaCode: one.code, value: Number(one.areaKm2) }]));
  const size = rankOf(areas, area.code);
  if (!size || areas.length < 2) return sentence(say, 'head.bare', { name });
  const list = areaList(tell.base);
  return sentence(say, 'head.area', { name, rank: rankWords(tell, say, 'area', size, { href: list, rows: '[data-area]', at: list }) });
}

function leadOf(tell: Telling, say: SayArea, area: Area, known: AreaFigures): Part[][] {
  const here = known.rows.rows.filter((row) => row.own.length > 0).length + known.words.length;
  const whole = known.rows.of === 1;
  const measured = whole ? sentence(say, here === 0 ? 'lead.unmeasured' : 'lead.measured', { n: counted(tell, here, '[data-measure="here"]'), c: here }) : [text(say('lead.some'))];
  return [...(area.capital ? [sentence(say, 'lead.capital', { capital: verbatim(area.capital) })] : []), whole ? sentenceCase(measured) : measured];
}

/** A number word may open the sentence. */
const sentenceCase = ([first, ...rest]: Part[]): Part[] => (first?.kind === 'text' ? [{ ...first, text: first.text.charAt(0).toUpperCase() + first.text.slice(1) }, ...rest] : first ? [first, ...rest] : []);

function measureRow(tell: Telling, say: SayArea, row: Measured, code: string): MeasureRow {
  const own = row.own.find((cell) => cell.period === row.period);
  const whole = wholeFig(tell, row, code);
  const middle = medianFig(tell, row, code);
  return {
    name: link(indicatorPage(tell.base, row.indicator.code), inLang(tell, row.indicator.short), true), period: when(tell, row.period), tags: own ? cellTags(tell, own) : [],
    here: own ? figure(cellFig(tell, row.indicator, own)) : null,
    whole: whole && { figure: figure(whole.fig), sum: whole.sum, period: whole.period === row.period ? null : when(tell, whole.period) },
    middle: middle && figure(middle), rank: rankIn(tell, say, row, code, 'value', true),
  };
}

/** An indicator that gives words: the district's own and the region's latest; words have no middle and no place. */
function wordRow(tell: Telling, cell: WordCell): MeasureRow[] {
  const indicator = tell.model.indicators.get(cell.indicatorCode);
  const whole = latestCell(tell.model, cell.indicatorCode);
  if (!indicator) return [];
  return [{
    name: link(indicatorPage(tell.base, indicator.code), inLang(tell, indicator.short), true), period: when(tell, cell.period), tags: tagsOf(cell, areaMarks(tell, cell)), middle: null, rank: null, worded: true,
    here: figure({ href: whyCell(tell.base, indicator.code, cell.areaCode, cell.period), value: cell.textValue, shown: shownWord(tell, cell.textValue), marks: areaMarks(tell, cell) }),
    whole: whole && { figure: figure(cellFigure(tell, indicator, whole)), sum: false, period: whole.period === cell.period ? null : when(tell, whole.period) },
  }];
}

/** What only the whole region has a figure for, by name; where that is more than a page holds, the list of all measures has it. */
function unmeasuredOf(tell: Telling, say: SayArea, known: AreaFigures): AreaPage['unmeasured'] {
  const rest = [...tell.model.indicators.values()].filter((one) => !known.measured.has(one.code)).sort((a, b) => inLang(tell, a.short).localeCompare(inLang(tell, b.short), tell.lang));
  if (rest.length === 0) return { text: tell.model.indicators.size > 0 ? [text(say('unmeasured.all'))] : [], list: [] };
  if (rest.length > 100) return { text: [text(say('unmeasured.many'))], list: [] };
  return { text: sentenceCase(sentence(say, 'unmeasured.some', { n: counted(tell, rest.length, '[data-unmeasured]'), c: rest.length })), list: rest.map((one) => link(indicatorPage(tell.base, one.code), inLang(tell, one.short), true)) };
}

function looseRow(tell: Telling, value: DataValue): LooseRow {
  const fig = dataFigure(tell, value);
  const element = tell.model.elements.get(value.elementCode);
  return {
    name: element ? inLang(tell, element.name) : value.elementCode, where: tell.model.areas.get(value.areaCode)?.name ?? value.areaCode, period: when(tell, value.period), figure: figure(fig),
    note: value.note && inLang(tell, value.note), source: tell.model.sources.get(value.sourceCode ?? ''), tags: tagsOf(value, fig.marks),
  };
}

function villagePage(tell: Telling, say: SayArea, villages: Area[], district: string, query: AreaQuery): AreaPage['villages'] {
  const { rows, page, of } = pageOf(villages, query.desa);
  return {
    leaf: leafOf(pageAddress(tell.base, district), {}, { page, of }, { name: 'desa', anchor: '#desa' }),
    rows: rows.map((one) => ({ anchor: villageAnchor(one.code), short: shortCode(one.code), name: one.name, kind: one.kind, area: areaFigure(tell, one), note: one.validFrom || one.validTo ? validity(tell, say, one) : [] })),
  };
}

function othersOf(tell: Telling, districts: Area[], code: string, known: AreaFigures, counts: People | null): AreaPage['others'] {
  return districts.map((area) => {
    const cell = counts && known.people?.cells.find((one) => one.areaCode === area.code && one.period === counts.period);
    const fig = cell && known.people ? bareFig(tell, known.people.indicator, cell) : null;
    return { code: area.code, short: shortCode(area.code), name: area.name, href: pageAddress(tell.base, area.code), here: area.code === code, figure: fig && figure(fig) };
  });
}
