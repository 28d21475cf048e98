import { describe, expect, it } from 'vitest';
import { comparable, heldAgainst, type PeriodMode } from './period-mode.ts';

const row = (...points: [string, number | null, boolean?][]) => points.map(([period, value, applicable = true]) => ({ period, value, applicable }));
const quarters = row(['2025Q1', 20], ['2025Q2', 45], ['2025Q3', 70], ['2025Q4', 96], ['2026Q1', 22], ['2026Q2', 51]);

describe('the value held against a target', () => {
  it.each<[string, string, ReturnType<typeof row>, PeriodMode, string | null, string | null]>([
    ['the same period comes first', '2025Q2', quarters, 'periodic', '2025Q2', null],
    ['a quarter has its own target', '2026Q2', quarters, 'cumulative', '2026Q2', null],
    ['a running total: the year is its last quarter', '2025', quarters, 'cumulative', '2025Q4', null],
    ['a stock: the year is its last quarter', '2025', quarters, 'latest', '2025Q4', null],
    ['an open year has no value yet', '2026', quarters, 'cumulative', null, 'year_open'],
    ['quarters of a periodic indicator are not added up', '2025', quarters, 'periodic', null, 'missing'],
    ['annual only takes the year alone', '2025', quarters, 'annual_only', null, 'missing'],
    ['annual only, with a year', '2025', row(['2025', 9]), 'annual_only', '2025', null],
    ['months end a year too', '2025', row(['2025-11', 8], ['2025-12', 9]), 'latest', '2025-12', null],
    ['a year is never split into quarters', '2025Q1', row(['2025', 96]), 'cumulative', null, 'missing'],
    ['a last quarter without value leaves the year open', '2025', row(['2025Q3', 70], ['2025Q4', null]), 'latest', null, 'year_open'],
    ['a last quarter that does not apply closes the year as not applicable', '2025', row(['2025Q3', 70], ['2025Q4', null, false]), 'latest', null, 'not_applicable'],
    ['a year of which no quarter applies', '2025', row(['2025Q1', null, false], ['2025Q2', null, false], ['2025Q3', null, false], ['2025Q4', null, false]), 'cumulative', null, 'not_applicable'],
    ['an early quarter that does not apply says nothing of the year', '2025', row(['2025Q1', null, false], ['2025Q4', 96]), 'cumulative', '2025Q4', null],
    ['nothing is nothing', '2025', [], 'latest', null, 'missing'],
    ['what does not apply is not missing', '2025', row(['2025', null, false]), 'periodic', null, 'not_applicable'],
  ])('%s', (_, target, values, mode, period, reason) => {
    const held = heldAgainst(target, values, mode);
    expect(held.cell?.period ?? null).toBe(period);
    expect(held.reason).toBe(reason);
  });
  it('compares a running total with the same quarter of other years only', () => {
    expect(comparable(quarters, 'cumulative').map((one) => one.period)).toEqual(['2025Q2', '2026Q2']);
    expect(comparable(quarters, 'latest')).toHaveLength(6);
  });
});
