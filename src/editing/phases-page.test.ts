import { describe, expect, it } from 'vitest';
import { phasePages } from './phases-page.ts';

const rows = [{ period: '2026Q1', value: '10.125', to: null }, { period: '2026Q2', value: null, to: null }, { period: '2026', value: '40', to: null }];
const typed = (...values: string[]) => Object.fromEntries(rows.map(({ period }, n) => [period, { value: values[n] ?? '', to: '' }]));

describe('phases of a year, as they were typed', () => {
  it('take what is filled in, with a point or a comma, and leave an empty one without a target', () => {
    expect(phasePages.read(rows, typed('10,1250', '', '40,5'), false, 'id')).toEqual({ values: [{ period: '2026Q1', value: '10.125', valueTo: null }, { period: '2026', value: '40.5', valueTo: null }], errors: {}, unread: [] });
    expect(phasePages.read(rows, typed('1.000', '20,000', '40'), false, 'en')).toMatchObject({ values: [{ period: '2026', value: '40' }], errors: { 'value-2026Q1': expect.stringContaining('can be read as 1000 or as 1. Write'), 'value-2026Q2': expect.stringContaining('20000 or as 20.') }, unread: ['2026Q1', '2026Q2'] });
    const thousands = rows.map((row) => ({ ...row, value: row.value && String(Number(row.value) * 100) }));
    expect(phasePages.read(thousands, typed('1.100', '2.000', '4000'), false, 'id')).toMatchObject({ values: [{ value: '1100' }, { value: '2000' }, { value: '4000' }], errors: {} });
  });
  it('tell each fault at its field', () => {
    const { errors } = phasePages.read(rows, typed('4,800', 'banyak', ''), false, 'id');
    expect(Object.keys(errors)).toEqual(['value-2026Q1', 'value-2026Q2', 'value-2026']);
    expect(errors['value-2026Q1']).toMatch(/^triwulan I 2026: Tertulis 4,800, dapat dibaca 4800 atau 4,8\./);
    expect(errors['value-2026']).toContain('tidak dapat dikosongkan');
    expect(phasePages.read([{ period: '2026', value: null, to: null }], { 2026: { value: '', to: '' } }, false, 'en').errors).toEqual({ '': 'Fill in at least one period.' });
  });
  it('ask for both bounds of a range', () => {
    expect(Object.keys(phasePages.read(rows.slice(1, 2), { '2026Q2': { value: '1', to: '' } }, true, 'en').errors)).toEqual(['to-2026Q2']);
  });
  it('are shown as they were typed, with what is wrong of the whole region at its period', () => {
    const errors = phasePages.errors([{ period: '2026Q2', field: 'value', given: '3', expected: 'at least 10.125, the running total of 2026Q1' }], 'en');
    const view = phasePages.page({ lang: 'en', name: 'X', place: 'A', plan: null, year: '2026', range: false, unit: 'u', mode: 'cumulative', rows, seen: 's', href: { list: '/l', year: (year) => `/${year}` }, answer: { typed: typed('1', '3', '40'), errors, reason: 'r', doubted: '' } });
    expect(view.fields.map(({ value, isNew }) => [value, isNew])).toEqual([['1', false], ['3', true], ['40', false]]);
    expect(Object.keys(view.errors)).toEqual(['value-2026Q2']);
    expect(view.notes[0]).toContain('from the start of the year');
    expect(view.years).toEqual([{ text: '2025', href: '/2025' }, { text: '2027', href: '/2027' }]);
  });
});
