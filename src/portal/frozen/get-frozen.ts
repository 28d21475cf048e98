import { Fault } from '#kernel/faults.ts';
import type { RegionTx } from '#kernel/regions.ts';
import { type FrozenScores, listFrozen, readFrozen } from '#scores/index.ts';

/** A frozen day with all that it keeps. Throws `frozen.unknown` (404) with the codes there are. */
export async function getFrozen(tx: RegionTx, code: string): Promise<FrozenScores> {
  const found = await readFrozen(tx, code);
  if (found) return found;
  const known = (await listFrozen(tx)).map((one) => one.code).slice(0, 12).join(', ');
  throw new Fault('frozen.unknown', 404, { given: code.slice(0, 64), ...(known ? { expected: known } : {}) });
}
