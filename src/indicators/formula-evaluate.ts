import { elementsOf, type Node } from './formula-parser.ts';

export type Missing = 'skip_if_any' | 'skip_if_all' | 'never_skip';
export type Value = number | string | boolean | null;
export type MissingReason = 'missing' | 'zero_denominator' | 'overflow' | 'not_a_number';

/** A result, or null with the reason; `assumedZero` names what counted as 0 because the author said so. */
export interface Outcome {
  value: Value;
  reason: MissingReason | null;
  assumedZero: string[];
}

interface Run {
  values: Record<string, Value>;
  zeroWhenMissing: boolean;
  reason: MissingReason | null;
  assumedZero: Set<string>;
}

/** Calls that may look at a missing value: inside them it is null, under every strategy. */
const lookers = new Set(['isNull', 'isNotNull', 'firstNonNull', 'greatest', 'least']);

/** Elements whose absence makes the result missing under `skip_if_any`: those outside the lookers. */
function neededBy(node: Node): string[] {
  if (node.kind === 'element') return [node.code];
  if (node.kind === 'unary') return neededBy(node.of);
  if (node.kind === 'binary') return [...neededBy(node.left), ...neededBy(node.right)];
  if (node.kind === 'call' && !lookers.has(node.name)) return node.args.flatMap(neededBy);
  return [];
}

/** Computes a formula; a code absent from `values` is missing. Never gives NaN or an infinity. */
export function evaluate(tree: Node, values: Record<string, Value>, missing: Missing = 'skip_if_any'): Outcome {
  const there = (code: string): boolean => (values[code] ?? null) !== null;
  const all = elementsOf(tree);
  const nothing: Outcome = { value: null, reason: 'missing', assumedZero: [] };
  if (missing === 'skip_if_any' && !neededBy(tree).every(there)) return nothing;
  if (missing === 'skip_if_all' && all.length > 0 && !all.some(there)) return nothing;
  const run: Run = { values, zeroWhenMissing: missing !== 'skip_if_any', reason: null, assumedZero: new Set() };
  const value = compute(tree, run, false);
  return { value, reason: value === null ? (run.reason ?? 'missing') : null, assumedZero: [...run.assumedZero].sort() };
}

function compute(node: Node, run: Run, looking: boolean): Value {
  switch (node.kind) {
    case 'number':
    case 'text':
    case 'boolean':
      return node.value;
    case 'null':
      return null;
    case 'element': {
      const value = run.values[node.code] ?? null;
      if (value !== null || looking || !run.zeroWhenMissing) return value;
      run.assumedZero.add(node.code);
      return 0;
    }
    case 'unary':
      return unary(node.op, compute(node.of, run, looking));
    case 'binary':
      return binary(node, run, looking);
    case 'call':
      return call(node, run, looking);
  }
}

function unary(op: '-' | '+' | '!', of: Value): Value {
  if (of === null) return null;
  if (op === '!') return typeof of === 'boolean' ? !of : null;
  if (typeof of !== 'number') return null;
  return op === '-' ? -of : of;
}

function binary(node: Extract<Node, { kind: 'binary' }>, run: Run, looking: boolean): Value {
  const left = compute(node.left, run, looking);
  const right = compute(node.right, run, looking);
  if (node.op === '&&') return left === false || right === false ? false : left === null || right === null ? null : true;
  if (node.op === '||') return left === true || right === true ? true : left === null || right === null ? null : false;
  if (left === null || right === null) return null;
  if ('+-*/'.includes(node.op)) return typeof left === 'number' && typeof right === 'number' ? arithmetic(node.op, left, right, run) : wrong(run);
  if (typeof left !== typeof right) return wrong(run);
  switch (node.op) {
    case '==': return left === right;
    case '!=': return left !== right;
    case '<': return left < right;
    case '<=': return left <= right;
    case '>': return left > right;
    default: return left >= right;
  }
}

function wrong(run: Run): null {
  run.reason = 'not_a_number';
  return null;
}

function arithmetic(op: string, left: number, right: number, run: Run): number | null {
  if (op === '/' && right === 0) {
    run.reason = 'zero_denominator';
    return null;
  }
  const result = op === '+' ? left + right : op === '-' ? left - right : op === '*' ? left * right : left / right;
  if (Number.isFinite(result)) return result;
  run.reason = 'overflow';
  return null;
}

function call(node: Extract<Node, { kind: 'call' }>, run: Run, looking: boolean): Value {
  if (node.name === 'if') {
    const [test, yes, no] = node.args as [Node, Node, Node];
    return compute(compute(test, run, looking) === true ? yes : no, run, looking);
  }
  const args = node.args.map((arg) => compute(arg, run, looking || lookers.has(node.name)));
  if (node.name === 'isNull') return args[0] === null;
  if (node.name === 'isNotNull') return args[0] !== null;
  if (node.name === 'firstNonNull') return args.find((arg) => arg !== null) ?? null;
  const numbers = args.filter((arg) => typeof arg === 'number');
  if (node.name === 'round') return numbers.length === args.length ? roundHalfAway(numbers[0] ?? 0, numbers[1] ?? 0) : null;
  if (numbers.length === 0) return null;
  return node.name === 'greatest' ? Math.max(...numbers) : Math.min(...numbers);
}

/** Rounds half away from zero on the shortest decimal text: round(1.005, 2) is 1.01, as a reader expects. */
export function roundHalfAway(value: number, places = 0): number {
  const [digits = '0', exponent = '0'] = Math.abs(value).toExponential().split('e');
  const shift = Math.trunc(places);
  const scaled = Number(`${digits}e${Number(exponent) + shift}`);
  if (!Number.isFinite(scaled)) return value;
  const [whole = '0', e = '0'] = Math.floor(scaled + 0.5).toExponential().split('e');
  const rounded = Number(`${whole}e${Number(e) - shift}`);
  return value < 0 && rounded !== 0 ? -rounded : rounded;
}
