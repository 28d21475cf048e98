import { describe, expect, it } from 'vitest';
import { changeParts, formatChange, formatDate, formatList, formatMoment, formatNumber, formatPeriod, formatValue, numberWord, numberWordCapital } from './format.ts';

const unit = (id: string, en: string, dimension = 'other') => ({ shown: { id, en }, dimension });
const percent = unit('#%', '#%', 'percent');
const rupiah = unit('Rp#', 'Rp#', 'currency');
const years = unit('# tahun', '# years', 'time');

describe('numbers', () => {
  it.each([
    [1234.5, 'id', undefined, '1.234,5'], [1234.5, 'en', undefined, '1,234.5'],
    ['12.40', 'id', undefined, '12,4'], ['12.4', 'id', 2, '12,40'], [-0.36, 'id', 1, '−0,4'], [-0.04, 'en', 1, '0.0'],
    ['12345678901234567.89', 'en', undefined, '12,345,678,901,234,567.89'], [0, 'id', undefined, '0'], [2.675, 'en', 1, '2.7'],
  ] as const)('%s in %s with %s decimals is %s', (value, lang, decimals, shown) => {
    expect(formatNumber(value, { lang, decimals })).toBe(shown);
  });
});

describe('values', () => {
  it.each([
    ['12.4', percent, 'id', '12,4%'], ['12.4', percent, 'en', '12.4%'],
    [13.1e12, rupiah, 'id', 'Rp13,1\u00a0triliun'], [13.1e12, rupiah, 'en', 'Rp13.1\u00a0trillion'],
    [2.5e9, rupiah, 'id', 'Rp2,5\u00a0miliar'], [-3e6, rupiah, 'en', '−Rp3\u00a0million'], [950, rupiah, 'id', 'Rp950'], ['13.1', unit('Rp# triliun', 'Rp# trillion', 'currency'), 'id', 'Rp13,1\u00a0triliun'],
    ['8', unit('# desa', '# villages'), 'id', '8\u00a0desa'], ['61.74', unit('#', '#'), 'id', '61,74'],
    ['61.74', null, 'en', '61.74'],
  ] as const)('%s is %#', (value, of, lang, shown) => {
    expect(formatValue(value, of, lang)).toBe(shown);
  });

  it('keeps the decimals of the indicator', () => {
    expect(formatValue(9.5, percent, 'id', 2)).toBe('9,50%');
  });
});

describe('changes', () => {
  it('tells points between percentages', () => {
    expect(formatChange(-0.9, percent, 'id', 2)).toBe('turun 0,90\u00a0poin');
    expect(formatChange(-0.9, percent, 'en', 1)).toBe('down 0.9\u00a0points');
    expect(formatChange(1, percent, 'en', 0)).toBe('up 1\u00a0point');
  });
  it('keeps the unit otherwise', () => {
    expect(formatChange(2.05, years, 'id', 2)).toBe('naik 2,05\u00a0tahun');
  });
  it('says that nothing changed when the shown digits are zero', () => {
    expect(formatChange(0.001, percent, 'id', 1)).toBe('tetap');
    expect(changeParts(-0.001, percent, 'en', 1).direction).toBe('same');
  });
});

describe('dates, periods and words', () => {
  it('writes a day the same way in both languages', () => {
    expect(formatDate('2026-11-24', 'id')).toBe('24 November 2026');
    expect(formatDate('2026-08-04', 'en')).toBe('4 August 2026');
    expect(formatDate('2019-09', 'id')).toBe('September 2019');
    expect(formatDate('2019', 'en')).toBe('2019');
    expect(formatDate('sekitar 2019', 'id')).toBe('sekitar 2019');
    expect(formatDate(new Date('2026-11-23T20:00:00Z'), 'id', 'Asia/Jakarta')).toBe('24 November 2026');
  });
  it('writes a moment with the mark of the language', () => {
    expect(formatMoment(new Date('2026-10-05T02:14:00Z'), 'id', 'Asia/Jakarta')).toBe('5 Oktober 2026, 09.14');
    expect(formatMoment(new Date('2026-10-05T02:14:00Z'), 'en', 'Asia/Jakarta')).toBe('5 October 2026, 09:14');
  });
  it('says periods', () => {
    expect(formatPeriod('2019Q3', 'id')).toBe('triwulan III 2019');
    expect(formatPeriod('2019Q3', 'en')).toBe('quarter 3 of 2019');
    expect(formatPeriod('2019-07', 'en')).toBe('July 2019');
    expect(formatPeriod('2019', 'id')).toBe('2019');
  });
  it('says small numbers as words', () => {
    expect([0, 8, 12, 13].map((n) => numberWord(n, 'id'))).toEqual(['nol', 'delapan', 'dua belas', '13']);
    expect(numberWordCapital(8, 'en')).toBe('Eight');
    expect(formatList(['a', 'b', 'c'], 'id')).toBe('a, b, dan c');
  });
});
