export { cellBatches } from './cell-batches.ts';
export { checkFormula, cyclesOf, type Known, refuseOtherUnit } from './formula/check-formula.ts';
export { FormulaError } from './formula/errors.ts';
export { formulaLines } from './formula/formula-lines.ts';
export { parseFormula } from './formula/parser.ts';
export type { Missing } from './formula/plan.ts';
export { elementsOf, indicatorsOf } from './formula/tree.ts';
export {
  type Cell, type Indicator, listAreaCells, listCells, listIndicatorAgencies, listIndicators, listLatestAreaCells, listMeasuredIn, listTargets, type Target,
} from './indicators.store.ts';
export { packParts } from './pack.ts';
export type { Milestone, WorkedExample } from './tables.ts';
export { exampleFault } from './worked-examples.ts';
