import { comparePeriods, periodBefore } from '#kernel/periods.ts';
import { comparable, type PeriodMode } from './period-mode.ts';
import { changeBetween, methodOf, type Point } from './standing.ts';

/** A change from one period to the next, of one series. */
export interface Step {
  from: string;
  until: string;
  change: number;
}

/** `ratio`: how many times its usual movement the latest change is, without sign. */
export type Movement =
  | { reason: null; latest: Step; earlier: Step[]; usual: number; ratio: number }
  /** `no_step`: the latest value has no neighbour; `too_few`: fewer than two earlier changes; `still`: none of them moved, so no ratio exists. */
  | { reason: 'no_step' | 'too_few' | 'still'; latest: Step | null; earlier: Step[]; usual: null; ratio: null };

/** How few earlier changes are no measure of what is usual. */
const least = 2;

/**
 * How large the latest change is, relative to how much the same row usually moves: the change from the period before to the latest one,
 * divided by the mean size of all earlier changes between neighbouring periods of the same series. A change across a gap or a change of
 * series is none. A running total is compared with the same quarter or month of the year before. Our own rule; no regulation asks for it.
 */
export function movement(points: Point[], mode: PeriodMode): Movement {
  const row = rowOf(points, mode);
  const steps = stepsOf(row, mode);
  const latest = steps.at(-1);
  if (!latest || latest.until !== row.at(-1)?.period) return { reason: 'no_step', latest: null, earlier: steps, usual: null, ratio: null };
  const earlier = steps.slice(0, -1);
  if (earlier.length < least) return { reason: 'too_few', latest, earlier, usual: null, ratio: null };
  const usual = earlier.reduce((sum, step) => sum + Math.abs(step.change), 0) / earlier.length;
  if (usual === 0) return { reason: 'still', latest, earlier, usual: null, ratio: null };
  return { reason: null, latest, earlier, usual, ratio: Math.abs(latest.change) / usual };
}

/** The values that are counted as the latest one is, earliest first. */
export function rowOf<P extends Point>(points: P[], mode: PeriodMode): P[] {
  const known = comparable(points.filter((point) => point.value !== null), mode).sort((a, b) => comparePeriods(a.period, b.period));
  const last = known.at(-1);
  return known.filter((point) => last && methodOf(point) === methodOf(last));
}

/** The changes between neighbouring periods of a row. */
export function stepsOf(row: Point[], mode: PeriodMode): Step[] {
  return row.slice(1).flatMap((point, n): Step[] => {
    const from = row[n] as Point;
    return from.period === neighbourBefore(point.period, mode) ? [{ from: from.period, until: point.period, change: changeBetween(from.value ?? 0, point.value ?? 0) }] : [];
  });
}

/** The end of a row that has no gap: each period follows the one before. */
export function runOf<P extends Point>(row: P[], mode: PeriodMode): P[] {
  const gap = row.findLastIndex((point, n) => n > 0 && (row[n - 1] as P).period !== neighbourBefore(point.period, mode));
  return row.slice(Math.max(gap, 0));
}

/** A running total follows that of the same quarter or month of the year before. */
const neighbourBefore = (period: string, mode: PeriodMode): string => (mode === 'cumulative' && !/^\d{4}$/.test(period) ? `${Number(period.slice(0, 4)) - 1}${period.slice(4)}` : periodBefore(period).text);
