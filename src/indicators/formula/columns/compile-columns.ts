import type { Reason } from '../arithmetic.ts';
import { compileFormula, type Formula } from '../compile.ts';
import { keyOf, type Missing, type Plan, type Shift, shiftBy, unshifted } from '../plan.ts';
import { type Call, childrenOf, type Node, type Reference } from '../tree.ts';
import { lookers, type TypeOf } from '../types.ts';
import * as loops from './loops.ts';
import type { Block, Loop } from './loops.ts';

/** Reasons by the number that stands for them in a column; 0 is none. */
export const reasons: (Reason | null)[] = [null, 'missing', 'zero_denominator', 'overflow', 'domain'];

/** A result for each row: NaN and the number of a reason where there is none. */
export interface Results {
  values: Float64Array;
  why: Uint8Array;
}
export interface ColumnFormula {
  plan: Plan;
  /** One column for each slot of the plan, NaN where the value is missing. Which zeros were assumed the closures tell, row by row. */
  compute(columns: Float64Array[], count: number): Results;
}

interface Op {
  loop: Loop;
  to: Block;
  on: [Operand, Operand, Operand];
}
/** A column of the formula by its number, which is read where it stands; else an intermediate result. */
type Operand = number | Block;
interface Scope {
  plan: Plan;
  shift: Shift;
  looking: boolean;
  zeroes: boolean;
  typeOf: TypeOf;
  needed: Set<number>;
  ops: Op[];
}

/** Rows that are worked on at once: their intermediate results stay near the processor. */
const blockSize = 1_024;
const filled = (value: number): Block => new Float64Array(blockSize).fill(value);
const zero = filled(0);

/**
 * A formula over columns instead of rows, for many cells at once; null where it has groups or texts, which are computed row by row. Numbers alone are
 * computed here: why a row has none, the closures say, but for what is missing under `skip_if_any`.
 */
export function compileColumns(tree: Node, missing: Missing, typeOf: TypeOf = () => 'number'): ColumnFormula | null {
  const formula = compileFormula(tree, missing, typeOf);
  const { plan } = formula;
  if (plan.groups.length > 0 || !isNumeric(tree, typeOf)) return null;
  const scope: Scope = { plan, shift: unshifted, looking: false, zeroes: missing !== 'skip_if_any', typeOf, needed: new Set(), ops: [] };
  const found = compile(tree, scope);
  if (scope.ops.at(-1)?.to !== found) put(scope, loops.same, found);
  const needed = missing === 'skip_if_any' ? [...scope.needed] : [];
  const beyond = isStrict(tree) ? [] : needed;
  const counted = missing === 'skip_if_all' ? plan.slots.flatMap((slot, n) => (slot.sigil === '[' ? [] : [n])) : [];
  return { plan, compute: (columns, count) => run(scope.ops, formula, { needed, beyond, counted, booleans: plan.slots.map((slot) => typeOf({ kind: 'reference', at: 0, ...slot }, false) === 'boolean') }, columns, count) };
}

interface Skip {
  /** Slots that must be there, and of them those whose absence the loops do not pass on by themselves. */
  needed: number[];
  beyond: number[];
  counted: number[];
  booleans: boolean[];
}

function run(ops: Op[], formula: Formula, skip: Skip, columns: Float64Array[], count: number): Results {
  const [values, why] = [new Float64Array(count), new Uint8Array(count)];
  for (let from = 0; from < count; from += blockSize) {
    const rows = Math.min(blockSize, count - from);
    const parts = columns.map((column) => column.subarray(from, from + rows));
    const result = values.subarray(from, from + rows);
    const last = ops.length - 1;
    const block = (operand: Operand): Block => (typeof operand === 'number' ? (parts[operand] as Block) : operand);
    ops.forEach(({ loop, to, on: [x, y, z] }, n) => loop(rows, n === last ? result : to, block(x), block(y), block(z)));
    skipRows(skip, parts, result, rows);
    explain(formula, skip, parts, { values: result, why: why.subarray(from, from + rows) }, rows);
  }
  return { values, why };
}

/** Rows in which something is missing that must be there have no number, whatever was computed. */
function skipRows({ beyond, counted }: Skip, parts: Block[], values: Block, rows: number): void {
  for (const n of beyond) {
    const part = parts[n] as Block;
    for (let i = 0; i < rows; i += 1) values[i] = (values[i] as number) + ((part[i] as number) - (part[i] as number));
  }
  for (let i = 0; i < rows && counted.length > 0; i += 1) if (counted.every((n) => Number.isNaN(parts[n]?.[i]))) values[i] = Number.NaN;
}

function explain(formula: Formula, { needed, booleans }: Skip, parts: Block[], { values, why }: Results, rows: number): void {
  for (let i = 0; i < rows; i += 1) {
    if (!Number.isNaN(values[i])) continue;
    why[i] = needed.some((n) => Number.isNaN(parts[n]?.[i])) ? 1 : reasons.indexOf(formula.compute({ values: parts.map((part, n) => given(part[i] as number, booleans[n])), groups: [] }).reason);
  }
}
const given = (value: number, boolean: boolean | undefined): number | boolean | null => (Number.isNaN(value) ? null : boolean ? value === 1 : value);

function isNumeric(node: Node, typeOf: TypeOf): boolean {
  switch (node.kind) {
    case 'text': case 'group': return false;
    case 'reference': return node.sigil === '[' || typeOf(node, false) === 'number' || typeOf(node, false) === 'boolean';
    case 'unary': case 'modified': case 'convert': return isNumeric(node.of, typeOf);
    case 'binary': return isNumeric(node.left, typeOf) && isNumeric(node.right, typeOf);
    case 'call': return node.name !== 'in' && node.args.every((arg) => isNumeric(arg, typeOf));
    default: return true;
  }
}

const passing = new Set(['round', 'floor', 'ceil', 'abs', 'sqrt', 'exp', 'log', 'log10', 'removeZeros', 'normalise', 'weighted']);
/** Whether a missing operand always leaves the result without a number. */
const isStrict = (node: Node): boolean => (node.kind === 'binary' ? node.op !== '&&' && node.op !== '||' : node.kind !== 'call' || passing.has(node.name)) && childrenOf(node).every(isStrict);

function put(scope: Scope, loop: Loop, x: Operand, y: Operand = zero, z: Operand = zero): Block {
  const to = new Float64Array(blockSize);
  scope.ops.push({ loop, to, on: [x, y, z] });
  return to;
}

const operators: Record<string, Loop> = { '+': loops.add, '-': loops.subtract, '*': loops.multiply, '/': loops.divide, '%': loops.remainder, '^': loops.power, '&&': loops.and, '||': loops.or, ...loops.comparisons };

function compile(node: Node, scope: Scope): Operand {
  switch (node.kind) {
    case 'number': return filled(node.value);
    case 'boolean': return filled(Number(node.value));
    case 'reference': return reference(node, scope);
    case 'modified': return compile(node.of, { ...scope, shift: shiftBy(scope.shift, node.by) });
    case 'convert': {
      const of = compile(node.of, scope);
      return node.over === 1 ? put(scope, loops.multiply, of, filled(node.times)) : put(scope, loops.divide, of, filled(node.over));
    }
    case 'unary': {
      const of = compile(node.of, scope);
      return node.op === '+' ? of : put(scope, node.op === '!' ? loops.not : loops.negative, of);
    }
    case 'binary': {
      const left = compile(node.left, scope);
      return put(scope, operators[node.op] as Loop, left, compile(node.right, scope));
    }
    case 'call': return call(node, scope);
    default: return filled(Number.NaN);
  }
}

function reference(node: Reference, scope: Scope): Operand {
  const key = keyOf(node, scope.shift);
  const n = scope.plan.slots.findIndex((slot) => slot.key === key);
  if (!scope.looking) scope.needed.add(n);
  return scope.looking || !scope.zeroes || scope.typeOf(node, false) === 'boolean' ? n : put(scope, loops.zeroed, n);
}

const single: Record<string, Loop> = {
  isNull: loops.isMissing, isNotNull: loops.isThere, floor: loops.floor, ceil: loops.ceil, abs: loops.absolute, sqrt: loops.squareRoot, exp: loops.exponential,
  log: loops.logarithm, log10: loops.logarithm10, removeZeros: loops.removeZeros, round: loops.roundTo, if: loops.choose,
};
const folded: Record<string, Loop> = { greatest: loops.greater, least: loops.lesser, firstNonNull: loops.firstOf };

function call(node: Call, around: Scope): Operand {
  const scope = lookers.has(node.name) ? { ...around, looking: true } : around;
  const args = node.args.map((arg) => compile(arg, scope)) as [Operand, ...Operand[]];
  const [a, b = zero, c = zero] = args;
  if (node.name === 'log' && args.length === 2) return put(scope, loops.logTo, a, b);
  if (node.name === 'normalise') return put(scope, loops.divide, put(scope, loops.subtract, a, b), put(scope, loops.subtract, c, b));
  if (node.name === 'weighted') return weighted(args, scope);
  const fold = folded[node.name];
  return fold ? args.slice(1).reduce((left, right) => put(scope, fold, left, right), a) : put(scope, single[node.name] as Loop, a, b, c);
}

function weighted(args: Operand[], scope: Scope): Block {
  const pairs = args.flatMap((one, n) => (n % 2 === 0 ? [[one, args[n + 1] as Operand] as const] : []));
  const sum = pairs.map(([x, weight]): Operand => put(scope, loops.multiply, x, weight)).reduce((left, right) => put(scope, loops.add, left, right));
  return put(scope, loops.divide, sum, pairs.map(([, weight]) => weight).reduce((left, right) => put(scope, loops.add, left, right)));
}
