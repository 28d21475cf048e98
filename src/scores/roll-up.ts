import type { ScorePart } from './tables.ts';

/** A node of either tree with what counts in it: indicators with their weights, and nodes below. */
export interface RollNode {
  code: string;
  weight: number | null;
  /** Declared a part of the node above: its score enters the mean there. Else it is scored for itself alone. */
  component: boolean;
  indicators: { code: string; weight: number | null }[];
  children: RollNode[];
}
/** An indicator's capped achievement in the period; null when not known; `applicable` false takes it out of the count. */
export type Known = (indicator: string) => { value: number | null; applicable: boolean };

export interface Rolled {
  code: string;
  value: number | null;
  low: number | null;
  high: number | null;
  known: number;
  declared: number;
  knownWeight: number;
  declaredWeight: number;
  parts: ScorePart[];
  /** Indicators that count here or below, each once, however many nodes it is linked to. */
  declaredCodes: Set<string>;
  knownCodes: Set<string>;
}

/**
 * Weighted mean over what is known, for a node and all below it. A missing part is never zero: it leaves the mean, and shows in coverage
 * and in the bounds (all missing at the floor; all missing at target). Absent weights are equal. A node without indicators is no part, and
 * neither is one that was not declared a component of the node above.
 */
export function rollUp(node: RollNode, known: Known, floor: number, into: Map<string, Rolled> = new Map()): Rolled {
  const scored = node.children.map((child) => ({ child: rollUp(child, known, floor, into), component: child.component }));
  const below = scored.flatMap(({ child, component }) => (component && child.declared > 0 ? [child] : []));
  const weights = new Map(node.children.map((child) => [child.code, child.weight ?? 1]));
  const own = node.indicators.map(({ code, weight }) => ({ code, weight: weight ?? 1, ...known(code) }));
  const counted = own.filter((part) => part.applicable);
  const parts: ScorePart[] = [
    ...own.map(({ code, weight, value, applicable }) => ({ kind: 'indicator' as const, code, weight, value, applicable })),
    ...below.map((child) => ({ kind: 'node' as const, code: child.code, weight: weights.get(child.code) ?? 1, value: child.value, applicable: true })),
  ];
  const shares = [
    ...counted.map(({ weight, value }) => ({ weight, value, low: value ?? floor, high: value ?? 100, share: value === null ? 0 : 1 })),
    ...below.map((child) => ({ weight: weights.get(child.code) ?? 1, value: child.value, low: child.low ?? floor, high: child.high ?? 100, share: child.knownWeight / (child.declaredWeight || 1) })),
  ];
  const total = sum(shares.map((part) => part.weight));
  const there = shares.filter((part) => part.value !== null && part.weight > 0);
  const weight = sum(there.map((part) => part.weight));
  const value = weight > 0 ? sum(there.map((part) => part.weight * (part.value ?? 0))) / weight : null;
  const bound = (pick: (part: (typeof shares)[number]) => number): number | null => (total > 0 ? sum(shares.map((part) => part.weight * pick(part))) / total : null);
  const low = bound((part) => part.low);
  const high = bound((part) => part.high);
  const codesOf = (rows: { code: string }[], pick: (child: Rolled) => Set<string>): Set<string> => new Set([...rows.map((part) => part.code), ...below.flatMap((child) => [...pick(child)])]);
  const declaredCodes = codesOf(counted, (child) => child.declaredCodes);
  const knownCodes = codesOf(counted.filter((part) => part.value !== null), (child) => child.knownCodes);
  const rolled: Rolled = {
    code: node.code, value,
    low: low === null || value === null ? low : Math.min(low, value),
    high: high === null || value === null ? high : Math.max(high, value),
    known: knownCodes.size, declared: declaredCodes.size, declaredCodes, knownCodes,
    knownWeight: sum(shares.map((part) => part.weight * part.share)), declaredWeight: total, parts,
  };
  into.set(node.code, rolled);
  return rolled;
}

const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0);
