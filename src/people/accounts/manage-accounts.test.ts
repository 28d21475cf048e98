import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Db } from '#kernel/connection.ts';
import type { Ctx } from '#kernel/context.ts';
import { forRegionRead } from '#kernel/regions.ts';
import { testDb } from '#kernel/testing.ts';
import { accounts } from './accounts.ts';
import type { Office } from './manage-accounts.ts';
import type { SignIn } from '../sign-in/make-sign-in.ts';
import type { Post } from '../posts.ts';
import { signing } from '../sign-in/signing.ts';
import type { PeopleTables } from '../tables.ts';

const now = new Date('2026-11-28T02:00:00Z');
const today = '2026-11-28';
let db: Db;
let signIn: SignIn;
const office = (region: string): Office => ({ region, today, ctx: { db, clock: () => now, actor: 'post:x', who: { accountId: 'x', postId: null, address: '10.0.0.1' }, settle: async () => undefined, progress: () => undefined } as Ctx });
const aPost = (accountId: string, given: Partial<Post> = {}): Omit<Post, 'id'> => ({ accountId, role: 'operator', agencyCode: 'sehat', areaCode: null, pillarCode: null, acting: false, fromDay: today, untilDay: null, ...given });
const logged = async (): Promise<{ action: string; subject: string; text: string }[]> => (await db.pool.query<{ action: string; subject: string; text: string }>("select action, subject, a::text as text from kernel.audit a where subject like 'people.%' and action <> 'read' order by id")).rows;
const use = async (token: string | null): Promise<unknown> => signing.spendLink(signIn, { token: token ?? '', region: '99.01', today, address: '10.0.0.1', secure: false }, { name: '', email: '', password: 'kain songket biru' });

beforeAll(async () => {
  process.env.SERASAN_SECRET = 'only for this test, and long enough';
  db = await testDb();
  for (const code of ['16.03', '99.01']) await db.pool.query(`insert into places.region (region_code, code, name_id, name_en, short_name, kind, time_zone, hosts, fictional, notice_id, notice_en, about_id, about_en, compiled_on, compiled_by_id, compiled_by_en)
    values ($1, $1, 'D', 'D', 'D', 'kabupaten', 'Asia/Jakarta', '{}', true, 'n', 'n', 'a', 'a', '2026-11-01', 'p', 'p')`, [code]);
  signIn = signing.makeSignIn(db, 'a secret of more than thirty-two characters, for a test', () => now);
});
afterAll(() => db.close());

it('invites, and gives no link into an account of another region', async () => {
  const made = await accounts.invite(office('99.01'), { name: 'Budi Rahasia', email: 'Budi@contoh.example' });
  await use(made.token);
  await expect(accounts.read(office('16.03'), { id: made.accountId })).rejects.toMatchObject({ status: 404 });
  await expect(accounts.read(office('16.03'), { id: 'nobody' })).rejects.toMatchObject({ status: 404 });
});

type Called = Awaited<ReturnType<typeof accounts.invite>>;
describe('an address that has an account of another region', () => {
  let there: Office;
  beforeAll(() => {
    there = office('16.03');
  });
  const asking = { headers: new Headers(), secure: false, address: '10.0.0.1', region: '16.03' };
  const shape = (account: Awaited<ReturnType<typeof accounts.read>>) => ({ ...account, id: account.id.replace(/[0-9a-f]/g, 'x'), email: 'x', pending: 'x' });
  let [called, fresh]: [Called, Called] = [] as never;

  it('is invited like one that has none: a link, a name, a post, no difference to be seen', async () => {
    called = await accounts.invite(there, { name: 'Diundang', email: 'Budi@Contoh.example' });
    fresh = await accounts.invite(there, { name: 'Diundang', email: 'baru@contoh.example' });
    expect([typeof called.token, called.token?.length]).toEqual([typeof fresh.token, fresh.token?.length]);
    expect(called.accountId[14]).toBe('4'); // no id tells when an account was made
    for (const { accountId } of [called, fresh]) await accounts.grantPost(there, aPost(accountId, { role: 'verifier', agencyCode: null }));
    const [one, other] = [await accounts.read(there, { id: called.accountId }), await accounts.read(there, { id: fresh.accountId })];
    const posts = ({ posts: held, ...rest }: ReturnType<typeof shape>) => ({ ...rest, posts: held.map(({ role }) => role) });
    expect(posts(shape(one))).toEqual(posts(shape(other)));
    expect(posts(shape(one))).toMatchObject({ name: 'Diundang', homeRegion: '16.03', secondFactor: false, posts: ['verifier'] });
    const [ofOne, ofOther] = [await signing.readLink(signIn, called.token ?? '', '16.03'), await signing.readLink(signIn, fresh.token ?? '', '16.03')];
    expect([ofOne, ofOther]).toMatchObject([{ kind: 'password', name: 'Diundang' }, { kind: 'password', name: 'Diundang' }]);
    const actions = (id: string) => logged().then((rows) => rows.filter(({ subject, text }) => subject.endsWith(id) && text.includes('16.03')).map(({ action }) => action));
    expect(await actions(called.accountId)).toEqual(await actions(fresh.accountId));
  });
  it('gets links and an end of sessions like one that has none, and none of it reaches the account', async () => {
    const before = await signing.signIn(signIn, { ...asking, region: '99.01' }, { email: 'budi@contoh.example', password: 'kain songket biru' });
    for (const { accountId } of [called, fresh]) await accounts.endAllSessions(there, await accounts.read(there, { id: accountId }));
    const cookie = 'cookies' in before ? (before.cookies[0]?.split(';')[0] ?? '') : '';
    expect(await signing.findPerson(signIn, { ...asking, headers: new Headers({ cookie }) }, { code: '99.01', today })).toMatchObject({ email: 'budi@contoh.example' });
    const old = called.token;
    for (const one of [called, fresh]) one.token = await accounts.renewLink(there, await accounts.read(there, { id: one.accountId }), true);
    expect(await signing.readLink(signIn, old ?? '', '16.03')).toEqual({ kind: 'unknown' });
    await expect(signing.spendLink(signIn, { token: called.token ?? '', region: '16.03', today, address: '10.0.0.1', secure: false }, { name: '', email: '', password: 'kain lain yang baru' })).rejects.toMatchObject({ code: 'link.spent' });
  });
  it('comes with the password there is, and is a guest with its own name from then on', async () => {
    const take = (password: string) => signing.takeCall(signIn, asking, { token: called.token ?? '', region: '16.03' }, { email: 'budi@contoh.example', password });
    expect((await take('kain lain yang baru')).kind).toBe('refused');
    expect(await signing.readLink(signIn, called.token ?? '', '16.03')).toMatchObject({ kind: 'password' });
    expect((await take('kain songket biru')).kind).toBe('in');
    expect(await signing.readLink(signIn, called.token ?? '', '16.03')).toEqual({ kind: 'spent' });
    const guest = await accounts.read(there, { email: 'budi@contoh.example' });
    expect(guest).toMatchObject({ name: 'Budi Rahasia', homeRegion: '99.01', pending: false });
    expect(await accounts.invite(there, { name: 'Lain', email: 'budi@contoh.example' })).toEqual({ accountId: called.accountId, token: null });
    await expect(accounts.renewLink(there, guest, true)).rejects.toMatchObject({ status: 403 });
    await expect(accounts.forget(there, guest)).rejects.toMatchObject({ status: 403 });
  });
  it('is forgotten before it came like one that has none, and stays what it is elsewhere', async () => {
    const made = await accounts.invite(office('99.01'), { name: 'Elok', email: 'elok@contoh.example' });
    await use(made.token);
    await accounts.invite(there, { name: 'Diundang', email: 'elok@contoh.example' });
    await accounts.forget(there, await accounts.read(there, { id: made.accountId }));
    expect((await accounts.read(there, { id: made.accountId })).name).toBe('');
    await expect(accounts.grantPost(there, aPost(made.accountId))).rejects.toMatchObject({ code: 'account.unknown' });
    expect((await accounts.read(office('99.01'), { id: made.accountId })).name).toBe('Elok');
  });
});

it('hands a post over as it is, and keeps a last administrator', async () => {
  const [a, b] = [await accounts.invite(office('99.01'), { name: 'A', email: 'a@contoh.example' }), await accounts.invite(office('99.01'), { name: 'B', email: 'b@contoh.example' })];
  const id = await accounts.grantPost(office('99.01'), aPost(a.accountId));
  await accounts.handOverPost(office('99.01'), id, b.accountId, 'pindah tugas');
  expect((await accounts.read(office('99.01'), { id: b.accountId })).posts).toMatchObject([{ id, agencyCode: 'sehat', fromDay: today }]);
  await expect(accounts.handOverPost(office('99.01'), id, b.accountId, 'x')).rejects.toMatchObject({ code: 'post.same_holder' });
  await expect(accounts.handOverPost(office('99.01'), id, 'nobody', 'x')).rejects.toMatchObject({ code: 'account.unknown' });
  await expect(accounts.endPost(office('99.01'), '-'.repeat(36), 'x')).rejects.toMatchObject({ status: 404 });
  await expect(accounts.endPost(office('16.03'), id, 'x')).rejects.toMatchObject({ status: 404 });
  const only = await accounts.grantPost(office('99.01'), aPost(a.accountId, { role: 'administrator', agencyCode: null }));
  await expect(accounts.endPost(office('99.01'), only, 'x')).rejects.toMatchObject({ code: 'post.last_administrator' });
  await accounts.grantPost(office('99.01'), aPost(b.accountId, { role: 'administrator', agencyCode: null }));
  await accounts.endPost(office('99.01'), only, 'selesai');
  await expect(accounts.endPost(office('99.01'), only, 'again')).rejects.toMatchObject({ status: 404 });
  await expect(accounts.grantPost(office('99.01'), aPost('nobody'))).rejects.toMatchObject({ status: 404 });
});

it('forgets who an account was, and the log goes on without names', async () => {
  const made = await accounts.invite(office('99.01'), { name: 'Citra Rahasia', email: 'citra@contoh.example' });
  await use(made.token);
  const account = await accounts.read(office('99.01'), { id: made.accountId });
  const id = await accounts.grantPost(office('99.01'), aPost(account.id));
  await expect(accounts.forget(office('99.01'), account)).rejects.toMatchObject({ code: 'account.holds_posts' });
  await accounts.endPost(office('99.01'), id, 'pensiun');
  const session = await signing.signIn(signIn, { headers: new Headers(), secure: false, address: '10.0.0.1' }, { email: 'citra@contoh.example', password: 'kain songket biru' });
  expect(session.kind).toBe('in');
  await accounts.forget(office('99.01'), account);
  const cookie = 'cookies' in session ? (session.cookies[0]?.split(';')[0] ?? '') : '';
  expect(await signing.findPerson(signIn, { headers: new Headers({ cookie }), secure: false, address: '10.0.0.1' }, { code: '99.01', today })).toBeNull();
  expect((await signing.signIn(signIn, { headers: new Headers(), secure: false, address: '10.0.0.1' }, { email: 'citra@contoh.example', password: 'kain songket biru' })).kind).toBe('refused');
  expect((await accounts.read(office('99.01'), { id: made.accountId })).name).toBe('');
  const all = await logged();
  expect(all.map((row) => row.action)).toEqual(expect.arrayContaining(['invite', 'call_guest', 'set_password', 'grant', 'hand_over', 'end', 'forget']));
  expect(all.filter((row) => /Rahasia|contoh\.example|songket/i.test(row.text))).toEqual([]);
});

describe('an account that works in two regions', () => {
  const links: string[] = [];
  let guest: string;
  beforeAll(async () => {
    const made = await accounts.invite(office('99.01'), { name: 'Dua Daerah', email: 'dua@contoh.example' });
    guest = made.accountId;
    links.push(made.token ?? '');
    await accounts.invite(office('16.03'), { name: 'x', email: 'dua@contoh.example' });
  });

  it('gets no post in another region before its holder has set a password', async () => {
    await expect(accounts.grantPost(office('16.03'), aPost(guest))).rejects.toMatchObject({ code: 'account.unused' });
    await use(links[0] ?? '');
  });
  it('is not entered by a link of its own region from before it worked elsewhere', async () => {
    const token = await accounts.renewLink(office('99.01'), await accounts.read(office('99.01'), { id: guest }), true);
    await accounts.grantPost(office('16.03'), aPost(guest, { fromDay: '2027-01-01' }));
    expect(await signing.readLink(signIn, token, '99.01')).toEqual({ kind: 'unknown' });
    await expect(use(token)).rejects.toMatchObject({ code: 'link.spent' });
  });
  it('gets no new link there, and is not forgotten there, also for a post that begins later', async () => {
    const known = await accounts.read(office('99.01'), { id: guest });
    await expect(accounts.renewLink(office('99.01'), known, false)).rejects.toMatchObject({ code: 'account.works_elsewhere' });
    await expect(accounts.forget(office('99.01'), known)).rejects.toMatchObject({ code: 'account.works_elsewhere' });
  });
  it('tells what it does with itself in the logs of both', async () => {
    await signing.logAccount(signIn, { headers: new Headers(), secure: false, address: '10.0.0.1', region: '99.01' }, 'change_password', guest);
    const { rows } = await db.pool.query<{ region: string }>("select region_code as region from kernel.audit where action = 'change_password' and subject = $1 order by 1", [`people.account ${guest}`]);
    expect(rows.map(({ region }) => region)).toEqual(['16.03', '99.01']);
  });
});

it('walls the posts of one region from another, also from who forgets to ask for the region', async () => {
  const of = (region: string) => forRegionRead(db, region, (tx) => tx.withTables<PeopleTables>().selectFrom('people.post').select('regionCode').execute());
  expect([...new Set((await of('99.01')).map((row) => row.regionCode))]).toEqual(['99.01']);
  expect([...new Set((await of('16.03')).map((row) => row.regionCode))]).toEqual(['16.03']);
});
