import type { Text } from '#kernel/i18n.ts';
import { FormulaError } from './errors.ts';
import { functions } from './functions.ts';
import type { Binary, Call, Node, Reference } from './tree.ts';
import { beginOf } from './types.ts';

/** The unit of an element, indicator or constant: its dimension, how many of the dimension's base it holds (1e6 for millions), and its name. */
export interface GivenUnit {
  dimension: string;
  scale: number;
  name: Text;
}
export type UnitOf = (reference: Reference) => GivenUnit | null;

/** What an amount is: dimensions with their powers, and a scale. `null` is an amount that takes whatever unit it meets, such as a literal. */
export interface Unit {
  powers: Record<string, number>;
  scale: number;
  name: Text;
}
type Found = { node: Node; unit: Unit | null };

/** The dimension of the unit of an indicator whose formula gives the word of a class: it is no amount. */
export const wordDimension = 'word';

/** Dimensions that are pure numbers. */
const pure: ReadonlySet<string> = new Set(['percent', 'ratio', 'index', 'stage', 'yes_no', 'score', 'number']);
const pureNumber: Unit = { powers: {}, scale: 1, name: { id: 'angka tanpa satuan', en: 'pure numbers' } };
const converting: ReadonlySet<number> = new Set([1e3, 1e6, 1e9, 1e12]);

export const unitFrom = ({ dimension, scale, name }: GivenUnit): Unit => (pure.has(dimension) ? { ...pureNumber, name } : { powers: { [dimension]: 1 }, scale, name });

/** Refuses amounts that do not meet, at their place, and puts conversions into the tree. */
export function checkUnits(tree: Node, unitOf: UnitOf): { tree: Node; unit: Unit | null } {
  const { node, unit } = check(tree, unitOf);
  return { tree: node, unit };
}

/** Whether what a formula gives may stand for an amount in this unit; null when it may, else what it gives. A compound may have any name that is no part of it. */
export function unitFault(given: Unit | null, wanted: GivenUnit): Text | null {
  if (given === null) return null;
  const want = unitFrom(wanted);
  const names = Object.keys(given.powers);
  const compound = names.length > 1 || (names.length === 1 && given.powers[names[0] as string] !== 1);
  if (compound) return names.includes(wanted.dimension) || pure.has(wanted.dimension) ? given.name : null;
  return sameDimension(given, want) && (names.length === 0 || given.scale === want.scale) ? null : given.name;
}

function check(node: Node, unitOf: UnitOf): Found {
  switch (node.kind) {
    case 'reference': {
      const given = unitOf(node);
      return { node, unit: given && unitFrom(given) };
    }
    case 'unary': {
      const of = check(node.of, unitOf);
      return { node: { ...node, of: of.node }, unit: of.unit };
    }
    case 'modified': {
      const of = check(node.of, unitOf);
      const counted = node.by.name === 'aggregationType' && node.by.type === 'COUNT';
      const squared = node.by.name === 'aggregationType' && node.by.type === 'VARIANCE' && of.unit ? product(of.unit, of.unit, 1) : of.unit;
      return { node: { ...node, of: of.node }, unit: counted ? null : squared };
    }
    case 'group': {
      const of = check(node.of, unitOf);
      const share = node.share && bare(check(node.share, unitOf)).node;
      return { node: { ...node, of: of.node, share }, unit: of.unit };
    }
    case 'binary':
      return binary(node, check(node.left, unitOf), check(node.right, unitOf));
    case 'call':
      return call(node, node.args.map((arg) => check(arg, unitOf)));
    default:
      return { node, unit: null };
  }
}

const sameDimension = (a: Unit, b: Unit): boolean => [...new Set([...Object.keys(a.powers), ...Object.keys(b.powers)])].every((name) => a.powers[name] === b.powers[name]);

/** The second amount in the unit of the first; refused where they do not meet. */
function meet(first: Unit | null, second: Found): Found {
  if (first === null || second.unit === null) return second;
  if (!sameDimension(first, second.unit)) {
    throw new FormulaError('unit', beginOf(second.node), {
      id: `di sini seharusnya ada jumlah dalam ${first.name.id}, bukan ${second.unit.name.id}`, en: `expected an amount in ${first.name.en} here, not ${second.unit.name.en}`,
    });
  }
  return { node: converted(second.node, second.unit.scale, first.scale), unit: first };
}

/** Each met by all before it; the unit is that of the first that has one. */
function together(found: Found[]): { nodes: Node[]; unit: Unit | null } {
  const unit = found.find((one) => one.unit !== null)?.unit ?? null;
  return { nodes: found.map((one) => meet(unit, one).node), unit };
}

function converted(of: Node, from: number, to: number): Node {
  if (from === to) return of;
  return from > to ? { kind: 'convert', times: from / to, over: 1, of, at: of.at } : { kind: 'convert', times: 1, over: to / from, of, at: of.at };
}

function bare(found: Found): Found {
  return meet(pureNumber, found);
}

function binary(node: Binary, left: Found, right: Found): Found {
  const keep = (l: Node, r: Node, unit: Unit | null): Found => ({ node: { ...node, left: l, right: r }, unit });
  switch (node.op) {
    case '*':
    case '/':
      return scaled(node, left, right);
    case '^':
      return power(node, left, bare(right));
    case '&&':
    case '||':
      return keep(left.node, right.node, null);
    default: {
      const { nodes: [l, r], unit } = together([left, right]);
      return keep(l as Node, r as Node, '+-%'.includes(node.op) ? unit : null);
    }
  }
}

function product(a: Unit, b: Unit, sign: 1 | -1): Unit {
  const powers: Record<string, number> = Object.assign(Object.create(null), a.powers); // a dimension may be called anything, also `__proto__`
  for (const [name, power] of Object.entries(b.powers)) {
    powers[name] = (powers[name] ?? 0) + sign * power;
    if (powers[name] === 0) delete powers[name];
  }
  const [mark, between] = sign === 1 ? ['×', '×'] : ['per', 'per'];
  const name = Object.keys(b.powers).length === 0 ? a.name : Object.keys(a.powers).length === 0 && sign === 1 ? b.name : { id: `${a.name.id} ${mark} ${b.name.id}`, en: `${a.name.en} ${between} ${b.name.en}` };
  return Object.keys(powers).length === 0 ? { ...pureNumber, scale: a.scale * b.scale ** sign } : { powers, scale: a.scale * b.scale ** sign, name };
}

/** A product or quotient; where the dimensions cancel a pure number is left, and no scale. */
function scaled(node: Binary, left: Found, right: Found): Found {
  const whole: Node = { ...node, left: left.node, right: right.node };
  const sign = node.op === '*' ? 1 : -1;
  if (left.unit === null || right.unit === null) {
    const unit = left.unit ?? (right.unit && (sign === 1 ? right.unit : product(pureNumber, right.unit, -1)));
    return { node: whole, unit: unit && rescaled(unit, node, left.unit === null) };
  }
  const unit = product(left.unit, right.unit, sign);
  if (Object.keys(unit.powers).length > 0) return { node: whole, unit };
  return { node: converted(whole, unit.scale, 1), unit: pureNumber };
}

/** 1000 times an amount says it in a scale that much smaller, divided by it that much larger. */
function rescaled(unit: Unit, node: Binary, literalFirst: boolean): Unit {
  const literal = literalFirst ? node.left : node.right;
  if (literal.kind !== 'number' || !converting.has(literal.value) || Object.keys(unit.powers).length === 0 || (literalFirst && node.op === '/')) return unit;
  return { ...unit, scale: node.op === '*' ? unit.scale / literal.value : unit.scale * literal.value };
}

function power(node: Binary, left: Found, right: Found): Found {
  const whole: Node = { ...node, left: left.node, right: right.node };
  const exponent = right.node.kind === 'number' ? right.node.value : null;
  if (left.unit === null || Object.keys(left.unit.powers).length === 0) return { node: whole, unit: left.unit };
  if (exponent === null || !Number.isInteger(exponent) || exponent < 1 || exponent > 9) return { node: { ...whole, left: bare(left).node }, unit: null };
  let unit = left.unit;
  for (let n = 1; n < exponent; n += 1) unit = product(unit, left.unit, 1);
  return { node: whole, unit };
}

function call(node: Call, args: Found[]): Found {
  const rule = functions[node.name]?.unit ?? 'none';
  const made = (nodes: Node[], unit: Unit | null): Found => ({ node: { ...node, args: nodes }, unit });
  const plain = args.map((arg) => arg.node);
  if (node.name === 'if') {
    const { nodes, unit } = together(args.slice(1));
    return made([plain[0] as Node, ...nodes], unit);
  }
  if (node.name === 'in') return made(together(args).nodes, null);
  switch (rule) {
    case 'same': {
      const { nodes, unit } = together(args);
      return made(nodes, unit);
    }
    case 'first':
      return made([plain[0] as Node, ...args.slice(1).map((arg) => bare(arg).node)], args[0]?.unit ?? null);
    case 'bare':
      return made(args.map((arg) => bare(arg).node), args.some((arg) => arg.unit) ? pureNumber : null);
    case 'ratio':
      return made(together(args).nodes, pureNumber);
    case 'weighted':
      return weighted(args, made);
    default:
      return made(plain, null);
  }
}

function weighted(args: Found[], made: (nodes: Node[], unit: Unit | null) => Found): Found {
  const values = together(args.filter((_, n) => n % 2 === 0));
  const weights = together(args.filter((_, n) => n % 2 === 1));
  return made(args.map((_, n) => (n % 2 === 0 ? values : weights).nodes[n >> 1] as Node), values.unit);
}
