import { sql } from 'kysely';
import type { RegionTx } from './regions.ts';

/** Rows of one statement; so many of the widest take well below the 250 ms that a page may wait for the embedded database. */
export const rowsPerStatement = 2_000;

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Inserts rows as one JSON parameter a statement, which costs a fraction of a parameter a cell; keys may be in camel case, and all rows have the first one's. */
export async function insertRows(tx: RegionTx, table: string, rows: object[]): Promise<void> {
  const first = rows[0];
  if (!first) return;
  const columns = sql.join(Object.keys(first).map((key) => sql.ref(snake(key))));
  for (let from = 0; from < rows.length; from += rowsPerStatement) {
    const given = JSON.stringify(rows.slice(from, from + rowsPerStatement).map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [snake(key), value]))));
    await sql`insert into ${sql.table(table)} (${columns}) select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${given}::json)`.execute(tx);
  }
}

/** The next numbers for rows that are prepared and not yet shown; unique in the database. */
export async function nextBatches(tx: RegionTx, count: number): Promise<number[]> {
  const { rows } = await sql<{ batch: number }>`select nextval('kernel.batch') as batch from generate_series(1, ${count}::int)`.execute(tx);
  return rows.map((row) => row.batch);
}
