import { describe, expect, it } from 'vitest';
import { isPlausible, plausibleRange, isHuge, isLikeOthers } from './plausible-range.ts';

describe('the usual range', () => {
  it.each<[number[], [number, number] | null]>([
    [[], null], [[1, 2, 3], null],
    [[100, 110, 120, 130], [133.5, 146.5]], // steady: five percent of the last value
    [[10, 10, 10, 10], [9.5, 10.5]],
    [[0, 0, 0, 0], [0, 0]],
    [[4, 1, 3, 0.5], [0, 2.5]], // it goes up and down: what it did before is not strange
    [[-1, -2, 1, -1], [-6.45, 2.45]],
  ])('after %j is %j', (history, expected) => {
    const range = plausibleRange(history);
    if (expected === null) expect(range).toBeNull();
    else for (const n of [0, 1] as const) expect([range?.low, range?.high][n], String(n)).toBeCloseTo(expected[n], 0);
  });
  it('asks of ten times too much, and of nothing where nothing is known', () => {
    const range = plausibleRange([1266, 1290, 1301, 1316]);
    expect([isPlausible(1330, range), isPlausible(13300, range), isPlausible(0, range), isPlausible(5, null)]).toEqual([true, false, false, true]);
  });
});

it.each<[number, number[], boolean]>([[200, [187, 250, 1_250], true], [1e20, [187, 250], false], [2, [187, 250], false], [200, [187], false], [0, [0, 0, 0], true]])('%d beside %j is of their size: %s', (value, others, alike) => expect(isLikeOthers(value, others)).toBe(alike));
it('what nobody counts is asked about where there is no past', () => expect([isHuge(1e20, null), isHuge(5e12, null), isHuge(1e20, { low: 0, high: 1e21 })]).toEqual([true, false, false]));
