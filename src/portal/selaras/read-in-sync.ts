import { type InSync, inSyncOf } from '#alignment/index.ts';
import type { RegionTx } from '#kernel/regions.ts';
import type { RegionModel } from '../region-model.ts';

const kept = new WeakMap<RegionModel, Promise<InSync>>();

/** What the linter finds and what the index is on the day up to which things are known, read once for a model and gone with it. */
export async function readInSync(model: RegionModel, read: <T>(work: (tx: RegionTx) => Promise<T>) => Promise<T>): Promise<InSync> {
  const found = kept.get(model) ?? read((tx) => inSyncOf(tx, model.snapshot.asOf));
  kept.set(model, found);
  found.catch(() => kept.delete(model));
  return found;
}
