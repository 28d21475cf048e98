import { type DataValue as DataRow, valuesInView } from '#data/index.ts';
import { elementsOf, listAreaCells, listMeasuredIn, parseFormula } from '#indicators/index.ts';
import type { RegionTx } from '#kernel/regions.ts';
import { joinTexts } from '../join-texts.ts';
import type { DataValue, Indicator, RegionModel } from '../region-model.ts';
import { type Paged, pageOf } from '../paging.ts';
import { inLang, type Telling } from '../telling.ts';
import { districtsOf, peopleIndicators, villagesOf } from './area-rules.ts';

/** What lists and maps need of a cell. */
export type AreaCell = Awaited<ReturnType<typeof listAreaCells>>[number];

/** The population of districts: every cell of the indicator that counts it. */
export interface PeopleCells {
  indicator: Indicator;
  cells: AreaCell[];
}

/** One indicator as a district's page needs it. */
export interface Measured {
  indicator: Indicator;
  /** The district's own values, earliest first. */
  own: AreaCell[];
  /** The period that is compared: the district's latest, else the latest of any district. */
  period: string;
  /** Every district's value in that period. */
  all: AreaCell[];
}

export interface AreaFigures {
  people: PeopleCells | null;
  /** Codes of every indicator that has a value in some district. */
  measured: Set<string>;
  rows: Paged<Measured>;
  /** Values, in the district and its villages, of elements that no indicator counts; newest first. */
  loose: DataValue[];
}

/** The population of districts; where several indicators count people, the one that counts most of them. Null where none does. */
export async function readPeople(tx: RegionTx, model: RegionModel): Promise<PeopleCells | null> {
  const known = peopleIndicators(model);
  const cells = await listAreaCells(tx, 'published', { areas: districtsOf(model).map((area) => area.code), indicators: known.map((one) => one.code) });
  const counted = known.map((indicator) => {
    const own = cells.filter((cell) => cell.indicatorCode === indicator.code);
    return { indicator, cells: own, most: own.reduce((most, cell) => Math.max(most, cell.value), 0) };
  });
  return counted.filter((one) => one.cells.length > 0).sort((a, b) => b.most - a.most)[0] ?? null;
}

/** What a district's page shows, in few statements however many indicators there are. */
export async function readArea(tx: RegionTx, tell: Telling, code: string, page: number): Promise<AreaFigures> {
  const { model } = tell;
  const districts = districtsOf(model).map((area) => area.code);
  const people = await readPeople(tx, model);
  const measured = new Set(await listMeasuredIn(tx, 'published', districts));
  const name = (one: Indicator): string => inLang(tell, one.short);
  const first = (one: Indicator): number => (one.code === people?.indicator.code ? 0 : 1);
  const known = [...model.indicators.values()].filter((one) => measured.has(one.code)).sort((a, b) => first(a) - first(b) || name(a).localeCompare(name(b), tell.lang, { numeric: true }));
  const here = pageOf(known, page);
  return { people, measured, rows: { ...here, rows: await readRows(tx, here.rows, code, districts) }, loose: await readLoose(tx, model, code) };
}

async function readRows(tx: RegionTx, indicators: Indicator[], code: string, districts: string[]): Promise<Measured[]> {
  const own = Map.groupBy(await listAreaCells(tx, 'published', { areas: [code], indicators: indicators.map((one) => one.code) }), (cell) => cell.indicatorCode);
  const without = indicators.filter((one) => !own.has(one.code)).map((one) => one.code);
  const elsewhere = await listAreaCells(tx, 'published', { areas: districts, indicators: without });
  const periods = new Map<string, string>();
  for (const cell of [...elsewhere, ...[...own.values()].flat()]) if ((periods.get(cell.indicatorCode) ?? '') < cell.period) periods.set(cell.indicatorCode, cell.period);
  const all = Map.groupBy(await listAreaCells(tx, 'published', { areas: districts, at: periods }), (cell) => cell.indicatorCode);
  return indicators.map((indicator) => ({ indicator, own: own.get(indicator.code) ?? [], period: periods.get(indicator.code) ?? '', all: all.get(indicator.code) ?? [] }));
}

/** One indicator among districts, in a period that an address names. */
export async function readMeasured(tx: RegionTx, model: RegionModel, indicator: Indicator, code: string, period: string): Promise<Measured> {
  const cells = await listAreaCells(tx, 'published', { areas: districtsOf(model).map((area) => area.code), indicators: [indicator.code] });
  return { indicator, period, own: cells.filter((cell) => cell.areaCode === code && cell.period <= period), all: cells.filter((cell) => cell.period === period) };
}

async function readLoose(tx: RegionTx, model: RegionModel, code: string): Promise<DataValue[]> {
  const used = new Set([...model.indicators.values()].flatMap((one) => elementsOf(parseFormula(one.formula))));
  const elements = [...model.elements.keys()].filter((element) => !used.has(element));
  if (elements.length === 0) return [];
  const areas = [code, ...villagesOf(model, code).map((area) => area.code)];
  const found: DataRow[] = await valuesInView(tx, 'published', { elements, areas });
  const values = found.filter((row) => row.value !== null).map(joinTexts) as DataValue[];
  return values.sort((a, b) => (a.period === b.period ? (a.areaCode < b.areaCode ? -1 : 1) : a.period < b.period ? 1 : -1));
}
