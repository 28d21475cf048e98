import { type Selectable, sql } from 'kysely';
import type { Db } from '#kernel/connection.ts';
import type { RegionTx } from '#kernel/regions.ts';
import type { PreparedCells } from './cells.store.ts';
import type { IndicatorsTables, StaleRow } from './tables.ts';

const own = (tx: RegionTx) => tx.withTables<IndicatorsTables>();
export type Stale = Selectable<StaleRow>;

/** Marks indicators whose cells must be computed again; one that was marked before has waited since then, and what was computed of it meanwhile is of no use. How many cells they have is counted by the job: whoever records would wait for it. */
export async function markStale(tx: RegionTx, codes: string[], at: Date): Promise<void> {
  await sql`insert into indicators.stale (region_code, indicator_code, mark, since, expected)
    select ${tx.region}, code, nextval('kernel.batch'), ${at}, 0 from unnest(${codes}::text[]) as code
    on conflict (region_code, indicator_code) do update set mark = excluded.mark, seen_revision = null, current_batch = null, published_batch = null`.execute(tx);
}

/** Counts the cells of indicators that wait. */
export async function countStale(tx: RegionTx, codes: string[]): Promise<void> {
  await sql`update indicators.stale set expected =
      (select count(*) from indicators.cell_shown s join indicators.cell c on c.region_code = s.region_code and c.batch = s.batch where s.region_code = ${tx.region} and s.view = 'current' and s.indicator_code = stale.indicator_code)
    where region_code = ${tx.region} and indicator_code = any(${codes})`.execute(tx);
}

export const listStale = (tx: RegionTx): Promise<Stale[]> => own(tx).selectFrom('indicators.stale').selectAll().where('regionCode', '=', tx.region).orderBy('indicatorCode').execute();

/** How far each region is whose cells wait: of how many indicators and cells how many are computed, and since when. Reads across regions, and only counts. */
export async function staleProgress(db: Db): Promise<Map<string, { indicators: number; computed: number; cells: number; cellsComputed: number; since: Date }>> {
  const { rows } = await db.pool.query<{ code: string; indicators: number; computed: number; cells: number; done: number; since: Date }>(`select region_code as code, count(*)::int as indicators, count(current_batch)::int as computed, sum(expected)::int as cells,
    coalesce(sum(expected) filter (where current_batch is not null), 0)::int as done, min(since) as since from indicators.stale group by 1`);
  return new Map(rows.map(({ code, done, ...row }) => [code, { ...row, cellsComputed: done }]));
}

/** Names the batches that were computed for a mark, so that a killed job goes on behind them. */
export async function keepComputed(tx: RegionTx, stale: Stale, revision: number, cells: PreparedCells): Promise<void> {
  const batchOf = (view: string): number => cells.find((cell) => cell.view === view)?.batch ?? 0;
  await own(tx).updateTable('indicators.stale').set({ seenRevision: revision, currentBatch: batchOf('current'), publishedBatch: batchOf('published') })
    .where('regionCode', '=', tx.region).where('indicatorCode', '=', stale.indicatorCode).where('mark', '=', stale.mark).execute();
}

/** The cells that wait to be shown. */
export const computedOf = (stale: Stale[]): PreparedCells =>
  stale.flatMap(({ indicatorCode, currentBatch, publishedBatch }) => (currentBatch === null || publishedBatch === null ? []
    : [{ view: 'current' as const, indicatorCode, batch: currentBatch }, { view: 'published' as const, indicatorCode, batch: publishedBatch }]));

/** Takes from the list what was computed, and answers it: whoever shows it does so in the same transaction. */
export async function takeComputed(tx: RegionTx): Promise<Stale[]> {
  const taken = await own(tx).deleteFrom('indicators.stale').where('regionCode', '=', tx.region).where('currentBatch', 'is not', null).returningAll().execute();
  await own(tx).updateTable('indicators.cellBatch').set({ held: false }).where('regionCode', '=', tx.region).where('held', '=', true)
    .where(sql<boolean>`batch = any(${taken.flatMap((row) => [row.currentBatch, row.publishedBatch])}::bigint[])`).execute();
  return taken;
}

/** Computes again all that was computed: too much was recorded meanwhile. */
export const forgetComputed = (tx: RegionTx): Promise<unknown> =>
  own(tx).updateTable('indicators.stale').set({ seenRevision: null, currentBatch: null, publishedBatch: null }).where('regionCode', '=', tx.region).execute();

/** What was marked as is said is fresh again, or gone. */
export async function unmark(tx: RegionTx, before: Stale[]): Promise<void> {
  await sql`delete from indicators.stale where region_code = ${tx.region} and mark = any(${before.map((row) => row.mark)}::bigint[])`.execute(tx);
}

/** What of these waits must be computed anew, with what was loaded now. */
export async function markAgain(tx: RegionTx, codes: string[], at: Date): Promise<void> {
  await markStale(tx, (await listStale(tx)).map((row) => row.indicatorCode).filter((code) => codes.includes(code)), at);
}

/** Batches that the job opened and does not know any more, because it was killed: nobody else sweeps them. */
export async function letGo(tx: RegionTx): Promise<void> {
  await sql`update indicators.cell_batch set held = false where region_code = ${tx.region} and held
    and batch not in (select unnest(array[current_batch, published_batch]) from indicators.stale where region_code = ${tx.region} and current_batch is not null)`.execute(tx);
}

/** Regions in which something waits. */
export async function regionsStale(db: Db): Promise<string[]> {
  const { rows } = await db.pool.query<{ code: string }>('select distinct region_code as code from indicators.stale order by 1');
  return rows.map((row) => row.code);
}
