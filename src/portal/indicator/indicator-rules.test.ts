import { describe, expect, it } from 'vitest';
import type { Indicator, ValidationRule } from '../region-model.ts';
import { aRegionModel } from '../samples.ts';
import { plain } from '../sentence.ts';
import { telling } from '../telling.ts';
import { type AskedRule, rulesView } from './indicator-rules.ts';

const rule = (over: Partial<ValidationRule> = {}): ValidationRule => ({
  code: 'r', name: { id: 'Nama', en: 'Name' }, instruction: { id: 'Periksa.', en: 'Look.' }, leftSide: '#{MISKIN}', operator: '<=', rightSide: '#{RB}', leftMissing: 'skip_if_any', rightMissing: 'skip_if_any',
  tolerance: null, periodKind: 'year', level: null, basis: 'reading', sourceCode: null, note: null, ...over,
});
const side = (element: string, values: string[], total: number | null = Number(values[0])) => ({ value: total, inputs: values.map((value) => ({ element, series: 'utama', period: '2024', area: '16.99', value })) });
const outcome = (holds: boolean | null, period = '2024', left = side('MISKIN', ['5']), right = side('RB', ['4'])): AskedRule['outcomes'][number] => ({ area: '16.99', period, left, right, holds });
const view = (asked: AskedRule, lang: 'id' | 'en' = 'en') => {
  const model = aRegionModel();
  const [row] = rulesView(telling(model, lang, ''), model.indicators.get('MISKIN') as Indicator, [asked]);
  if (!row) throw new Error('no row');
  return row;
};

describe('validation rules on the page of an indicator', () => {
  it('are told as a sentence in both languages, with their tolerance', () => {
    expect(view({ rule: rule({ tolerance: '0.5' }), outcomes: [] }).told).toBe('People in poverty is at most Bureaucratic reform index, give or take 0.5% of the right side.');
    expect(view({ rule: rule({ operator: '=' }), outcomes: [] }, 'id').told).toBe('Penduduk miskin sama dengan Indeks reformasi birokrasi.');
    expect(view({ rule: rule({ operator: 'compulsory_pair' }), outcomes: [] }).told).toBe('People in poverty and Bureaucratic reform index are both there, or neither is.');
  });
  it.each<[string, (boolean | null)[], string]>([['holds', [true, true, null], 'holds'], ['is broken somewhere', [true, false], 'broken'], ['could not be asked', [null], 'unasked'], ['has nothing to ask', [], 'unasked']])('a rule that %s says so', (_, holds, state) => {
    expect(view({ rule: rule(), outcomes: holds.map((one) => outcome(one)) }).state).toBe(state);
  });
  it('lists where it is broken, newest first; a single value opens to itself, a sum to what it was reckoned from', () => {
    const { broken } = view({ rule: rule(), outcomes: [outcome(false, '2023'), outcome(true, '2025'), outcome(false, '2024', side('MISKIN', ['2', '3.5'], 5.5))] });
    expect(broken.map((one) => plain([one.period]))).toEqual(['2024', '2023']);
    const hrefs = broken.map((one) => [one.left, one.right].map((part) => (part?.kind === 'figure' ? part.figure.href : null)));
    expect(hrefs).toEqual([['/indikator/MISKIN#aturan-data', '/mengapa/data/RB/utama/16.99/2024'], ['/mengapa/data/MISKIN/utama/16.99/2024', '/mengapa/data/RB/utama/16.99/2024']]);
    expect(plain(broken[0]?.inputs ?? [])).toBe('People in poverty, Uji: 2; People in poverty, Uji: 3.5');
    expect(broken[1]?.inputs).toEqual([]);
  });
  it('lists twenty at most, and says that there are more', () => {
    const row = view({ rule: rule(), outcomes: Array.from({ length: 21 }, (_, n) => outcome(false, String(1990 + n))) });
    expect([row.broken.length, row.more]).toEqual([20, true]);
  });
});
