import type { RegionTx } from '#kernel/regions.ts';
import { prepareScores, showScores } from './prepare-scores.ts';
import { dropScores, findSnapshot } from './scores.store.ts';

/** The way of scores through a load: prepared where no view shows them, shown by a new snapshot, and swept when nothing shows them; `shown` is the published snapshot. */
export const scoreStage = { prepare: prepareScores, show: showScores, sweep: dropScores, shown: (tx: RegionTx) => findSnapshot(tx, 'published') };
