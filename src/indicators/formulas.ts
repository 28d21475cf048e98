import { checkFormula, cyclesOf, isWord, refuseOtherType, refuseOtherUnit } from './formula/check-formula.ts';
import { formulaLines } from './formula/formula-lines.ts';
import { functions } from './formula/functions.ts';
import { reportUnit } from './formula/report-metrics.ts';
import { modifiers, operators, references } from './formula/reference.ts';
import { tellFormula } from './formula/sentence.ts';
import { parseFormula } from './formula/parser.ts';
import { childrenOf, constantsOf, type Node, standsOnOf } from './formula/tree.ts';
import { putVersion, versionOf } from './indicators.store.ts';
import { tryFormula } from './try-formula.ts';
import { askRule, keysOfRule, ruleSources, sideOf, sidesOf } from './validation-rules.ts';
import { exampleFault } from './worked-examples.ts';

/** Whether a formula reads nothing but elements at its own place. */
function isPlain(source: string): boolean {
  const plain = (node: Node): boolean => node.kind !== 'modified' && node.kind !== 'group' && (node.kind !== 'reference' || (node.sigil === '#' && node.options.length === 0)) && childrenOf(node).every(plain);
  return plain(parseFormula(source));
}

/** The formula language, as other slices use it. */
export const formulas = { check: checkFormula, isWord, refuseOtherType, refuseOtherUnit, cyclesOf, standsOnOf, constantsOf, exampleFault, lines: formulaLines, try: tryFormula, putVersion, versionOf, tell: tellFormula, isPlain, side: sideOf, sides: sidesOf, askRule, ruleSources, keysOfRule, reportUnit, reference: { operators, references, modifiers, functions } };
