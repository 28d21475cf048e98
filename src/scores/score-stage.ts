import type { RegionTx } from '#kernel/regions.ts';
import { liveScores } from './live-scores.ts';
import { knownBeside, prepareScores, renewSnapshot, showScores } from './prepare-scores.ts';
import { dropScores, findSnapshot, listBatches } from './scores.store.ts';

/** The way of scores through a load: prepared where no view shows them, shown by a new snapshot, and swept when nothing shows them; `live` replaces a few where they stand, `shown` is the published snapshot, `known` all that a view's scores are computed from. */
export const scoreStage = { prepare: prepareScores, show: showScores, sweep: dropScores, live: liveScores, batches: listBatches, knownBeside, renew: renewSnapshot, shown: (tx: RegionTx) => findSnapshot(tx, 'published') };
