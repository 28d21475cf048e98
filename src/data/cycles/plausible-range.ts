/** Where a new value would not surprise. */
export interface PlausibleRange {
  low: number;
  high: number;
}

const leastValues = 4;
/** So much of the size of the last value is never called strange. */
const leastShare = 0.05;
const fewSteps = 4;

const median = (sorted: number[]): number => {
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] as number) : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
};
const ascending = (numbers: number[]): number[] => [...numbers].sort((a, b) => a - b);

/**
 * The range in which a next value usually lies, from earlier ones of the same row (oldest first, of one kind of period): the last value plus the
 * median step from one to the next, give or take three times the scaled median distance of the steps from it (1.4826 times it is a standard
 * deviation where steps are normal), and at least five percent of the last value; a step that was seen among the last few is not strange either.
 * Where nothing was ever below zero the range is not either.
 * Our own rule: a question, never a refusal. Null with fewer than four values.
 */
export function plausibleRange(history: number[]): PlausibleRange | null {
  const last = history.at(-1);
  if (last === undefined || history.length < leastValues) return null;
  const made = history.slice(1).map((value, n) => value - (history[n] as number));
  const [steps, recent] = [ascending(made), made.slice(-fewSteps)];
  const step = median(steps);
  const spread = 3 * 1.4826 * median(ascending(steps.map((one) => Math.abs(one - step))));
  const half = Math.max(spread, leastShare * Math.abs(last));
  const low = last + Math.min(step - half, ...recent);
  return { low: history.every((value) => value >= 0) ? Math.max(0, low) : low, high: last + Math.max(step + half, ...recent) };
}

/** Whether a value can be at all: what counts things is never below zero, unless it was before. */
export const isPossible = (value: number, counts: boolean, range: PlausibleRange | null): boolean => value >= 0 || !counts || (range !== null && range.low < 0);

/** So many times the middle of the others, or so small a part of it, is asked about. */
const farTimes = 10;
/** Of what has no past: whether it is of the size of what other areas say of the same. Of fewer than two others nobody knows. */
export function isLikeOthers(value: number, others: number[]): boolean {
  if (others.length < 2) return false;
  const middle = Math.abs(median(ascending(others.map(Math.abs))));
  return Math.abs(value) <= middle * farTimes && Math.abs(value) * farTimes >= middle;
}

/** Larger than anything that a regency counts, in whatever unit: a key that was held down. */
const beyondSense = 1e15;
export const isHuge = (value: number, range: PlausibleRange | null): boolean => range === null && Math.abs(value) >= beyondSense;

export const isPlausible = (value: number, range: PlausibleRange | null): boolean => range === null || (value >= range.low && value <= range.high);
