import { replaceCells, showCells, sweepCells } from './cells.store.ts';
import { prepareCells } from './prepare-cells.ts';

/** The pipeline's first stage: cells are prepared where no view shows them, then shown. */
export const cellStage = { prepare: prepareCells, show: showCells, replace: replaceCells, sweep: sweepCells };
