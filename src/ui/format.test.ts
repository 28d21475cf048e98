import { describe, expect, it } from 'vitest';
import { formatChange, formatDate, formatNumber, formatValue, numberWord } from './format.ts';

const percent = { shownId: '#%', shownEn: '#%', dimension: 'percent' };
const rupiah = { shownId: 'Rp# triliun', shownEn: 'Rp# trillion', dimension: 'currency' };
describe('what a reader sees', () => {
  it.each([
    [formatNumber(1234.5, 'id'), '1.234,5'], [formatNumber(1234.5, 'en'), '1,234.5'], [formatNumber(-0.9, 'id'), '\u22120,9'], [formatNumber(-0.001, 'id'), '0'], [formatNumber(0, 'en'), '0'],
    [formatValue(12.4, percent, 'id'), '12,4%'], [formatValue(13.1, rupiah, 'id'), 'Rp13,1 triliun'], [formatValue(13.1, rupiah, 'en'), 'Rp13.1 trillion'],
    [formatChange(-3.7400000000000002, percent, 'id'), '3,74 poin'], [formatChange(1, percent, 'en'), '1 point'], [formatChange(-0.5, rupiah, 'en'), 'Rp0.5 trillion'],
    [formatDate('2026-11-24', 'id'), '24 November 2026'], [formatDate('2026-11-24', 'en'), '24 November 2026'],
    [numberWord(0, 'id'), 'nol'], [numberWord(8, 'id'), 'delapan'], [numberWord(17, 'id'), 'tujuh belas'], [numberWord(20, 'id'), 'dua puluh'], [numberWord(76, 'id'), 'tujuh puluh enam'], [numberWord(17, 'en'), 'seventeen'], [numberWord(76, 'en'), 'seventy-six'],
  ])('%s', (shown, expected) => expect(shown).toBe(expected));
});
