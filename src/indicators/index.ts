export { replaceCells, showCells, sweepCells } from './cells.store.ts';
export { FormulaError } from './formula-error.ts';
export type { Missing } from './formula-evaluate.ts';
export { elementsOf, parseFormula } from './formula-parser.ts';
export { type Cell, type Indicator, listCells, listIndicatorAgencies, listIndicators, listTargets, type Target } from './indicators.store.ts';
export { packParts } from './pack.ts';
export { prepareCells } from './prepare-cells.ts';
export type { Milestone, WorkedExample } from './tables.ts';
export { exampleFault } from './worked-examples.ts';
