import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldValue } from '#data/ui.ts';
import { checkEntry, readTyped, type Typed } from './check-entry.ts';

const typed = (given: Partial<Typed>): Typed => ({ value: '', note: '', provisional: false, none: false, reading: '', seen: null, ...given });
const range = { low: 1100, high: 1400 };

describe('what was typed', () => {
  it.each<[Partial<Typed>, unknown]>([
    [{ value: '1.316' }, { value: '1316', applicable: true, quality: 'final', note: null }],
    [{ value: '1.316', provisional: true, note: ' sampai \n Oktober ' }, { value: '1316', applicable: true, quality: 'provisional', note: 'sampai Oktober' }],
    [{ value: '13160' }, { problem: 'unusual', readings: [] }], [{ value: '13160', note: 'loket baru' }, { value: '13160', applicable: true, quality: 'final', note: 'loket baru' }],
    [{ value: '' }, { problem: 'empty', readings: [] }], [{ value: 'banyak' }, { problem: 'text', readings: [] }],
    [{ value: '1,250' }, { problem: 'ambiguous', readings: ['1250', '1.25'] }], [{ value: '1,250', reading: '1250' }, { value: '1250', applicable: true, quality: 'final', note: null }],
    [{ value: '1,250', reading: '7' }, { problem: 'ambiguous', readings: ['1250', '1.25'] }],
    [{ none: true }, { problem: 'note_missing', readings: [] }], [{ none: true, value: '5', note: 'pasar dipindah' }, { value: null, applicable: false, quality: 'final', note: 'pasar dipindah' }],
    [{ value: '1200', note: 'x'.repeat(501) }, { problem: 'note_long', readings: [] }],
  ])('%j gives %j', (given, expected) => expect(checkEntry(typed(given), { valueType: 'number', counts: false }, range, 'id')).toEqual(expected));

  it('of things that are counted is never below zero, unless it was before', () => {
    const below = typed({ value: '-5', note: 'benar' });
    expect(checkEntry(below, { valueType: 'integer', counts: true }, null, 'id')).toEqual({ problem: 'negative', readings: [] });
    expect(checkEntry(below, { valueType: 'integer', counts: true }, { low: -9, high: 4 }, 'id')).toMatchObject({ value: '-5' });
    expect(checkEntry(below, { valueType: 'number', counts: false }, null, 'id')).toMatchObject({ value: '-5' });
  });
  it('stands in its field so that it is read again', () => {
    fc.assert(fc.property(fc.integer({ min: -999_999, max: 999_999_999 }), fc.constantFrom(1, 2, 4, 8, 10, 1000, 3), (whole, part) => {
      const value = (whole / part).toFixed(5).replace(/\.?0+$/, '');
      for (const lang of ['id', 'en'] as const) expect(checkEntry(typed({ value: fieldValue(value, lang) }), { valueType: 'number', counts: false }, null, lang)).toMatchObject({ value: Number(value) === 0 ? '0' : value });
    }));
  });
  it('is read from a form, whatever is in it', () => {
    const form = new FormData();
    form.set('a.value', '5');
    form.set('a.seen', '12x');
    form.set('a.note', new Blob(['x']));
    expect(readTyped(form, 'a.')).toEqual(typed({ value: '5' }));
  });
});
