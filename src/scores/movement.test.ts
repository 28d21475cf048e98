import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { movement } from './movement.ts';
import type { PeriodMode } from './period-mode.ts';

const row = (...points: [string, number | null, string?][]) => points.map(([period, value, seriesCode = 'utama']) => ({ period, value, seriesCode }));
const yearly = (from: number, ...values: (number | null)[]) => row(...values.map((value, n): [string, number | null] => [String(from + n), value]));

describe('the latest change, in times of what is usual', () => {
  it.each([
    ['three times', yearly(2020, 10, 11, 10, 13), 'periodic', null, 3], ['a fall counts by its size', yearly(2020, 10, 11, 10, 7), 'periodic', null, 3], ['the mean of unequal ones', yearly(2020, 0, 1, 4, 5), 'periodic', null, 0.5],
    ['no change is none', yearly(2020, 10, 11, 10, 10), 'periodic', null, 0], ['noise of doubles is no change', yearly(2020, 1, 2, 0.3, 0.1 + 0.2), 'periodic', null, 0], ['below zero and across it', yearly(2020, -1, 1, -1, 3), 'periodic', null, 2],
    ['a still row has no ratio', yearly(2020, 5, 5, 5, 9), 'periodic', 'still', null], ['one earlier change is too few', yearly(2020, 10, 11, 13), 'periodic', 'too_few', null], ['two values', yearly(2020, 10, 11), 'periodic', 'too_few', null],
    ['one value', yearly(2020, 10), 'periodic', 'no_step', null], ['nothing', [], 'periodic', 'no_step', null], ['only missing', yearly(2020, null, null), 'periodic', 'no_step', null],
    ['the latest stands after a gap', [...yearly(2018, 1, 2, 3), ...yearly(2022, 9)], 'periodic', 'no_step', null], ['a missing year is a gap', yearly(2018, 1, 2, 3, null, 9), 'periodic', 'no_step', null],
    ['an earlier gap is passed over', [...yearly(2015, 1, 2, 3), ...yearly(2022, 9, 12)], 'periodic', null, 3], ['a missing end counts back to the last value', yearly(2020, 10, 11, 10, 13, null), 'periodic', null, 3],
    ['across a change of series nothing counts', row(['2019', 1, 'old'], ['2020', 5, 'old'], ['2021', 1, 'old'], ['2022', 9, 'new']), 'periodic', 'no_step', null],
    ['the new series has its own past alone', row(['2018', 90, 'old'], ['2019', 1, 'new'], ['2020', 2, 'new'], ['2021', 1, 'new'], ['2022', 4, 'new']), 'periodic', null, 3],
    ['another series between breaks the row', row(['2019', 1], ['2020', 2], ['2021', 3], ['2022', 50, 'other'], ['2023', 9]), 'periodic', 'no_step', null],
    ['quarters across the turn of the year', row(['2025Q2', 1], ['2025Q3', 2], ['2025Q4', 1], ['2026Q1', 3]), 'periodic', null, 2], ['months', row(['2025-11', 1], ['2025-12', 2], ['2026-01', 1], ['2026-02', 6]), 'periodic', null, 5],
    ['a running total against the same quarter of other years', row(['2022Q3', 10], ['2023Q3', 12], ['2024Q3', 14], ['2025Q3', 20], ['2025Q2', 3]), 'cumulative', null, 3], ['a running total of years', yearly(2020, 10, 11, 10, 13), 'cumulative', null, 3],
    ['rows in any order', yearly(2020, 10, 11, 10, 13).reverse(), 'periodic', null, 3],
  ] as [string, ReturnType<typeof row>, PeriodMode, string | null, number | null][])('%s', (_, points, mode, reason, ratio) => {
    const found = movement(points, mode);
    expect(found.reason).toBe(reason);
    if (ratio === null) expect(found.ratio).toBeNull();
    else expect(found.ratio).toBeCloseTo(ratio, 9);
  });
});

test('a second input that is counted another way breaks the row', () => {
  const at = (period: string, value: number, second: string) => ({ period, value, seriesCode: 'a', inputs: [{ element: 'x', series: 'a' }, { element: 'y', series: second }] });
  expect(movement([at('2020', 1, 'b'), at('2021', 2, 'b'), at('2022', 1, 'b'), at('2023', 9, 'c')], 'periodic').reason).toBe('no_step');
  expect(movement([at('2020', 1, 'b'), at('2021', 2, 'b'), at('2022', 1, 'b'), at('2023', 3, 'b')], 'periodic').ratio).toBe(2);
});

test('lists every earlier change, so that the sum can be done again', () => {
  expect(movement(yearly(2020, 10, 11, 10, 13), 'periodic')).toMatchObject({
    latest: { from: '2022', until: '2023', change: 3 }, earlier: [{ from: '2020', until: '2021', change: 1 }, { from: '2021', until: '2022', change: -1 }], usual: 1,
  });
});

const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 4, maxLength: 12 });
test('does not depend on the unit or on where zero lies', () => fc.assert(fc.property(values, fc.integer({ min: 1, max: 50 }), fc.integer({ min: -100, max: 100 }), (given, factor, shift) => {
  const [a, b] = [movement(yearly(2000, ...given), 'periodic'), movement(yearly(2000, ...given.map((value) => value * factor + shift)), 'periodic')];
  return a.reason === b.reason && (a.ratio === null || Math.abs(a.ratio - (b.ratio ?? 0)) < 1e-9 * Math.max(1, a.ratio));
})));
