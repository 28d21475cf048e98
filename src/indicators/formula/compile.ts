import { aggregate, type Member, median, percentile } from './aggregate.ts';
import { divide, finite, power, remainder, type Reason, type Trouble } from './arithmetic.ts';
import { type Closure, calls, compare, isNone, type Result, type Run } from './compile-calls.ts';
import { type Frame, keyOf, type Missing, type Plan, type Shift, shiftBy, unshifted, type Value } from './plan.ts';
import type { Binary, Group, Node, Reference } from './tree.ts';
import { lookers, type TypeOf } from './types.ts';

/** A result, or null with the reason; `assumedZero` names what counted as 0 because the author said so. */
export interface Outcome {
  value: Value;
  reason: Reason | null;
  assumedZero: string[];
}

/** A formula ready to be computed, as often as wanted. */
export interface Formula {
  plan: Plan;
  compute(frame: Frame): Outcome;
}

interface Scope {
  plan: Plan;
  shift: Shift;
  /** Under `skip_if_any` nothing is assumed; inside functions that look at what is missing, and inside groups, neither. */
  looking: boolean;
  zeroes: boolean;
  typeOf: TypeOf;
  /** Slots and groups whose absence makes the result missing under `skip_if_any`. */
  needed: { slots: Set<number>; groups: Set<number> };
}

/** Turns a checked tree into closures. `typeOf` says which references are no numbers: those are never assumed zero. */
export function compileFormula(tree: Node, missing: Missing, typeOf: TypeOf = () => 'number'): Formula {
  const plan: Plan = { slots: [], groups: [] };
  const needed: Scope['needed'] = { slots: new Set(), groups: new Set() };
  const closure = compile(tree, { plan, shift: unshifted, looking: false, zeroes: missing !== 'skip_if_any', typeOf, needed });
  const [slots, groups] = [[...needed.slots], [...needed.groups]];
  const counted = plan.slots.flatMap((slot, n) => (slot.sigil === '[' ? [] : [n]));
  const skipped = (frame: Frame): boolean => {
    if (missing === 'never_skip') return false;
    if (missing === 'skip_if_any') return slots.some((n) => isNone(frame.values[n] ?? null)) || groups.some((n) => !frame.groups[n]?.some(holdsAny(plan.groups[n]?.plan as Plan)));
    return counted.length + plan.groups.length > 0 && !counted.some((n) => !isNone(frame.values[n] ?? null)) && !frame.groups.some((frames, n) => frames.some(holdsAny(plan.groups[n]?.plan as Plan)));
  };
  return {
    plan,
    compute(frame) {
      if (skipped(frame)) return { value: null, reason: 'missing', assumedZero: [] };
      const run: Run = { ...frame, zeros: null };
      return outcome(closure(run), run);
    },
  };
}

/** Whether anything of a group was there; `[days]` always is, and says nothing. */
const holdsAny = (plan: Plan) => (frame: Frame): boolean =>
  frame.values.some((value, n) => value !== null && plan.slots[n]?.sigil !== '[') || frame.groups.some((frames, n) => frames.some(holdsAny(plan.groups[n]?.plan as Plan)));

function outcome(found: Result, { zeros }: Run): Outcome {
  const assumedZero = zeros ? [...zeros].sort() : [];
  if (found === null) return { value: null, reason: 'missing', assumedZero };
  if (typeof found === 'object') return { value: null, reason: found.reason, assumedZero };
  return { value: typeof found === 'number' ? found + 0 : found, reason: null, assumedZero }; // + 0: there is one zero
}

function compile(node: Node, scope: Scope): Closure {
  switch (node.kind) {
    case 'number':
    case 'text':
    case 'boolean': {
      const { value } = node;
      return () => value;
    }
    case 'null':
      return () => null;
    case 'reference':
      return reference(node, scope);
    case 'modified':
      return compile(node.of, { ...scope, shift: shiftBy(scope.shift, node.by) });
    case 'convert': {
      const { times, over } = node;
      return onNumber(compile(node.of, scope), over === 1 ? (x) => finite(x * times) : (x) => finite(x / over));
    }
    case 'unary': {
      const of = compile(node.of, scope);
      if (node.op === '!') return (run) => { const x = of(run); return typeof x === 'boolean' ? !x : x; };
      return node.op === '-' ? onNumber(of, (x) => -x) : of;
    }
    case 'binary':
      return binary(node, compile(node.left, scope), compile(node.right, scope));
    case 'call': {
      const inside = lookers.has(node.name) ? { ...scope, looking: true } : scope;
      return (calls[node.name] as (args: Closure[]) => Closure)(node.args.map((arg) => compile(arg, inside)));
    }
    case 'group':
      return group(node, scope);
  }
}

const onNumber = (of: Closure, work: (x: number) => number | Trouble): Closure => (run) => {
  const x = of(run);
  return typeof x === 'number' ? work(x) : x;
};

function reference(node: Reference, scope: Scope): Closure {
  const { plan, shift, looking } = scope;
  const key = keyOf(node, shift);
  const found = plan.slots.findIndex((slot) => slot.key === key);
  const n = found < 0 ? plan.slots.push({ key, sigil: node.sigil, code: node.code, options: node.options, shift }) - 1 : found;
  if (!looking) scope.needed.slots.add(n);
  const type = scope.typeOf(node, looking);
  if (looking || !scope.zeroes || (type !== 'number' && type !== 'any')) return (run) => run.values[n] ?? null;
  return (run) => {
    const value = run.values[n] ?? null;
    if (value !== null) return value;
    (run.zeros ??= new Set()).add(key);
    return 0;
  };
}

function binary(node: Binary, left: Closure, right: Closure): Closure {
  const numbers = (work: (a: number, b: number) => number | Trouble): Closure => (run) => {
    const a = left(run);
    const b = right(run);
    return typeof a !== 'number' ? a : typeof b !== 'number' ? b : work(a, b);
  };
  switch (node.op) {
    case '+': return numbers((a, b) => finite(a + b));
    case '-': return numbers((a, b) => finite(a - b));
    case '*': return numbers((a, b) => finite(a * b));
    case '/': return numbers(divide);
    case '%': return numbers(remainder);
    case '^': return numbers(power);
    case '&&': return logic(left, right, false);
    case '||': return logic(left, right, true);
    default: return (run) => {
      const a = left(run);
      const b = right(run);
      return isNone(a) ? a : isNone(b) ? b : compare(node.op, a, b);
    };
  }
}

/** Three-valued: what decides (false for `&&`, true for `||`) decides even beside what is not known. */
const logic = (left: Closure, right: Closure, decides: boolean): Closure => (run) => {
  const a = left(run);
  const b = right(run);
  if (a === decides || b === decides) return decides;
  return isNone(a) ? a : isNone(b) ? b : !decides;
};

function group(node: Group, scope: Scope): Closure {
  const plan: Plan = { slots: [], groups: [] };
  const n = scope.plan.groups.push({ over: node.over, shift: scope.shift, plan }) - 1;
  if (!scope.looking) scope.needed.groups.add(n);
  const body = compile(node.of, { ...scope, plan, shift: unshifted, looking: true, needed: { slots: new Set(), groups: new Set() } });
  const share = node.share ? compile(node.share, scope) : null;
  const combine = combiner(node, scope.shift);
  const plain = node.of.kind === 'reference'; // then the members are stored decimals
  return (run) => {
    const of = share ? share(run) : null;
    if (share && typeof of !== 'number') return of;
    const found = (run.groups[n] ?? []).map((frame) => ({ frame, value: body({ ...frame, zeros: null }) }));
    const members = found.flatMap(({ frame, value }): Member[] => (typeof value === 'number' ? [{ value, exact: (plain && frame.exact?.[0]) || String(value) }] : []));
    if (members.length > 0) return combine(members, of as number);
    const trouble = found.find(({ value }) => value !== null)?.value;
    if (trouble !== undefined || scope.looking || !scope.zeroes) return trouble ?? null;
    for (const [at, slot] of plan.slots.entries()) if (slot.sigil !== '[' && !found.some(({ frame }) => (frame.values[at] ?? null) !== null)) (run.zeros ??= new Set()).add(slot.key);
    return 0;
  };
}

function combiner(node: Group, shift: Shift): (members: Member[], share: number) => number | Trouble {
  if (node.name === 'median') return median;
  if (node.name === 'percentile') return percentile;
  const type = node.name === 'avg' ? 'AVERAGE' : node.name === 'stddev' ? 'STDDEV' : node.name === 'subExpression' ? (shift.aggregation ?? 'SUM') : 'SUM';
  return (members) => aggregate(type, members);
}
