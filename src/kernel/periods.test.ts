import { expect, test } from 'vitest';
import { lastEnded, periodBefore } from './periods.ts';

test.each([['2019', '2018'], ['2019Q3', '2019Q2'], ['2019Q1', '2018Q4'], ['2019-07', '2019-06'], ['2019-01', '2018-12'], ['2019-03-01', '2019-02-28'], ['2020-03-01', '2020-02-29']])('before %s comes %s', (period, before) =>
  expect(periodBefore(period).text).toBe(before));

test.each([
  ['2026-11-24', 'year', '2025'], ['2026-12-31', 'year', '2025'], ['2027-01-01', 'year', '2026'], ['2026-09-30', 'quarter', '2026Q2'], ['2026-10-01', 'quarter', '2026Q3'], ['2026-01-15', 'quarter', '2025Q4'],
  ['2026-03-31', 'month', '2026-02'], ['2026-11-24', 'day', '2026-11-23'],
] as const)('on %s the last %s that was over is %s', (day, kind, ended) => expect(lastEnded(day, kind).text).toBe(ended));
