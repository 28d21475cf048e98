import { afterAll, beforeAll, expect, it } from 'vitest';
import { audit } from './audit.ts';
import type { Db } from './connection.ts';
import { keyedDigest } from './digest.ts';
import { forRegion } from './regions.ts';
import { testDb } from './testing.ts';

let db: Db;
beforeAll(async () => {
  process.env.SERASAN_SECRET = 'only for this test, and long enough';
  db = await testDb();
});
afterAll(() => db.close());
const at = new Date('2026-11-28T02:00:00Z');

it('keeps who did it, and of the address only a digest', async () => {
  await forRegion(db, '99.01', (tx) => audit(tx, [{ at, actor: 'post:p', who: { accountId: 'a', postId: 'p', address: '10.1.2.3' }, action: 'record', subject: 's', reason: 'salah ketik' }]));
  const { rows } = await db.pool.query("select * from kernel.audit where subject = 's'");
  expect(rows).toMatchObject([{ actor: 'post:p', account_id: 'a', post_id: 'p', address: keyedDigest('address', '10.1.2.3'), reason: 'salah ketik', seal: null }]);
  expect(JSON.stringify(rows)).not.toContain('10.1.2.3');
});
it('keeps no name of a person and no secret, however deep they stand', async () => {
  const after = { email: 'budi@contoh.example', name: 'Budi', passwordHash: '$argon2id$…', role: 'operator', sessions: [{ token: 'abc', userAgent: 'Firefox' }], until: null };
  await forRegion(db, '99.01', (tx) => audit(tx, [{ at, actor: 'post:p', action: 'add', subject: 'people.account 1', after }]));
  const { rows } = await db.pool.query("select after from kernel.audit where subject = 'people.account 1'");
  expect(rows[0].after).toEqual({ email: `digest:${keyedDigest('email', 'budi@contoh.example')}`, name: `digest:${keyedDigest('name', 'Budi')}`, passwordHash: '…', role: 'operator', sessions: [{ token: '…', userAgent: `digest:${keyedDigest('userAgent', 'Firefox')}` }], until: null });
});
it('keeps the name of an agency', async () => {
  await forRegion(db, '99.01', (tx) => audit(tx, [{ at, actor: 'pack', action: 'change', subject: 'people.agency D1', after: { name: 'Dinas Kesehatan' } }]));
  expect((await db.pool.query("select after from kernel.audit where subject = 'people.agency D1'")).rows).toEqual([{ after: { name: 'Dinas Kesehatan' } }]);
});
it('a digest is of one kind and one installation', () => {
  expect(keyedDigest('name', 'x')).not.toBe(keyedDigest('address', 'x'));
  expect(keyedDigest('name', 'x', Buffer.from('another'))).not.toBe(keyedDigest('name', 'x'));
  expect(keyedDigest('name', 'x')).toMatch(/^[0-9a-f]{32}$/);
});
