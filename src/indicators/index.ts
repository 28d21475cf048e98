export { cellsAfter, cellsText } from './cells-after.ts';
export { cellBatches } from './cell-batches.ts';
export { FormulaError } from './formula/errors.ts';
export { parseFormula } from './formula/parser.ts';
export { elementsOf } from './formula/tree.ts';
export { formulas } from './formulas.ts';
export {
  type Cell, type Indicator, listAreaCells, listCells, listIndicatorAgencies, listIndicators, listLatestAreaCells, listMeasuredIn, listTargets, type Target,
} from './indicators.store.ts';
export { packParts } from './pack.ts';
export type { Milestone, WorkedExample } from './tables.ts';
