import { newId } from '#kernel/ids.ts';
import type { RegionTx } from '#kernel/regions.ts';
import { valueKey } from './data.ts';
import { abandonEntry, dropValues, listStaged, type NewValue, stagedKeys, stageEntry } from './values.store.ts';

/** A staged entry of a load: what belongs into it, and what of that is not in it yet. */
export interface OpenEntry {
  id: string;
  values: NewValue[];
  missing: NewValue[];
}

/**
 * Opens an entry for each revision level of a load, or finds it again by the digest of what is loaded, with what an unfinished
 * load had put into it. Staged entries of anything else are abandoned; no view has ever seen them.
 */
export async function openEntries(tx: RegionTx, levels: NewValue[][], given: { digest: string; actor: string; at: Date }): Promise<OpenEntry[]> {
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
    const before = found.has(digest) ? await stagedKeys(tx, id) : [];
    const wanted = new Set(values.map(valueKey));
    // A person may have recorded a value between the kill and now; theirs stands, so the staged row must go.
    await dropValues(tx, id, before.filter((key) => !wanted.has(valueKey(key))));
    const there = new Set(before.map(valueKey));
    opened.push({ id, values, missing: values.filter((value) => !there.has(valueKey(value))) });
  }
  return opened;
}
