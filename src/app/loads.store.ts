import { newId } from '#kernel/ids.ts';
import type { RegionTx } from '#kernel/regions.ts';
import type { KernelTables } from '#kernel/tables.ts';

const own = (tx: RegionTx) => tx.withTables<KernelTables>();

/** Notes that a load begins; finds the unfinished one of the same pack, and abandons those of another. */
export async function startLoad(tx: RegionTx, given: { folder: string; digest: string; at: Date }): Promise<{ load: string; resumed: boolean }> {
  const open = await own(tx).selectFrom('kernel.packLoad').select(['id', 'digest']).where('regionCode', '=', tx.region).where('state', '=', 'loading').execute();
  const same = open.find((load) => load.digest === given.digest);
  for (const load of open) {
    if (load !== same) await own(tx).updateTable('kernel.packLoad').set({ state: 'abandoned', finishedAt: given.at }).where('regionCode', '=', tx.region).where('id', '=', load.id).execute();
  }
  if (same) return { load: same.id, resumed: true };
  const id = newId();
  await own(tx).insertInto('kernel.packLoad').values({ regionCode: tx.region, id, folder: given.folder, digest: given.digest, state: 'loading', startedAt: given.at, finishedAt: null, counts: '{}' }).execute();
  return { load: id, resumed: false };
}

export async function finishLoad(tx: RegionTx, id: string, counts: Record<string, number>, at: Date): Promise<void> {
  await own(tx).updateTable('kernel.packLoad').set({ state: 'done', finishedAt: at, counts: JSON.stringify(counts) }).where('regionCode', '=', tx.region).where('id', '=', id).execute();
}

/** Folders whose load was begun and not finished, with the region they are of. */
export async function unfinishedLoads(tx: RegionTx): Promise<{ folder: string; digest: string }[]> {
  return own(tx).selectFrom('kernel.packLoad').select(['folder', 'digest']).where('regionCode', '=', tx.region).where('state', '=', 'loading').execute();
}
