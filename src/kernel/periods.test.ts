import { expect, test } from 'vitest';
import { daysIn, isPeriod, lastEnded, parsePeriod, periodAt, periodBefore, placeInYear, strangeYear } from './periods.ts';

test.each([['2019', '2018'], ['2019Q3', '2019Q2'], ['2019Q1', '2018Q4'], ['2019-07', '2019-06'], ['2019-01', '2018-12'], ['2019-03-01', '2019-02-28'], ['2020-03-01', '2020-02-29']])('before %s comes %s', (period, before) =>
  expect(periodBefore(period).text).toBe(before));

test.each([
  ['2026-11-24', 'year', '2025'], ['2026-12-31', 'year', '2025'], ['2027-01-01', 'year', '2026'], ['2026-09-30', 'quarter', '2026Q2'], ['2026-10-01', 'quarter', '2026Q3'], ['2026-01-15', 'quarter', '2025Q4'],
  ['2026-03-31', 'month', '2026-02'], ['2026-11-24', 'day', '2026-11-23'],
] as const)('on %s the last %s that was over is %s', (day, kind, ended) => expect(lastEnded(day, kind).text).toBe(ended));

test('counts periods of a kind on and back, and their days', () => {
  const cases: [string, number, string | null][] = [['2019', 1, '2020'], ['2019', -400, null], ['2019Q4', 1, '2020Q1'], ['2019Q1', -5, '2017Q4'], ['2019-12', 2, '2020-02'], ['2020-03-01', -1, '2020-02-29'], ['2200', 1, null]];
  for (const [period, by, found] of cases) expect(periodAt(period, by)?.text ?? null).toBe(found);
  expect(['2020', '2021Q1', '2020-02', '2020-02-29'].map(daysIn)).toEqual([366, 90, 29, 1]);
  expect(['2020', '2021Q3', '2020-12', '2020-02-01'].map(placeInYear)).toEqual([1, 3, 12, 32]);
});

test('a period is one thing however it is written, and kept under one writing alone', () => {
  for (const given of ['2019Q3', '2019q3', ' 2019Q3 ', 'TW III 2019', 'triwulan iii 2019']) expect(parsePeriod(given).text, given).toBe('2019Q3');
  // Whoever asks in ten thousand other writings leaves room for those that pages ask for.
  for (let n = 0; n < 10_001; n += 1) parsePeriod(`${' '.repeat(n)}2019Q3`);
  expect(parsePeriod('2087Q3')).toBe(parsePeriod('2087Q3'));
});

test('a year out of reach is told from what is no period at all', () => {
  expect(['9999', '1899', '2201Q3', '9999-07', 'TW III 9999', '0019'].map(strangeYear)).toEqual(['9999', '1899', '2201', '9999', '9999', '0019']);
  expect(['1900', '2200', '2019Q9', 'abad-lalu', '99999', '9999-13', ''].map(strangeYear)).toEqual([null, null, null, null, null, null, null]);
  expect(['1900', '2200', '9999', '1899'].map(isPeriod)).toEqual([true, true, false, false]);
});
