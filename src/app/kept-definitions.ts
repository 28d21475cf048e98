import { type DataValue, disaggregation } from '#data/index.ts';
import type { PackRow, PackValue } from '#kernel/pack-file.ts';
import type { PackTable, Tables } from '#kernel/pack-part.ts';
import { rowsOf } from '#kernel/pack-parts.ts';
import { compareRows } from '#kernel/sync-rows.ts';
import { tables as allTables } from './pack-files.ts';

const valueTable = allTables.find((table) => table.name === 'data.value') as PackTable;
const nameOf = (data: Record<string, PackValue>, by: string[]): string => by.map((column) => String(data[column] ?? '')).join(' / ');

/** What a row names elsewhere: kind and code. */
function namedBy(data: Record<string, PackValue>, table: PackTable): { kind: string; name: string }[] {
  const single = table.columns.flatMap((column) => (column.ref && data[column.name] ? [{ kind: column.ref, name: String(data[column.name]) }] : []));
  return [...single, ...(table.refs ?? []).map(({ kind, by }) => ({ kind, name: nameOf(data, by) }))];
}

/**
 * Definitions that vanished from a pack, but that people's values still stand on: they stay, with all that they name.
 * `there` is what the database has, `wanted` what the pack says; the result is what to add to it, by table.
 */
export function keptDefinitions(kept: DataValue[], tables: PackTable[], there: Tables, wanted: Tables): Tables {
  const find = (kind: string, name: string): { table: PackTable; row: PackRow; vanished: boolean } | null => {
    for (const table of tables) {
      const gives = table.gives?.find((given) => given.kind === kind);
      const row = gives && rowsOf(there, table.name).find((known) => nameOf(known.data, gives.by) === name);
      if (gives && row) return { table, row, vanished: !rowsOf(wanted, table.name).some((known) => nameOf(known.data, gives.by) === name) };
    }
    return null;
  };
  const saved = new Set<PackRow>();
  const result: Tables = new Map();
  const queue = kept.flatMap((value) =>
    namedBy({ element_code: disaggregation.elementIn(value.elementCode), area_code: value.areaCode, series_code: value.seriesCode, source_code: value.sourceCode }, valueTable));
  for (const { kind, name } of queue) {
    const found = find(kind, name);
    if (!found?.vanished || saved.has(found.row)) continue;
    saved.add(found.row);
    result.set(found.table.name, [...rowsOf(result, found.table.name), found.row]);
    queue.push(...namedBy(found.row.data, found.table));
  }
  return result;
}

/**
 * The rows of a table whose days are written once: a day that the database has stays as it is there, whether the pack lacks it or says it
 * otherwise; the pack adds days. `unheeded` are the days of which the pack says something else.
 */
export function writtenOnce(table: PackTable, there: Tables, wanted: Tables): { rows: PackRow[]; unheeded: string[] } {
  const { name, stays } = table;
  if (stays === undefined) return { rows: rowsOf(wanted, name), unheeded: [] };
  const codes = (of: Tables): Set<PackValue | undefined> => new Set(rowsOf(of, stays.of).map((row) => row.data[stays.as]));
  const [kept, told] = [codes(there), codes(wanted)];
  const known = rowsOf(wanted, name).filter((row) => kept.has(row.data[stays.by]));
  const { remove, insert } = compareRows(table, rowsOf(there, name).filter((row) => told.has(row.data[stays.by])), known);
  const unheeded = new Set([...remove, ...insert].map((row) => String(row[stays.by])));
  return { rows: [...rowsOf(there, name), ...rowsOf(wanted, name).filter((row) => !known.includes(row))], unheeded: [...unheeded] };
}
