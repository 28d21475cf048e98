import { checkFormula, cyclesOf, refuseOtherUnit } from './formula/check-formula.ts';
import { formulaLines } from './formula/formula-lines.ts';
import { functions } from './formula/functions.ts';
import { modifiers, operators, references } from './formula/reference.ts';
import { tellFormula } from './formula/sentence.ts';
import { indicatorsOf } from './formula/tree.ts';
import { tryFormula } from './try-formula.ts';
import { exampleFault } from './worked-examples.ts';

/** The formula language, as other slices use it. */
export const formulas = { check: checkFormula, refuseOtherUnit, cyclesOf, indicatorsOf, exampleFault, lines: formulaLines, try: tryFormula, tell: tellFormula, reference: { operators, references, modifiers, functions } };
