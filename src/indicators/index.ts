export { FormulaError } from './formula-error.ts';
export { evaluate, type Missing, type Outcome, type Value } from './formula-evaluate.ts';
export { elementsOf, type Node, parseFormula } from './formula-parser.ts';
export { type Cell, type Indicator, listCells, listIndicators, listTargets, type Target } from './indicators.store.ts';
export { packParts } from './pack.ts';
export { recomputeCells } from './recompute-cells.ts';
export type { CellInput, WorkedExample } from './tables.ts';
export { exampleFault } from './worked-examples.ts';
