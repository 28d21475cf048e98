import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Db } from './connection.ts';
import { periodWithin } from './period-sql.ts';
import { parsePeriod } from './periods.ts';
import { forRegionRead } from './regions.ts';
import { testDb } from './testing.ts';

let db: Db;
beforeAll(async () => { db = await testDb(); });
afterAll(() => db.close());

const all = ['2019', '2020', '2019Q1', '2019Q4', '2020Q2', '2019-02', '2020-02', '2019-12', '2019-02-27', '2019-02-28', '2020-02-29', '2019-12-31', '2020-01-01'];
it('agrees with the calendar for every span', async () => {
  const spans = all.flatMap((from) => all.map((to) => ({ from, to })));
  const found = await forRegionRead(db, '99.01', async (tx) => {
    const told: string[] = [];
    for (const span of spans) {
      const { rows } = await sql<{ p: string }>`select p from unnest(${all}::text[]) t(p) where ${periodWithin('p', span)}`.execute(tx);
      told.push(`${span.from} ${span.to} ${rows.map((row) => row.p)}`);
    }
    return told;
  });
  expect(found).toEqual(spans.map(({ from, to }) => `${from} ${to} ${all.filter((p) => parsePeriod(p).start >= parsePeriod(from).start && parsePeriod(p).end <= parsePeriod(to).end)}`));
});
