import { newId } from '#kernel/ids.ts';
import type { RegionTx } from '#kernel/regions.ts';
import { type Planned, plannedValue } from './plan-values.ts';
import { abandonEntry, hasValue, listStaged, stageEntry } from './values.store.ts';

/** A staged entry of a load: what belongs into it, and how many of that are in it already. */
export interface OpenEntry {
  id: string;
  values: Planned[];
  kept: number;
}

/**
 * Opens an entry for each revision level of a load, or finds it again by the digest of what is loaded, with what an unfinished
 * load had put into it. Staged entries of anything else are abandoned; no view has ever seen them.
 */
export async function openEntries(tx: RegionTx, levels: Planned[][], given: { digest: string; actor: string; at: Date }): Promise<OpenEntry[]> {
  const digests = levels.map((_, level) => `${given.digest}:${level}`);
  const found = new Map<string, string>();
  for (const entry of await listStaged(tx)) {
    if (entry.digest !== null && digests.includes(entry.digest)) found.set(entry.digest, entry.id);
    else await abandonEntry(tx, entry.id);
  }
  const opened: OpenEntry[] = [];
  for (const [level, values] of levels.entries()) {
    const digest = digests[level] as string;
    const id = found.get(digest) ?? newId();
    if (!found.has(digest)) await stageEntry(tx, { id, kind: 'pack', actor: given.actor, at: given.at, digest });
    opened.push({ id, values, kept: found.has(digest) ? await countKept(tx, id, values) : 0 });
  }
  return opened;
}

/** Values are kept in their order, so a killed load leaves the first ones: the end of these is found by halving. */
async function countKept(tx: RegionTx, id: string, values: Planned[]): Promise<number> {
  let [least, most] = [0, values.length];
  while (least < most) {
    const middle = (least + most) >> 1;
    if (await hasValue(tx, id, plannedValue(values[middle] as Planned))) least = middle + 1;
    else most = middle;
  }
  return least;
}
