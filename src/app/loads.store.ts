import { sql } from 'kysely';
import type { Db } from '#kernel/database.ts';
import { Fault } from '#kernel/faults.ts';
import { newId } from '#kernel/ids.ts';
import { lives, thisProcess } from '#kernel/job.ts';
import type { RegionTx } from '#kernel/regions.ts';
import type { KernelTables } from '#kernel/tables.ts';

const own = (tx: RegionTx) => tx.withTables<KernelTables>();
export interface Begun {
  load: string;
  resumed: boolean;
  /** The region's newest revision when the load began first. */
  read: number;
}

/**
 * Notes that a load begins; finds the unfinished one of the same pack, and abandons those of another. While another process loads the
 * region, throws `load.in_progress` (409).
 */
export async function startLoad(tx: RegionTx, given: { folder: string; digest: string; at: Date; revision: number }): Promise<Begun> {
  await sql`select pg_advisory_xact_lock(hashtext(${`load ${tx.region}`}))`.execute(tx);
  const open = await own(tx).selectFrom('kernel.packLoad').selectAll().where('regionCode', '=', tx.region).where('state', '=', 'loading').execute();
  const busy = open.find((load) => lives(load, given.at));
  if (busy) throw new Fault('load.in_progress', 409, { region: tx.region, process: busy.owner?.split(' ')[1], expected: 'to wait until that load has ended' });
  const same = open.find((load) => load.digest === given.digest);
  for (const load of open) {
    if (load !== same) await own(tx).updateTable('kernel.packLoad').set({ state: 'abandoned', finishedAt: given.at }).where('regionCode', '=', tx.region).where('id', '=', load.id).execute();
  }
  if (same) {
    await own(tx).updateTable('kernel.packLoad').set({ owner: thisProcess, seenAt: given.at }).where('regionCode', '=', tx.region).where('id', '=', same.id).execute();
    return { load: same.id, resumed: true, read: same.counts.read ?? given.revision };
  }
  const load = newId();
  await own(tx).insertInto('kernel.packLoad').values({
    regionCode: tx.region, id: load, folder: given.folder, digest: given.digest, state: 'loading', startedAt: given.at, finishedAt: null,
    counts: JSON.stringify({ read: given.revision }), owner: thisProcess, seenAt: given.at,
  }).execute();
  return { load, resumed: false, read: given.revision };
}

/** Codes of regions of which a load has not ended; one that was never shown is in no other list. Reads across regions, and only codes. */
export async function regionsLoading(db: Db): Promise<string[]> {
  const { rows } = await db.pool.query<{ code: string }>("select distinct region_code as code from kernel.pack_load where state = 'loading' order by 1");
  return rows.map((row) => row.code);
}

export interface Loading {
  region: string;
  startedAt: string;
  /** Values that stand in the database, and how many there will be; null before they are counted. */
  kept: number | null;
  values: number | null;
}

/** How far each load is that has not ended. Reads across regions, and only counts. */
export async function loadProgress(db: Db): Promise<Loading[]> {
  const { rows } = await db.pool.query<{ region: string; at: Date; counts: Record<string, number> }>("select region_code as region, started_at as at, counts from kernel.pack_load where state = 'loading' order by 1, 2");
  return rows.map(({ region, at, counts }) => ({ region, startedAt: at.toISOString(), kept: counts.kept ?? null, values: counts.values ?? null }));
}

/** The load has kept so many values, of so many. */
export async function keptLoading(tx: RegionTx, id: string, counts: { read: number; kept: number; values: number }, at: Date): Promise<void> {
  await own(tx).updateTable('kernel.packLoad').set({ seenAt: at, counts: JSON.stringify(counts) }).where('regionCode', '=', tx.region).where('id', '=', id).execute();
}

/** The load goes on: what another machine asks. */
export async function seenLoading(tx: RegionTx, id: string, at: Date): Promise<void> {
  await own(tx).updateTable('kernel.packLoad').set({ seenAt: at }).where('regionCode', '=', tx.region).where('id', '=', id).execute();
}

/** This process loads it no more; another may go on, or begin anew. */
export async function leaveLoad(tx: RegionTx, id: string): Promise<void> {
  await own(tx).updateTable('kernel.packLoad').set({ owner: null }).where('regionCode', '=', tx.region).where('id', '=', id).execute();
}

export async function finishLoad(tx: RegionTx, id: string, counts: Record<string, number>, at: Date): Promise<void> {
  await own(tx).updateTable('kernel.packLoad').set({ state: 'done', finishedAt: at, counts: JSON.stringify(counts) }).where('regionCode', '=', tx.region).where('id', '=', id).execute();
}

/** What could not be loaded is not tried at every start again. */
export async function failLoads(tx: RegionTx, at: Date): Promise<void> {
  await own(tx).updateTable('kernel.packLoad').set({ state: 'failed', finishedAt: at }).where('regionCode', '=', tx.region).where('state', '=', 'loading').where('owner', 'is', null).execute();
}

/** Folders whose load was begun and not finished, with the region they are of. */
export async function unfinishedLoads(tx: RegionTx): Promise<{ folder: string; digest: string }[]> {
  return own(tx).selectFrom('kernel.packLoad').select(['folder', 'digest']).where('regionCode', '=', tx.region).where('state', '=', 'loading').execute();
}
