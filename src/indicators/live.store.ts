import { sql } from 'kysely';
import { type View, views } from '#data/index.ts';
import { insertRows } from '#kernel/insert-rows.ts';
import type { RegionTx } from '#kernel/regions.ts';
import { type NewCell, openBatches, showCells } from './cells.store.ts';
import { bitOf, type Cell } from './indicators.store.ts';

/** Where a cell may stand. */
export interface CellPlace {
  indicatorCode: string;
  areaCode: string;
  period: string;
}
/** A cell as it stands in a view. */
export type StandingCell = Cell & { view: View; batch: number; views: number };

/** The cells of both views at some places: one step in the key for each, however many cells there are. */
export async function cellsAt(tx: RegionTx, places: CellPlace[]): Promise<StandingCell[]> {
  if (places.length === 0) return [];
  const given = JSON.stringify(places.map((one) => ({ code: one.indicatorCode, area: one.areaCode, period: one.period })));
  const { rows } = await sql<StandingCell>`select f.* from json_to_recordset(${given}::json) as p(code text, area text, period text)
    cross join lateral (select s.view, s.indicator_code, c.* from indicators.cell_shown s join indicators.cell c on c.region_code = s.region_code and c.batch = s.batch
      where s.region_code = ${tx.region} and s.indicator_code = p.code and c.area_code = p.area and c.period = p.period
        and c.views & (case s.view when 'current' then 1 else 2 end) <> 0 offset 0) f`.execute(tx);
  return rows;
}

type Both = Cell & { view: View };
const both = sql`from indicators.cell_shown s join indicators.cell c on c.region_code = s.region_code and c.batch = s.batch and c.views & (case s.view when 'current' then 1 else 2 end) <> 0`;

/** All cells of some indicators in some areas, in order of period, as both views show them. */
export async function cellsOfAreas(tx: RegionTx, indicators: string[], areas: string[]): Promise<Both[]> {
  const { rows } = await sql<Both>`select s.view, s.indicator_code, c.* ${both}
    where s.region_code = ${tx.region} and s.indicator_code = any(${indicators}) and c.area_code = any(${areas}) order by s.indicator_code, c.area_code, c.period`.execute(tx);
  return rows;
}

/** Indicators that are not applicable in an area and some periods, in both views. */
export async function notApplicableIn(tx: RegionTx, area: string, periods: string[]): Promise<Pick<Both, 'view' | 'indicatorCode' | 'areaCode' | 'period' | 'applicable'>[]> {
  const { rows } = await sql<Both>`select s.view, s.indicator_code, c.area_code, c.period, c.applicable ${both}
    where s.region_code = ${tx.region} and c.area_code = ${area} and c.period = any(${periods}) and not c.applicable`.execute(tx);
  return rows;
}

/** Indicators get an empty batch in both views. */
export async function showEmpty(tx: RegionTx, codes: string[]): Promise<void> {
  if (codes.length === 0) return;
  const batches = await openBatches(tx, codes);
  await showCells(tx, codes.flatMap((indicatorCode, n) => views.map((view) => ({ view, indicatorCode, batch: batches[n] ?? 0 }))));
}

/** The batch that each view shows of some indicators. */
export async function shownOf(tx: RegionTx, codes: string[]): Promise<Map<string, Record<View, number>>> {
  if (codes.length === 0) return new Map();
  const read = async () => (await sql<{ indicatorCode: string; current: number | null; published: number | null }>`select indicator_code, max(batch) filter (where view = 'current') as current, max(batch) filter (where view = 'published') as published
    from indicators.cell_shown where region_code = ${tx.region} and indicator_code = any(${codes}) group by 1`.execute(tx)).rows;
  const known = await read();
  const without = codes.filter((code) => !known.some((row) => row.indicatorCode === code && row.current !== null && row.published !== null));
  await showEmpty(tx, without);
  return new Map((without.length === 0 ? known : await read()).map(({ indicatorCode, current, published }) => [indicatorCode, { current: current ?? 0, published: published ?? 0 }]));
}

/** A place in a batch and the views (bits) of which the cell is replaced; without a cell it goes. `before` are the views of the rows that stand there. */
export interface Replacement {
  batch: number;
  areaCode: string;
  period: string;
  views: number;
  before: number[];
  cell: NewCell | null;
}

/** Puts cells in the place of others, in the given views of a batch: what stands in another view too goes on standing there. */
export async function replaceSome(tx: RegionTx, replacements: Replacement[]): Promise<void> {
  const there = (some: Replacement[]) => sql`(select c.ctid from json_to_recordset(${JSON.stringify(some.map(({ batch, areaCode, period, views }) => ({ batch, area: areaCode, period, views })))}::json) as g(batch bigint, area text, period text, views int)
    cross join lateral (select c.ctid, c.views from indicators.cell c where c.region_code = ${tx.region} and c.batch = g.batch and c.area_code = g.area and c.period = g.period offset 0) c`;
  const gone = replacements.filter(({ before, views, cell }) => before.some((bits) => (bits & ~views) === 0 && (cell === null || bits !== views)));
  if (gone.length > 0) await sql`delete from indicators.cell where ctid = any(array${there(gone)} where c.views & ~g.views = 0))`.execute(tx);
  for (const bit of Object.values(bitOf)) {
    const split = replacements.filter(({ before, views }) => views === bit && before.includes(3));
    if (split.length > 0) await sql`update indicators.cell set views = ${3 - bit} where ctid = any(array${there(split)} where c.views = 3))`.execute(tx);
  }
  await insertRows(tx, 'indicators.cell', replacements.flatMap(({ batch, views, cell }) => (cell ? [{ batch, views, ...cell }] : [])), {}, ['batch', 'area_code', 'period', 'views']);
}
