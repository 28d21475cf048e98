import { type Selectable, sql } from 'kysely';
import type { View } from '#data/index.ts';
import type { RegionTx } from '#kernel/regions.ts';
import type { CellRow, IndicatorAgencyRow, IndicatorRow, IndicatorsTables, TargetRow } from './tables.ts';

export type Indicator = Selectable<IndicatorRow>;
export type Target = Selectable<TargetRow>;
export type Cell = Selectable<CellRow>;
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

export interface CellFilter {
  areas?: string[];
  indicators?: string[];
  /** Or a choice among the periods that have values, made before any cell is read. */
  periods?: string[] | ((stored: string[]) => string[]);
}

/** Cells of a view in order of period; for some areas, some indicators, some periods, or all. */
export async function listCells(tx: RegionTx, view: View, filter: CellFilter = {}): Promise<Cell[]> {
  let query = own(tx).selectFrom('indicators.cell').selectAll().where('regionCode', '=', tx.region).where('view', '=', view);
  if (filter.areas) query = query.where('areaCode', 'in', filter.areas.length > 0 ? filter.areas : ['']);
  if (filter.indicators) query = query.where('indicatorCode', 'in', filter.indicators.length > 0 ? filter.indicators : ['']);
  const periods = typeof filter.periods === 'function' ? filter.periods(await listPeriods(tx, view, filter)) : filter.periods;
  if (periods) query = query.where('period', 'in', periods.length > 0 ? periods : ['']);
  return query.orderBy('indicatorCode').orderBy('areaCode').orderBy('period').execute();
}

/** What a list of areas needs of a cell. */
export type LatestCell = Pick<Cell, 'areaCode' | 'period' | 'value' | 'quality' | 'origin' | 'assurance'>;

/** The latest published value of an indicator in each area but the region's own; areas without a value are left out. */
export const listLatestAreaCells = (tx: RegionTx, indicator: string): Promise<LatestCell[]> =>
  own(tx).selectFrom('indicators.cell').distinctOn('areaCode').select(['areaCode', 'period', 'value', 'quality', 'origin', 'assurance'])
    .where('regionCode', '=', tx.region).where('view', '=', 'published').where('indicatorCode', '=', indicator).where('areaCode', '!=', tx.region).where('value', 'is not', null)
    .orderBy('areaCode').orderBy('period', 'desc').execute();
async function listPeriods(tx: RegionTx, view: View, { areas = [], indicators = [] }: CellFilter): Promise<string[]> {
  if (areas.length === 0 || indicators.length === 0) return [];
  const rows = await own(tx).selectFrom('indicators.cell').select('period').distinct().where('regionCode', '=', tx.region).where('view', '=', view)
    .where('indicatorCode', 'in', indicators).where('areaCode', 'in', areas).where('value', 'is not', null).execute();
  return rows.map((row) => row.period);
}

/** What a list of areas shows of a cell, without its inputs. */
export type AreaCell = Pick<Cell, 'indicatorCode' | 'areaCode' | 'period' | 'seriesCode' | 'quality' | 'origin' | 'otherSeries'> & { value: number };

/** Cells with a value in some areas: of some indicators the whole row of periods, earliest first, or of each indicator one period (`at`). */
export async function listAreaCells(tx: RegionTx, view: View, of: { areas: string[]; indicators: string[] } | { areas: string[]; at: Map<string, string> }): Promise<AreaCell[]> {
  if (of.areas.length === 0 || ('at' in of ? of.at.size : of.indicators.length) === 0) return [];
  const query = own(tx).selectFrom('indicators.cell as c').select(['c.indicatorCode', 'c.areaCode', 'c.period', 'c.value', 'c.seriesCode', 'c.quality', 'c.origin', 'c.otherSeries'])
    .where('c.regionCode', '=', tx.region).where('c.view', '=', view).where('c.value', 'is not', null).$narrowType<{ value: number }>()
    .where('c.areaCode', 'in', of.areas).orderBy('c.indicatorCode').orderBy('c.areaCode').orderBy('c.period');
  if ('indicators' in of) return query.where('c.indicatorCode', 'in', of.indicators).execute();
  const wanted = sql<{ code: string; period: string }>`unnest(${[...of.at.keys()]}::text[], ${[...of.at.values()]}::text[])`.as<'w'>(sql`w(code, period)`);
  return query.innerJoin(wanted, (join) => join.onRef('w.code', '=', 'c.indicatorCode').onRef('w.period', '=', 'c.period')).execute();
}

/** Codes of the indicators that have a value in any of the areas. */
export async function listMeasuredIn(tx: RegionTx, view: View, areas: string[]): Promise<string[]> {
  if (areas.length === 0) return [];
  const some = sql<boolean>`exists (select 1 from indicators.cell c where c.region_code = i.region_code and c.view = ${view} and c.indicator_code = i.code and c.area_code = any(${areas}) and c.value is not null)`;
  const rows = await own(tx).selectFrom('indicators.indicator as i').select('i.code').where('i.regionCode', '=', tx.region).where('i.withdrawn', '=', false).where(some).execute();
  return rows.map((row) => row.code);
}

export async function replaceCells(tx: RegionTx, view: View, indicators: string[], cells: Cell[]): Promise<void> {
  if (indicators.length > 0) {
    await own(tx).deleteFrom('indicators.cell').where('regionCode', '=', tx.region).where('view', '=', view).where('indicatorCode', 'in', indicators).execute();
  }
  for (let from = 0; from < cells.length; from += 300) {
    await own(tx).insertInto('indicators.cell').values(cells.slice(from, from + 300).map((cell) => ({ ...cell, inputs: JSON.stringify(cell.inputs) }))).execute();
  }
}
