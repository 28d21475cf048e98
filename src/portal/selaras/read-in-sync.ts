import { type InSync, inSyncOf } from '#alignment/index.ts';
import type { RegionTx } from '#kernel/regions.ts';
import type { RegionModel } from '../region-model.ts';

const kept = new WeakMap<RegionModel, Map<string, Promise<InSync>>>();

/** What the linter finds and what the index is on a day, of itself the day up to which things are known; read once for a model, which every change of what it asks replaces. */
export async function readInSync(model: RegionModel, read: <T>(work: (tx: RegionTx) => Promise<T>) => Promise<T>, day = model.snapshot.asOf): Promise<InSync> {
  const days = kept.get(model) ?? new Map<string, Promise<InSync>>();
  kept.set(model, days);
  const found = days.get(day) ?? read((tx) => inSyncOf(tx, day));
  days.set(day, found);
  found.catch(() => days.delete(day));
  return found;
}
