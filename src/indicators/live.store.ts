import { sql } from 'kysely';
import type { View } from '#data/index.ts';
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

/** The batch that each view shows of some indicators; who has none yet gets an empty one. */
export async function shownOf(tx: RegionTx, codes: string[]): Promise<Map<string, Record<View, number>>> {
  const { rows } = await sql<{ indicatorCode: string; view: View; batch: number }>`select indicator_code, view, batch from indicators.cell_shown where region_code = ${tx.region} and indicator_code = any(${codes})`.execute(tx);
  const found = new Map<string, Record<View, number>>();
  for (const { indicatorCode, view, batch } of rows) found.set(indicatorCode, { ...(found.get(indicatorCode) ?? { current: 0, published: 0 }), [view]: batch });
  const without = codes.filter((code) => !found.has(code));
  const batches = await openBatches(tx, without);
  await showCells(tx, without.flatMap((indicatorCode, n) => (['current', 'published'] as const).map((view) => ({ view, indicatorCode, batch: batches[n] ?? 0 }))));
  for (const [n, code] of without.entries()) found.set(code, { current: batches[n] ?? 0, published: batches[n] ?? 0 });
  return found;
}

/** A place in a batch and the views (bits) of which the cell is replaced; without a cell it goes. */
export interface Replacement {
  batch: number;
  areaCode: string;
  period: string;
  views: number;
  cell: NewCell | null;
}

/** Puts cells in the place of others, in the given views of a batch: what stands in another view too goes on standing there. */
export async function replaceSome(tx: RegionTx, replacements: Replacement[]): Promise<void> {
  if (replacements.length === 0) return;
  const given = JSON.stringify(replacements.map(({ batch, areaCode, period, views }) => ({ batch, area: areaCode, period, views })));
  const there = sql`(select c.ctid from json_to_recordset(${given}::json) as g(batch bigint, area text, period text, views int)
    cross join lateral (select c.ctid, c.views from indicators.cell c where c.region_code = ${tx.region} and c.batch = g.batch and c.area_code = g.area and c.period = g.period offset 0) c`;
  await sql`delete from indicators.cell where ctid = any(array${there} where c.views & ~g.views = 0))`.execute(tx);
  // What is left of these places stands in one view besides those that are replaced.
  for (const bit of Object.values(bitOf)) await sql`update indicators.cell set views = ${3 - bit} where ctid = any(array${there} where g.views = ${bit} and c.views = 3))`.execute(tx);
  await insertRows(tx, 'indicators.cell', replacements.flatMap(({ batch, views, cell }) => (cell ? [{ batch, views, ...cell }] : [])));
}
