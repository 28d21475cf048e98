import { sql } from 'kysely';
import type { Db } from './connection.ts';
import type { RegionTx } from './regions.ts';

/** Rows of one statement, so that no page waits long for the embedded database. */
export const carriedAtOnce = 1_000;

/** Whether the database has the table, and the columns of its key in their order. */
export async function keyOf(db: Db, table: string): Promise<string[]> {
  const { rows } = await db.pool.query<{ name: string }>(
    `select a.attname::text as name from pg_index i cross join lateral unnest(i.indkey::int[]) with ordinality as k(attnum, nth)
     join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum where i.indrelid = to_regclass($1) and i.indisprimary order by k.nth`, [table],
  );
  return rows.map((row) => row.name);
}

export interface Place {
  table: string;
  key: string[];
  without: readonly string[];
}

/** The next rows of a table behind a key, each as one line of JSON as the database writes it: no number passes through a double. */
export async function rowsBehind(tx: RegionTx, { table, key, without }: Place, last: string | null): Promise<{ lines: string[]; last: string | null }> {
  const own = key.filter((name) => name !== 'region_code');
  const keys = sql.join(own.map((name) => sql.ref(`t.${name}`)));
  const behind = last === null ? sql`` : sql`and (${keys}) > (select ${sql.join(own.map((name) => sql.ref(`l.${name}`)))} from json_populate_record(null::${sql.table(table)}, ${last}::json) l)`;
  const { rows } = await sql<{ line: string; key: string }>`select (to_jsonb(t) - ${[...without]}::text[])::text as line, to_jsonb(t)::text as key from ${sql.table(table)} t where region_code = ${tx.region} ${behind} order by ${keys} limit ${carriedAtOnce}`.execute(tx);
  return { lines: rows.map((row) => row.line), last: rows.length < carriedAtOnce ? null : (rows.at(-1)?.key ?? null) };
}

/** Puts such lines into the region; what is there already stays. A row of another region is refused by the wall between them. */
export async function putRows(tx: RegionTx, table: string, lines: string[]): Promise<void> {
  if (lines.length === 0) return;
  await sql`insert into ${sql.table(table)} select * from json_populate_recordset(null::${sql.table(table)}, ${`[${lines.join(',')}]`}::json) on conflict do nothing`.execute(tx);
}

/** Lines of a table that no region owns; few, and read by who owns the database. */
export async function installationRows(db: Db, { table, key, without }: Place): Promise<string[]> {
  const { rows } = await db.pool.query<{ line: string }>(`select (to_jsonb(t) - $1::text[])::text as line from ${table} t order by ${key.join(', ')}`, [[...without]]);
  return rows.map((row) => row.line);
}

export async function putInstallationRows(db: Db, table: string, lines: string[]): Promise<void> {
  if (lines.length > 0) await db.pool.query(`insert into ${table} select * from json_populate_recordset(null::${table}, $1::json) on conflict do nothing`, [`[${lines.join(',')}]`]);
}
