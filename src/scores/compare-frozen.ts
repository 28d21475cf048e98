import { comparePeriods } from '#kernel/periods.ts';
import type { FrozenScores } from './read-scores.ts';
import type { FrozenIndicator, FrozenNode } from './scores.store.ts';
import { changeBetween, methodOf } from './standing.ts';

export type { FrozenIndicator, FrozenNode };

/** `renewed`: the same number for a newer period; `recounted`: another series, so the two are not compared. */
export type FrozenChange = 'rose' | 'fell' | 'renewed' | 'recounted' | 'new' | 'gone' | 'same';

export interface Compared<R> {
  kind: FrozenChange;
  before: R | null;
  after: R | null;
  /** The later less the earlier; null where the two are not compared. */
  change: number | null;
}
export interface ComparedFrozen {
  nodes: Compared<FrozenNode>[];
  indicators: Compared<FrozenIndicator>[];
}

const keyOf = (node: FrozenNode): string => `${node.tree}|${node.treeCode}|${node.nodeCode}`;

/** Each node with its newest known score on that day, in the order in which it was written. */
export function headlinesOf(nodes: FrozenNode[]): FrozenNode[] {
  const newest = new Map<string, FrozenNode>();
  for (const node of nodes) {
    const kept = newest.get(keyOf(node));
    if (node.value !== null && (!kept || comparePeriods(kept.period, node.period) < 0)) newest.set(keyOf(node), node);
  }
  return [...newest.values()];
}

/**
 * Two frozen days beside one another, the earlier one first: of each node the newest score, of each indicator the latest value. A node or
 * indicator that only one day knows is new or gone. A score counts as the same measure whatever its year; a value of another series does not.
 */
export function compareFrozen(from: FrozenScores, until: FrozenScores): ComparedFrozen {
  return {
    nodes: pairs(headlinesOf(from.nodes), headlinesOf(until.nodes), keyOf).map(([before, after]) => compared(before, after, () => true)),
    indicators: pairs(from.indicators, until.indicators, (one) => `${one.indicatorCode}|${one.areaCode}`).map(([before, after]) => compared(before, after, () => before !== null && after !== null && methodOf(before) === methodOf(after))),
  };
}

function pairs<R>(from: R[], until: R[], key: (row: R) => string): [R | null, R | null][] {
  const [earlier, later] = [new Map(from.map((row) => [key(row), row])), new Map(until.map((row) => [key(row), row]))];
  return [...new Set([...earlier.keys(), ...later.keys()])].map((one) => [earlier.get(one) ?? null, later.get(one) ?? null]);
}

function compared<R extends { value: number | null; period: string }>(before: R | null, after: R | null, comparable: () => boolean): Compared<R> {
  const rows = { before, after };
  if (before?.value == null) return { ...rows, kind: 'new', change: null };
  if (after?.value == null) return { ...rows, kind: 'gone', change: null };
  if (!comparable()) return { ...rows, kind: 'recounted', change: null };
  const change = changeBetween(before.value, after.value);
  return { ...rows, kind: change > 0 ? 'rose' : change < 0 ? 'fell' : before.period === after.period ? 'same' : 'renewed', change };
}
