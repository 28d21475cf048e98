import type { RegionTx } from '#kernel/regions.ts';
import type { NodeChange } from './edit-tree.ts';
import type { VersionKey } from './plan-drafts.store.ts';
import { readAround } from './plan-nodes.store.ts';
import { type Unready, unreadyIn } from './plan-operations.ts';
import type { PlanLevel } from './tables.ts';

/** The parents whose parts or weights changes have touched; '' is the top. */
export function parentsOf(changes: readonly NodeChange[]): string[] {
  const touched = changes.filter(({ before, after }) => !before || !after || before.parentCode !== after.parentCode || before.weight !== after.weight);
  return [...new Set(touched.flatMap(({ before, after }) => [before, after].flatMap((one) => (one ? [one.parentCode ?? ''] : []))))];
}

/** Where the sums of weights do not hold after the changes: such a draft is not ready to be proposed. Reads those parents alone. */
export async function unbalancedAfter(tx: RegionTx, key: VersionKey, levels: readonly PlanLevel[], changes: readonly NodeChange[]): Promise<Unready[]> {
  const parents = parentsOf(changes);
  if (parents.length === 0) return [];
  const { tree } = await readAround(tx, key, parents);
  return unreadyIn(tree, levels).filter(({ node, what }) => (what === 'some_weights' || what === 'weight_sum') && parents.includes(node ?? ''));
}
