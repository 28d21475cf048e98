import { dropCells, replaceCells, showCells, sweepCells } from './cells.store.ts';
import { cellsOfAreas, notApplicableIn, shownOf } from './live.store.ts';
import { liveCells } from './live-cells.ts';
import { staleCells } from './stale-cells.ts';
import { prepareCells } from './prepare-cells.ts';

/** Cells on their way into a view: written where no view sees them, shown all at once, and what they replaced taken away in small steps; `live` replaces a few where they stand, and `stale` are those that wait. */
export const cellBatches = { prepare: prepareCells, show: showCells, replace: replaceCells, sweep: sweepCells, drop: dropCells, live: liveCells, ofAreas: cellsOfAreas, notApplicable: notApplicableIn, shownOf, stale: staleCells };
