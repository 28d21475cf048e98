import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Aim } from './achievement.ts';
import { flagRules } from './flag-rules.ts';
import { flagsOf, type FlagsGiven, type TargetChange } from './flags.ts';
import { robustScores } from './robust.ts';
import type { Point } from './standing.ts';

type Wanted = FlagsGiven<Point, Target, TargetChange, { changedOn: string }>;
interface Target {
  period: string;
  planCode: string;
  comparison: string;
  value: string;
  valueTo: string | null;
}
const row = (values: Record<string, number | null>, seriesCode = 'a'): Point[] => Object.entries(values).map(([period, value]) => ({ period, value, seriesCode }));
/** Values of the years from 2010 on. */
const years = (...values: (number | null)[]): Point[] => row(Object.fromEntries(values.map((value, n) => [String(2010 + n), value])));
const target = (period: string, value: string, over: Partial<Target> = {}): Target => ({ period, planCode: '', comparison: '=', value, valueTo: null, ...over });
const given = (over: Partial<Wanted>, aim: Partial<Aim> = {}): Wanted => ({
  values: [], targets: [], mode: 'periodic', amounts: true, step: 1, targetChanges: [], unitChanges: [],
  aimOf: (one) => ({ kind: 'amount', direction: 'higher', lowerFormula: 'ratio', comparison: one.comparison, target: Number(one.value), targetTo: one.valueTo === null ? null : Number(one.valueTo), shares: [], ...aim }), ...over,
});
const told = (wanted: Wanted): string[] => flagsOf(wanted).flags.map((flag) => {
  if (flag.rule === 'outlier') return `outlier ${flag.value.period}`;
  if (flag.rule === 'jump') return `jump ${flag.change.from}-${flag.change.until}`;
  if (flag.rule === 'soft_target') return `soft_target ${flag.target.period} ${flag.target.value} after ${flag.value.value}`;
  if (flag.rule === 'target_changed') return `target_changed ${flag.target.period} ${flag.was.value} to ${flag.became.value} on ${flag.was.changedOn}`;
  return `unit_changed ${flag.change.changedOn}`;
});

describe('values and changes far from the rest', () => {
  it.each<[string, Partial<Wanted>, string[]]>([
    ['nothing known', {}, []],
    ['all missing', { values: years(null, null, null) }, []],
    ['two values only, however far apart', { values: years(1, 1_000_000) }, []],
    ['four values are no measure of what is usual', { values: years(10, 10, 10, 1000) }, []],
    ['five, one far off', { values: years(10, 11, 10, 12, 100) }, ['outlier 2014']],
    ['a zero amid the rest is a value like any other', { values: years(100, 101, 0, 99, 100) }, ['outlier 2012']],
    ['negative values', { values: years(-10, -11, -10, -12, -100) }, ['outlier 2014']],
    ['through zero', { values: years(-2, -1, 0, 1, 2) }, []],
    ['missing values are not zero', { values: years(100, null, 101, 99, 100, 102, 100, null) }, []],
    ['across a gap nothing is compared: a value of long ago is no outlier', { values: row({ 1990: 1, 2010: 100, 2011: 101, 2012: 99, 2013: 100, 2014: 102 }) }, []],
    ['a straight line has no outlier and no jump', { values: years(1, 2, 3, 4, 5, 6, 7, 8, 9) }, []],
    ['all equal', { values: years(7, 7, 7, 7, 7, 7, 7) }, []],
    ['more than half equal: the mean distance is the spread', { values: years(255, 255, 255, 255, 25) }, ['outlier 2014']],
    ['all changes equal but one: it stands out, however little', { step: 0.1, values: years(10, 12, 14, 15, 17, 19, 21) }, ['jump 2012-2013']],
    ['more than half of the changes equal, one far off', { step: 0.1, values: years(10, 12, 14, 15, 17, 60) }, ['outlier 2015', 'jump 2014-2015']],
    ['one step beside equal ones is no outlier', { values: years(7, 7, 7, 7, 8) }, []],
    ['five changes, one far off', { values: years(10, 12, 14, 15, 17, 60) }, ['outlier 2015', 'jump 2014-2015']],
    ['a jump to a new level that is not far from the rest', { values: years(10, 11, 10, 11, 10, 30, 31, 30, 31, 30) }, ['jump 2014-2015']],
    ['a fall is a jump too', { values: years(60, 58, 57, 55, 54, 20) }, ['outlier 2015', 'jump 2014-2015']],
    ['a gap makes no change: four changes are too few', { values: row({ 2010: 1, 2011: 2, 2012: 3, 2014: 4, 2015: 5, 2016: 50 }) }, []],
    ['another method is another row', { values: [...row({ 2010: 1, 2011: 2, 2012: 1, 2013: 2, 2014: 1 }, 'old'), ...row({ 2015: 90, 2016: 91, 2017: 92 })] }, []],
    ['running totals: the same quarter of each year', { mode: 'cumulative', values: row({ '2020Q4': 100, '2021Q1': 20, '2021Q4': 101, '2022Q4': 99, '2023Q4': 100, '2024Q4': 102 }) }, []],
    ['running totals, one far off', { mode: 'cumulative', values: row({ '2020Q4': 100, '2021Q1': 20, '2021Q4': 101, '2022Q4': 99, '2023Q4': 100, '2024Q4': 200 }) }, ['outlier 2024Q4']],
    ['yes and no have no distances', { amounts: false, values: years(0, 0, 0, 0, 0, 1) }, []],
    ['large doubles', { values: years(1e300, 1e300, 1e300, 1e300, -1e300) }, ['outlier 2014']],
  ])('%s', (_, over, expected) => expect(told(given(over))).toEqual(expected));

  it('at the very bound is not beyond it', () => {
    // median 0, spread 0.6745: a value of 3.5 scores 3.5
    expect(told(given({ step: 1e-9, values: years(-0.6745, 0.6745, 0, -0.6745, 0.6745, 0, 3.5) }))).toEqual([]);
    expect(told(given({ step: 1e-9, values: years(-0.6745, 0.6745, 0, -0.6745, 0.6745, 0, 3.51) })).filter((one) => one.startsWith('outlier'))).toEqual(['outlier 2016']);
  });
  it('says what it could not ask, and how much is there', () => {
    expect(flagsOf(given({ values: years(1, 2, null, 4) })).unasked).toEqual([{ rule: 'outlier', have: 1, least: 5 }, { rule: 'jump', have: 1, least: 5 }]);
    expect(flagsOf(given({ values: years(1, 2, 3, 4, 5) })).unasked).toEqual([{ rule: 'jump', have: 4, least: 5 }]);
    expect(flagsOf(given({ values: years(null) })).unasked).toEqual([]);
    expect(flagsOf(given({ amounts: false, values: years(1) })).unasked).toEqual([]);
  });
  it('carries all that the rule looked at', () => {
    const [flag] = flagsOf(given({ values: years(10, 11, 10, 12, 100) })).flags;
    expect(flag).toMatchObject({ rule: 'outlier', median: 11, by: 'median', spread: 1, score: 89 / (1 / 0.6745) });
    expect(flag?.rule === 'outlier' && flag.row.map((one) => one.value)).toEqual([10, 11, 10, 12, 100]);
  });
  it('does not depend on the order of the values, nor on where they lie on the line', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 5, maxLength: 12 }), fc.integer({ min: -500, max: 500 }), fc.boolean(), (numbers, by, turned) => {
      const there = told(given({ values: years(...numbers) }));
      expect(told(given({ values: years(...numbers).reverse() }))).toEqual(there);
      expect(told(given({ values: years(...numbers.map((number) => (turned ? -number : number) + by)) }))).toEqual(there);
    }));
  });
  it('never flags half of a row or more', () => {
    fc.assert(fc.property(fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 5, maxLength: 30 }), (numbers) => {
      expect(robustScores(numbers, 0.1).scores.filter((score) => Math.abs(score) > 3.5).length).toBeLessThan(numbers.length / 2);
    }));
  });
});

describe('a target below the last result', () => {
  const values = years(40, 50);
  it.each<[string, Partial<Wanted>, Partial<Aim>, string[]]>([
    ['ahead and below, higher is better', { values, targets: [target('2012', '45')] }, {}, ['soft_target 2012 45 after 50']],
    ['ahead and above, lower is better', { values, targets: [target('2012', '55')] }, { direction: 'lower' }, ['soft_target 2012 55 after 50']],
    ['ahead and below, lower is better', { values, targets: [target('2012', '45')] }, { direction: 'lower' }, []],
    ['equal holds the line', { values, targets: [target('2012', '50')] }, {}, []],
    ['equal but for the noise of doubles', { values: years(0.1 + 0.2), targets: [target('2012', '0.3')] }, {}, []],
    ['its period has a value: it is judged by achievement, not here', { values, targets: [target('2011', '45')] }, {}, []],
    ['no good direction', { values, targets: [target('2012', '45')] }, { direction: 'none' }, []],
    ['a range', { values, targets: [target('2012', '10', { valueTo: '20' })] }, { kind: 'range', targetTo: 20 }, []],
    ['an earlier stage than the one reached', { amounts: false, values: years(2, 3), targets: [target('2012', '2')] }, { kind: 'milestone' }, ['soft_target 2012 2 after 3']],
    ['a later stage', { amounts: false, values: years(2, 3), targets: [target('2012', '4')] }, { kind: 'milestone' }, []],
    ['yes or no', { amounts: false, values: years(1), targets: [target('2012', '0')] }, { kind: 'yes_no' }, []],
    ['no result yet', { values: years(null), targets: [target('2012', '45')] }, {}, []],
    ['a missing latest value: the one before counts', { values: years(40, null), targets: [target('2012', '39')] }, {}, ['soft_target 2012 39 after 40']],
    ['zero and below', { values: years(-3, -2), targets: [target('2012', '-2.5'), target('2013', '0')] }, {}, ['soft_target 2012 -2.5 after -2']],
    ['every one that is ahead', { values, targets: [target('2012', '45'), target('2013', '49'), target('2014', '60')] }, {}, ['soft_target 2012 45 after 50', 'soft_target 2013 49 after 50']],
    ['a quarter is held against quarters', { values: row({ '2010Q4': 9, 2011: 50 }), targets: [target('2012Q1', '10')] }, {}, []],
    ['a running total: the same quarter of the year before', { mode: 'cumulative', values: row({ '2010Q1': 5, '2010Q4': 40 }), targets: [target('2011Q1', '4'), target('2011', '41')] }, {}, ['soft_target 2011Q1 4 after 5']],
  ])('%s', (_, over, aim, expected) => expect(told(given(over, aim))).toEqual(expected));
});

describe('a target changed after its period', () => {
  const change = (changedOn: string, value: string, over: Partial<TargetChange> = {}): TargetChange => ({ period: '2011', planCode: '', changedOn, comparison: '=', value, valueTo: null, ...over });
  it.each<[string, TargetChange[], Target[], string[]]>([
    ['the day after its last', [change('2012-01-01', '60')], [target('2011', '45')], ['target_changed 2011 60 to 45 on 2012-01-01']],
    ['on its last day', [change('2011-12-31', '60')], [target('2011', '45')], []],
    ['twice', [change('2012-03-01', '50'), change('2012-01-01', '60')], [target('2011', '45')], ['target_changed 2011 60 to 50 on 2012-01-01', 'target_changed 2011 50 to 45 on 2012-03-01']],
    ['nothing but how it is written', [change('2012-01-01', '45.0')], [target('2011', '45')], []],
    ['the comparison alone', [change('2012-01-01', '45', { comparison: '>' })], [target('2011', '45')], ['target_changed 2011 45 to 45 on 2012-01-01']],
    ['the upper bound alone', [change('2012-01-01', '45', { valueTo: '50' })], [target('2011', '45', { valueTo: '55' })], ['target_changed 2011 45 to 45 on 2012-01-01']],
    ['of another plan or period', [change('2012-01-01', '60', { planCode: 'p' }), change('2013-01-01', '60', { period: '2012' })], [target('2011', '45')], []],
    ['of a quarter', [change('2011-04-01', '60', { period: '2011Q1' })], [target('2011Q1', '45')], ['target_changed 2011Q1 60 to 45 on 2011-04-01']],
  ])('%s', (_, targetChanges, targets, expected) => expect(told(given({ targets, targetChanges, values: [] })).filter((one) => one.startsWith('target_changed'))).toEqual(expected));
});

it('a change of unit is always told', () => expect(told(given({ unitChanges: [{ changedOn: '2020-05-01' }] }))).toEqual(['unit_changed 2020-05-01']));

it('every rule has words in both languages and says what it rests on', () => {
  for (const { name, says, source } of Object.values(flagRules)) for (const text of [name, says, source]) expect([text.id.length > 0, text.en.length > 0]).toEqual([true, true]);
});
