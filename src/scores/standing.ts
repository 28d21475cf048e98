import { comparePeriods, parsePeriod } from '#kernel/periods.ts';

export type Verdict = 'improved' | 'worsened' | 'same' | 'changed' | 'one_value' | 'before_baseline' | 'no_data';

export interface Point {
  period: string;
  value: number | null;
  seriesCode: string | null;
  /** The series of every input: a break in any of them is a break. */
  inputs?: { element?: string; series: string | null }[];
}
/** How a value was counted: the series of each of its inputs. Two values are compared only where this is one. */
export const methodOf = ({ inputs, seriesCode }: Pick<Point, 'inputs' | 'seriesCode'>): string =>
  inputs && inputs.length > 0 ? inputs.map((input) => `${input.element ?? ''}/${input.series ?? ''}`).sort().join('|') : (seriesCode ?? '');
export interface Standing {
  verdict: Verdict;
  latest: Point | null;
  first: Point | null;
  change: number | null;
}

/**
 * Where an indicator stands without a target: its latest value against the first one, from the plan's baseline year on, of the same series.
 * Across a change of series nothing is compared. Better or worse follows the good direction, not the sign.
 */
export function standing(points: Point[], baseline: string, direction: string): Standing {
  const known = points.filter((point) => point.value !== null).sort((a, b) => comparePeriods(a.period, b.period));
  const latest = known.at(-1) ?? null;
  if (!latest) return { verdict: 'no_data', latest: null, first: null, change: null };
  const row = known.filter((point) => methodOf(point) === methodOf(latest) && parsePeriod(point.period).start >= parsePeriod(baseline).start);
  const first = row[0] ?? null;
  if (!first) return { verdict: 'before_baseline', latest, first: null, change: null };
  if (first.period === latest.period) return { verdict: 'one_value', latest, first: null, change: null };
  const change = changeBetween(first.value ?? 0, latest.value ?? 0);
  return { verdict: verdictOf(change, direction), latest, first, change };
}

/** The second less the first; what the noise of doubles makes of two equal sums is no change. */
export const changeBetween = (from: number, to: number): number => (Math.abs(to - from) <= 1e-12 * Math.max(Math.abs(to), Math.abs(from)) ? 0 : to - from);

function verdictOf(change: number, direction: string): Verdict {
  if (change === 0) return 'same';
  if (direction === 'none') return 'changed';
  return change > 0 === (direction === 'higher') ? 'improved' : 'worsened';
}

export interface Counted {
  indicators: number;
  withValue: number;
  improved: number;
  worsened: number;
  same: number;
  changed: number;
}

/** The one word for a node: scored where a score exists, else what its indicators did, else what is missing. */
export function nodeState(scored: boolean, counts: Counted): string {
  if (counts.indicators === 0) return 'no_measure';
  if (scored) return 'scored';
  if (counts.withValue === 0) return 'no_data';
  if (counts.improved > 0 && counts.worsened > 0) return 'mixed';
  if (counts.improved > 0) return 'improved';
  if (counts.worsened > 0) return 'worsened';
  return counts.same > 0 ? 'same' : counts.changed > 0 ? 'changed' : 'one_value';
}
