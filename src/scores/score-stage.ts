import { prepareScores, showScores } from './prepare-scores.ts';
import { dropScores } from './scores.store.ts';

/** The way of scores through a load: prepared where no view shows them, shown by a new snapshot, and swept when nothing shows them. */
export const scoreStage = { prepare: prepareScores, show: showScores, sweep: dropScores };
