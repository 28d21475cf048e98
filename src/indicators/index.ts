export { type CellsAfter, cellsAfter } from './cells-after.ts';
export { cellBatches } from './cell-batches.ts';
export { FormulaError } from './formula-error.ts';
export type { Missing } from './formula-evaluate.ts';
export { elementsOf, parseFormula } from './formula-parser.ts';
export {
  type Cell, type Indicator, listAreaCells, listCells, listIndicatorAgencies, listIndicators, listLatestAreaCells, listMeasuredIn, listTargets, type Target,
} from './indicators.store.ts';
export { packParts } from './pack.ts';
export type { Milestone, WorkedExample } from './tables.ts';
export { exampleFault } from './worked-examples.ts';
