import { sql } from 'kysely';
import type { RegionTx } from './regions.ts';

/** Rows of one statement; so many of the widest take well below the 250 ms that a page may wait for the embedded database. */
export const rowsPerStatement = 2_000;

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Inserts rows as one JSON parameter a statement, which costs a fraction of a parameter a cell. Every row has the first one's keys, in camel case or not; `same` is what all have in common, besides the region; a row with an equal `key` is replaced. */
export async function insertRows(tx: RegionTx, table: string, rows: object[], same: { batch?: number } = {}, key: readonly string[] = []): Promise<void> {
  const first = rows[0];
  if (!first) return;
  const keys = Object.keys(first).filter((key) => key !== 'regionCode');
  const names = keys.map(snake);
  const given = sql.join(names.map((name) => sql.ref(name)));
  const into = sql.join(['region_code', ...Object.keys(same).map(snake)].map((name) => sql.ref(name)));
  const values = sql.join([sql`${tx.region}::text`, ...(same.batch === undefined ? [] : [sql`${same.batch}::bigint`])]);
  const others = sql.join(names.filter((name) => !key.includes(name)).map((name) => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`));
  const onto = key.length === 0 ? sql`` : sql`on conflict (${sql.join(['region_code', ...key].map((name) => sql.ref(name)))}) do update set ${others}`;
  for (let from = 0; from < rows.length; from += rowsPerStatement) {
    const json = JSON.stringify(rows.slice(from, from + rowsPerStatement).map((row) => named(row as Record<string, unknown>, keys, names)));
    await sql`insert into ${sql.table(table)} (${into}, ${given}) select ${values}, ${given} from json_populate_recordset(null::${sql.table(table)}, ${json}::json) ${onto}`.execute(tx);
  }
}

/** What is null is left out: it comes out as null. */
function named(row: Record<string, unknown>, keys: string[], names: string[]): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  for (let n = 0; n < keys.length; n += 1) {
    const value = row[keys[n] as string];
    if (value !== null && value !== undefined) out[names[n] as string] = value;
  }
  return out;
}

/** The next numbers for rows that are prepared and not yet shown; unique in the database. */
export async function nextBatches(tx: RegionTx, count: number): Promise<number[]> {
  const { rows } = await sql<{ batch: number }>`select nextval('kernel.batch') as batch from generate_series(1, ${count}::int)`.execute(tx);
  return rows.map((row) => row.batch);
}
