import { describe, expect, it } from 'vitest';
import { code, columns, decimal, json, list, oneOf, pair, ref, text, wholeFrom } from '#kernel/pack-columns.ts';
import { z } from 'zod';
import { errorsFrom, fieldsOf, rowFrom, typedFrom, typedIn } from './edit-form.ts';
import { readExamples, readStages, writeExamples, writeStages } from './lines.ts';

const all = columns({ code, name: pair, note: [pair], unit_code: ref('unit'), direction: oneOf('higher', 'lower'), decimals: wholeFrom(0, 9), formula: text, series: [list], worked_examples: json(z.array(z.unknown()), 'examples'), tolerance: [decimal] });
const data = {
  code: 'x', name: { id: 'Nama', en: 'Name' }, note: null, unit_code: 'percent', direction: 'higher', decimals: 1, formula: '#{A} / #{B}', series: ['utama', 'lama'], tolerance: '1.5',
  worked_examples: [{ values: { A: 1, B: 4 }, result: 0.25 }, { values: { 'A.periodOffset(-1)': null, 'N{w}': 'a; b' }, result: null, reason: 'missing' }, { values: { A: [1, null] }, result: 'cepat' }],
};
const form = (typed: Record<string, string>): FormData => {
  const made = new FormData();
  for (const [name, value] of Object.entries(typed)) made.append(name, value);
  return made;
};

describe('a form of a definition', () => {
  it('gives back what it was filled with', () => {
    const typed = typedFrom(all, data, 'id');
    expect(rowFrom(all, typedIn(all, form(typed)), 'id')).toEqual({ data });
    expect(typed).toMatchObject({ 'name.id': 'Nama', 'note.id': '', series: 'utama; lama', worked_examples: 'A = 1; B = 4 => 0.25\nA.periodOffset(-1) = null; N{w} = "a; b" => null missing\nA = [1, null] => "cepat"' });
  });
  it.each<[string, Record<string, string>, string, RegExp]>([
    ['text in a number', { tolerance: 'seribu' }, 'tolerance', /seribu.*seharusnya bilangan/], ['a number with marks that fit none', { tolerance: '1.2.3' }, 'tolerance', /1\.2\.3/], ['one language alone', { 'name.en': '' }, 'name.en', /kedua bahasa/], ['nothing where something must stand', { formula: '' }, 'formula', /Belum diisi; seharusnya teks/],
    ['a word that is no choice', { direction: 'sideways' }, 'direction', /salah satu dari: makin tinggi makin baik, makin rendah makin baik/], ['a bad code', { code: 'a b' }, 'code', /seharusnya huruf, angka/], ['an example that cannot be read', { worked_examples: 'A = 1 => 2\nA: 1, 2' }, 'worked_examples', /Baris 2.*A: 1, 2/], ['a sign that no database takes', { formula: 'a\0b' }, 'formula', /NUL/],
  ])('%s is an error at its field', (_, over, field, expected) => {
    const found = rowFrom(all, { ...typedFrom(all, data, 'id'), ...over }, 'id');
    expect('errors' in found && found.errors[field]).toMatch(expected);
  });
  it('asks back where three digits follow one mark and nothing that stands there decides', () => {
    const area = [decimal('area_km2')];
    const read = (typed: string, lang: 'id' | 'en', was: string | null) => rowFrom(area, { area_km2: typed }, lang, was === null ? null : { area_km2: was });
    for (const [typed, lang, was] of [['136.250', 'id', null], ['136.250', 'id', '136.2'], ['12,125', 'en', '12'], ['1,234', 'id', '1200']] as const) expect(read(typed, lang, was)).toMatchObject({ errors: { area_km2: expect.stringContaining(typed) } });
    for (const [typed, lang, was, value] of [['1.250', 'id', '1200', '1250'], ['1,250', 'en', '1200', '1250'], ['1.250.000', 'id', null, '1250000'], ['1.000,5', 'id', null, '1000.5'], ['2,25', 'id', null, '2.25'], ['136.125', 'id', '136.125', '136.125']] as const) expect(read(typed, lang, was)).toEqual({ data: { area_km2: value } });
  });
  it.each([['12.125', 'id'], ['12,125', 'en'], ['12,125', 'id']] as const)('a share %s in %s has decimals', (typed, lang) => expect(rowFrom(all, { ...typedFrom(all, data, lang), tolerance: typed }, lang)).toMatchObject({ data: { tolerance: '12.125' } }));
  it.each(['1.234', '-0.125', '1234567'])('leaves %s as it was, shown and not touched', (tolerance) => {
    for (const lang of ['id', 'en'] as const) expect(rowFrom(all, typedFrom(all, { ...data, tolerance }, lang), lang, { ...data, tolerance })).toMatchObject({ data: { tolerance } });
  });
  it('shows choices in words, and what stays as it is', () => {
    const fields = fieldsOf({ columns: all, fixed: ['code'], codes: { unit: [{ value: 'percent', text: 'persen' }] } }, typedFrom(all, data, 'id'), { formula: 'x' }, 'id', false);
    expect(fields.find(({ name }) => name === 'code')).toMatchObject({ fixed: true });
    expect(fields.find(({ name }) => name === 'direction')?.choices).toEqual([{ value: 'higher', text: 'makin tinggi makin baik' }, { value: 'lower', text: 'makin rendah makin baik' }]);
    expect(fields.find(({ name }) => name === 'formula')).toMatchObject({ kind: 'lines', error: 'x', label: 'Rumus' });
    expect(fields.filter(({ name }) => name.startsWith('note')).map(({ label, required }) => [label, required])).toEqual([['Catatan (Indonesia)', false], ['Catatan (Inggris)', false]]);
  });
  it('puts problems of the region at the fields that they are about', () => {
    expect(errorsFrom([{ field: 'name', given: 'a', expected: 'b' }, { field: 'left_side, right_side', given: 'c', expected: 'd' }], typedFrom(all, data, 'en'), 'en')).toEqual({ 'name.id': 'Given a; expected b.', '': 'Given c; expected d.' });
    const elsewhere = [{ field: 'name', given: 'a', expected: 'b', other: { code: 'z' } }];
    expect(errorsFrom(elsewhere, typedFrom(all, data, 'en'), 'en', ({ code }) => `Of ${String(code)}`)).toEqual({ '': 'Of z: Given a; expected b.' });
    expect(errorsFrom(elsewhere, typedFrom(all, data, 'en'), 'en')).toEqual({ 'name.id': 'Given a; expected b.' });
  });
});

describe('lines', () => {
  it.each(['A = 1 => ', 'A => 1', '=> 1', 'A = 1', 'A = x => 1', 'A = 1; => "unfinished', 'A = {} => 1'])('%j is no example', (line) => expect(readExamples(line)).toMatchObject(line === '=> 1' ? { rows: [{ values: {}, result: 1 }] } : { bad: { line: 1 } }));
  it('hold texts with whatever stands in them', () => {
    const example = [{ values: { a: 'x => y; z = "q"' }, result: 'a => b' }];
    expect(readExamples(writeExamples(example))).toEqual({ rows: example });
  });
  it('are stages too', () => {
    const stages = [{ name: { id: 'Rancangan', en: 'Draft' }, share: 20 }, { name: { id: 'Terbit', en: 'Out' }, share: 100 }];
    expect(readStages(writeStages(stages))).toEqual({ rows: stages });
    expect(readStages('a | b')).toEqual({ bad: { line: 1, given: 'a | b' } });
  });
});
