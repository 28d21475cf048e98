import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Db } from './connection.ts';
import { testDb } from './testing.ts';
import { upkeep } from './upkeep.ts';

let db: Db;
beforeAll(async () => {
  db = await testDb();
});
afterAll(() => db.close());

const holidays = (count: number): Promise<unknown> =>
  db.pool.query(`insert into data.holiday (region_code, day, kind, name_id, name_en)
    select '99.01', to_char(date '2020-01-01' + n, 'YYYY-MM-DD'), 'national', 'Libur', 'Holiday' from generate_series(1, $1) n`, [count]);
const known = async (): Promise<number> => (await db.pool.query<{ n: number }>("select reltuples::int as n from pg_class where oid = 'data.holiday'::regclass")).rows[0]?.n ?? 0;

it('counts what was never counted, and what has changed since; nothing twice', async () => {
  await upkeep(db);
  await holidays(300);
  expect(await upkeep(db)).toContain('data.holiday');
  expect(await known()).toBe(300);
  if (db.kind === 'pglite') expect(await upkeep(db)).toEqual([]);
});

it('gives the room of rows that nothing shows back', async () => {
  await db.pool.query("delete from data.holiday where region_code = '99.01'");
  if (db.kind === 'postgresql') await new Promise((resolve) => setTimeout(resolve, 1_500)); // another connection's tally comes late
  expect(await upkeep(db)).toContain('data.holiday');
  const { rows } = await db.pool.query<{ size: number }>("select pg_relation_size('data.holiday')::int as size");
  expect(rows[0]?.size).toBe(0);
});
