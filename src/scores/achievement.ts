/** How a target is met. `raw` in percent, unbounded; `best` says that no ratio exists because nothing is left to lower. */
export interface Achievement {
  raw: number | null;
  met: boolean | null;
  reason: 'missing' | 'zero_target' | 'negative' | 'no_direction' | null;
}

export interface Aim {
  direction: string;
  lowerFormula: string;
  comparison: string;
  target: number;
}

/**
 * Achievement of one value against one target, in percent. Higher is better: actual / target. Lower is better: target / actual, or
 * (2 × target − actual) / target, set per indicator (both are used in SAKIP reports; no article fixes one: unverified).
 * A lower-is-better actual of zero is the best there is: 100, or more is not known. A zero target has no ratio and says so.
 */
export function achievement(actual: number | null, aim: Aim): Achievement {
  if (actual === null) return { raw: null, met: null, reason: 'missing' };
  if (aim.direction === 'none') return { raw: null, met: null, reason: 'no_direction' };
  const met = compare(actual, aim);
  const { target } = aim;
  if (actual < 0 || target < 0) return { raw: null, met, reason: 'negative' };
  if (aim.direction === 'higher') return target === 0 ? { raw: null, met, reason: 'zero_target' } : { raw: (actual / target) * 100, met, reason: null };
  if (aim.lowerFormula === 'reflected') return target === 0 ? { raw: null, met, reason: 'zero_target' } : { raw: ((2 * target - actual) / target) * 100, met, reason: null };
  if (actual === 0) return { raw: 100, met, reason: null };
  return { raw: (target / actual) * 100, met, reason: null };
}

/** `=` means "at least" or "at most", by the good direction; a written comparison is kept to the letter. */
function compare(actual: number, { comparison, direction, target }: Aim): boolean {
  if (comparison === '<') return actual < target;
  if (comparison === '>') return actual > target;
  if (comparison === '<=' || (comparison === '=' && direction === 'lower')) return actual <= target;
  return actual >= target;
}

export const clamp = (raw: number, floor: number, cap: number): number => Math.min(cap, Math.max(floor, raw));

/** Class 5 (highest) to 1 by half-open bands: above the first bound 5, above the last 2, else 1. Default 90, 75, 65, 50. */
export function classOf(score: number, bands: readonly number[]): number {
  const at = bands.findIndex((bound) => score > bound);
  return at === -1 ? 1 : 5 - at;
}
