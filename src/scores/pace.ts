import { comparePeriods, parsePeriod } from '#kernel/periods.ts';
import { type Aim, achievement } from './achievement.ts';
import type { PeriodMode } from './period-mode.ts';
import { methodOf, type Point } from './standing.ts';

export type PaceValue = Point;
export interface PaceGiven<V extends PaceValue, T extends { period: string }> {
  values: V[];
  targets: T[];
  /** The plan's baseline; older values count for nothing here. */
  baseline: string;
  mode: PeriodMode;
  aimOf: (target: T) => Aim;
}

/** `enough`: the happened pace reaches the target in time; `still`: nothing moved; `away`: it moved the wrong way. */
export type Course = 'met' | 'enough' | 'faster' | 'still' | 'away';

/** Pace to a target, as a straight line and no forecast; changes are per year, in the indicator's own unit and sign. */
export interface Pace<V, T> {
  /** The row the mean is taken of: one series without a break, from the baseline on. */
  first: V;
  latest: V;
  years: number;
  mean: number;
  target: T;
  /** The number to reach: the target, or the nearer bound of a range. */
  goal: number;
  /** True when the target's period is over; then need and deed are those of the stretch that ended with it. */
  past: boolean;
  /** The stretch that is compared: from `start` to the target's period. Null when it is met, or has no value to start from. */
  stretch: { start: V; end: V | null; years: number; needed: number; happened: number } | null;
  course: Course;
  /** Needed over happened; null unless both go one way. */
  ratio: number | null;
  /** The year whose value would meet the target at the mean pace; null when it never would, or not within a hundred years. */
  reachedIn: number | null;
}
export type NoPace = { reason: 'no_target' | 'no_direction' | 'no_line' | 'few_values' };

/** The pace to the next target ahead that is not met yet; where none lies ahead, to the latest one. A year's target goes before those of its quarters. */
export function paceOf<V extends PaceValue, T extends { period: string }>(given: PaceGiven<V, T>): Pace<V, T> | NoPace {
  const first = given.targets[0];
  if (!first) return { reason: 'no_target' };
  const { kind, direction } = given.aimOf(first);
  if (kind === 'milestone' || kind === 'yes_no') return { reason: 'no_line' };
  if (kind === 'amount' && direction === 'none') return { reason: 'no_direction' };
  const held = given.targets.map((target) => ({ target, row: rowFor(target, given) })).filter(({ row }) => row.length >= 2);
  const years = held.filter(({ target }) => parsePeriod(target.period).kind === 'year');
  const found = (years.length > 0 ? years : held).sort((a, b) => comparePeriods(a.target.period, b.target.period));
  const ahead = found.filter(({ target, row }) => endOf(target.period) > endOf(lastOf(row).period));
  const next = ahead.find(({ target, row }) => !meets(lastOf(row), given.aimOf(target)));
  const past = found.filter((one) => !ahead.includes(one) && one.row.some((value) => endOf(value.period) === endOf(one.target.period)));
  const chosen = next ?? ahead.at(-1) ?? past.at(-1);
  if (!chosen) return { reason: 'few_values' };
  const pace = reckon(chosen.row, chosen.target, given.aimOf(chosen.target), !ahead.includes(chosen));
  return Number.isFinite(pace.mean) ? pace : { reason: 'no_line' }; // figures so far apart that no double holds what lies between
}

function reckon<V extends PaceValue, T extends { period: string }>(row: V[], target: T, aim: Aim, past: boolean): Pace<V, T> {
  const [first, latest] = [row[0] as V, lastOf(row)];
  const years = endOf(latest.period) - endOf(first.period);
  const mean = clean((at(latest) - at(first)) / years, first, latest);
  const goal = goalOf(at(latest), aim);
  const common = { first, latest, years, mean, target, goal, past };
  if (meets(latest, aim)) return { ...common, stretch: null, course: 'met', ratio: null, reachedIn: null };
  const stretch = past ? pastStretch(row, target, aim) : aheadStretch(latest, target, goal, mean);
  const way = wayTo(goal, at(latest), aim);
  const { course, ratio } = courseOf(stretch, way, mean, aim);
  return { ...common, goal: past && stretch ? goalOf(at(stretch.start), aim) : goal, stretch, course, ratio, reachedIn: reachedIn(latest, goal, mean, way) };
}

const aheadStretch = <V extends PaceValue>(latest: V, target: { period: string }, goal: number, mean: number): Pace<V, never>['stretch'] => {
  const years = endOf(target.period) - endOf(latest.period);
  return { start: latest, end: null, years, needed: (goal - at(latest)) / years, happened: mean };
};

function pastStretch<V extends PaceValue>(row: V[], target: { period: string }, aim: Aim): Pace<V, never>['stretch'] {
  const n = row.findIndex((value) => endOf(value.period) === endOf(target.period));
  const [start, end] = [row[n - 1], row[n]];
  if (!start || !end) return null;
  const years = endOf(end.period) - endOf(start.period);
  // Who already stood at the target needed nothing but to stay there.
  const needed = meets(start, aim) ? 0 : (goalOf(at(start), aim) - at(start)) / years;
  return { start, end, years, needed, happened: clean((at(end) - at(start)) / years, start, end) };
}

function courseOf(stretch: Pace<PaceValue, never>['stretch'], way: number, mean: number, aim: Aim): { course: Course; ratio: number | null } {
  const happened = stretch?.happened ?? mean;
  if (happened === 0) return { course: 'still', ratio: null };
  const wanted = stretch ? wayTo(at(stretch.start) + stretch.needed, at(stretch.start), aim) : way;
  if (Math.sign(happened) !== wanted) return { course: 'away', ratio: null };
  if (!stretch) return { course: 'faster', ratio: null };
  if (stretch.end !== null && stretch.needed === 0) return { course: 'away', ratio: null };
  const ratio = stretch.needed / stretch.happened;
  return { course: ratio <= 1 + 1e-9 ? 'enough' : 'faster', ratio };
}

/** 1 up, −1 down; where the number is already reached and the comparison is strict, the good direction. */
const wayTo = (goal: number, from: number, aim: Aim): number => Math.sign(goal - from) || (aim.comparison === '<' || (aim.comparison !== '>' && aim.direction === 'lower') ? -1 : 1);

function reachedIn(latest: PaceValue, goal: number, mean: number, way: number): number | null {
  if (mean === 0 || Math.sign(mean) !== way) return null;
  const left = Math.max((goal - at(latest)) / mean, 1e-6);
  // The value of a year is that of its last day.
  return left > 100 ? null : Math.ceil(endOf(latest.period) + left - 1e-9) - 1;
}

/** The values a target can be held against, the latest without a break: of the same kind of period, or for a running total those that end a year. */
export function rowFor<V extends PaceValue>(target: { period: string }, { values, baseline, mode }: Pick<PaceGiven<V, never>, 'values' | 'baseline' | 'mode'>): V[] {
  const wanted = parsePeriod(target.period);
  const fits = ({ period }: PaceValue): boolean => {
    const own = parsePeriod(period);
    if (mode === 'latest') return true;
    if (mode === 'cumulative') return wanted.kind === 'year' ? own.end.endsWith('12-31') : own.kind === wanted.kind && own.text.slice(4) === wanted.text.slice(4);
    return own.kind === wanted.kind;
  };
  const known = values.filter((one) => one.value !== null && fits(one) && parsePeriod(one.period).start >= parsePeriod(baseline).start).sort((a, b) => comparePeriods(a.period, b.period));
  const cut = known.findLastIndex((one) => methodOf(one) !== methodOf(lastOf(known)));
  const row = known.slice(cut + 1);
  // A year and its last quarter end on one day and are one point.
  return row.filter((one, n) => n === row.length - 1 || endOf(one.period) !== endOf((row[n + 1] as V).period));
}

const at = (value: PaceValue): number => value.value ?? 0;
const lastOf = <V>(row: V[]): V => row[row.length - 1] as V;
const meets = (value: PaceValue, aim: Aim): boolean => achievement(value.value, aim).met === true;
const goalOf = (from: number, { kind, target, targetTo }: Aim): number => (kind === 'range' && from > target ? (targetTo ?? target) : target);
/** What the noise of doubles makes of two equal values is no movement. */
const clean = (pace: number, a: PaceValue, b: PaceValue): number => (Math.abs(at(b) - at(a)) <= 1e-12 * Math.max(Math.abs(at(a)), Math.abs(at(b))) ? 0 : pace);

/** The last day of a period, in years: the end of 2025 is 2026. */
export function endOf(period: string): number {
  const [year = 0, month = 1, day = 1] = parsePeriod(period).end.split('-').map(Number);
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return year + (month - 1 + day / days) / 12;
}
