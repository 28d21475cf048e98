import { type DataValue as DataRow, disaggregation, valuesInView } from '#data/index.ts';
import { areaCells, elementsOf, parseFormula } from '#indicators/index.ts';
import type { RegionTx } from '#kernel/regions.ts';
import { joinTexts } from '../join-texts.ts';
import type { DataValue, Indicator, RegionModel } from '../region-model.ts';
import { givesWords } from '../lookups.ts';
import { type Paged, pageOf } from '../paging.ts';
import { inLang, type Telling } from '../telling.ts';
import { type Bounds, readBounds } from './read-bounds.ts';
import { districtsOf, peopleIndicators, villagesOf } from './area-rules.ts';

/** What lists and maps need of a cell. */
export type AreaCell = Awaited<ReturnType<typeof areaCells.list>>[number] & Bounds;

export type WordCell = Awaited<ReturnType<typeof areaCells.words>>[number];

/** The population of districts: every cell of the indicator that counts it. */
export interface PeopleCells {
  indicator: Indicator;
  cells: AreaCell[];
}

/** One indicator as a district's page needs it. */
export interface Measured {
  indicator: Indicator;
  /** The district's own values, earliest first; on its page the latest alone. */
  own: AreaCell[];
  /** The period that is compared: the district's latest, else the latest of any district. */
  period: string;
  /** Every district's value in that period. */
  all: AreaCell[];
}

export interface AreaFigures {
  people: PeopleCells | null;
  /** Codes of every indicator that has a value or a word in some district. */
  measured: Set<string>;
  /** What indicators that give words say of the district. */
  words: WordCell[];
  rows: Paged<Measured>;
  /** Values, in the district and its villages, of elements that no indicator counts; newest first. */
  loose: DataValue[];
}

/** The population of districts; where several indicators count people, the one that counts most of them. Null where none does. */
export async function readPeople(tx: RegionTx, model: RegionModel): Promise<PeopleCells | null> {
  const known = peopleIndicators(model);
  const cells = await areaCells.list(tx, 'published', { areas: districtCodes(model), indicators: known.map((one) => one.code) });
  const counted = known.map((indicator) => {
    const own = cells.filter((cell) => cell.indicatorCode === indicator.code);
    return { indicator, cells: own, most: own.reduce((most, cell) => Math.max(most, cell.value), 0) };
  });
  return counted.filter((one) => one.cells.length > 0).sort((a, b) => b.most - a.most)[0] ?? null;
}

/** What a district's page shows, in few statements however many indicators there are. */
export async function readArea(tx: RegionTx, tell: Telling, code: string, page: number): Promise<AreaFigures> {
  const { model } = tell;
  const kept = keptOf(model);
  const people = kept.people === undefined ? await readPeople(tx, model) : kept.people;
  const measured = kept.measured ?? new Set(await areaCells.measured(tx, 'published', districtCodes(model)));
  const words = await areaCells.words(tx, 'published', { areas: [code], indicators: [...model.indicators.values()].filter((one) => givesWords(model, one)).map((one) => one.code) });
  Object.assign(kept, { people, measured });
  const collator = new Intl.Collator(tell.lang, { numeric: true });
  const first = (one: Indicator): number => (one.code === people?.indicator.code ? 0 : 1);
  const known = [...model.indicators.values()].filter((one) => measured.has(one.code)).sort((a, b) => first(a) - first(b) || collator.compare(inLang(tell, a.short), inLang(tell, b.short)));
  const here = pageOf(known, page);
  return { people, measured: new Set([...measured, ...words.map((one) => one.indicatorCode)]), words, rows: { ...here, rows: await readRows(tx, model, here.rows, code) }, loose: await readLoose(tx, model, code) };
}

/** What all pages of one snapshot ask for again. */
interface Kept {
  people?: PeopleCells | null;
  measured?: Set<string>;
  /** The districts' values, by indicator and period. */
  cells: Map<string, AreaCell[]>;
}
const snapshots = new WeakMap<RegionModel, Kept>();

function keptOf(model: RegionModel): Kept {
  const found = snapshots.get(model);
  if (found) return found;
  const made: Kept = { cells: new Map() };
  snapshots.set(model, made);
  return made;
}

const districtCodes = (model: RegionModel): string[] => districtsOf(model).map((area) => area.code);

async function readRows(tx: RegionTx, model: RegionModel, indicators: Indicator[], code: string): Promise<Measured[]> {
  const own = new Map((await areaCells.list(tx, 'published', { areas: [code], latest: indicators.map((one) => one.code) })).map((cell) => [cell.indicatorCode, cell]));
  const without = indicators.filter((one) => !own.has(one.code)).map((one) => one.code);
  const elsewhere = await areaCells.list(tx, 'published', { areas: districtCodes(model), latest: without });
  const periods = new Map<string, string>();
  for (const cell of [...elsewhere, ...own.values()]) if ((periods.get(cell.indicatorCode) ?? '') < cell.period) periods.set(cell.indicatorCode, cell.period);
  const all = await readDistricts(tx, model, periods);
  return indicators.map((indicator) => {
    const last = own.get(indicator.code);
    return { indicator, own: last ? [last] : [], period: periods.get(indicator.code) ?? '', all: all.get(indicator.code) ?? [] };
  });
}

/** Every district's value of each indicator in its period; what one district's page has read, the next one has. */
async function readDistricts(tx: RegionTx, model: RegionModel, periods: Map<string, string>): Promise<Map<string, AreaCell[]>> {
  const { cells } = keptOf(model);
  const slot = (code: string, period: string): string => `${code}|${period}`;
  const missing = new Map([...periods].filter(([code, period]) => !cells.has(slot(code, period))));
  const read = Map.groupBy(await readBounds(tx, model, await areaCells.list(tx, 'published', { areas: districtCodes(model), at: missing })), (cell) => cell.indicatorCode);
  for (const [code, period] of missing) cells.set(slot(code, period), read.get(code) ?? []);
  return new Map([...periods].map(([code, period]) => [code, cells.get(slot(code, period)) ?? []]));
}

/** One indicator among districts, in a period that an address names. */
export async function readMeasured(tx: RegionTx, model: RegionModel, indicator: Indicator, code: string, period: string): Promise<Measured> {
  const cells = await areaCells.list(tx, 'published', { areas: districtCodes(model), indicators: [indicator.code] });
  return { indicator, period, own: cells.filter((cell) => cell.areaCode === code && cell.period <= period), all: await readBounds(tx, model, cells.filter((cell) => cell.period === period)) };
}

async function readLoose(tx: RegionTx, model: RegionModel, code: string): Promise<DataValue[]> {
  const used = new Set([...model.indicators.values()].flatMap((one) => elementsOf(parseFormula(one.formula))));
  const elements = [...model.elements.keys()].filter((element) => !used.has(disaggregation.elementIn(element)));
  if (elements.length === 0) return [];
  const areas = [code, ...villagesOf(model, code).map((area) => area.code)];
  const found: DataRow[] = await valuesInView(tx, 'published', { elements, areas });
  const values = found.filter((row) => row.value !== null).map(joinTexts) as DataValue[];
  return values.sort((a, b) => (a.period === b.period ? (a.areaCode < b.areaCode ? -1 : 1) : a.period < b.period ? 1 : -1));
}
