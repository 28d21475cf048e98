import { sql } from 'kysely';
import { audit } from './audit.ts';
import { definitionsChanged } from './definitions.ts';
import { insertRows } from './insert-rows.ts';
import { plainDecimal } from './pack-columns.ts';
import type { PackRow, PackValue } from './pack-file.ts';
import type { PackTable } from './pack-part.ts';
import type { RegionTx } from './regions.ts';

type Flat = Record<string, PackValue>;

/** A pack row as its table's columns: a pair becomes two, absent lists become empty ones. */
export function flatten(data: Record<string, PackValue>, table: PackTable): Flat {
  const flat: Flat = {};
  for (const { name, shape } of table.columns) {
    const value = data[name] ?? null;
    if (shape === 'pair') {
      const both = value as { id: string; en: string } | null;
      flat[`${name}_id`] = both?.id ?? null;
      flat[`${name}_en`] = both?.en ?? null;
    } else flat[name] = value === null && (shape === 'list' || shape === 'json') ? [] : value;
  }
  if ('position' in data) flat.position = data.position as number;
  return flat;
}

/** Table rows as pack rows: what `flatten` did, undone. */
export async function readTable(tx: RegionTx, table: PackTable): Promise<PackRow[]> {
  const { rows } = await sql<Flat>`select * from ${sql.table(table.name)} where region_code = ${tx.region}`.execute(tx);
  return rows.map((row) => {
    const found = snake(row);
    const data: Record<string, PackValue> = {};
    for (const { name, shape } of table.columns) {
      if (shape === 'pair') data[name] = found[`${name}_id`] === null ? null : { id: found[`${name}_id`], en: found[`${name}_en`] };
      else if (shape === 'decimal') data[name] = found[name] === null ? null : plainDecimal(String(found[name]));
      else data[name] = found[name] === '' ? null : (found[name] ?? null);
    }
    if ('position' in found) data.position = found.position ?? 0;
    return { file: '', line: 0, data };
  });
}

const snake = (row: Flat): Flat =>
  Object.fromEntries(Object.entries(row).map(([key, value]) => [key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value]));

const stable = (value: unknown): string =>
  JSON.stringify(value, (_, inner) => (inner && typeof inner === 'object' && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner));

/** What must be done so that the region's rows of one table equal the pack's; what stands is not touched. */
export interface RowChange {
  table: PackTable;
  remove: Flat[];
  insert: Flat[];
  log: { action: string; subject: string; before?: Flat | undefined; after?: Flat | undefined }[];
  /** Rows added, changed and removed. */
  count: number;
}

export function compareRows(table: PackTable, there: PackRow[], wanted: PackRow[]): RowChange {
  const keyOf = (data: Flat): string => table.key.map((name) => String(data[name] ?? '')).join(' / ');
  const before = new Map(there.map((row) => [keyOf(row.data), row.data]));
  const after = new Map(wanted.map((row) => [keyOf(row.data), row.data]));
  const own = (data: Flat): string => stable(flatten(data, table));
  const gone = [...before.keys()].filter((key) => !after.has(key));
  const changed = [...after.keys()].filter((key) => before.has(key) && own(before.get(key) as Flat) !== own(after.get(key) as Flat));
  const added = [...after.keys()].filter((key) => !before.has(key));
  const log = [...gone, ...changed, ...(before.size === 0 ? [] : added)];
  return {
    table,
    remove: [...gone, ...changed].map((key) => Object.fromEntries(table.key.map((name) => [name, before.get(key)?.[name] ?? '']))),
    insert: [...added, ...changed].map((key) => rowOf(after.get(key) as Flat, table)),
    log: log.map((key) => ({ action: after.has(key) ? (before.has(key) ? 'change' : 'add') : 'remove', subject: `${table.name} ${key}`, before: before.get(key), after: after.get(key) })),
    count: gone.length + changed.length + added.length,
  };
}

/** An absent part of a key is an empty text. */
function rowOf(data: Flat, table: PackTable): Flat {
  const row = flatten(data, table);
  for (const name of table.key) row[name] ??= '';
  return row;
}

/** Does what was found to be needed, and tells it in the audit log. */
export async function changeRows(tx: RegionTx, changes: RowChange[], who: { actor: string; at: Date }): Promise<void> {
  for (const { table, remove, insert } of changes) {
    if (remove.length > 0) {
      const same = sql.join(table.key.map((name) => sql`t.${sql.ref(name)} = k.${sql.ref(name)}`), sql` and `);
      await sql`delete from ${sql.table(table.name)} t using json_populate_recordset(null::${sql.table(table.name)}, ${JSON.stringify(remove)}::json) k where t.region_code = ${tx.region} and ${same}`.execute(tx);
    }
    await insertRows(tx, table.name, insert);
  }
  if (changes.some((change) => change.count > 0)) await definitionsChanged(tx);
  await audit(tx, changes.flatMap((change) => change.log.map((row) => ({ ...who, ...row }))));
}
