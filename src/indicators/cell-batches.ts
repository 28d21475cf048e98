import { replaceCells, showCells, sweepCells } from './cells.store.ts';
import { prepareCells } from './prepare-cells.ts';

/** Cells on their way into a view: written where no view sees them, shown all at once, and what they replaced taken away in small steps. */
export const cellBatches = { prepare: prepareCells, show: showCells, replace: replaceCells, sweep: sweepCells };
