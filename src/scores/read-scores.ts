import type { View } from '#data/index.ts';
import type { RegionTx } from '#kernel/regions.ts';
import {
  type Frozen, type FrozenIndicator, type FrozenNode, findFrozen, findSnapshot, listAchievements, listFrozenIndicators, listFrozenNodes, listNodeScores, listNodeStates,
  listStandings, type ScoreRows, type Snapshot,
} from './scores.store.ts';

/** Every score of a view with its snapshot; null where nothing was computed yet. */
export async function readScores(tx: RegionTx, view: View): Promise<(ScoreRows & { snapshot: Snapshot }) | null> {
  const snapshot = await findSnapshot(tx, view);
  if (!snapshot) return null;
  return {
    snapshot, achievements: await listAchievements(tx, view), standings: await listStandings(tx, view), nodeScores: await listNodeScores(tx, view), nodeStates: await listNodeStates(tx, view),
  };
}

export interface FrozenScores {
  frozen: Frozen;
  nodes: FrozenNode[];
  indicators: FrozenIndicator[];
}

/** A frozen snapshot with all that it keeps; null where there is none of this code. */
export async function readFrozen(tx: RegionTx, code: string): Promise<FrozenScores | null> {
  const frozen = await findFrozen(tx, code);
  return frozen ? { frozen, nodes: await listFrozenNodes(tx, code), indicators: await listFrozenIndicators(tx, code) } : null;
}
