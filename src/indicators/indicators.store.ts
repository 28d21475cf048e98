import { type Selectable, sql } from 'kysely';
import type { View } from '#data/index.ts';
import { definitionsChanged } from '#kernel/definitions.ts';
import type { RegionTx } from '#kernel/regions.ts';
import type { CellRow, IndicatorAgencyRow, IndicatorRow, IndicatorsTables, TargetChangeRow, TargetRow, UnitChangeRow, ValidationRuleRow } from './tables.ts';

export type Indicator = Selectable<IndicatorRow>;
export type Target = Selectable<TargetRow>;
/** An indicator's value in an area and period, as one view shows it. */
export type Cell = Omit<Selectable<CellRow>, 'batch' | 'views'> & { view: string; indicatorCode: string };
export type IndicatorAgency = Selectable<IndicatorAgencyRow>;

const own = (tx: RegionTx) => tx.withTables<IndicatorsTables>();

export const listIndicators = (tx: RegionTx): Promise<Indicator[]> =>
  own(tx).selectFrom('indicators.indicator').selectAll().where('regionCode', '=', tx.region).where('withdrawn', '=', false).orderBy('code').execute();

/** Which agencies share an indicator, each with its weight and what it answers for; the lead first. */
export const listIndicatorAgencies = (tx: RegionTx): Promise<IndicatorAgency[]> =>
  own(tx).selectFrom('indicators.indicatorAgency').selectAll().where('regionCode', '=', tx.region).orderBy('indicatorCode').orderBy('role', 'desc').orderBy('agencyCode').execute();

/** Targets of a view: the published view sees published targets alone. */
export async function listTargets(tx: RegionTx, view: View): Promise<Target[]> {
  const all = await own(tx).selectFrom('indicators.target').selectAll().where('regionCode', '=', tx.region).orderBy('indicatorCode').orderBy('period').execute();
  return all.filter((target) => view === 'current' || target.status === 'published');
}

export type TargetChange = Selectable<TargetChangeRow>;
export type UnitChange = Selectable<UnitChangeRow>;

/** What targets were before they were changed, of one area; the earliest change first. */
export const listTargetChanges = (tx: RegionTx, area: string): Promise<TargetChange[]> =>
  own(tx).selectFrom('indicators.targetChange').selectAll().where('regionCode', '=', tx.region).where('areaCode', '=', area).orderBy('indicatorCode').orderBy('changedOn').execute();

export const listUnitChanges = (tx: RegionTx): Promise<UnitChange[]> =>
  own(tx).selectFrom('indicators.unitChange').selectAll().where('regionCode', '=', tx.region).orderBy('aboutCode').orderBy('changedOn').execute();

export const listValidationRules = (tx: RegionTx): Promise<Selectable<ValidationRuleRow>[]> =>
  own(tx).selectFrom('indicators.validationRule').selectAll().where('regionCode', '=', tx.region).orderBy('code').execute();

export interface CellFilter {
  areas?: string[];
  indicators?: string[];
  /** Or a choice among the periods that have values, made before any cell is read. */
  periods?: string[] | ((stored: string[]) => string[]);
}

/** In which views a cell of a shown batch stands, as bits. */
export const bitOf = { current: 1, published: 2 } as const;
export const standsIn = (view: View) => sql<boolean>`c.views & ${bitOf[view]}::int <> 0`;

/** Cells of a view: those of the batch that it shows of each indicator. */
const shown = (tx: RegionTx, view: View) =>
  own(tx)
    .selectFrom('indicators.cellShown as s')
    .innerJoin('indicators.cell as c', (join) => join.onRef('c.regionCode', '=', 's.regionCode').onRef('c.batch', '=', 's.batch'))
    .where('s.regionCode', '=', tx.region)
    .where('s.view', '=', view)
    .where(standsIn(view));

/** Cells of a view in order of period; for some areas, some indicators, some periods, or all. */
export async function listCells(tx: RegionTx, view: View, filter: CellFilter = {}): Promise<Cell[]> {
  let query = shown(tx, view).selectAll('c').select(['s.view', 's.indicatorCode']);
  if (filter.areas) query = query.where(sql<boolean>`c.area_code = any(${filter.areas})`);
  if (filter.indicators) query = query.where(sql<boolean>`s.indicator_code = any(${filter.indicators})`);
  const periods = typeof filter.periods === 'function' ? filter.periods(await listPeriods(tx, view, filter)) : filter.periods;
  if (periods) query = query.where(sql<boolean>`c.period = any(${periods})`);
  return query.orderBy('s.indicatorCode').orderBy('c.areaCode').orderBy('c.period').execute();
}

const hasResult = sql<boolean>`(c.value is not null or c.text_value is not null)`;

/** What a list of areas needs of a cell. */
export type LatestCell = Pick<Cell, 'areaCode' | 'period' | 'value' | 'textValue' | 'seriesCode' | 'quality' | 'origin' | 'otherSeries' | 'assurance'>;

/** The latest published value of an indicator, or its word, in each area but the region's own; areas without a value are left out. */
export const listLatestAreaCells = (tx: RegionTx, indicator: string): Promise<LatestCell[]> =>
  shown(tx, 'published').distinctOn('c.areaCode').select(['c.areaCode', 'c.period', 'c.value', 'c.textValue', 'c.seriesCode', 'c.quality', 'c.origin', 'c.otherSeries', 'c.assurance'])
    .where('s.indicatorCode', '=', indicator).where('c.areaCode', '!=', tx.region).where(hasResult)
    .orderBy('c.areaCode').orderBy('c.period', 'desc').execute();

async function listPeriods(tx: RegionTx, view: View, { areas = [], indicators = [] }: CellFilter): Promise<string[]> {
  if (areas.length === 0 || indicators.length === 0) return [];
  const rows = await shown(tx, view).select('c.period').distinct()
    .where(sql<boolean>`s.indicator_code = any(${indicators})`).where(sql<boolean>`c.area_code = any(${areas})`).where('c.value', 'is not', null).execute();
  return rows.map((row) => row.period);
}

/** What a list of areas shows of a cell, without its inputs. */
type AreaCell = Pick<Cell, 'indicatorCode' | 'areaCode' | 'period' | 'seriesCode' | 'quality' | 'origin' | 'otherSeries'> & { value: number };

/** Which cells of areas: the whole row of periods of some indicators, earliest first; of some indicators the latest alone; or each indicator in one period, or its latest final value before that. */
type AreaCellFilter = { areas: string[] } & ({ indicators: string[] } | { latest: string[] } | { at: Map<string, string> } | { finalBefore: Map<string, string> });

/** Cells with a value in some areas. */
export async function listAreaCells(tx: RegionTx, view: View, of: AreaCellFilter): Promise<AreaCell[]> {
  const named = 'at' in of ? of.at : 'finalBefore' in of ? of.finalBefore : null;
  const [codes, periods] = named ? [[...named.keys()], [...named.values()]] : ['latest' in of ? of.latest : (of as { indicators: string[] }).indicators, null];
  if (of.areas.length === 0 || codes.length === 0) return [];
  const cells = shown(tx, view).select(['s.indicatorCode', 'c.areaCode', 'c.period', 'c.value', 'c.seriesCode', 'c.quality', 'c.origin', 'c.otherSeries'])
    .where('c.value', 'is not', null).$narrowType<{ value: number }>();
  if ('indicators' in of) return cells.where(sql<boolean>`c.area_code = any(${of.areas})`).where(sql<boolean>`s.indicator_code = any(${codes})`).orderBy('s.indicatorCode').orderBy('c.areaCode').orderBy('c.period').execute();
  // One step in the index for each indicator and area, however many periods there are.
  const wanted = sql<{ code: string; period: string | null; area: string }>`(select w.code, w.period, a.area from unnest(${codes}::text[], ${periods}::text[]) w(code, period), unnest(${of.areas}::text[]) a(area))`.as<'w'>(sql`w`);
  const one = cells.whereRef('s.indicatorCode', '=', sql.ref('w.code')).whereRef('c.areaCode', '=', sql.ref('w.area'));
  const then = 'at' in of ? one.whereRef('c.period', '=', sql.ref('w.period')) : 'finalBefore' in of ? one.whereRef('c.period', '<', sql.ref('w.period')).where('c.quality', '=', 'final') : one;
  const newest = then.orderBy('c.period', 'desc').limit(1);
  return own(tx).selectFrom(wanted).innerJoinLateral(newest.as('n'), (join) => join.onTrue())
    .select(['n.indicatorCode', 'n.areaCode', 'n.period', 'n.value', 'n.seriesCode', 'n.quality', 'n.origin', 'n.otherSeries']).execute();
}

/** What an indicator that gives words says of an area. */
export type WordCell = Pick<Cell, 'indicatorCode' | 'areaCode' | 'period' | 'seriesCode' | 'quality' | 'origin' | 'otherSeries'> & { textValue: string };

/** The latest word of each of some indicators in each of some areas. */
export const listAreaWords = async (tx: RegionTx, view: View, { areas, indicators }: { areas: string[]; indicators: string[] }): Promise<WordCell[]> =>
  areas.length === 0 || indicators.length === 0 ? [] : shown(tx, view).distinctOn(['s.indicatorCode', 'c.areaCode'])
    .select(['s.indicatorCode', 'c.areaCode', 'c.period', 'c.textValue', 'c.seriesCode', 'c.quality', 'c.origin', 'c.otherSeries']).where('c.textValue', 'is not', null).$narrowType<{ textValue: string }>()
    .where(sql<boolean>`s.indicator_code = any(${indicators})`).where(sql<boolean>`c.area_code = any(${areas})`)
    .orderBy('s.indicatorCode').orderBy('c.areaCode').orderBy('c.period', 'desc').execute();

/** Codes of the indicators that have a value in any of the areas. */
export async function listMeasuredIn(tx: RegionTx, view: View, areas: string[]): Promise<string[]> {
  if (areas.length === 0) return [];
  const some = sql<boolean>`exists (select 1 from indicators.cell_shown s join indicators.cell c on c.region_code = s.region_code and c.batch = s.batch
    where s.region_code = i.region_code and s.view = ${view} and s.indicator_code = i.code and c.area_code = any(${areas}) and ${standsIn(view)} and c.value is not null)`;
  const rows = await own(tx).selectFrom('indicators.indicator as i').select('i.code').where('i.regionCode', '=', tx.region).where('i.withdrawn', '=', false).where(some).execute();
  return rows.map((row) => row.code);
}

/** A new version of an indicator: the same with another formula. */
export async function putFormula(tx: RegionTx, code: string, formula: string): Promise<void> {
  await definitionsChanged(tx);
  await own(tx).updateTable('indicators.indicator').set((row) => ({ formula, version: row('version', '+', 1) })).where('regionCode', '=', tx.region).where('code', '=', code).execute();
}

/** Which version of its formula an indicator has; a row that was written anew begins with the first. */
export const putVersion = async (tx: RegionTx, code: string, version: number): Promise<void> =>
  void (await own(tx).updateTable('indicators.indicator').set({ version }).where('regionCode', '=', tx.region).where('code', '=', code).execute());

export const versionOf = async (tx: RegionTx, code: string): Promise<number> =>
  (await own(tx).selectFrom('indicators.indicator').select('version').where('regionCode', '=', tx.region).where('code', '=', code).executeTakeFirst())?.version ?? 1;
