import { z } from 'zod';
import { code, columns, day, double, flag, json, oneOf, pair, period, recordSchema, ref, text, wholeFrom } from '#kernel/pack-columns.ts';
import { plainRecord, readYaml, writeYaml } from '#kernel/pack-file.ts';
import type { PackPart, PackTable } from '#kernel/pack-part.ts';
import { addRows, readList, readRecord, rowsOf, sortedByKey } from '#kernel/pack-parts.ts';

const number = z.number().nullable();
const parts = json(
  z.array(z.strictObject({ kind: z.enum(['indicator', 'node']), code: z.string(), weight: z.number(), value: number, applicable: z.boolean() })),
  'parts: { kind, code, weight, value, applicable }',
);
const inputs = json(
  z.array(z.strictObject({ element: z.string(), series: z.string().nullable(), period: z.string(), value: z.string().nullable(), source: z.string().nullable() })),
  'inputs: { element, series, period, value, source }',
);

const frozenTable: PackTable = {
  name: 'scores.frozen',
  key: ['code'],
  stays: { of: 'scores.frozen', by: 'code', as: 'code' },
  columns: columns({ code, frozen_on: day, name: pair, note: [pair], revision: wholeFrom(0, 2147483647) }),
};
const nodeTable: PackTable = {
  name: 'scores.frozen_node',
  stays: { of: 'scores.frozen', by: 'frozen_code', as: 'code' },
  key: ['frozen_code', 'tree', 'tree_code', 'node_code', 'period'],
  columns: columns({
    frozen_code: text, tree: oneOf('plan', 'pillar'), tree_code: text, node_code: text, period, value: [double], class: [wholeFrom(1, 5)],
    known: wholeFrom(0, 1e6), declared: wholeFrom(0, 1e6), low: [double], high: [double], parts: [parts],
  }),
};
const indicatorTable: PackTable = {
  name: 'scores.frozen_indicator',
  stays: { of: 'scores.frozen', by: 'frozen_code', as: 'code' },
  key: ['frozen_code', 'indicator_code', 'area_code'],
  columns: columns({
    frozen_code: text, indicator_code: text, area_code: ref('area'), period, value: [double], series_code: [text], quality: oneOf('final', 'provisional'),
    origin: oneOf('reported', 'derived', 'simulated'), formula: text, inputs: [inputs], plan_code: [text], target_period: [period], target: [text],
    raw: [double], capped: [double], class: [wholeFrom(1, 5)], met: [flag],
  }),
};
const without = (table: PackTable) => table.columns.filter((column) => column.name !== 'frozen_code');
const lists = [['nodes', nodeTable], ['indicators', indicatorTable]] as const;

/** `snapshots/CODE.yaml`: scores and values as they stood on a day; they name codes of that day, which may be gone since. */
const frozenPart: PackPart = {
  file: 'snapshots/*.yaml',
  tables: [frozenTable, nodeTable, indicatorTable],
  read(file, content, into, report) {
    const yaml = readYaml(file, content, report);
    if (!yaml) return;
    const map = yaml.content !== null && typeof yaml.content === 'object' && !Array.isArray(yaml.content);
    const { nodes, indicators, ...own } = (map ? yaml.content : {}) as Record<string, unknown>;
    const data = readRecord(file, map ? own : yaml.content, frozenTable.columns, (field) => yaml.lineOf([field]), report);
    if (!data) return;
    if (file !== `snapshots/${data.code}.yaml`) report({ file, line: yaml.lineOf(['code']), field: 'code', given: String(data.code), expected: 'the code that the file is named by' });
    addRows(into, frozenTable.name, [{ file, line: 1, data }]);
    for (const [key, table] of lists) {
      const rows = readList(file, { nodes, indicators }[key] ?? [], without(table), (path) => yaml.lineOf([key, ...path]), report);
      addRows(into, table.name, rows.map(({ data: { position: _, ...row }, ...rest }) => ({ ...rest, data: { frozen_code: data.code ?? '', ...row } })));
    }
  },
  write: (from) => sortedByKey(rowsOf(from, frozenTable.name), frozenTable.key).map((row) => {
    const own = lists.map(([key, table]) => {
      const rows = sortedByKey(rowsOf(from, table.name).filter((one) => one.data.frozen_code === row.data.code), table.key);
      return [key, rows.map((one) => plainRecord(one.data, without(table)))];
    });
    return [`snapshots/${row.data.code}.yaml`, writeYaml({ ...plainRecord(row.data, frozenTable.columns), ...Object.fromEntries(own) })];
  }),
  schema: () => recordSchema(frozenTable.columns, Object.fromEntries(lists.map(([key, table]) => [key, { type: 'array', items: recordSchema(without(table)) }]))),
};

export const packParts: PackPart[] = [frozenPart];
