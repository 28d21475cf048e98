import { functionNamed } from './formula-functions.ts';
import { elementsOf, type Node, partsOf, type Sign } from './formula-parser.ts';

export type Missing = 'skip_if_any' | 'skip_if_all' | 'never_skip';
export type Value = number | string | boolean | null;
export type MissingReason = 'missing' | 'zero_denominator' | 'overflow' | 'not_a_number';

/** A result, or null with the reason; `assumedZero` names what counted as 0 because the author said so. */
export interface Outcome {
  value: Value;
  reason: MissingReason | null;
  assumedZero: string[];
}
/** Values by element code; a code that is absent is missing, like null. */
export type Values = Record<string, Value>;

/** Nothing, and why: travels through the formula in place of a value, and counts as null wherever null is looked at. */
class Gone {
  readonly reason: MissingReason;
  constructor(reason: MissingReason) {
    this.reason = reason;
  }
}
const missing = new Gone('missing');
const zeroDenominator = new Gone('zero_denominator');
const overflow = new Gone('overflow');
const notANumber = new Gone('not_a_number');

type Known = number | string | boolean;
type Got = Known | Gone;
type Step = (values: Values, zeros: Set<string>) => Got;

/** Computes a formula once; see `compileFormula` for many cells. */
export const evaluate = (tree: Node, values: Values, strategy: Missing = 'skip_if_any'): Outcome => compileFormula(tree, strategy)(values);

/**
 * A formula as a function of the values. `skip_if_any`: one missing reference makes the result missing, unless it stands in a function
 * that looks at missing values. `skip_if_all`: only when all are. `never_skip`: never; under these two a missing number counts as 0.
 * A zero denominator and an overflow are missing with their reason. Never gives NaN or an infinity.
 */
export function compileFormula(tree: Node, strategy: Missing): (values: Values) => Outcome {
  const step = compile(tree, strategy !== 'skip_if_any');
  const all = elementsOf(tree);
  const needed = [...new Set(neededBy(tree))];
  return (values) => {
    const gone = (code: string): boolean => read(values, code) === missing;
    const skipped = strategy === 'skip_if_any' ? needed.some(gone) : strategy === 'skip_if_all' && all.length > 0 && all.every(gone);
    if (skipped) return { value: null, reason: 'missing', assumedZero: [] };
    const zeros = new Set<string>();
    const got = step(values, zeros);
    const assumedZero = [...zeros].sort();
    return got instanceof Gone ? { value: null, reason: got.reason, assumedZero } : { value: got, reason: null, assumedZero };
  };
}

/** Elements whose absence is seen by the result: those outside the functions that look at missing values. */
function neededBy(node: Node): string[] {
  if (node.kind === 'element') return [node.code];
  if (node.kind === 'call' && functionNamed(node.name)?.looks) return [];
  return partsOf(node).flatMap(neededBy);
}

function read(values: Values, code: string): Got {
  const value = Object.hasOwn(values, code) ? values[code] : null;
  if (value === null || value === undefined) return missing;
  return typeof value === 'number' ? finite(value) : value;
}

/** Minus zero is zero: nobody reads it otherwise. */
const finite = (value: number): Got => (Number.isFinite(value) ? value + 0 : Number.isNaN(value) ? notANumber : overflow);

function compile(node: Node, zeroWhenMissing: boolean): Step {
  switch (node.kind) {
    case 'number':
    case 'text':
    case 'boolean': {
      const { value } = node;
      return () => value;
    }
    case 'null':
      return () => missing;
    case 'element':
      return element(node.code, zeroWhenMissing);
    case 'unary':
      return unary(node.op, compile(node.of, zeroWhenMissing));
    case 'chain': {
      const first = compile(node.first, zeroWhenMissing);
      const rest = node.rest.map((link) => ({ apply: signs[link.op], of: compile(link.of, zeroWhenMissing) }));
      return (values, zeros) => {
        let left = first(values, zeros);
        for (const { apply, of } of rest) left = apply(left, of(values, zeros));
        return left;
      };
    }
    case 'call':
      return call(node, zeroWhenMissing);
  }
}

function element(code: string, zeroWhenMissing: boolean): Step {
  if (!zeroWhenMissing) return (values) => read(values, code);
  return (values, zeros) => {
    const got = read(values, code);
    if (got !== missing) return got;
    zeros.add(code);
    return 0;
  };
}

function unary(op: '-' | '+' | '!', of: Step): Step {
  const wanted = op === '!' ? 'boolean' : 'number';
  return (values, zeros) => {
    const got = of(values, zeros);
    if (got instanceof Gone) return got;
    if (typeof got !== wanted) return notANumber;
    return op === '!' ? !got : op === '-' ? finite(-got) : got;
  };
}

const arithmetic = (of: (a: number, b: number) => Got) => (a: Got, b: Got): Got => {
  if (a instanceof Gone) return a;
  if (b instanceof Gone) return b;
  return typeof a === 'number' && typeof b === 'number' ? of(a, b) : notANumber;
};

const comparison = (of: (order: number) => boolean) => (a: Got, b: Got): Got => {
  if (a instanceof Gone) return a;
  if (b instanceof Gone) return b;
  return typeof a === typeof b ? of(order(a, b)) : notANumber;
};

/** Text by code point, not by the halves of a pair; numbers and booleans as they are. */
function order(a: Known, b: Known): number {
  if (a === b) return 0;
  if (typeof a !== 'string' || typeof b !== 'string') return a < b ? -1 : 1;
  const [left, right] = [[...a], [...b]];
  for (const [n, sign] of left.entries()) {
    const other = right[n];
    if (other === undefined) return 1;
    if (sign !== other) return (sign.codePointAt(0) ?? 0) < (other.codePointAt(0) ?? 0) ? -1 : 1;
  }
  return -1;
}

/** Three values: one `false` decides `&&`, one `true` decides `||`, whatever is not known beside it. */
const logic = (decisive: boolean) => (a: Got, b: Got): Got => {
  if (a === decisive || b === decisive) return decisive;
  if (a instanceof Gone) return a;
  if (b instanceof Gone) return b;
  return typeof a === 'boolean' && typeof b === 'boolean' ? !decisive : notANumber;
};

const signs: Record<Sign, (a: Got, b: Got) => Got> = {
  '+': arithmetic((a, b) => finite(a + b)), '-': arithmetic((a, b) => finite(a - b)), '*': arithmetic((a, b) => finite(a * b)),
  '/': arithmetic((a, b) => (b === 0 ? zeroDenominator : finite(a / b))),
  '==': comparison((n) => n === 0), '!=': comparison((n) => n !== 0), '<': comparison((n) => n < 0), '<=': comparison((n) => n <= 0),
  '>': comparison((n) => n > 0), '>=': comparison((n) => n >= 0), '&&': logic(false), '||': logic(true),
};

function call(node: Extract<Node, { kind: 'call' }>, zeroWhenMissing: boolean): Step {
  const known = functionNamed(node.name);
  if (!known) return () => missing; // the check has refused it
  const args = node.args.map((arg) => compile(arg, zeroWhenMissing && !known.looks));
  if (node.name === 'if') {
    const [test, yes, no] = args as [Step, Step, Step];
    return (values, zeros) => (test(values, zeros) === true ? yes : no)(values, zeros);
  }
  return (values, zeros) => {
    const got = args.map((arg) => arg(values, zeros));
    const gone = got.find((one) => one instanceof Gone);
    if (gone && !known.looks) return gone;
    if (!known.looks && got.some((one) => typeof one !== 'number')) return notANumber;
    const result = known.of(got.map((one) => (one instanceof Gone ? null : one)));
    if (result === null) return gone ?? missing;
    return typeof result === 'number' ? finite(result) : result;
  };
}
