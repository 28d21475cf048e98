import { logarithm, logarithm10, logarithmTo, squareRoot, finite } from '../arithmetic.ts';
import { compileFormula } from '../compile.ts';
import { keyOf, type Missing, type Plan, type Shift, shiftBy, unshifted } from '../plan.ts';
import type { Call, Node, Reference } from '../tree.ts';
import { lookers, type TypeOf } from '../types.ts';
import * as loops from './loops.ts';
import type { Block, Loop } from './loops.ts';

/** A result for each row: NaN and the number of a reason where there is none (`reasons` in loops.ts). */
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
  out: Block;
  on: [Block, Block, Block];
}
interface Scope {
  plan: Plan;
  shift: Shift;
  looking: boolean;
  zeroes: boolean;
  typeOf: TypeOf;
  slots: Block[];
  needed: Set<number>;
  ops: Op[];
  /** Whether whatever is missing makes the result missing in any case, so that only rows without a number are to be looked at. */
  strict: boolean;
}

const { blockSize } = loops;
const newBlock = (): Block => ({ values: new Float64Array(blockSize), why: new Uint8Array(blockSize) });
const missing = new Uint8Array(blockSize).fill(1);
const filled = (value: number): Block => ({ values: new Float64Array(blockSize).fill(value), why: missing });
const strictCalls = new Set(['round', 'floor', 'ceil', 'abs', 'sqrt', 'exp', 'log', 'log10', 'removeZeros', 'normalise', 'weighted']);

/** A formula over columns instead of rows, for many cells at once; null where it has groups or texts, which are computed row by row. */
export function compileColumns(tree: Node, strategy: Missing, typeOf: TypeOf = () => 'number'): ColumnFormula | null {
  const { plan } = compileFormula(tree, strategy, typeOf);
  if (plan.groups.length > 0 || !isNumeric(tree, typeOf)) return null;
  const scope: Scope = {
    plan, shift: unshifted, looking: false, zeroes: strategy !== 'skip_if_any', typeOf, needed: new Set(), ops: [], strict: true,
    slots: plan.slots.map(() => ({ values: missingValues, why: missing })),
  };
  const found = compile(tree, scope);
  const root = scope.ops.at(-1)?.out === found ? found : put(scope, loops.same, found);
  const counted = plan.slots.flatMap((slot, n) => (slot.sigil === '[' ? [] : [n]));
  const skip = strategy === 'never_skip' ? null : strategy === 'skip_if_all' ? skipAll(scope.slots, counted) : skipAny(scope.slots, [...scope.needed], scope.strict);
  return { plan, compute: (columns, count) => run(scope, root, columns, count, skip) };
}
const missingValues = new Float64Array(blockSize).fill(Number.NaN);

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

type Skip = (count: number, out: Block, any: boolean) => void;

const skipAny = (slots: Block[], needed: number[], strict: boolean): Skip => (count, out, any) => {
  if (strict && !any) return;
  for (const n of needed) {
    const { values } = slots[n] as Block;
    for (let i = 0; i < count; i += 1) {
      if (!Number.isNaN(values[i])) continue;
      out.values[i] = Number.NaN;
      out.why[i] = 1;
    }
  }
};

const skipAll = (slots: Block[], counted: number[]): Skip => (count, out) => {
  for (let i = 0; i < count && counted.length > 0; i += 1) {
    if (!counted.every((n) => Number.isNaN((slots[n] as Block).values[i]))) continue;
    out.values[i] = Number.NaN;
    out.why[i] = 1;
  }
};

function run({ slots, ops }: Scope, root: Block, columns: Float64Array[], count: number, skip: Skip | null): Results {
  const results = { values: new Float64Array(count), why: new Uint8Array(count) };
  for (let from = 0; from < count; from += blockSize) {
    const rows = Math.min(blockSize, count - from);
    slots.forEach((slot, n) => {
      slot.values = (columns[n] as Float64Array).subarray(from, from + rows);
    });
    root.values = results.values.subarray(from, from + rows);
    root.why = results.why.subarray(from, from + rows);
    let any = false;
    for (const { loop, out, on } of ops) any = loop(rows, out, on[0], on[1], on[2]);
    skip?.(rows, root, any);
  }
  return results;
}

function put(scope: Scope, loop: Loop, a: Block, b: Block = zero, c: Block = zero): Block {
  const out = newBlock();
  scope.ops.push({ loop, out, on: [a, b, c] });
  return out;
}
const zero = filled(0);

const operators: Record<string, Loop> = { '+': loops.add, '-': loops.subtract, '*': loops.multiply, '/': loops.divide, '%': loops.rest, '^': loops.raise, '&&': loops.and, '||': loops.or, ...loops.comparisons };

function compile(node: Node, scope: Scope): Block {
  switch (node.kind) {
    case 'number': return filled(node.value);
    case 'boolean': return filled(Number(node.value));
    case 'reference': return reference(node, scope);
    case 'modified': return compile(node.of, inside(scope, { shift: shiftBy(scope.shift, node.by) }));
    case 'convert': {
      const of = compile(node.of, scope);
      return node.over === 1 ? put(scope, loops.multiply, of, filled(node.times)) : put(scope, loops.divide, of, filled(node.over));
    }
    case 'unary': {
      const of = compile(node.of, scope);
      return node.op === '+' ? of : put(scope, node.op === '!' ? loops.not : loops.negative, of);
    }
    case 'binary': {
      if (node.op === '&&' || node.op === '||') scope.strict = false;
      const left = compile(node.left, scope);
      return put(scope, operators[node.op] as Loop, left, compile(node.right, scope));
    }
    case 'call': return call(node, scope);
    default: return filled(Number.NaN);
  }
}

/** The same scope elsewhere: what is found of the formula is kept in the one that was begun with. */
function inside(scope: Scope, changed: Partial<Scope>): Scope {
  return Object.defineProperty({ ...scope, ...changed }, 'strict', { get: () => scope.strict, set: (to: boolean) => { scope.strict = to; } });
}

function reference(node: Reference, scope: Scope): Block {
  const key = keyOf(node, scope.shift);
  const n = scope.plan.slots.findIndex((slot) => slot.key === key);
  const slot = scope.slots[n] as Block;
  if (!scope.looking) scope.needed.add(n);
  return scope.looking || !scope.zeroes || scope.typeOf(node, false) === 'boolean' ? slot : put(scope, loops.zeroed, slot);
}

const single: Record<string, Loop> = {
  isNull: loops.missingIs(1), isNotNull: loops.missingIs(0), floor: loops.floor, ceil: loops.ceil, abs: loops.absolute, sqrt: loops.each(squareRoot), exp: loops.each((x) => finite(Math.exp(x))),
  log: loops.each(logarithm), log10: loops.each(logarithm10), removeZeros: loops.each((x) => (x === 0 ? null : x)), round: loops.roundTo,
};
const folded: Record<string, Loop> = { greatest: loops.greater, least: loops.lesser, firstNonNull: loops.firstOf };

function call(node: Call, around: Scope): Block {
  if (!strictCalls.has(node.name)) around.strict = false;
  const scope = lookers.has(node.name) ? inside(around, { looking: true }) : around;
  const args = node.args.map((arg) => compile(arg, scope)) as [Block, ...Block[]];
  const [a, b, c] = args as unknown as [Block, Block, Block];
  if (node.name === 'if') return put(scope, loops.choose, a, b, c);
  if (node.name === 'log' && args.length === 2) return put(scope, loops.each(logarithmTo), a, b);
  if (node.name === 'normalise') return put(scope, loops.unless, put(scope, loops.unless, put(scope, loops.divide, put(scope, loops.subtract, a, b), put(scope, loops.subtract, c, b)), b, c), a, zero);
  if (node.name === 'weighted') return weighted(args, scope);
  const fold = folded[node.name];
  return fold ? args.slice(1).reduce((left, right) => put(scope, fold, left, right), args.length === 1 ? put(scope, fold, a, a) : a) : put(scope, single[node.name] as Loop, a, b ?? zero);
}

function weighted(args: Block[], scope: Scope): Block {
  const pairs = args.flatMap((one, n) => (n % 2 === 0 ? [[one, args[n + 1] as Block] as const] : []));
  const sum = pairs.map(([x, weight]) => put(scope, loops.multiply, x, weight)).reduce((left, right) => put(scope, loops.add, left, right));
  const found = put(scope, loops.divide, sum, pairs.map(([, weight]) => weight).reduce((left, right) => put(scope, loops.add, left, right)));
  // From the last pair to the first, so that the first that is not there is told.
  return pairs.reduceRight((inner, [x, weight]) => put(scope, loops.unless, inner, x, weight), found);
}
