import { compileFormula } from '../compile.ts';
import { keyOf, type Missing, type Plan, type Shift, shiftBy, unshifted } from '../plan.ts';
import { type Call, childrenOf, type Group, type Node, type Reference } from '../tree.ts';
import type { Type } from '../functions.ts';
import { lookers, type TypeOf } from '../types.ts';
import { binary, calls, divide, invert, multiply, negate } from './calls.ts';
import { type Atom, type Chain, type Kind, newChain } from './chain.ts';
import { domain, isNone, isThere, overflow, zeroDenominator } from './guarded.ts';
import { combined } from './groups.ts';

/** A formula as SQL over rows that hold a column for each slot of its plan (`s0`, `s1`, …) and one for each group (`g0`, …: a numeric array). */
export interface SqlFormula {
  plan: Plan;
  /** What a column holds: a number as double precision, true and false as 1 and 0, a text. */
  slots: Kind[];
  kind: Kind;
  /** The query's columns, and `value`, `reason` and `assumed_zero`. */
  over(from: string): string;
}

/** Why a formula is left to the closures. Nothing else is. */
export const leftToClosures = ['a group over a computed value, or over groups', 'a reference that is a text here and a number there', 'a text that PostgreSQL does not hold (\\0, half a surrogate pair)', 'more than 60 steps that stand on one another'] as const;
export class LeftToClosures extends Error {
  readonly why: (typeof leftToClosures)[number];
  constructor(why: (typeof leftToClosures)[number]) {
    super(why);
    this.why = why;
  }
}
const deepest = 60;

interface Scope {
  chain: Chain;
  plan: Plan;
  shift: Shift;
  looking: boolean;
  zeroes: boolean;
  typeOf: TypeOf;
  slots: (Kind | undefined)[];
  needed: { slots: Set<number>; groups: Set<number> };
  nextGroup: { n: number };
  /** What must hold for a node to be computed at all: a zero is named only where it was used. */
  path: string[];
  uses: { key: string; when: string }[];
}

/** Turns a checked tree into SQL that never raises and agrees with the closures; throws `LeftToClosures`. */
export function compileSql(tree: Node, missing: Missing, typeOf: TypeOf = () => 'number'): SqlFormula {
  const { plan } = compileFormula(tree, missing, typeOf);
  const scope: Scope = {
    chain: newChain(), plan, shift: unshifted, looking: false, zeroes: missing !== 'skip_if_any', typeOf, slots: plan.slots.map(() => undefined),
    needed: { slots: new Set(), groups: new Set() }, nextGroup: { n: 0 }, path: [], uses: [],
  };
  const root = compile(tree, scope, 'number');
  if (root.level > deepest) throw new LeftToClosures('more than 60 steps that stand on one another');
  const skipped = skips(plan, missing, scope.needed);
  const zeros = [...Map.groupBy(scope.uses, ({ key }) => key)].sort(([a], [b]) => (a < b ? -1 : 1));
  const assumed = zeros.length === 0 ? "'{}'::text[]" : `case when ${skipped} then '{}'::text[] else array_remove(array[${zeros.map(([key, uses]) => `case when ${uses.map(({ when }) => when).join(' or ')} then ${quoted(key)} end`).join(', ')}], null) end`;
  return {
    plan, slots: scope.slots.map((kind) => kind ?? 'number'), kind: root.kind,
    over: (from) => `select *, ${outcome(root, skipped)}, ${assumed} as assumed_zero from (${scope.chain.over(from)} offset 0) q`,
  };
}

function outcome({ sql, kind }: Atom, skipped: string): string {
  if (kind === 'text') return `case when not (${skipped}) then ${sql} end as value, case when ${sql} is null or ${skipped} then 'missing' end as reason`;
  const value = kind === 'boolean' ? `${sql} = 1` : `${sql} + 0`; // + 0: there is one zero
  return `case when not (${skipped}) and ${isThere(sql)} then ${value} end as value,
    case when ${skipped} or ${sql} is null then 'missing' when ${sql} = ${overflow} then 'overflow' when ${sql} = ${zeroDenominator} then 'zero_denominator' when ${sql} = ${domain} then 'domain' end as reason`;
}

const empty = (group: number): string => `not exists (select from unnest(g${group}) x where x is not null)`;

function skips(plan: Plan, missing: Missing, needed: Scope['needed']): string {
  if (missing === 'never_skip') return 'false';
  if (missing === 'skip_if_any') return [...[...needed.slots].map((n) => `s${n} is null`), ...[...needed.groups].map(empty)].join(' or ') || 'false';
  return [...plan.slots.flatMap((slot, n) => (slot.sigil === '[' ? [] : [`s${n} is null`])), ...plan.groups.map((_, n) => empty(n))].join(' and ') || 'false';
}

function compile(node: Node, scope: Scope, wanted: Kind): Atom {
  const { chain } = scope;
  if (node.kind !== 'text' && node.kind !== 'null' && isConstant(node)) return constant(node, scope, wanted);
  switch (node.kind) {
    case 'text':
      if (/\0/.test(node.value) || !node.value.isWellFormed()) throw new LeftToClosures('a text that PostgreSQL does not hold (\\0, half a surrogate pair)');
      return { sql: `${quoted(node.value)}::text`, kind: 'text', level: 0 };
    case 'reference':
      return reference(node, scope, wanted);
    case 'modified':
      return compile(node.of, { ...scope, shift: shiftBy(scope.shift, node.by) }, wanted);
    case 'convert': {
      const of = compile(node.of, scope, 'number');
      return node.over === 1 ? multiply(chain, [of, chain.number(node.times)]) : divide(chain, [of, chain.number(node.over)]);
    }
    case 'unary': {
      const of = compile(node.of, scope, node.op === '!' ? 'boolean' : 'number');
      return node.op === '!' ? invert(chain, [of]) : node.op === '-' ? negate(chain, [of]) : of;
    }
    case 'binary': {
      const kind = node.op === '&&' || node.op === '||' ? 'boolean' : '+-*/%^'.includes(node.op) ? 'number' : (kindOf(node.left, scope) ?? kindOf(node.right, scope) ?? 'number');
      const left = compile(node.left, scope, kind);
      return binary(chain, node.op, left, compile(node.right, scope, kind));
    }
    case 'call':
      return call(node, lookers.has(node.name) ? { ...scope, looking: true } : scope, wanted);
    case 'group':
      return group(node, scope);
    default:
      return nothing(wanted);
  }
}

const nothing = (kind: Kind): Atom => ({ sql: kind === 'text' ? 'null::text' : 'null::float8', kind, level: 0 });
const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const isConstant = (node: Node): boolean => node.kind !== 'group' && node.kind !== 'reference' && childrenOf(node).every(isConstant);

/** What stands on no reference is computed here, so that the planner has nothing to compute beforehand. */
function constant(node: Node, scope: Scope, wanted: Kind): Atom {
  const { value, reason } = compileFormula(node, 'skip_if_any').compute({ values: [], groups: [] });
  if (typeof value === 'string') return compile({ kind: 'text', value, at: node.at }, scope, 'text');
  if (typeof value === 'boolean') return { ...scope.chain.number(Number(value)), kind: 'boolean' };
  if (value !== null) return scope.chain.number(value);
  const kind = kindOf(node, scope) ?? wanted;
  const trouble = reason === 'overflow' ? overflow : reason === 'zero_denominator' ? zeroDenominator : reason === 'domain' ? domain : null;
  return trouble === null ? nothing(kind) : { sql: trouble, kind, level: 0 };
}

/** What a node gives; undefined where nothing says it. */
function kindOf(node: Node, scope: Scope): Kind | undefined {
  switch (node.kind) {
    case 'number': case 'text': case 'boolean': return node.kind;
    case 'null': return undefined;
    case 'reference': return known(node.sigil === '[' ? 'number' : scope.typeOf(node, scope.looking));
    case 'unary': return node.op === '!' ? 'boolean' : 'number';
    case 'binary': return '+-*/%^'.includes(node.op) ? 'number' : 'boolean';
    case 'modified': return kindOf(node.of, scope);
    case 'call': return ['if', 'firstNonNull'].includes(node.name) ? sameOf(node, scope) : ['isNull', 'isNotNull', 'contains', 'containsItems', 'in'].includes(node.name) ? 'boolean' : 'number';
    default: return 'number';
  }
}
const known = (type: Type | 'any'): Kind | undefined => (type === 'any' ? undefined : type);
const sameOf = (node: Call, scope: Scope): Kind | undefined => (node.name === 'if' ? node.args.slice(1) : node.args).map((arg) => kindOf(arg, lookers.has(node.name) ? { ...scope, looking: true } : scope)).find((kind) => kind !== undefined);

function call(node: Call, scope: Scope, wanted: Kind): Atom {
  const { chain } = scope;
  const [first, second, third] = node.args as [Node, Node, Node];
  if (node.name === 'if') {
    const kind = sameOf(node, scope) ?? wanted;
    const test = compile(first, scope, 'boolean');
    const yes = compile(second, { ...scope, path: [...scope.path, `${test.sql} = 1`] }, kind);
    return (calls.if as (typeof calls)[string])(chain, [test, yes, compile(third, { ...scope, path: [...scope.path, `(${test.sql} = 1) is not true`] }, kind)]);
  }
  const text = node.name === 'contains' || node.name === 'containsItems';
  const kind = text ? 'text' : ['firstNonNull', 'in', 'isNull', 'isNotNull'].includes(node.name) ? (sameOf(node, scope) ?? (node.name === 'firstNonNull' ? wanted : 'number')) : 'number';
  return (calls[node.name] as (typeof calls)[string])(chain, node.args.map((arg) => compile(arg, scope, kind)));
}

function reference(node: Reference, scope: Scope, wanted: Kind): Atom {
  const { plan, shift, looking, slots } = scope;
  const key = keyOf(node, shift);
  const n = plan.slots.findIndex((slot) => slot.key === key);
  const type = node.sigil === '[' ? 'number' : scope.typeOf(node, looking);
  const kind = known(type) ?? wanted;
  if ((slots[n] ??= kind) !== kind) throw new LeftToClosures('a reference that is a text here and a number there');
  if (!looking) scope.needed.slots.add(n);
  if (looking || !scope.zeroes || (type !== 'number' && type !== 'any')) return { sql: `s${n}`, kind, level: 0 };
  if (kind !== 'number') throw new LeftToClosures('a reference that is a text here and a number there');
  scope.uses.push({ key, when: [`s${n} is null`, ...scope.path].join(' and ') });
  return { sql: `coalesce(s${n}, 0)`, kind, level: 0 };
}

function group(node: Group, scope: Scope): Atom {
  const n = scope.nextGroup.n;
  scope.nextGroup.n += 1;
  const inner = scope.plan.groups[n]?.plan;
  if (node.of.kind !== 'reference' || !inner || inner.groups.length > 0) throw new LeftToClosures('a group over a computed value, or over groups');
  if (!scope.looking) scope.needed.groups.add(n);
  const share = node.share ? compile(node.share, scope, 'number') : null;
  const found = combined(scope.chain, node, { sql: `g${n}`, kind: 'number', level: 0 }, share, scope.shift.aggregation);
  if (scope.looking || !scope.zeroes) return found;
  const when = [empty(n), ...(share ? [isThere(share.sql)] : []), ...scope.path].join(' and ');
  for (const { key } of inner.slots) scope.uses.push({ key, when });
  return scope.chain.step([found, ...(share ? [share] : [])], 'number', `case when ${empty(n)}${share ? ` and not (${isNone(share.sql)})` : ''} then 0 else ${found.sql} end`);
}

