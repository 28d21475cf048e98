import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Aim } from './achievement.ts';
import { endOf, type Pace, type PaceGiven, paceOf, type PaceValue } from './pace.ts';

interface Wanted {
  period: string;
  value: number;
  to?: number;
}
const plain: Aim = { kind: 'amount', direction: 'higher', lowerFormula: 'ratio', comparison: '=', target: 0, targetTo: null, shares: [] };
const lower: Partial<Aim> = { direction: 'lower' };
const row = (values: Record<string, number | null>, series = 'a'): PaceValue[] => Object.entries(values).map(([period, value]) => ({ period, value, seriesCode: series }));
const given = (values: PaceValue[], targets: Record<string, number>, aim: Partial<Aim> = {}, over: Partial<PaceGiven<PaceValue, Wanted>> = {}): PaceGiven<PaceValue, Wanted> => ({
  values, targets: Object.entries(targets).map(([period, value]) => ({ period, value })), baseline: '2015', mode: 'periodic', aimOf: (target) => ({ ...plain, ...aim, target: target.value }), ...over,
});
const told = (found: ReturnType<typeof paceOf<PaceValue, Wanted>>) => {
  if ('reason' in found) return found.reason;
  const { course, stretch, mean, ratio, reachedIn, target } = found;
  const r = (n: number | null | undefined): number | null => (n == null ? null : Math.round(n * 1000) / 1000);
  return [target.period, course, r(stretch?.needed), r(stretch?.happened), r(mean), r(ratio), reachedIn];
};

describe('pace to a target', () => {
  const poor = row({ 2017: 13.19, 2018: 12.56, 2021: 12.32, 2022: 11.12, 2023: 10.93, 2024: 9.79, 2025: 9.45 });
  it.each<[string, PaceGiven<PaceValue, Wanted>, unknown]>([
    ['a missed target: the stretch that ended with it, and the mean since the baseline', given(poor, { 2024: 10, 2025: 8 }, lower), ['2025', 'faster', -1.79, -0.34, -0.467, 5.265, 2029]],
    ['a target ahead: from the latest value at the mean pace', given(row({ 2020: 50, 2024: 58 }), { 2028: 70 }), ['2028', 'faster', 3, 2, 2, 1.5, 2030]],
    ['a pace that is enough', given(row({ 2020: 50, 2024: 58 }), { 2028: 66 }), ['2028', 'enough', 2, 2, 2, 1, 2028]],
    ['a pace that arrives early', given(row({ 2020: 50, 2024: 60 }), { 2028: 65 }), ['2028', 'enough', 1.25, 2.5, 2.5, 0.5, 2026]],
    ['zero pace', given(row({ 2020: 50, 2024: 50 }), { 2026: 60 }), ['2026', 'still', 5, 0, 0, null, null]],
    ['a wrong way', given(row({ 2020: 50, 2024: 48 }), { 2026: 60 }), ['2026', 'away', 6, -0.5, -0.5, null, null]],
    ['a wrong way, lower is better', given(row({ 2020: 12, 2024: 14 }), { 2026: 10 }, lower), ['2026', 'away', -2, 0.5, 0.5, null, null]],
    ['already met, nothing ahead', given(row({ 2020: 50, 2024: 58 }), { 2024: 55 }), ['2024', 'met', null, null, 2, null, null]],
    ['missed, and met since', given(row({ 2020: 50, 2023: 54, 2024: 58 }), { 2023: 55 }), ['2023', 'met', null, null, 2, null, null]],
    ['the next target ahead is met: the one after it counts', given(row({ 2020: 50, 2024: 58 }), { 2025: 55, 2026: 60 }), ['2026', 'enough', 1, 2, 2, 0.5, 2025]],
    ['all targets ahead are met', given(row({ 2020: 50, 2024: 58 }), { 2025: 55, 2026: 57 }), ['2026', 'met', null, null, 2, null, null]],
    ['a missed target whose stretch began at the target', given(row({ 2022: 9, 2023: 9.5, 2024: 10.5 }), { 2024: 10 }, lower), ['2024', 'away', 0, 1, 0.75, null, null]],
    ['a missed target with no value before it', given(row({ 2022: 9, 2023: 9.2 }), { 2022: 10 }), ['2022', 'faster', null, null, 0.2, null, 2027]],
    ['a target whose year has no value is not missed', given(row({ 2020: 1, 2024: 2 }), { 2022: 10 }), 'few_values'],
    ['a strict comparison at the very number', given(row({ 2020: 12, 2024: 10 }), { 2026: 10 }, { ...lower, comparison: '<' }), ['2026', 'enough', 0, -0.5, -0.5, -0, 2025]],
    ['a target of zero', given(row({ 2020: 12, 2024: 8 }), { 2027: 0 }, lower), ['2027', 'faster', -2.667, -1, -1, 2.667, 2032]],
    ['values below zero', given(row({ 2020: -6, 2024: -4 }), { 2026: -2 }), ['2026', 'faster', 1, 0.5, 0.5, 2, 2028]],
    ['a range, from below to its lower bound', given(row({ 2020: 4, 2024: 8 }), { 2026: 20 }, { kind: 'range', targetTo: 40 }), ['2026', 'faster', 6, 1, 1, 6, 2036]],
    ['a range, from above to its upper bound', given(row({ 2020: 60, 2024: 56 }), { 2026: 20 }, { kind: 'range', targetTo: 40 }), ['2026', 'faster', -8, -1, -1, 8, 2040]],
    ['never within a hundred years', given(row({ 2020: 1, 2024: 1.001 }), { 2026: 60 }), ['2026', 'faster', 29.5, 0, 0, 117998, null]],
    ['one value', given(row({ 2024: 50 }), { 2026: 60 }), 'few_values'],
    ['missing values are no values', given(row({ 2020: null, 2024: 50 }), { 2026: 60 }), 'few_values'],
    ['values before the baseline do not count', given(row({ 2010: 10, 2024: 50 }), { 2026: 60 }), 'few_values'],
    ['no target', given(row({ 2020: 50, 2024: 58 }), {}), 'no_target'],
    ['no direction', given(row({ 2020: 50, 2024: 58 }), { 2026: 60 }, { direction: 'none' }), 'no_direction'],
    ['a milestone has no line', given(row({ 2020: 1, 2024: 2 }), { 2026: 3 }, { kind: 'milestone' }), 'no_line'],
    ['yes or no has no line', given(row({ 2020: 0, 2024: 1 }), { 2026: 1 }, { kind: 'yes_no' }), 'no_line'],
  ])('%s', (_, of, expected) => expect(told(paceOf(of))).toEqual(expected));

  it('begins anew after a break in the series', () => {
    const values = [...row({ 2018: 10, 2020: 20 }, 'old'), ...row({ 2022: 50, 2024: 54 }, 'new')];
    expect(told(paceOf(given(values, { 2026: 60 })))).toEqual(['2026', 'faster', 3, 2, 2, 1.5, 2027]);
    expect(told(paceOf(given(values.slice(0, 3), { 2026: 60 })))).toBe('few_values');
  });

  it('measures quarters in years', () => {
    const values = row({ '2025Q1': 10, '2025Q2': 11, '2025Q3': 12 });
    expect(told(paceOf(given(values, { '2025Q4': 14, '2026Q1': 15 })))).toEqual(['2025Q4', 'faster', 8, 4, 4, 2, 2026]);
    expect(told(paceOf(given(values, { 2026: 20 })))).toBe('few_values');
  });
  it('holds a year told by quarters at its last one, and passes over the phases', () => {
    const values = row({ '2023Q4': 40, '2024Q1': 12, '2024Q4': 44, '2025Q2': 24 });
    const targets = { '2025Q3': 36, 2025: 50 };
    expect(told(paceOf(given(values, targets, {}, { mode: 'cumulative' })))).toEqual(['2025', 'faster', 6, 4, 4, 1.5, 2026]);
    expect(told(paceOf(given(values, targets, {}, { mode: 'latest' })))).toEqual(['2025', 'away', 52, -10.667, -10.667, null, null]);
  });
  it('takes only the same quarter of a running total', () => {
    const values = row({ '2023Q2': 20, '2023Q4': 40, '2024Q2': 24, '2024Q4': 44 });
    expect(told(paceOf(given(values, { '2025Q2': 30 }, {}, { mode: 'cumulative' })))).toEqual(['2025Q2', 'faster', 6, 4, 4, 1.5, 2025]);
  });
  it('knows when a period is over', () => expect(['2025', '2025Q2', '2025-03', '2024-02-29'].map(endOf)).toEqual([2026, 2025.5, 2025.25, 2024 + 2 / 12]));
});

describe('pace, always', () => {
  const amount = fc.integer({ min: -500, max: 500 });
  const aRow = fc.uniqueArray(fc.integer({ min: 2016, max: 2025 }), { minLength: 2, maxLength: 8 }).chain((years) =>
    fc.array(amount, { minLength: years.length, maxLength: years.length }).map((values) => row(Object.fromEntries(years.map((year, n) => [year, values[n] ?? 0])))));
  const aCase = fc.record({ values: aRow, goal: amount, year: fc.integer({ min: 2016, max: 2030 }), direction: fc.constantFrom('higher', 'lower') });
  type Case = typeof aCase extends fc.Arbitrary<infer C> ? C : never;
  const paceAt = ({ values, goal, year, direction }: Case, change: (n: number) => number = (n) => n, to = direction): Pace<PaceValue, Wanted> | null => {
    const found = paceOf(given(values.map((one) => ({ ...one, value: change(one.value ?? 0) })), { [year]: change(goal) }, { direction: to }));
    return 'reason' in found ? null : found;
  };
  const holds = (check: (of: Case) => boolean): void => fc.assert(fc.property(aCase, check), { numRuns: 500 });

  it('does not depend on the order of rows', () => holds((of) => JSON.stringify(paceAt(of)) === JSON.stringify(paceAt({ ...of, values: [...of.values].reverse() }))));
  it('has the same course in every unit and from every zero', () => holds((of) => {
    const [one, other] = [paceAt(of), paceAt(of, (n) => n * 4 + 64)];
    return one?.course === other?.course && one?.reachedIn === other?.reachedIn && Math.abs((other?.mean ?? 0) - (one?.mean ?? 0) * 4) < 1e-9;
  }));
  it('is mirrored with the good direction', () => holds((of) => {
    const [one, other] = [paceAt(of), paceAt(of, (n) => -n, of.direction === 'higher' ? 'lower' : 'higher')];
    return one?.course === other?.course && one?.ratio === other?.ratio && one?.reachedIn === other?.reachedIn;
  }));
  it('is enough just when the line is at the target in time', () => holds((of) => {
    const found = paceAt(of);
    if (!found?.stretch || found.past) return true;
    const end = (found.latest.value ?? 0) + found.mean * found.stretch.years;
    return (found.course === 'enough') === (of.direction === 'higher' ? end >= of.goal - 1e-6 : end <= of.goal + 1e-6);
  }));
  it('names the first year whose value would meet the target', () => holds((of) => {
    const found = paceAt(of);
    if (!found || found.reachedIn === null) return true;
    const lineAt = (year: number): number => (found.latest.value ?? 0) + found.mean * (year + 1 - endOf(found.latest.period));
    const met = (value: number): boolean => (of.direction === 'higher' ? value >= of.goal - 1e-6 : value <= of.goal + 1e-6);
    return met(lineAt(found.reachedIn)) && !met(lineAt(found.reachedIn - 1) - (of.direction === 'higher' ? 1e-5 : -1e-5));
  }));
  it('moves away, stands still, or has a ratio', () => holds((of) => {
    const found = paceAt(of);
    return !found || found.course === 'met' || ['still', 'away'].includes(found.course) === (found.ratio === null) || found.stretch === null;
  }));
});
