import type { CountedValue } from '#data/index.ts';
import { computeCells } from './compute-cells.ts';
import { checkFormula, type Known } from './formula/check-formula.ts';
import { computeTree } from './formula/compute-line.ts';
import { FormulaError } from './formula/errors.ts';
import { parseFormula } from './formula/parser.ts';
import type { Missing } from './formula/plan.ts';
import { elementsOf, type Node, standsOnOf } from './formula/tree.ts';
import type { Indicator } from './indicators.store.ts';
import { noSources, placeKey, type Sources } from './read-slots.ts';
import { keysRead, waysOf } from './sources.ts';

/** How two sides stand to each other; the words are those of DHIS2, signs in place of `equal_to` and the like. */
export type RuleOperator = '=' | '!=' | '<' | '<=' | '>' | '>=' | 'compulsory_pair' | 'exclusive_pair';

/** What must hold between values of one area and period. */
export interface RuleAsked {
  leftSide: string;
  operator: string;
  rightSide: string;
  leftMissing: string;
  rightMissing: string;
  /** Percent of the right side, decimal text; null is none. */
  tolerance: string | null;
  periodKind: string;
  level: string | null;
}
export interface Sides {
  left: Node;
  right: Node;
}
/** One data value that a side was computed from. */
interface Input {
  element: string;
  series: string | null;
  period: string;
  area: string;
  value: string | null;
}
interface Side {
  value: number | null;
  inputs: Input[];
}
/** What a rule says of one area and period; `holds` is null where it could not be asked, because a side is missing or does not apply. */
export interface RuleOutcome {
  area: string;
  period: string;
  left: Side;
  right: Side;
  holds: boolean | null;
}

const pairs: ReadonlySet<string> = new Set(['compulsory_pair', 'exclusive_pair']);

/** Both sides of a rule as trees, the right one converted to the unit of the left. Throws FormulaError; `side` says where it stands. */
export function sidesOf(rule: RuleAsked, known: Known): Sides {
  const left = sideOf(rule.leftSide, known);
  const right = sideOf(rule.rightSide, known);
  if (pairs.has(rule.operator)) return { left, right };
  const both = checkFormula(`(${rule.leftSide}) - (${rule.rightSide})`, known).tree;
  return both.kind === 'binary' ? { left: both.left, right: both.right } : { left, right };
}

/** A rule speaks of data: what is computed from them would hide which value is wrong. */
export function sideOf(source: string, known: Known): Node {
  const { tree, gives } = checkFormula(source, known);
  if (gives !== 'number' && gives !== 'any') throw new FormulaError('type', tree.at, { id: 'sisi aturan seharusnya memberi angka', en: 'expected a side that gives a number' });
  if (standsOnOf(tree).length > 0) throw new FormulaError('not_supported', tree.at, { id: 'aturan antardata hanya menyebut data dan tetapan, bukan indikator', en: 'expected data and constants alone in a validation rule, no indicator' });
  return tree;
}

type Declared = Parameters<typeof waysOf>[0][number];

/** What rules are asked with: elements are put together as for an indicator. */
export const ruleSources = (given: Pick<Sources, 'constants' | 'areas'> & { elements: Declared[]; categories: Map<string, string[][]> }): Sources =>
  ({ ...noSources, constants: given.constants, areas: given.areas, ways: waysOf(given.elements, given.categories) });

/** Under which keys the values stand that a rule may read. */
export const keysOfRule = ({ leftSide, rightSide }: Pick<RuleAsked, 'leftSide' | 'rightSide'>, { ways }: Sources): string[] => keysRead([...new Set([leftSide, rightSide].flatMap((side) => elementsOf(parseFormula(side))))], ways);

/** Every area and period in which any value of the rule stands or can be put together, in order of area and period. */
export function askRule(rule: RuleAsked, sides: Sides, values: CountedValue[], sources: Sources): RuleOutcome[] {
  const left = cellsOf(rule, sides.left, rule.leftMissing, values, sources);
  const right = cellsOf(rule, sides.right, rule.rightMissing, values, sources);
  const levels = new Map(sources.areas.map((area) => [area.code, area.level]));
  const places = new Map([...left.cells.values(), ...right.cells.values()].map((cell) => [placeKey(cell.areaCode, cell.period), { area: cell.areaCode, period: cell.period }]));
  return [...places].filter(([, { area }]) => rule.level === null || levels.get(area) === rule.level).map(([key, place]): RuleOutcome => {
    const [a, b] = [left.cells.get(key), right.cells.get(key)];
    const one: Side = { value: a ? a.value : left.without, inputs: a?.inputs ?? [] };
    const two: Side = { value: b ? b.value : right.without, inputs: b?.inputs ?? [] };
    const applies = a?.applicable !== false && b?.applicable !== false;
    return { ...place, left: one, right: two, holds: applies && !isSame(one, two) ? holds(rule, one.value, two.value) : null };
  }).sort((a, b) => (a.area === b.area ? (a.period < b.period ? -1 : 1) : a.area < b.area ? -1 : 1));
}

/** Both were put together from the same values: that they agree proves nothing. */
function isSame({ inputs: left }: Side, { inputs: right }: Side): boolean {
  const keys = (inputs: Input[]): string => inputs.map(({ element, area, period, series }) => [element, area, period, series].join('|')).sort().join('\n');
  return left.length > 1 && keys(left) === keys(right);
}

/** The cells of one side, and what it gives where none of its values stands. */
function cellsOf(rule: RuleAsked, tree: Node, missing: string, values: CountedValue[], sources: Sources) {
  // An indicator without a name: the same formula, the same choice of series, the same strategy for what is missing.
  const as = { missing, series: [], periodKind: rule.periodKind, version: 0 } as unknown as Indicator;
  const cells = new Map(computeCells(as, values, sources, tree).map((cell) => [placeKey(cell.areaCode, cell.period), cell]));
  const nothing = elementsOf(tree).length === 0 || missing === 'never_skip' ? computeTree(tree, Object.fromEntries([...sources.constants].map(([code, value]) => [`C{${code}}`, Number(value)])), missing as Missing).value : null;
  return { cells, without: typeof nothing === 'number' ? nothing : null };
}

/** A tolerance makes every comparison milder, also `!=`, which then wants the sides farther apart. */
function holds({ operator, tolerance }: RuleAsked, left: number | null, right: number | null): boolean | null {
  if (operator === 'compulsory_pair') return (left === null) === (right === null);
  if (operator === 'exclusive_pair') return left === null || right === null;
  if (left === null || right === null) return null;
  const room = (Number(tolerance ?? 0) / 100) * Math.abs(right);
  // What differs by the noise of doubles alone is equal.
  const noise = 1e-12 * Math.max(Math.abs(left), Math.abs(right));
  const apart = left - right;
  switch (operator) {
    case '=': return Math.abs(apart) <= room + noise;
    case '!=': return Math.abs(apart) > room + noise;
    case '<=': return apart <= room + noise;
    case '>=': return apart >= -room - noise;
    case '<': return apart < room - noise;
    default: return apart > noise - room;
  }
}
