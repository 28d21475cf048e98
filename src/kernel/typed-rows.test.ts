import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Db } from './connection.ts';
import { forRegionRead } from './regions.ts';
import { testDb } from './testing.ts';
import { typedRows } from './typed-rows.ts';

interface Row { name: string; kind: string | null; share: string | null; open: boolean; at: Date | null; count: number }
const types = { name: 'text', kind: 'text', share: 'numeric', open: 'boolean', at: 'timestamptz', count: 'integer' } as const;
let db: Db;
beforeAll(async () => { db = await testDb(); });
afterAll(() => db.close());

const back = (rows: Row[]): Promise<unknown[]> => forRegionRead(db, '99.77', async (tx) => {
  const { from, column } = typedRows(rows, types);
  const names = Object.keys(types) as (keyof Row)[];
  return (await sql<Row>`select ${sql.join(names.map((name) => sql`${column(name)} as ${sql.ref(name)}`))} from ${from} order by n`.execute(tx)).rows;
});
const plain: Row = { name: 'a', kind: null, share: '1.50', open: true, at: null, count: 1 };

describe('rows that are selected from', () => {
  it.each<[string, Row[]]>([
    ['one row', [plain]],
    ['what all have in common', [plain, { ...plain, name: 'b' }, { ...plain, name: 'c' }]],
    ['what differs, with gaps', [plain, { name: 'b', kind: 'x', share: null, open: false, at: new Date('2026-01-02T03:04:05Z'), count: -2 }]],
    ['texts that look like something else', ['', 'NULL', 'null', '"', '\\', '{a,b}', ' a ', "'; drop table x; --", 'é\n,', '"},{"'].map((name) => ({ ...plain, name, kind: name }))],
  ])('come back as they were: %s', async (_, rows) => expect(await back(rows)).toEqual(rows));
});
