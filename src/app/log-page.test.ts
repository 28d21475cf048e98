import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { audit } from '#kernel/audit.ts';
import type { Cursor } from '#kernel/audit-list.ts';
import { sealAudit, sealState, verifyAudit } from '#kernel/audit-seals.ts';
import type { Db } from '#kernel/connection.ts';
import { forRegion, forRegionRead } from '#kernel/regions.ts';
import { testDb } from '#kernel/testing.ts';
import { accounts, type Office, type Post, signing, views } from '#people/index.ts';
import { newContext } from './context.ts';
import { loadPack } from './load-pack.ts';
import { pageOfAudit } from './read-audit.ts';
import { writeSample } from './testing/sample-pack.ts';

const code = '99.77';
const password = 'kain songket biru';
const email = 'siti.rahayu@contoh.example';
let now = new Date('2026-11-28T02:00:00Z');
let db: Db;
const ctx = () => ({ ...newContext(db, 'post:x', () => undefined), clock: () => now });
const office = (): Office => ({ region: code, today: '2026-11-28', ctx: ctx() });
const page = async (filter: Parameters<typeof pageOfAudit>[2], more: { most?: number; after?: Cursor | null } = {}) => pageOfAudit(ctx(), code, filter, { most: 50, after: null, ...more });

beforeAll(async () => {
  process.env.SERASAN_SECRET = 'only for this test, and long enough';
  db = await testDb();
  await loadPack(newContext(db, 'pack', () => undefined), writeSample());
});
afterAll(() => db.close());

describe('who signs in', () => {
  it('is told: in, refused, at rest, out; with digests for what was typed and from where, and never a name', async () => {
    const signIn = signing.makeSignIn(db, 'a secret of more than thirty-two characters, for a test', () => now);
    const { accountId, token } = await accounts.invite(office(), { name: 'Siti Rahayu', email });
    await signing.spendLink(signIn, { token: token ?? '', region: code, today: '2026-11-28', address: '10.0.0.1', secure: false }, { name: '', email: '', password });
    const asking = (cookie = '') => ({ headers: new Headers(cookie === '' ? {} : { cookie }), secure: false, address: '10.0.0.7', region: code });
    const enter = await signing.signIn(signIn, asking(), { email, password });
    const cookie = 'cookies' in enter ? enter.cookies.map((line) => line.split(';')[0]).join('; ') : '';
    await signing.signOut(signIn, asking(cookie));
    for (let n = 0; n < 6; n += 1) await signing.signIn(signIn, asking(), { email: n === 0 ? 'siapa@contoh.example' : email, password: 'bukan ini sandinya' });
    const { rows } = await page({ subject: 'people.account' });
    const told = rows.map((row) => [row.action, row.accountId === accountId ? 'siti' : row.accountId]).reverse();
    const refused = ['refuse_sign_in', null];
    expect(told.filter(([action]) => /sign|rest/.test(String(action)))).toEqual([['sign_in', 'siti'], ['sign_out', 'siti'], refused, refused, refused, refused, refused, refused, ['begin_rest', null]]);
    const all = JSON.stringify(rows);
    for (const secret of ['Siti', 'siti.rahayu', 'contoh.example', '10.0.0.7', password]) expect(all).not.toContain(secret);
    const [rest, last] = rows;
    expect([rest?.address, rest?.after?.includes('digest:')]).toEqual([last?.address, true]);
    expect(rest?.after).toBe(last?.after); // the same address is the same digest, so that tries on one are seen together
  });
  it('is told of wrong present passwords, once of the rest, and nothing of what is tried during it', async () => {
    const at = new Date(now.getTime() + 7_200_000);
    const signIn = signing.makeSignIn(db, 'a secret of more than thirty-two characters, for a test', () => at);
    const from = (cookie: string) => ({ headers: new Headers(cookie === '' ? {} : { cookie }), secure: false, address: '10.0.0.9', region: code });
    const own = await signing.signIn(signIn, from(''), { email, password });
    const session = 'cookies' in own ? own.cookies.map((line) => line.split(';')[0]).join('; ') : '';
    const { accountId } = (await signing.findPerson(signIn, from(session), { code, today: '2026-11-28' })) ?? { accountId: '' };
    const kinds: string[] = [];
    for (let n = 0; n < 8; n += 1) kinds.push((await signing.changePassword(signIn, from(session), { accountId, email, present: 'salah semua ini', wanted: 'apa saja yang panjang' })).kind);
    expect(kinds).toEqual([...Array(5).fill('refused'), ...Array(3).fill('resting')]);
    const { rows } = await page({ accountId });
    expect(rows.map((row) => row.action).filter((action) => /refuse_password|rest/.test(action)).reverse()).toEqual([...Array(5).fill('refuse_password'), 'begin_rest']);
  });
  it('is told with the same statements for an address that has an account and one that has none', async () => {
    const signIn = signing.makeSignIn(db, 'a secret of more than thirty-two characters, for a test', () => new Date(now.getTime() + 3_600_000));
    const rowsOf = async (typed: string) => {
      const before = (await db.pool.query<{ n: number }>('select count(*)::int as n from kernel.audit')).rows[0]?.n ?? 0;
      await signing.signIn(signIn, { headers: new Headers(), secure: false, address: '10.0.0.8', region: code }, { email: typed, password: 'bukan ini sandinya' });
      return ((await db.pool.query<{ n: number }>('select count(*)::int as n from kernel.audit')).rows[0]?.n ?? 0) - before;
    };
    expect([await rowsOf('siapa.lagi@contoh.example'), await rowsOf(email)]).toEqual([1, 1]);
  });
});

describe('a long log', () => {
  beforeAll(async () => {
    // Rare ones among many: the walk has to go far for them.
    await forRegion(db, code, (tx) => audit(tx, Array.from({ length: 5_000 }, (_, n) => ({ at: new Date(now.getTime() + n), actor: 'post:y', who: { accountId: 'a1', postId: n % 1_700 === 0 ? 'p1' : 'p2', address: null }, action: 'record', subject: `data.value X / ${n}` }))));
  });
  it('is searched by post, account, thing, kind, page by page, and nothing is left out', async () => {
    expect((await page({ postId: 'p1' })).rows.map((row) => row.subject)).toEqual(['data.value X / 3400', 'data.value X / 1700', 'data.value X / 0']);
    expect((await page({ accountId: 'a1', subject: 'x / 49' })).rows.length).toBe(50);
    expect((await page({ accountId: 'nobody' })).rows).toEqual([]);
    expect((await page({ action: 'record', subject: 'X / 4999' })).rows.length).toBe(1);
    const seen: string[] = [];
    for (let after: Cursor | null = null, n = 0; n === 0 || after; n += 1) {
      const { rows, next }: Awaited<ReturnType<typeof page>> = await page({ action: 'record' }, { most: 1_999, after });
      seen.push(...rows.map((row) => row.subject));
      after = next;
    }
    const recorded = seen.filter((subject) => subject.startsWith('data.value X'));
    expect([recorded.length, new Set(recorded).size]).toEqual([5_000, 5_000]);
  });
  it('that is searched for long says where it goes on', async () => {
    const { rows, next } = await pageOfAudit(ctx(), code, { postId: 'p1', from: '2026-11-28' }, { most: 50, after: null, pieces: 1 });
    expect([rows.length, next !== null]).toEqual([1, true]);
    expect((await pageOfAudit(ctx(), code, { postId: 'p1' }, { most: 50, after: next })).rows.length).toBe(2);
  });
});

describe('the page', () => {
  const post: Post = { id: 'p1', accountId: 'a1', role: 'operator', agencyCode: 'dinkes', areaCode: null, pillarCode: null, acting: false, fromDay: '2020-01-01', untilDay: null };
  const view = async (checked: boolean, administers = false) => {
    now = new Date('2026-11-28T03:00:00Z');
    const asked = { jabatan: 'p1', akun: '', benda: '', jenis: '', dari: '', sampai: '' };
    return views.log({
      lang: 'id', timeZone: 'Asia/Jakarta', asked, rows: (await page({ postId: 'p1' })).rows, posts: [post], names: { agencies: new Map([['dinkes', 'Dinas Kesehatan']]), areas: new Map(), pillars: new Map() },
      seals: await forRegionRead(db, code, sealState), checked: checked ? await verifyAudit(db, code) : null, administers, works: true,
      href: { more: null, csv: '/c', check: '/k', account: (id) => (administers ? `/akun/daftar/${id}` : null) },
    });
  };
  it('names posts and account ids, and opens an account for who may see it alone', async () => {
    const seen = await view(false);
    expect(seen.rows[0]).toMatchObject({ action: 'Mencatat angka', by: 'Operator perangkat daerah, Dinas Kesehatan', account: { id: 'a1', href: null }, seal: 'belum disegel' });
    expect((await view(false, true)).rows[0]?.account?.href).toBe('/akun/daftar/a1');
  });
  it('tells of the seals: the newest, what has none, and which one is broken', async () => {
    expect((await view(false)).seals).toMatchObject({ newest: null, held: null, broken: null });
    await sealAudit(db, code, () => now);
    expect((await view(true)).seals.held).toContain('semuanya berlaku');
    await db.pool.query("update kernel.audit set subject = 'data.value X / 1x' where subject = 'data.value X / 1700'");
    const { seals } = await view(true);
    expect([seals.held, seals.broken?.said.includes('tidak berlaku')]).toEqual([null, true]);
    expect(seals.newest).toContain('Segel terbaru');
    expect(seals.hash).toMatch(/^\d+:[0-9a-f]{64}$/);
  });
});
