import { readGrid, readSteps, readWork, usedBy } from './read-work.ts';

/** What the pages are drawn from. */
export const reads = { work: readWork, steps: readSteps, grid: readGrid, usedBy };
