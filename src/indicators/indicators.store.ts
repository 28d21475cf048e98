import { type Selectable, sql } from 'kysely';
import type { View } from '#data/index.ts';
import type { RegionTx } from '#kernel/regions.ts';
import type { CellRow, IndicatorAgencyRow, IndicatorRow, IndicatorsTables, TargetRow } from './tables.ts';

export type Indicator = Selectable<IndicatorRow>;
export type Target = Selectable<TargetRow>;
/** An indicator's value in an area and period, as one view shows it. */
export type Cell = Omit<Selectable<CellRow>, 'batch'> & { view: string; indicatorCode: string };
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

/** Cells of a view in order of period; for some areas, for some indicators, or all. */
export async function listCells(tx: RegionTx, view: View, filter: { areas?: string[]; indicators?: string[] } = {}): Promise<Cell[]> {
  let query = own(tx)
    .selectFrom('indicators.cellShown as s')
    .innerJoin('indicators.cell as c', (join) => join.onRef('c.regionCode', '=', 's.regionCode').onRef('c.batch', '=', 's.batch'))
    .where('s.regionCode', '=', tx.region)
    .where('s.view', '=', view)
    .selectAll('c')
    .select(['s.view', 's.indicatorCode']);
  if (filter.areas) query = query.where(sql<boolean>`c.area_code = any(${filter.areas})`);
  if (filter.indicators) query = query.where(sql<boolean>`s.indicator_code = any(${filter.indicators})`);
  return query.orderBy('s.indicatorCode').orderBy('c.areaCode').orderBy('c.period').execute();
}
