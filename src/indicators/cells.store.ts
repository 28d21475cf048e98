import { sql } from 'kysely';
import type { View } from '#data/index.ts';
import { insertRows, nextBatches } from '#kernel/insert-rows.ts';
import type { RegionTx } from '#kernel/regions.ts';
import type { Cell } from './indicators.store.ts';
import type { IndicatorsTables } from './tables.ts';

const own = (tx: RegionTx) => tx.withTables<IndicatorsTables>();

/** Cells that are written and in no view yet: which batch each view shall show of an indicator. */
export type PreparedCells = { view: View; indicatorCode: string; batch: number }[];
export type NewCell = Omit<Cell, 'regionCode' | 'view' | 'indicatorCode'>;

/** A new batch for each indicator; a held one is swept by nobody. */
export async function openBatches(tx: RegionTx, indicators: string[], held = false): Promise<number[]> {
  const batches = await nextBatches(tx, indicators.length);
  await insertRows(tx, 'indicators.cell_batch', indicators.map((indicatorCode, n) => ({ batch: batches[n], indicatorCode, held })));
  return batches;
}

export const addCells = (tx: RegionTx, cells: (NewCell & { batch: number })[]): Promise<void> => insertRows(tx, 'indicators.cell', cells);

/** Shows the batches in place of those that were shown: one short statement, however many cells there are. */
export async function showCells(tx: RegionTx, cells: PreparedCells): Promise<void> {
  const given = JSON.stringify(cells.map(({ view, indicatorCode, batch }) => ({ view, indicator_code: indicatorCode, batch })));
  await sql`insert into indicators.cell_shown (region_code, view, indicator_code, batch)
    select ${tx.region}, view, indicator_code, batch from json_populate_recordset(null::indicators.cell_shown, ${given}::json)
    on conflict (region_code, view, indicator_code) do update set batch = excluded.batch`.execute(tx);
}

/** Shows the batches and deletes those that they replace. */
export async function replaceCells(tx: RegionTx, cells: PreparedCells): Promise<void> {
  const before = await shownBatches(tx);
  await showCells(tx, cells);
  const after = new Set(await shownBatches(tx));
  for (const batch of before) if (!after.has(batch)) await dropCells(tx, batch, 2 ** 31);
}

/** Deletes at most so many cells that no view shows, and of indicators that are gone; answers whether there may be more. Only while nothing is being prepared. */
export async function sweepCells(tx: RegionTx, most: number): Promise<boolean> {
  await sql`delete from indicators.cell_shown s where s.region_code = ${tx.region} and not exists (
    select from indicators.indicator i where i.region_code = s.region_code and i.code = s.indicator_code and not i.withdrawn)`.execute(tx);
  const shown = new Set(await shownBatches(tx));
  const all = await own(tx).selectFrom('indicators.cellBatch').select('batch').where('regionCode', '=', tx.region).where('held', '=', false).execute();
  let left = most;
  for (const { batch } of all) {
    if (shown.has(batch)) continue;
    left -= 1 + (await dropCells(tx, batch, left));
    if (left <= 0) return true;
  }
  return false;
}

const shownBatches = async (tx: RegionTx): Promise<number[]> =>
  (await own(tx).selectFrom('indicators.cellShown').select('batch').distinct().where('regionCode', '=', tx.region).execute()).map((row) => row.batch);

/** Deletes at most so many cells of a batch, and then the batch; answers how many. */
export async function dropCells(tx: RegionTx, batch: number, most: number): Promise<number> {
  const found = await sql`delete from indicators.cell where ctid = any(array(select ctid from indicators.cell where region_code = ${tx.region} and batch = ${batch} limit ${most}))`.execute(tx);
  const dropped = Number(found.numAffectedRows ?? 0);
  if (dropped < most) await own(tx).deleteFrom('indicators.cellBatch').where('regionCode', '=', tx.region).where('batch', '=', batch).execute();
  return dropped;
}
