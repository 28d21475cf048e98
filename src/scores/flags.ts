import { parsePeriod } from '#kernel/periods.ts';
import type { Aim } from './achievement.ts';
import { type FlagRule, flagRules } from './flag-rules.ts';
import { rowOf, runOf, type Step, stepsOf } from './movement.ts';
import { endOf, rowFor } from './pace.ts';
import type { PeriodMode } from './period-mode.ts';
import { type Robust, robustScores } from './robust.ts';
import { changeBetween, type Point } from './standing.ts';

/** What a target was until the day on which it was changed. */
export interface TargetChange {
  period: string;
  planCode: string;
  changedOn: string;
  comparison: string;
  value: string;
  valueTo: string | null;
}
/** The unit of an indicator or an element until the day on which it was changed. */
export interface UnitChange {
  changedOn: string;
}
interface Aimed {
  period: string;
  planCode: string;
  comparison: string;
  value: string;
  valueTo: string | null;
}
export interface FlagsGiven<V extends Point, T extends Aimed, C extends TargetChange, U extends UnitChange> {
  /** Values of one area, missing ones too. */
  values: V[];
  targets: T[];
  aimOf: (target: T) => Aim;
  mode: PeriodMode;
  /** Yes/no and stages have no distances. */
  amounts: boolean;
  /** The least difference the indicator is told in: 0.1 at one decimal. */
  step: number;
  targetChanges: C[];
  unitChanges: U[];
}

/** One flag with the rule that raised it and everything the rule looked at. `score` has its sign; its size is above the rule's bound. */
export type Flag<V, T, C, U> =
  | { rule: 'outlier'; value: V; row: V[]; median: number; by: Robust['by']; spread: number; score: number }
  | { rule: 'jump'; change: Step; changes: Step[]; median: number; by: Robust['by']; spread: number; score: number }
  | { rule: 'soft_target'; target: T; value: V }
  /** `became`: what it was changed into, another change or what holds now. */
  | { rule: 'target_changed'; target: T; was: C; became: C | T }
  | { rule: 'unit_changed'; change: U };

/** A rule that could not be asked, because too little is known; `have` of `least`. */
export interface Unasked {
  rule: FlagRule;
  have: number;
  least: number;
}
export interface Flags<V, T, C, U> {
  flags: Flag<V, T, C, U>[];
  unasked: Unasked[];
}

/** Every flag of one indicator in one area, in the order of the rules, then of time. Nothing but what is given counts: no clock, no store. */
export function flagsOf<V extends Point, T extends Aimed, C extends TargetChange, U extends UnitChange>(given: FlagsGiven<V, T, C, U>): Flags<V, T, C, U> {
  const unasked: Unasked[] = [];
  const flags: Flag<V, T, C, U>[] = [...(given.amounts ? unusual(given, unasked) : []), ...softTargets(given), ...changedTargets(given), ...given.unitChanges.map((change) => ({ rule: 'unit_changed' as const, change }))];
  return { flags, unasked };
}

/** Values and changes far from the rest of their row. */
function unusual<V extends Point>({ values, mode, step }: { values: V[]; mode: PeriodMode; step: number }, unasked: Unasked[]): Extract<Flag<V, never, never, never>, { score: number }>[] {
  const row = rowOf(values, mode);
  if (row.length === 0) return [];
  const changes = stepsOf(row, mode);
  // Across a gap much may have changed: a value of long ago is no outlier of today's.
  const run = runOf(row, mode);
  const outliers = farOff('outlier', run, run.map((one) => one.value ?? 0), step, unasked).map(({ item, ...found }) => ({ rule: 'outlier' as const, value: item, row: run, ...found }));
  const jumps = farOff('jump', changes, changes.map(({ change }) => change), step, unasked).map(({ item, ...found }) => ({ rule: 'jump' as const, change: item, changes, ...found }));
  return [...outliers, ...jumps];
}

function farOff<I>(rule: 'outlier' | 'jump', items: I[], numbers: number[], step: number, unasked: Unasked[]): { item: I; median: number; by: Robust['by']; spread: number; score: number }[] {
  const { threshold, least } = flagRules[rule];
  if (items.length < least) {
    unasked.push({ rule, have: items.length, least });
    return [];
  }
  const { scores, ...reckoned } = robustScores(numbers, step);
  // At the very bound, whatever doubles make of it, is not beyond it.
  return items.flatMap((item, n) => (Math.abs(scores[n] ?? 0) > threshold * (1 + 1e-12) ? [{ item, ...reckoned, score: scores[n] ?? 0 }] : []));
}

/** Targets still ahead that ask for less than the last value they can be held against. */
function softTargets<V extends Point, T extends Aimed>({ values, targets, aimOf, mode }: Pick<FlagsGiven<V, T, never, never>, 'values' | 'targets' | 'aimOf' | 'mode'>): { rule: 'soft_target'; target: T; value: V }[] {
  return targets.flatMap((target) => {
    const value = rowFor(target, { values, baseline: '1900', mode }).at(-1);
    if (!value || endOf(target.period) <= endOf(value.period)) return [];
    return isSofter(aimOf(target), value.value ?? 0) ? [{ rule: 'soft_target' as const, target, value }] : [];
  });
}

/** A range and a yes or no cannot ask for less; an amount without a good direction neither. */
function isSofter({ kind, direction, target }: Aim, last: number): boolean {
  const change = changeBetween(last, target);
  if (kind === 'milestone') return change < 0;
  if (kind !== 'amount') return false;
  return direction === 'higher' ? change < 0 : direction === 'lower' && change > 0;
}

/** Changes of a target on a day after its period's last one; who changed it and changed it back has changed it twice. */
function changedTargets<T extends Aimed, C extends TargetChange>({ targets, targetChanges }: { targets: T[]; targetChanges: C[] }): { rule: 'target_changed'; target: T; was: C; became: C | T }[] {
  return targets.flatMap((target) => {
    const own = targetChanges.filter((one) => one.period === target.period && one.planCode === target.planCode).sort((a, b) => (a.changedOn < b.changedOn ? -1 : 1));
    return own.flatMap((was, n) => {
      const became = own[n + 1] ?? target;
      return was.changedOn > parsePeriod(target.period).end && !isSame(was, became) ? [{ rule: 'target_changed' as const, target, was, became }] : [];
    });
  });
}

const isSame = (a: Omit<Aimed, 'planCode'>, b: Omit<Aimed, 'planCode'>): boolean =>
  a.comparison === b.comparison && Number(a.value) === Number(b.value) && (a.valueTo === null ? b.valueTo === null : b.valueTo !== null && Number(a.valueTo) === Number(b.valueTo));
