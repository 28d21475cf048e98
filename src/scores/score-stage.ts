import { prepareScores, showScores } from './prepare-scores.ts';
import { dropScores } from './scores.store.ts';

/** The pipeline's second stage: scores are prepared where no view shows them, then shown by a new snapshot. */
export const scoreStage = { prepare: prepareScores, show: showScores, sweep: dropScores };
