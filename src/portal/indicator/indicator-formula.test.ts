import { describe, expect, it } from 'vitest';
import type { Indicator } from '../region-model.ts';
import { anIndicator, aCell, aRegionModel } from '../samples.ts';
import { telling } from '../telling.ts';
import { formulaView } from './indicator-formula.ts';
import { indicatorWords } from './indicator-words.ts';

const both = (id: string, en: string) => ({ id, en });
const element = (code: string, id: string, en: string, unitCode = 'person') => ({ code, name: both(id, en), unitCode, valueType: 'number', sumArea: 'sum', sumTime: 'last', weightCode: null, periodKind: null, categories: [], agencyCode: null, definition: both(`Arti ${id}.`, `Meaning of ${en}.`), sourceCode: null });
const unit = (code: string, dimension: string, scale: string | null = null) => ({ code, name: both(code, code), shown: both('#', '#'), dimension, scale });

function view(over: Partial<Indicator>, lang: 'id' | 'en' = 'en', version = 1) {
  const indicator = anIndicator('UJI', both('Murid', 'Pupils'), { unitCode: 'percent', ...over });
  const model = aRegionModel({
    indicators: new Map([['UJI', indicator], ['LAIN', anIndicator('LAIN', both('ukuran lain', 'another measure'))]]),
    elements: new Map([element('a', 'murid', 'pupils'), element('b', 'penduduk', 'people'), element('m', 'juta orang', 'millions', 'million')].map((one) => [one.code, one])),
    constants: new Map([['k', { code: 'k', name: both('tetapan', 'a constant'), value: '3', unitCode: 'person', sourceCode: null, note: null }]]),
    units: new Map([unit('person', 'count'), unit('million', 'count', '1000000'), unit('percent', 'percent')].map((one) => [one.code, one])),
    cells: new Map([['UJI', [aCell('UJI', '2024', 5, { version })]]]),
  });
  return formulaView(telling(model, lang, ''), indicatorWords(lang), indicator);
}
const example = (values: Record<string, number | null>, result: number | null, reason?: string) => ({ values, result, ...(reason ? { reason } : {}) });

describe('a formula on the page of its indicator', () => {
  it('is one sentence in both languages, made from its tree', () => {
    expect([view({ formula: '100 * #{a} / #{b}' }, 'id').told, view({ formula: '100 * #{a} / #{b}' }).told]).toEqual(['Murid = persentase murid dari penduduk.', 'Pupils = pupils as a percentage of people.']);
  });
  it('is said to be taken as reported where it names one thing alone', () => expect(view({ formula: '#{a}' }).told).toBe('The figure is taken as it is reported: pupils.'));
  it('names data, constants and indicators once each, in their order', () => {
    expect(view({ formula: 'N{LAIN} * #{b} / (#{a} + #{b}) * C{k} / C{k}' }).named.map((one) => one.name)).toEqual(['another measure', 'people', 'pupils', 'a constant']);
  });
  it.each<[string, Partial<Indicator>, boolean[], RegExp | null]>([
    ['that gives what it says', { formula: '100 * #{a} / #{b}', workedExamples: [example({ a: 1, b: 4 }, 25)] }, [true], /^Checked/],
    ['with amounts in two scales is computed with their units', { formula: '100 * #{a} / #{m}', workedExamples: [example({ a: 1_000_000, m: 2 }, 50)] }, [true], /^Checked/],
    ['that gives something else is marked', { formula: '100 * #{a} / #{b}', workedExamples: [example({ a: 1, b: 4 }, 25), example({ a: 1, b: 4 }, 24)] }, [true, false], /^Does not hold/],
    ['whose result is missing for a reason', { formula: '100 * #{a} / #{b}', workedExamples: [example({ a: 1, b: 0 }, null, 'zero_denominator')] }, [true], /^Checked/],
    ['of a formula that names what is not there any more is not called checked', { formula: '#{a} / #{gone}', workedExamples: [example({ a: 1, gone: 1 }, 1)] }, [true], null],
    ['there is none', { formula: '#{a}' }, [], null],
  ])('a worked example %s', (_, over, holds, checked) => {
    const found = view(over);
    expect(found.examples.map((one) => one.holds)).toEqual(holds);
    if (checked) expect(found.checked).toMatch(checked);
    else expect(found.checked).toBeNull();
  });
  it('tells inputs by name, what is empty, lists, other periods and places, and why there is no result', () => {
    const found = view({ formula: '#{a}', workedExamples: [{ values: { a: null, 'b.periodOffset(-1)': 2, 'b.area(parent)': 1.5, 'N{LAIN}': 7, 'C{k}': 3 }, result: null, reason: 'missing' }] });
    expect(found.examples[0]?.inputs).toEqual([
      { name: 'pupils', value: 'empty' }, { name: 'people one period earlier', value: '2' }, { name: 'people in the area above', value: '1.5' }, { name: 'another measure', value: '7' }, { name: 'a constant', value: '3' },
    ]);
    expect(found.examples[0]?.result).toBe('not computed: no data yet');
  });
  it('says which version it is, and which one computed the latest figure where that is another', () => {
    expect(view({ version: 2 }, 'en', 2).versions).toEqual(['Version 2 of this formula.']);
    expect(view({ version: 2 }, 'en', 1).versions).toEqual(['Version 2 of this formula.', 'The latest figure was computed with version 1.']);
  });
});
