import { code, columns, decimal, flag, integer, late, moment, oneOf, period, recordSchema, ref, text } from '#kernel/pack-columns.ts';
import { readCsv, writeCsv } from '#kernel/pack-file.ts';
import type { PackPart, PackTable } from '#kernel/pack-part.ts';
import { addRows, csvPart, rowsOf, sortedByKey } from '#kernel/pack-parts.ts';
import { cycleParts } from './cycles/pack.ts';

const source = ref('source');
const statuses = ['entered', 'submitted', 'approved', 'verified', 'returned', 'published', 'withdrawn'] as const;

export const valueTable: PackTable = {
  name: 'data.value',
  key: ['element_code', 'area_code', 'period', 'series_code', 'revision'],
  refs: [{ kind: 'series', by: ['element_code', 'series_code'] }],
  columns: columns({
    element_code: ref('element'), area_code: ref('area'), period, series_code: text, revision: [integer], value: [decimal], applicable: [flag],
    status: [oneOf(...statuses)], quality: [oneOf('final', 'provisional')], origin: oneOf('reported', 'derived', 'simulated'),
    assurance: [oneOf('stated', 'verified')], source_code: [source], note_id: [text], note_en: [text], recorded_by: [text], recorded_at: [moment],
  }),
};
/** A file of values holds at most this many rows; an export puts more into `values-2.csv`, and so on. */
const most = 100_000;

const valuesPart: PackPart = {
  file: 'values*.csv',
  tables: [valueTable],
  read: (file, content, into, report) => addRows(into, valueTable.name, readCsv(file, content, valueTable.columns, report)),
  write: (from) => {
    const rows = sortedByKey(rowsOf(from, valueTable.name), valueTable.key).map((row) => row.data);
    const files: [string, string][] = [];
    for (let at = 0; at < rows.length; at += most) {
      files.push([at === 0 ? 'values.csv' : `values-${at / most + 1}.csv`, writeCsv(rows.slice(at, at + most), valueTable.columns)]);
    }
    return files;
  },
  schema: () => ({ type: 'array', items: recordSchema(valueTable.columns) }),
};

export const packParts: PackPart[] = [
  csvPart('units.csv', {
    name: 'data.unit',
    key: ['code'],
    gives: [{ kind: 'unit', by: ['code'] }],
    columns: columns({ code, name_id: text, name_en: text, shown_id: text, shown_en: text, dimension: text, scale: [decimal] }),
  }),
  csvPart('elements.csv', {
    name: 'data.element',
    key: ['code'],
    gives: [{ kind: 'element', by: ['code'] }],
    columns: columns({
      code, name_id: text, name_en: text, unit_code: ref('unit'), value_type: oneOf('number', 'integer', 'boolean'), sum_area: oneOf('sum', 'average', 'weighted', 'min', 'max', 'none'),
      sum_time: oneOf('sum', 'average', 'weighted', 'last', 'first', 'min', 'max', 'none'), agency_code: [ref('agency')], definition_id: [text], definition_en: [text], source_code: [source],
      weight_code: late(ref('element')), period_kind: late(oneOf('year', 'quarter', 'month', 'day')), categories: late(text),
    }),
  }),
  csvPart('categories.csv', { name: 'data.category', key: ['code'], gives: [{ kind: 'category', by: ['code'] }], columns: columns({ code, name_id: text, name_en: text }) }),
  csvPart('category-options.csv', { name: 'data.category_option', key: ['category_code', 'code'], columns: columns({ category_code: ref('category'), code, name_id: text, name_en: text }) }),
  csvPart('constants.csv', {
    name: 'data.constant',
    key: ['code'],
    gives: [{ kind: 'constant', by: ['code'] }],
    columns: columns({ code, name_id: text, name_en: text, value: decimal, unit_code: ref('unit'), source_code: [source], note_id: [text], note_en: [text] }),
  }),
  csvPart('series.csv', {
    name: 'data.series',
    key: ['element_code', 'code'],
    gives: [{ kind: 'series', by: ['element_code', 'code'] }],
    columns: columns({ element_code: ref('element'), code, name_id: text, name_en: text, kind: oneOf('method', 'report'), note_id: [text], note_en: [text] }),
  }),
  valuesPart,
  ...cycleParts,
];
