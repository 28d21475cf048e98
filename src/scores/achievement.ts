/** What kind of target it is: an amount, a range to stay in, a stage to reach, or yes/no. */
export type TargetKind = 'amount' | 'range' | 'milestone' | 'yes_no';

/** The rule by which an achievement is reckoned; every page that tells an achievement tells this rule. */
export type AchievementRule = 'higher' | 'lower_ratio' | 'lower_reflected' | 'range' | 'milestone' | 'yes_no' | 'zero_target';

/** How a target is met. `raw` in percent, unbounded; null with its reason where no ratio exists. */
export interface Achievement {
  raw: number | null;
  met: boolean | null;
  reason: 'missing' | 'no_direction' | 'nothing_left' | null;
}
export interface Aim {
  kind: TargetKind;
  direction: string;
  lowerFormula: string;
  comparison: string;
  target: number;
  /** The upper bound of a range; its lower bound is `target`. */
  targetTo: number | null;
  /** Cumulative percent of the work done at each stage of a milestone indicator, stage 1 first. */
  shares: number[];
}
/** Lowest and highest percent that an achievement counts as, and the lower bounds of classes 5, 4, 3, 2. */
export interface Scoring {
  floor: number;
  cap: number;
  bands: readonly number[];
}

/** Which rule holds for an aim; a target of zero has no ratio, so it is met (100) or not (0). */
export function ruleOf({ kind, direction, lowerFormula, target, shares }: Aim): AchievementRule {
  if (kind === 'yes_no' || kind === 'range') return kind;
  if (kind === 'milestone') return shareAt(shares, target) === 0 ? 'zero_target' : 'milestone';
  if (target === 0) return 'zero_target';
  if (direction !== 'lower') return 'higher';
  return lowerFormula === 'reflected' || target < 0 ? 'lower_reflected' : 'lower_ratio';
}

/**
 * Achievement of one value against one target, in percent.
 * Higher is better: actual / target. Lower is better, by the formula set for the indicator: target / actual, or (2 × target − actual) /
 * target; both are used in SAKIP reports and no article fixes one (unverified). Below a target of less than zero both are reckoned on the
 * size of the target. Nothing left to lower (actual 0 or less) has no ratio and counts as the cap.
 * Range: 100 inside; below it the lower bound counts as for higher, above it the upper bound as for reflected; so PermenPANRB 6/2022 for
 * civil servants, the article unverified, and used here for agencies because nothing else is written.
 * Milestone: share of the work at the stage reached / share at the stage wanted. Yes/no: 100 or 0. A target of zero: 100 when met, else 0.
 */
export function achievement(found: number | null, aim: Aim): Achievement {
  if (found === null) return { raw: null, met: null, reason: 'missing' };
  if (aim.kind === 'amount' && aim.direction === 'none') return { raw: null, met: null, reason: 'no_direction' };
  const actual = settled(found, aim);
  const met = isMet(actual, aim);
  const rule = ruleOf(aim);
  if (rule === 'lower_ratio' && actual <= 0) return { raw: null, met, reason: 'nothing_left' };
  return { raw: ratio(actual, aim, rule, met), met, reason: null };
}

/** 0.1 + 0.2 has reached 0.3, whatever doubles make of it: a value that differs from a bound by rounding alone is that bound. */
const settled = (actual: number, { target, targetTo }: Aim): number =>
  [target, targetTo].find((bound) => bound !== null && Math.abs(actual - bound) <= 1e-12 * Math.max(Math.abs(actual), Math.abs(bound))) ?? actual;

function ratio(actual: number, { target, targetTo, shares }: Aim, rule: AchievementRule, met: boolean): number {
  switch (rule) {
    case 'higher': return above(actual, target);
    case 'lower_reflected': return below(actual, target);
    case 'lower_ratio': return (target / actual) * 100;
    case 'range': return met ? 100 : actual < target ? above(actual, target) : below(actual, targetTo ?? target);
    case 'milestone': return (shareAt(shares, actual) / shareAt(shares, target)) * 100;
    case 'yes_no': case 'zero_target': return met ? 100 : 0;
  }
}

/** actual / target for a target above zero; for one below it the distance is measured on the target's size. */
const above = (actual: number, target: number): number => (target === 0 ? 0 : target > 0 ? (actual / target) * 100 : (1 + (actual - target) / -target) * 100);
const below = (actual: number, target: number): number => (target === 0 ? 0 : target > 0 ? ((2 * target - actual) / target) * 100 : (1 + (target - actual) / -target) * 100);

/** The share of the work at a stage; before the first stage 0, after the last as at the last. */
const shareAt = (shares: number[], stage: number): number => (stage < 1 ? 0 : (shares[Math.min(Math.floor(stage), shares.length) - 1] ?? 0));

/** `=` means "at least" or "at most", by the good direction; a written comparison is kept to the letter. */
function isMet(actual: number, { kind, comparison, direction, target, targetTo }: Aim): boolean {
  if (kind === 'range') return actual >= target && actual <= (targetTo ?? target);
  if (kind === 'yes_no') return actual === target;
  if (kind === 'milestone') return actual >= target;
  if (comparison === '<') return actual < target;
  if (comparison === '>') return actual > target;
  if (comparison === '<=' || (comparison === '=' && direction === 'lower')) return actual <= target;
  return actual >= target;
}

export const clamp = (raw: number, floor: number, cap: number): number => Math.min(cap, Math.max(floor, raw));

/** What an achievement counts as in a roll-up: between floor and cap of its plan; null when not known. */
export const countedAs = ({ raw, reason }: Achievement, { floor, cap }: Scoring): number | null =>
  reason === 'nothing_left' ? cap : raw === null ? null : clamp(raw, floor, cap);

/** Class 5 (highest) to 1 by half-open bands: above the first bound 5, above the last 2, else 1. Default 90, 75, 65, 50. */
export function classOf(score: number, bands: readonly number[]): number {
  const exact = Number(score.toFixed(9)); // 0.27 / 0.3 is 90, whatever doubles make of it
  const at = bands.findIndex((bound) => exact > bound);
  return at === -1 ? 1 : 5 - at;
}
