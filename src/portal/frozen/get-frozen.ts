import { Fault } from '#kernel/faults.ts';
import type { RegionTx } from '#kernel/regions.ts';
import { type FrozenScores, listFrozen, readFrozen } from '#scores/index.ts';
import type { RegionModel } from '../region-model.ts';

/** A frozen day with all that it keeps. Throws `frozen.unknown` (404) with the codes there are. */
export async function getFrozen(tx: RegionTx, code: string): Promise<FrozenScores> {
  const found = await readFrozen(tx, code);
  if (found) return found;
  const known = (await listFrozen(tx)).map((one) => one.code).slice(0, 12).join(', ');
  throw new Fault('frozen.unknown', 404, { given: code.slice(0, 64), ...(known ? { expected: known } : {}) });
}

type Pair = [from: FrozenScores, until: FrozenScores];
const kept = new WeakMap<RegionModel, Promise<Pair>>();

/** The last two frozen days, read once for a model and gone with it; null where there are not two. */
export async function lastTwoFrozen(model: RegionModel, read: <T>(work: (tx: RegionTx) => Promise<T>) => Promise<T>): Promise<Pair | null> {
  const [from, until] = model.frozen.slice(-2);
  if (!from || !until) return null;
  const found = kept.get(model) ?? read(async (tx): Promise<Pair> => [await getFrozen(tx, from.code), await getFrozen(tx, until.code)]);
  kept.set(model, found);
  found.catch(() => kept.delete(model));
  return found;
}
