export { FormulaError } from './formula-error.ts';
export { evaluate, type Missing, type Outcome, type Value } from './formula-evaluate.ts';
export { elementsOf, type Node, parseFormula } from './formula-parser.ts';
export { packParts } from './pack.ts';
export { exampleFault } from './worked-examples.ts';
