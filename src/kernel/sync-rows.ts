import { sql } from 'kysely';
import { audit } from './audit.ts';
import { plainDecimal } from './pack-columns.ts';
import type { PackRow, PackValue } from './pack-file.ts';
import type { PackTable } from './pack-part.ts';
import type { RegionTx } from './regions.ts';

export interface Synced {
  added: number;
  changed: number;
  removed: number;
}

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

/** Makes the region's rows of one table equal to the pack's; what changed is told and audited, what stands is not touched. */
export async function syncRows(tx: RegionTx, table: PackTable, wanted: PackRow[], who: { actor: string; at: Date }): Promise<Synced> {
  const keyOf = (data: Flat): string => table.key.map((name) => String(data[name] ?? '')).join(' / ');
  const before = new Map((await readTable(tx, table)).map((row) => [keyOf(row.data), row.data]));
  const after = new Map(wanted.map((row) => [keyOf(row.data), row.data]));
  const own = (data: Flat): string => stable(flatten(data, table));
  const gone = [...before.keys()].filter((key) => !after.has(key));
  const changed = [...after.keys()].filter((key) => before.has(key) && own(before.get(key) as Flat) !== own(after.get(key) as Flat));
  const added = [...after.keys()].filter((key) => !before.has(key));
  await removeRows(tx, table, [...gone, ...changed].map((key) => before.get(key) as Flat));
  await insertRows(tx, table, [...added, ...changed].map((key) => flatten(after.get(key) as Flat, table)));
  const log = [...gone, ...changed, ...(before.size === 0 ? [] : added)];
  await audit(tx, log.map((key) => ({ ...who, action: after.has(key) ? (before.has(key) ? 'change' : 'add') : 'remove', subject: `${table.name} ${key}`, before: before.get(key), after: after.get(key) })));
  return { added: added.length, changed: changed.length, removed: gone.length };
}

async function removeRows(tx: RegionTx, table: PackTable, rows: Flat[]): Promise<void> {
  for (const row of rows) {
    const where = table.key.map((name) => sql`${sql.ref(name)} = ${row[name] ?? ''}`);
    await sql`delete from ${sql.table(table.name)} where region_code = ${tx.region} and ${sql.join(where, sql` and `)}`.execute(tx);
  }
}

async function insertRows(tx: RegionTx, table: PackTable, rows: Flat[]): Promise<void> {
  const first = rows[0];
  if (!first) return;
  const names = Object.keys(first);
  const json = new Set(table.columns.filter((column) => column.shape === 'json').map((column) => column.name));
  const cell = (name: string, value: PackValue): PackValue => (json.has(name) ? JSON.stringify(value ?? []) : value === null && table.key.includes(name) ? '' : value);
  for (let from = 0; from < rows.length; from += 200) {
    const values = rows.slice(from, from + 200).map((row) => sql`(${sql.join([tx.region, ...names.map((name) => cell(name, row[name] ?? null))])})`);
    await sql`insert into ${sql.table(table.name)} (region_code, ${sql.join(names.map((name) => sql.ref(name)))}) values ${sql.join(values)}`.execute(tx);
  }
}
