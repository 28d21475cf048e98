import { keyOf, type Missing, type Plan, type Shift, shiftBy, unshifted } from '../plan.ts';
import { type Call, childrenOf, type Node, type Reference } from '../tree.ts';
import { lookers, type TypeOf } from '../types.ts';

export interface Written {
  /** The body of a function of `columns, count, values, why, explain, round, log`. */
  text: string;
}
interface Scope {
  plan: Plan;
  shift: Shift;
  looking: boolean;
  zeroes: boolean;
  typeOf: TypeOf;
  needed: Set<number>;
  /** Statements of the loop, in order; each result has a name of its own. */
  lines: string[];
}

/**
 * A loop in JavaScript that computes a formula for each row: NaN stands for no number, 1 and 0 for true and false. It is put together from the operators
 * below, names that are counted (`n12`, `s3`), and numbers; codes and texts of the formula never become part of it. Null where it has texts or `in`.
 */
export function writeLoop(tree: Node, plan: Plan, missing: Missing, typeOf: TypeOf): Written | null {
  if (!isNumeric(tree, typeOf)) return null;
  const scope: Scope = { plan, shift: unshifted, looking: false, zeroes: missing !== 'skip_if_any', typeOf, needed: new Set(), lines: [] };
  const result = number(tree, scope);
  const counted = plan.slots.flatMap((slot, n) => (slot.sigil === '[' ? [] : [n]));
  const gone = (slots: number[], op: string): string => slots.map((n) => `s${n} !== s${n}`).join(op) || 'false';
  const skip = missing === 'never_skip' ? 'false' : missing === 'skip_if_any' ? gone([...scope.needed], ' || ') : gone(counted, ' && ');
  const text = `${plan.slots.map((_, n) => `const c${n} = columns[${n}];`).join('\n')}
for (let i = 0; i < count; i += 1) {
${plan.slots.map((_, n) => `const s${n} = c${n}[i];`).join('\n')}
if (${skip}) { values[i] = NaN; why[i] = 1; continue; }
${scope.lines.join('\n')}
const result = ${result};
values[i] = result + 0;
if (result !== result) why[i] = explain(i);
}`;
  return { text };
}

function isNumeric(node: Node, typeOf: TypeOf): boolean {
  if (node.kind === 'text' || node.kind === 'group' || (node.kind === 'call' && ['in', 'contains', 'containsItems'].includes(node.name))) return false;
  if (node.kind === 'reference') return node.sigil === '[' || ['number', 'boolean'].includes(typeOf(node, false));
  return childrenOf(node).every((child) => isNumeric(child, typeOf));
}

/** Names a result; `r - r` is 0, or NaN where r is infinite: what overflows is no number. */
function named(scope: Scope, text: string, finite = true): string {
  const name = `n${scope.lines.length}`;
  scope.lines.push(finite ? `const ${name} = ${text};` : `let ${name} = ${text}; if (${name} - ${name} !== 0) ${name} = NaN;`);
  return name;
}

const written = (value: number): string => (value < 0 || Object.is(value, -0) ? `(${value})` : String(value));

function number(node: Node, scope: Scope): string {
  switch (node.kind) {
    case 'number': return written(node.value);
    case 'reference': return reference(node, scope);
    case 'modified': return number(node.of, { ...scope, shift: shiftBy(scope.shift, node.by) });
    case 'convert': return named(scope, `${number(node.of, scope)} ${node.over === 1 ? `* ${written(node.times)}` : `/ ${written(node.over)}`}`, false);
    case 'unary': return node.op === '!' ? truth(node, scope) : node.op === '-' ? named(scope, `-${number(node.of, scope)}`) : number(node.of, scope);
    case 'binary': return '+-*/%^'.includes(node.op) ? arithmetic(node.op, number(node.left, scope), number(node.right, scope), scope) : truth(node, scope);
    case 'call': return call(node, scope);
    case 'boolean': return node.value ? '1' : '0';
    default: return 'NaN';
  }
}

function arithmetic(op: string, a: string, b: string, scope: Scope): string {
  if (op === '%') return named(scope, `${a} - ${b} * Math.trunc(${a} / ${b})`, false);
  if (op === '^') return named(scope, `${a} ** ${b} + (${a} - ${a})`, false); // NaN ** 0 would be 1
  return named(scope, `${a} ${op} ${b}`, false);
}

function reference(node: Reference, scope: Scope): string {
  const key = keyOf(node, scope.shift);
  const n = scope.plan.slots.findIndex((slot) => slot.key === key);
  if (!scope.looking) scope.needed.add(n);
  return scope.looking || !scope.zeroes || scope.typeOf(node, false) === 'boolean' ? `s${n}` : `(s${n} !== s${n} ? 0 : s${n})`;
}

/** True, false or not known, as a number. */
function truth(node: Node, scope: Scope): string {
  const [yes, no] = tests(node, scope);
  return named(scope, `${yes} ? 1 : ${no} ? 0 : NaN`);
}

/** When a condition is true, and when it is false; else it is not known. Nothing is compared with NaN and found true. */
function tests(node: Node, scope: Scope): [yes: string, no: string] {
  if (node.kind === 'unary' && node.op === '!') return tests(node.of, scope).reverse() as [string, string];
  if (node.kind === 'binary' && (node.op === '&&' || node.op === '||')) {
    const [[leftYes, leftNo], [rightYes, rightNo]] = [tests(node.left, scope), tests(node.right, scope)];
    return node.op === '&&' ? [`(${leftYes} && ${rightYes})`, `(${leftNo} || ${rightNo})`] : [`(${leftYes} || ${rightYes})`, `(${leftNo} && ${rightNo})`];
  }
  if (node.kind === 'binary' && node.op in opposites) {
    const [a, b] = [number(node.left, scope), number(node.right, scope)];
    const test = (op: string): string => (op === '!=' ? `(${a} < ${b} || ${a} > ${b})` : `${a} ${op === '==' ? '===' : op} ${b}`);
    return [test(node.op), test(opposites[node.op] as string)];
  }
  if (node.kind === 'call' && (node.name === 'isNull' || node.name === 'isNotNull')) {
    const x = number(node.args[0] as Node, { ...scope, looking: true });
    const [gone, there] = [`${x} !== ${x}`, `${x} === ${x}`];
    return node.name === 'isNull' ? [gone, there] : [there, gone];
  }
  const x = number(node, scope);
  return [`${x} === 1`, `${x} === 0`];
}
const opposites: Record<string, string> = { '<': '>=', '<=': '>', '>': '<=', '>=': '<', '==': '!=', '!=': '==' };

const single: Record<string, (x: string) => string> = {
  floor: (x) => `Math.floor(${x})`, ceil: (x) => `Math.ceil(${x})`, abs: (x) => `Math.abs(${x})`, sqrt: (x) => `Math.sqrt(${x})`, exp: (x) => `Math.exp(${x})`,
  log: (x) => `Math.log(${x})`, log10: (x) => `Math.log10(${x})`, removeZeros: (x) => `${x} === 0 ? NaN : ${x}`,
};
/** Of two the one that counts, where the first may be missing or both. */
const folded: Record<string, (a: string, b: string) => string> = {
  greatest: (a, b) => `${b} > ${a} || ${a} !== ${a} ? ${b} : ${a}`, least: (a, b) => `${b} < ${a} || ${a} !== ${a} ? ${b} : ${a}`, firstNonNull: (a, b) => `${a} !== ${a} ? ${b} : ${a}`,
};

function call(node: Call, around: Scope): string {
  if (node.name === 'isNull' || node.name === 'isNotNull') return truth(node, around);
  const scope = lookers.has(node.name) ? { ...around, looking: true } : around;
  if (node.name === 'if') {
    const [yes] = tests(node.args[0] as Node, scope);
    const [a, b] = node.args.slice(1).map((arg) => number(arg, scope));
    return named(scope, `${yes} ? ${a} : ${b}`);
  }
  const args = node.args.map((arg) => number(arg, scope)) as [string, ...string[]];
  const [a, b = '0', c = '0'] = args;
  if (node.name === 'round') return named(scope, `round(${a}, ${b})`);
  if (node.name === 'log' && args.length === 2) return named(scope, `log(${a}, ${b})`);
  if (node.name === 'normalise') return arithmetic('/', arithmetic('-', a, b, scope), arithmetic('-', c, b, scope), scope);
  if (node.name === 'weighted') return weighted(args, scope);
  const fold = folded[node.name];
  if (fold) return args.slice(1).reduce((left, right) => named(scope, fold(left, right)), a);
  return named(scope, (single[node.name] as (x: string) => string)(a), false);
}

function weighted(args: string[], scope: Scope): string {
  const pairs = args.flatMap((x, n) => (n % 2 === 0 ? [[x, args[n + 1] as string] as const] : []));
  const sum = pairs.map(([x, weight]) => arithmetic('*', x, weight, scope)).reduce((left, right) => arithmetic('+', left, right, scope));
  return arithmetic('/', sum, pairs.map(([, weight]) => weight).reduce((left, right) => arithmetic('+', left, right, scope)), scope);
}
