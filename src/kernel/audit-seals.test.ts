import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { audit, type AuditRow } from './audit.ts';
import { sealAudit, sealBatch, verifyAudit } from './audit-seals.ts';
import type { Db } from './connection.ts';
import { forRegion } from './regions.ts';
import { testDb } from './testing.ts';

const region = '99.01';
const at = new Date('2026-11-28T02:00:00Z');
const now = (): Date => at;
const row = (n: number, more: Partial<AuditRow> = {}): AuditRow => ({ at: new Date(at.getTime() + n), actor: 'post:1', action: 'record', subject: `data.value E / 99.01 / ${n}`, after: { value: String(n), note: 'dua "kata"\n' }, reason: 'uji', ...more });

let db: Db;
beforeAll(async () => {
  process.env.SERASAN_SECRET = 'only for this test, and long enough';
  db = await testDb();
});
afterAll(() => db.close());
const hand = (sql: string, values: unknown[] = []) => db.pool.query(sql, values);
const write = (rows: AuditRow[], code = region) => forRegion(db, code, (tx) => audit(tx, rows));
const seal = (most: number) => forRegion(db, region, (tx) => sealBatch(tx, at, most));
const verify = (noted: { number: number; hash: string } | null = null) => verifyAudit(db, region, noted);

beforeEach(async () => {
  await hand('delete from kernel.audit');
  await hand('delete from kernel.audit_seal');
});

describe('seals over the log', () => {
  it('hold over what was written, in any order and any batches', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.oneof(fc.record({ write: fc.integer({ min: 1, max: 7 }) }), fc.record({ seal: fc.integer({ min: 1, max: 5 }) })), { maxLength: 12 }), async (steps) => {
      await hand('delete from kernel.audit');
      await hand('delete from kernel.audit_seal');
      let [written, sealed] = [0, 0];
      for (const step of steps) {
        if ('write' in step) await write(Array.from({ length: step.write }, () => row(Math.round(Math.sin((written += 1)) * 1000))));
        else sealed += await seal(step.seal);
      }
      expect(await verify()).toMatchObject({ rows: sealed, broken: null, unsealed: { rows: written - sealed } });
    }), { numRuns: 25 });
  });
  it('take what was written earlier and committed later', async () => {
    await hand("insert into kernel.audit (region_code, id, at, actor, action, subject) values ($1, '019f0000-0000-7000-8000-000000000002', $2, 'b', 'x', 's')", [region, at]);
    expect(await sealAudit(db, region, now)).toBe(1);
    await hand("insert into kernel.audit (region_code, id, at, actor, action, subject) values ($1, '019e0000-0000-7000-8000-000000000001', $2, 'a', 'x', 's')", [region, new Date(at.getTime() - 60_000)]);
    expect(await sealAudit(db, region, now)).toBe(1);
    expect(await verify()).toMatchObject({ seals: 2, rows: 2, broken: null, unsealed: { rows: 0, since: null } });
  });
  it('are of one region', async () => {
    await write([row(1)]);
    await write([row(1)], '16.03');
    await sealAudit(db, region, now);
    expect(await verifyAudit(db, '16.03')).toMatchObject({ seals: 0, unsealed: { rows: 1 } });
  });
  it('with nothing to seal there is none', async () => {
    expect(await sealAudit(db, region, now)).toBe(0);
    expect(await verify()).toEqual({ seals: 0, rows: 0, newest: null, broken: null, unsealed: { rows: 0, since: null } });
  });
});

describe('what a hand in the database does', () => {
  beforeEach(async () => {
    for (const n of [1, 2, 3, 4]) {
      await write([row(10 * n, { who: { accountId: 'a', postId: 'p', address: '10.0.0.1' }, before: { value: '0' } }), row(10 * n + 1)]);
      await sealAudit(db, region, now);
    }
    await write([row(99)]);
    expect(await verify()).toMatchObject({ seals: 4, rows: 8, broken: null, unsealed: { rows: 1 } });
  });
  const one = "id = (select id from kernel.audit where seal = 2 order by id limit 1)";
  it.each([
    ['at', "at = at + interval '1 microsecond'"], ['actor', "actor = 'post:2'"], ['account', "account_id = 'b'"], ['post', 'post_id = null'], ['address', "address = 'x'"], ['action', "action = 'change'"],
    ['subject', "subject = subject || '0'"], ['before', "before = '{\"value\": \"9\"}'"], ['after', 'after = null'], ['reason', "reason = 'lain'"],
  ])('another %s is found', async (_, change) => {
    await hand(`update kernel.audit set ${change} where ${one}`);
    expect((await verify()).broken).toEqual({ number: 2, found: 'a row among its 2, or the seal, was changed' });
  });
  it('a row taken away is found', async () => {
    await hand(`delete from kernel.audit where ${one}`);
    expect((await verify()).broken).toEqual({ number: 2, found: '2 rows were sealed, 1 are there' });
  });
  it('a row put in is found', async () => {
    await hand("insert into kernel.audit (region_code, id, at, actor, action, subject, seal) values ($1, '019f0000-0000-7000-8000-000000000002', $2, 'b', 'x', 's', 3)", [region, at]);
    expect((await verify()).broken).toEqual({ number: 3, found: '2 rows were sealed, more are there' });
  });
  it('a row moved to another seal, or out of all, is found at the first of them', async () => {
    await hand(`update kernel.audit set seal = 4 where ${one}`);
    expect((await verify()).broken?.number).toBe(2);
  });
  it('a seal taken away is found, with its rows or without, also the last one', async () => {
    await hand('delete from kernel.audit_seal where number = 2');
    expect((await verify()).broken).toEqual({ number: 2, found: 'the seal is not there, and 2 rows name it' });
    await hand('delete from kernel.audit where seal = 2');
    expect((await verify()).broken).toEqual({ number: 2, found: 'the seal is not there' });
  });
  it('the last seal taken away alone is found, and no new one hides it', async () => {
    await hand('delete from kernel.audit_seal where number = 4');
    await sealAudit(db, region, now);
    expect((await verify()).broken).toEqual({ number: 4, found: 'the seal is not there, and 2 rows name it' });
  });
  it('a seal computed again over changed rows does not stand on the next one', async () => {
    await hand("update kernel.audit_seal set hash = repeat('a', 64) where number = 2");
    expect((await verify()).broken?.number).toBe(2);
    await hand("update kernel.audit_seal set previous = repeat('a', 64) where number = 3");
    expect((await verify()).broken?.number).toBe(2);
  });
  it('an end cut off with its rows is known to who wrote its seal down', async () => {
    const { newest } = await verify();
    if (!newest) throw new Error('no seal');
    expect((await verify(newest)).broken).toBeNull();
    await hand('delete from kernel.audit where seal = 4');
    await hand('delete from kernel.audit_seal where number = 4');
    expect((await verify()).broken).toBeNull();
    expect((await verify(newest)).broken).toEqual({ number: 4, found: 'it was written down elsewhere, and is not there' });
    await sealAudit(db, region, now);
    expect((await verify(newest)).broken).toEqual({ number: 4, found: 'it was written down elsewhere with another digest' });
  });
  it('the role of pages can neither change nor remove a row, nor seal one twice', async () => {
    for (const statement of ["update kernel.audit set actor = 'x'", 'delete from kernel.audit', 'update kernel.audit_seal set row_count = 1', 'delete from kernel.audit_seal', 'update kernel.audit set seal = null where seal is null']) {
      const client = await db.pool.connect();
      await client.query(`begin; set local role serasan_app; set local serasan.region = '${region}'`);
      await expect(client.query(statement)).rejects.toThrow(/permission denied|row-level security/);
      await client.query('rollback');
      client.release();
    }
    const client = await db.pool.connect();
    await client.query(`begin; set local role serasan_app; set local serasan.region = '${region}'`);
    expect((await client.query('update kernel.audit set seal = 4 where seal = 2')).rowCount).toBe(0);
    await client.query('rollback');
    client.release();
  });
});
