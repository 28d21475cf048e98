import { showValues, stageValues } from './stage-values.ts';
import { sweepAbandoned } from './values.store.ts';

/** Values of a load: into the database in no view, then shown at once; and what was abandoned is swept. */
export const staging = { stage: stageValues, show: showValues, sweep: sweepAbandoned };
