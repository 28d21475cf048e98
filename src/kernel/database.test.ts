import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';
import type { Db } from './connection.ts';
import { openDatabase } from './database.ts';
import { forRegion, forRegionRead, inTransaction } from './regions.ts';
import type { KernelTables } from './tables.ts';
import { testDb } from './testing.ts';

const count = (region: string) => (tx: Parameters<Parameters<typeof forRegion>[2]>[0]) =>
  tx.withTables<KernelTables>().insertInto('kernel.revisionCounter').values({ regionCode: region, last: 1 }).execute();

describe('the wall between regions', () => {
  let db: Db;
  beforeAll(async () => {
    db = await testDb();
    await forRegion(db, '16.03', count('16.03'));
    await forRegion(db, '99.01', count('99.01'));
  });
  afterAll(() => db.close());

  it('shows only the own region, even without a where', async () => {
    const rows = await forRegionRead(db, '16.03', (tx) => tx.withTables<KernelTables>().selectFrom('kernel.revisionCounter').selectAll().execute());
    expect(rows).toEqual([{ regionCode: '16.03', last: 1, definitions: '' }]);
  });
  it('refuses a row of another region', async () => {
    await expect(forRegion(db, '16.03', count('99.02'))).rejects.toThrow(/row-level security/);
  });
  it('shows nothing to a role that forgot the region', async () => {
    const client = await db.pool.connect();
    await client.query('begin');
    await client.query('set local role serasan_app');
    const { rows } = await client.query('select * from kernel.revision_counter');
    await client.query('rollback');
    client.release();
    expect(rows).toEqual([]);
  });
  it('leaves nothing to the next client', async () => {
    await forRegion(db, '16.03', async () => undefined);
    const { rows } = await db.pool.query("select current_user::text as role, coalesce(current_setting('serasan.region', true), '') as region");
    expect(rows[0].role).not.toBe('serasan_app');
    expect(rows[0].region).toBe('');
  });
  it('refuses what is not a region code', () => {
    expect(() => forRegion(db, "16.03'; drop table x", async () => 1)).toThrow(/region.invalid/);
  });
  it('does not write in a reading transaction', async () => {
    await expect(forRegionRead(db, '16.03', count('16.03'))).rejects.toThrow(/read-only/);
  });
  it('undoes a failed part alone', async () => {
    const last = await forRegion(db, '16.03', async (tx) => {
      const own = tx.withTables<KernelTables>();
      await own.updateTable('kernel.revisionCounter').set({ last: 5 }).execute();
      await inTransaction(tx, async () => {
        await own.updateTable('kernel.revisionCounter').set({ last: 9 }).execute();
        throw new Error('no');
      }).catch(() => undefined);
      return (await own.selectFrom('kernel.revisionCounter').select('last').executeTakeFirstOrThrow()).last;
    });
    expect(last).toBe(5);
  });
});

describe('the embedded database', () => {
  it('calls fsync once per commit, refuses a second server, serves a command, opens again', async () => {
    const config = readConfig({ SERASAN_DATA: mkdtempSync(join(tmpdir(), 'serasan-')) });
    const db = await openDatabase(config, () => undefined, 'server');
    await db.pool.query('create table t (n int)');
    const before = (await db.syncs()) ?? 0;
    for (let n = 0; n < 10; n += 1) await db.pool.query('insert into t values ($1)', [n]);
    expect(((await db.syncs()) ?? 0) - before).toBe(10);
    const written = db.writes();
    await db.pool.query('select * from t');
    expect(db.writes()).toBe(written);
    await expect(openDatabase(config, () => undefined, 'server')).rejects.toThrow(/database.in_use/);
    const beside = await openDatabase(config, () => undefined, 'command');
    expect((await beside.pool.query('select count(*) as n from t')).rows).toEqual([{ n: 10 }]);
    await beside.pool.query('insert into t values (11)');
    expect(db.writes()).toBeGreaterThan(written ?? Infinity);
    await beside.pool.query('delete from t where n = 11');
    await beside.close();
    await db.close();
    const again = await openDatabase(config, () => undefined, 'server');
    expect((await again.pool.query('select count(*) as n from t')).rows).toEqual([{ n: 10 }]);
    await again.close();
  }, 60_000);
});

it('gives each of several askers the answer to its own question, also outside a transaction', async () => {
  const db = await openDatabase(readConfig({ SERASAN_DATA: join(mkdtempSync(join(tmpdir(), 'serasan-mixed-')), 'var') }), () => undefined);
  const long = 'x'.repeat(600_000); // more than a socket takes at once
  const asker = async (name: string): Promise<string[]> => {
    const wrong: string[] = [];
    for (let n = 0; n < 30; n += 1) {
      const { rows } = await db.pool.query(`select $1::text || $2::text as ${name}, $3::text as long`, [name, String(n), n % 10 === 0 ? long : '']).catch((error: Error) => ({ rows: [{ [name]: error.message }] }));
      if (rows[0]?.[name] !== `${name}${n}`) wrong.push(String(rows[0]?.[name]));
    }
    return wrong;
  };
  expect((await Promise.all(['a', 'b', 'c', 'd'].map(asker))).flat()).toEqual([]);
  await db.close();
});

it('a statement sees its own region', async () => {
  const db = await testDb();
  const region = await forRegion(db, '99.01', async (tx) => (await sql<{ r: string }>`select current_setting('serasan.region') as r`.execute(tx)).rows[0]?.r);
  expect(region).toBe('99.01');
  await db.close();
});
