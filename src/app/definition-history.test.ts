import { describe, expect, it } from 'vitest';
import type { PackRow, PackValue } from '#kernel/pack-file.ts';
import type { Tables } from '#kernel/pack-part.ts';
import { withHistory } from './definition-history.ts';
import { tables } from './pack-files.ts';

type Data = Record<string, PackValue>;
const rows = (given: Record<string, Data[]>): Tables => new Map(Object.entries(given).map(([name, list]) => [name, list.map((data): PackRow => ({ file: '', line: 0, data }))]));
const target = (value: string, over: Data = {}): Data => ({ indicator_code: 'I', area_code: 'A', period: '2024', plan_code: null, comparison: '=', value, value_to: null, status: 'published', origin: 'reported', source_code: 's', note_id: null, note_en: null, ...over });
const change = (changed_on: string, value: string, over: Data = {}): Data => ({ indicator_code: 'I', area_code: 'A', period: '2024', plan_code: null, changed_on, comparison: '=', value, value_to: null, source_code: null, note_id: null, note_en: null, ...over });
const base = { 'places.source': [{ code: 's' }], 'data.unit': [{ code: 'kg', name_id: 'kilogram', name_en: 'kilograms' }, { code: 't', name_id: 'ton', name_en: 'tonnes' }] };
const after = (there: Record<string, Data[]>, wanted: Record<string, Data[]>, day = '2025-03-01') => withHistory(tables, rows({ ...base, ...there }), rows({ ...base, ...wanted }), day);
const targets = (found: Map<string, PackRow[]>) => (found.get('indicators.target_change') ?? []).map(({ data }) => `${data.changed_on} ${data.value}${data.source_code ? ` ${data.source_code}` : ''}`);

describe('a load that changes a target', () => {
  it.each<[string, Record<string, Data[]>, Record<string, Data[]>, string[]]>([
    ['writes down what it was until that day', { 'indicators.target': [target('60')] }, { 'indicators.target': [target('45')] }, ['2025-03-01 60 s']],
    ['that was nothing but a draft does not', { 'indicators.target': [target('60', { status: 'draft' })] }, { 'indicators.target': [target('45')] }, []],
    ['in its note alone does not', { 'indicators.target': [target('60')] }, { 'indicators.target': [target('60', { note_id: 'x', note_en: 'x' })] }, []],
    ['in its comparison does', { 'indicators.target': [target('60')] }, { 'indicators.target': [target('60', { comparison: '>' })] }, ['2025-03-01 60 s']],
    ['into an empty region does not', {}, { 'indicators.target': [target('45')] }, []],
    ['twice on one day keeps what it was before that day', { 'indicators.target': [target('50')], 'indicators.target_change': [change('2025-03-01', '60')] }, { 'indicators.target': [target('45')] }, ['2025-03-01 60']],
    ['keeps what happened before, though the pack does not tell it', { 'indicators.target': [target('45')], 'indicators.target_change': [change('2024-01-01', '70')] }, { 'indicators.target': [target('45')] }, ['2024-01-01 70']],
    ['whose older form the pack tells with its day is told by the pack', { 'indicators.target': [target('60')] }, { 'indicators.target': [target('45')], 'indicators.target_change': [change('2025-01-15', '60')] }, ['2025-01-15 60']],
    ['forgets what is no target any more', { 'indicators.target_change': [change('2024-01-01', '70')] }, {}, []],
    ['keeps what happened when its source vanished', { 'indicators.target': [target('45')], 'indicators.target_change': [change('2024-01-01', '70', { source_code: 'gone' })] }, { 'indicators.target': [target('45')] }, ['2024-01-01 70']],
  ])('%s', (_, there, wanted, expected) => expect(targets(after(there, wanted))).toEqual(expected));
});

it('a load that changes the unit of an element or an indicator writes down what it was, with its name', () => {
  const there = { 'data.element': [{ code: 'E', unit_code: 'kg' }, { code: 'F', unit_code: 't' }], 'indicators.indicator': [{ code: 'I', unit_code: 'kg' }] };
  const wanted = { 'data.unit': [{ code: 't', name_id: 'ton', name_en: 'tonnes' }], 'data.element': [{ code: 'E', unit_code: 't' }, { code: 'F', unit_code: 't' }], 'indicators.indicator': [{ code: 'I', unit_code: 't' }] };
  const found = after(there, wanted).get('indicators.unit_change')?.map(({ data }) => [data.about_kind, data.about_code, data.changed_on, data.unit_code, data.unit_en]);
  expect(found).toEqual([['element', 'E', '2025-03-01', 'kg', 'kilograms'], ['indicator', 'I', '2025-03-01', 'kg', 'kilograms']]);
});
