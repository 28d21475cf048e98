import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Db } from '#kernel/connection.ts';
import { forRegion } from '#kernel/regions.ts';
import { testDb } from '#kernel/testing.ts';
import { tablesWithoutRegion } from './tables.ts';

// The second wall: whoever leaves out the `where` sees and changes nothing of another region, in every table that a region owns.
const [mine, theirs] = ['99.71', '99.72'];
const quoted = (table: string): string => table.split('.').map((part) => `"${part}"`).join('.');
/** Which regions there are and what each has published last is told to everybody: their names stand on the front page. Nothing of them can be changed. */
const listed = ['places.region', 'scores.snapshot'];
/** Some value of each type that a column may have; what they mean is of no matter here. */
const some: Record<string, string> = { text: "'x'", integer: '1', smallint: '1', bigint: '1', numeric: '1', 'double precision': '1', real: '1', boolean: 'true', uuid: "'00000000-0000-7000-8000-000000000001'", jsonb: "'{}'", json: "'{}'", date: "'2026-01-01'", 'timestamp with time zone': "'2026-01-01'", ARRAY: "'{}'", bytea: "'x'" };

let db: Db;
let tables: string[];

async function listTables(): Promise<string[]> {
  const { rows } = await db.pool.query<{ name: string }>(
    "select table_schema || '.' || table_name as name from information_schema.tables where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1",
  );
  return rows.map((row) => row.name).filter((name) => !tablesWithoutRegion.includes(name));
}

/** A row of each region in every table: rules between and inside rows are taken away first, for this database is thrown away. */
async function fill(): Promise<void> {
  const { rows: rules } = await db.pool.query<{ name: string; rule: string }>("select conrelid::regclass::text as name, conname as rule from pg_constraint where contype in ('c', 'f') and connamespace::regnamespace::text not in ('pg_catalog', 'information_schema') order by contype desc");
  for (const { name, rule } of rules) await db.pool.query(`alter table ${name} drop constraint if exists "${rule}"`);
  const { rows: columns } = await db.pool.query<{ name: string; column: string; type: string }>(
    "select table_schema || '.' || table_name as name, column_name as column, data_type as type from information_schema.columns where is_nullable = 'NO' and is_generated = 'NEVER' and table_schema not in ('pg_catalog', 'information_schema')",
  );
  for (const table of tables) {
    const needed = columns.filter((one) => one.name === table && one.column !== 'region_code');
    for (const region of [mine, theirs]) {
      const values = needed.map(({ type }) => some[type] ?? `'${type}: say in wall.test.ts what a column of this type may hold'`);
      await db.pool.query(`insert into ${quoted(table)} (${['region_code', ...needed.map(({ column }) => `"${column}"`)].join(', ')}) values (${[`'${region}'`, ...values].join(', ')})`);
    }
  }
}

beforeAll(async () => {
  db = await testDb();
  tables = await listTables();
  await fill();
});
afterAll(() => db.close());

const count = async (table: string): Promise<number> => (await db.pool.query<{ count: number }>(`select count(*)::int as count from ${quoted(table)} where region_code = $1`, [theirs])).rows[0]?.count ?? 0;
const undone = new Error('undone');
/** Without a `where`, in the region's transaction; what is done is undone. */
async function tried(statement: string): Promise<unknown[] | string> {
  let found: unknown[] | string = 'nothing';
  await forRegion(db, mine, async (tx) => {
    found = (await sql.raw<object>(statement).execute(tx)).rows;
    throw undone;
  }).catch((error: Error) => { if (error !== undone) found = error.message; });
  return found;
}

describe('the second wall', () => {
  it('has every table that a region owns', () => {
    expect(tables.length).toBeGreaterThan(35);
  });
  it('shows the own rows alone', async () => {
    const seen: Record<string, unknown> = {};
    for (const table of tables) seen[table] = await tried(`select region_code from ${quoted(table)} order by 1`);
    expect(seen).toEqual(Object.fromEntries(tables.map((table) => [table, listed.includes(table) ? [{ regionCode: mine }, { regionCode: theirs }] : [{ regionCode: mine }]])));
  });
  it('lets nothing of another region be changed, taken away or put there', async () => {
    for (const table of tables) {
      const name = quoted(table);
      for (const statement of [`update ${name} set region_code = region_code`, `delete from ${name}`, `update ${name} set region_code = '${theirs}'`, `insert into ${name} select * from ${name}`]) await tried(statement);
      expect([table, await count(table)]).toEqual([table, 1]);
      expect(String(await tried(`insert into ${name} (region_code) values ('${theirs}')`)), table).toMatch(/row-level security|permission denied|null value/);
    }
  });
  it('is missed where it is not: the owner, who bypasses it, sees both', async () => {
    expect((await db.pool.query('select distinct region_code from data.value order by 1')).rows).toEqual([{ region_code: mine }, { region_code: theirs }]);
  });
});
