import { type Column, recordSchema } from './pack-columns.ts';
import { type PackRow, type PackValue, plainRecord, type Report, readCsv, readFields, readYaml, writeCsv, writeYaml } from './pack-file.ts';
import type { PackPart, PackTable, Tables } from './pack-part.ts';

export const rowsOf = (tables: Tables, name: string): PackRow[] => tables.get(name) ?? [];
export const addRows = (tables: Tables, name: string, rows: PackRow[]): void => {
  const there = tables.get(name);
  if (!there) tables.set(name, rows);
  else for (const row of rows) there.push(row);
};

/** Order by the key's columns, each by code point, numbers by size: the same on every machine. */
export function sortedByKey(rows: PackRow[], key: string[]): PackRow[] {
  const side = (a: PackValue | undefined, b: PackValue | undefined): number => (a === b ? 0 : (a ?? '') < (b ?? '') ? -1 : 1);
  return [...rows].sort((a, b) => key.reduce((found, name) => found || side(a.data[name], b.data[name]), 0));
}

/** Rows that have the columns in common, group by group; a pack in canonical order is only walked through. */
export function* groupsOf(rows: PackRow[], by: string[]): Generator<PackRow[]> {
  const same = (a: PackRow, b: PackRow): boolean => by.every((name) => (a.data[name] ?? null) === (b.data[name] ?? null));
  const ordered = rows.every((row, n) => n === 0 || !isBefore(row, rows[n - 1] as PackRow, by)) ? rows : sortedByKey(rows, by);
  let from = 0;
  for (let to = 1; to <= ordered.length; to += 1) {
    if (to < ordered.length && same(ordered[from] as PackRow, ordered[to] as PackRow)) continue;
    yield ordered.slice(from, to);
    from = to;
  }
}

function isBefore(a: PackRow, b: PackRow, by: string[]): boolean {
  for (const name of by) {
    const [x, y] = [a.data[name] ?? '', b.data[name] ?? ''];
    if (x !== y) return x < y;
  }
  return false;
}

/** A CSV file that holds one table, sorted by key. */
export function csvPart(file: string, table: PackTable): PackPart {
  return {
    file,
    tables: [table],
    read: (name, content, into, report) => addRows(into, table.name, readCsv(name, content, table.columns, report)),
    write: (from) => {
      const rows = sortedByKey(rowsOf(from, table.name), table.key);
      return rows.length === 0 ? [] : [[file, writeCsv(rows.map((row) => row.data), table.columns)]];
    },
    schema: () => ({ type: 'array', items: recordSchema(table.columns) }),
  };
}

/** A YAML file that holds one map (`region.yaml`). */
export function mapPart(file: string, table: PackTable): PackPart {
  return {
    file,
    tables: [table],
    read(name, content, into, report) {
      const yaml = readYaml(name, content, report);
      if (!yaml) return;
      const record = readRecord(name, yaml.content, table.columns, (field) => yaml.lineOf([field]), report);
      if (record) addRows(into, table.name, [{ file: name, line: 1, data: record }]);
    },
    write: (from) => rowsOf(from, table.name).slice(0, 1).map((row) => [file, writeYaml(plainRecord(row.data, table.columns))]),
    schema: () => recordSchema(table.columns),
  };
}

/** A YAML file that holds a list of records; where their order means something (`ordered`), the place is kept as `position`. */
export function listPart(file: string, table: PackTable, ordered = false): PackPart {
  return {
    file,
    tables: [table],
    read(name, content, into, report) {
      const yaml = readYaml(name, content, report);
      if (!yaml) return;
      const rows = readList(name, yaml.content, table.columns, (path) => yaml.lineOf(path), report);
      addRows(into, table.name, ordered ? rows : rows.map(({ data: { position: _, ...data }, ...row }) => ({ ...row, data })));
    },
    write: (from) => {
      const rows = rowsOf(from, table.name);
      const inOrder = ordered ? [...rows].sort((a, b) => Number(a.data.position) - Number(b.data.position)) : sortedByKey(rows, table.key);
      return rows.length === 0 ? [] : [[file, writeYaml(inOrder.map((row) => plainRecord(row.data, table.columns)))]];
    },
    schema: () => ({ type: 'array', items: recordSchema(table.columns) }),
  };
}

/** Reads a list of records; a thing that is no list is one problem. */
export function readList(file: string, content: unknown, columns: Column[], lineOf: (path: (string | number)[]) => number, report: Report): PackRow[] {
  if (!Array.isArray(content)) {
    report({ file, line: lineOf([]), field: '', given: content === null ? 'nothing' : typeof content, expected: 'a list', record: null });
    return [];
  }
  const rows: PackRow[] = [];
  content.forEach((item, n) => {
    const data = readRecord(file, item, columns, (field) => lineOf([n, field]), report);
    if (data) rows.push({ file, line: lineOf([n]), data: { ...data, position: n } });
  });
  return rows;
}

export function readRecord(file: string, content: unknown, columns: Column[], lineOf: (field: string) => number, report: Report): Record<string, PackValue> | null {
  if (content === null || typeof content !== 'object' || Array.isArray(content)) {
    report({ file, line: lineOf(''), field: '', given: JSON.stringify(content)?.slice(0, 40) ?? 'nothing', expected: `a map with the keys ${columns.map((c) => c.name).join(', ')}`, record: null });
    return null;
  }
  return readFields(file, content as Record<string, unknown>, columns, lineOf, report);
}
