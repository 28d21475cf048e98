import { comparePeriods, parsePeriod } from '#kernel/periods.ts';

/** How the values of a year hang together: each alone, a running total, a stock of which the last counts, or one a year and no more. */
export type PeriodMode = 'periodic' | 'cumulative' | 'latest' | 'annual_only';

export interface PeriodValue {
  period: string;
  value: number | null;
  applicable: boolean;
}
export interface Held<V> {
  /** The value that is held against the target; null where there is none, with the reason. */
  cell: V | null;
  reason: 'missing' | 'year_open' | 'not_applicable' | null;
}

/**
 * The value to hold against a target of some period: that of the same period; for a year told by quarters or months the year's last one,
 * where the mode is cumulative or latest, and only once it is there. A year is never split into quarters, and quarters of a
 * periodic indicator are never added up here: percentages have no sum, and amounts are summed by their data element.
 */
export function heldAgainst<V extends PeriodValue>(target: string, values: V[], mode: PeriodMode): Held<V> {
  const same = values.find((one) => one.period === target);
  if (same) return { cell: same.applicable ? same : null, reason: !same.applicable ? 'not_applicable' : same.value === null ? 'missing' : null };
  if (mode !== 'cumulative' && mode !== 'latest') return { cell: null, reason: 'missing' };
  const wanted = parsePeriod(target);
  const within = values.filter((one) => one.value !== null && wanted.kind === 'year' && parsePeriod(one.period).year === wanted.year);
  const closing = values.find((one) => wanted.kind === 'year' && !one.applicable && parsePeriod(one.period).end === wanted.end);
  if (closing) return { cell: null, reason: 'not_applicable' };
  const last = within.sort((a, b) => comparePeriods(a.period, b.period)).at(-1);
  if (!last) return { cell: null, reason: 'missing' };
  return parsePeriod(last.period).end === wanted.end ? { cell: last, reason: null } : { cell: null, reason: 'year_open' };
}

/** Running totals begin anew each year: only the same quarter or month of other years can be compared with the latest. */
export function comparable<V extends { period: string }>(values: V[], mode: PeriodMode): V[] {
  const latest = [...values].sort((a, b) => comparePeriods(a.period, b.period)).at(-1);
  if (mode !== 'cumulative' || !latest) return values;
  return values.filter((one) => one.period.slice(4) === latest.period.slice(4));
}
