import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Db } from '#kernel/connection.ts';
import { forIdentities } from '#kernel/identities.ts';
import { testDb } from '#kernel/testing.ts';
import { forRegionRead } from '#kernel/regions.ts';
import { listPosts } from '../posts.store.ts';
import { peopleForms } from './forms.ts';
import { deviceOf } from './device-of.ts';
import { makeLink } from './links.store.ts';
import { signing } from './signing.ts';
import type { Asking } from './sign-in.ts';
import type { SignIn } from './make-sign-in.ts';

const password = 'kain songket biru';
let email = 'siti@contoh.example';
let now = new Date('2026-11-28T02:00:00Z');
let db: Db;
let signIn: SignIn;
const asking = (cookie = ''): Asking => ({ headers: new Headers(cookie === '' ? {} : { cookie }), secure: false, address: '10.0.0.1' });
const cookieOf = (lines: string[]): string => lines.map((line) => line.split(';')[0]).join('; ');
const here = { code: '99.01', today: '2026-11-28' };

beforeAll(async () => {
  process.env.SERASAN_SECRET = 'only for this test, and long enough';
  db = await testDb();
  signIn = signing.makeSignIn(db, 'a secret of more than thirty-two characters, for a test', () => now);
});
afterAll(() => db.close());

it('makes the first administrator by a link that serves once', async () => {
  const [made] = await signing.firstLinks(db, () => now, ['99.01']);
  const given = { token: made?.token ?? '', region: '99.01', today: here.today, address: '10.0.0.1', secure: false };
  expect(await signing.readLink(signIn, given.token, '99.01')).toEqual({ kind: 'first' });
  expect(await signing.readLink(signIn, given.token, '16.03')).toEqual({ kind: 'unknown' });
  await expect(signing.spendLink(signIn, { ...given, region: '16.03' }, { name: 'S', email, password })).rejects.toMatchObject({ code: 'link.spent' });
  const both = await Promise.allSettled([1, 2].map((n) => signing.spendLink(signIn, given, { name: 'S', email: n === 1 ? 'Siti@Contoh.Example' : 'other@contoh.example', password })));
  expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
  if (both[0]?.status === 'rejected') email = 'other@contoh.example'; // either may be the first
  expect(await signing.readLink(signIn, given.token, '99.01')).toEqual({ kind: 'spent' });
  expect(await signing.firstLinks(db, () => now, ['99.01'])).toEqual([]);
  expect((await forRegionRead(db, '99.01', (tx) => listPosts(tx))).map((post) => post.role)).toEqual(['administrator']);
  expect((await forRegionRead(db, '16.03', (tx) => listPosts(tx)))).toEqual([]);
});

it('keeps no token of a link, and no password but its argon2id digest', async () => {
  const [made] = await signing.firstLinks(db, () => now, ['16.03']);
  const { rows: [kept] } = await db.pool.query<{ all: string }>("select (select string_agg(l::text, ' ') from people.link l) || (select string_agg(c::text, ' ') from people.credential c) as all");
  expect(kept?.all).not.toContain(made?.token);
  expect(kept?.all).not.toContain('songket');
  expect(kept?.all).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
});

it('voids the earlier link with a new one, and a link after seven days', async () => {
  const [first] = await signing.firstLinks(db, () => now, ['16.03']);
  const [second] = await signing.firstLinks(db, () => now, ['16.03']);
  expect(await signing.readLink(signIn, first?.token ?? '', '16.03')).toEqual({ kind: 'unknown' });
  const then = now;
  now = new Date(now.getTime() + 7 * 24 * 60 * 60_000);
  expect(await signing.readLink(signIn, second?.token ?? '', '16.03')).toEqual({ kind: 'expired' });
  now = then;
});

it('signs in, knows who asks, and signs out', async () => {
  const result = await signing.signIn(signIn, asking(), { email: ` ${email.toUpperCase()}`, password });
  expect(result.kind).toBe('in');
  const lines = 'cookies' in result ? result.cookies : [];
  expect(lines[0]).toMatch(/^serasan\.session_token=[^;]+; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/);
  const cookie = cookieOf(lines.slice(0, 1));
  expect(await signing.findPerson(signIn, asking(cookie), here)).toMatchObject({ email, secondFactor: false, posts: [], waiting: [{ role: 'administrator' }] });
  expect((await signing.findPerson(signIn, asking(cookie), { ...here, code: '16.03' }))?.waiting).toEqual([]);
  expect(await signing.findPerson(signIn, asking(cookie.slice(0, -3)), here)).toBeNull();
  await signing.signOut(signIn, asking(cookie));
  expect(await signing.findPerson(signIn, asking(cookie), here)).toBeNull();
});

it('begins a new session at each sign-in and takes none that was planted', async () => {
  const planted = 'serasan.session_token=planted.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=';
  const result = await signing.signIn(signIn, asking(planted), { email, password });
  expect('cookies' in result && cookieOf(result.cookies)).not.toContain('planted');
  expect(await signing.findPerson(signIn, asking(planted), here)).toBeNull();
});

it('answers the same for an account that does not exist, rests both after five failures, and forgets', async () => {
  for (const one of [email, 'nobody@contoh.example']) {
    const kinds: string[] = [];
    for (let n = 0; n < 6; n += 1) kinds.push((await signing.signIn(signIn, asking(), { email: one, password: 'salah semua ini' })).kind);
    expect(kinds).toEqual(['refused', 'refused', 'refused', 'refused', 'refused', 'resting']);
  }
  expect((await signing.signIn(signIn, asking(), { email, password })).kind).toBe('resting');
  now = new Date(now.getTime() + 15 * 60_000);
  expect((await signing.signIn(signIn, asking(), { email, password })).kind).toBe('in');
});

describe('strangers who fail for an address', () => {
  const tryFrom = async (address: string, times: number, cookie = '', words = 'salah semua ini'): Promise<string[]> => {
    const kinds: string[] = [];
    for (let n = 0; n < times; n += 1) kinds.push((await signing.signIn(signIn, { ...asking(cookie), address }, { email, password: words })).kind);
    return kinds;
  };
  it('rest in their own network, and not its owner in another', async () => {
    expect((await tryFrom('10.3.0.1', 6)).at(-1)).toBe('resting');
    expect(await tryFrom('10.3.0.1', 1, '', password)).toEqual(['resting']);
    expect(await tryFrom('2001:db8:1:2::3', 1, '', password)).toEqual(['in']);
  });
  it('from everywhere rest everywhere, but not a browser that signed in before, which is counted by itself', async () => {
    const [before] = [await signing.signIn(signIn, { ...asking(), address: '10.4.0.1' }, { email, password })];
    const cookie = 'cookies' in before ? cookieOf(before.cookies.filter((line) => line.includes('device'))) : '';
    for (let network = 1; network <= 10; network += 1) await tryFrom(`10.4.1.${network}`, 5);
    expect(await tryFrom('10.4.0.2', 1, '', password)).toEqual(['resting']);
    expect(await tryFrom('10.4.1.1', 1, cookie, password)).toEqual(['in']);
    for (let network = 1; network <= 10; network += 1) await tryFrom(`10.4.2.${network}`, 5);
    expect((await tryFrom('10.4.0.1', 6, cookie)).at(-1)).toBe('resting_here');
    expect(await tryFrom('10.4.0.1', 1, cookie, password)).toEqual(['resting_here']);
    expect((await signing.signIn(signIn, { ...asking(cookie), address: '10.4.0.1' }, { email: 'nobody@contoh.example', password })).kind).toBe('refused'); // of another address the cookie knows nothing
    now = new Date(now.getTime() + 15 * 60_000);
    expect(await tryFrom('10.4.0.1', 1, cookie, password)).toEqual(['in']);
  }, 60_000);
  it('of many known browsers together rest too: who kept a hundred cookies has not a hundred counts', async () => {
    now = new Date(now.getTime() + 60 * 60_000);
    const cookies: string[] = [];
    for (let n = 0; n < 11; n += 1) {
      const found = await signing.signIn(signIn, { ...asking(), address: `10.5.0.${n}` }, { email, password });
      if ('cookies' in found) cookies.push(cookieOf(found.cookies.filter((line) => line.includes('device'))));
    }
    expect(new Set(cookies).size).toBe(11);
    for (const cookie of cookies.slice(0, 9)) await tryFrom('10.5.1.1', 5, cookie);
    expect(await tryFrom('10.5.1.1', 1, cookies[10], password)).toEqual(['in']); // which takes nothing from what the others failed
    await tryFrom('10.5.1.1', 5, cookies[9]);
    expect(await tryFrom('10.5.1.1', 1, cookies[10], password)).toEqual(['resting_here']);
    now = new Date(now.getTime() + 15 * 60_000);
    expect(await tryFrom('10.5.1.1', 1, cookies[10], password)).toEqual(['in']);
  }, 60_000);
});

it('knows no browser any more after the password was changed, but the one that changed it', async () => {
  const real = now;
  now = new Date(); // the change is dated by the library
  const [one, other] = [await signing.signIn(signIn, { ...asking(), address: '10.7.0.1' }, { email, password }), await signing.signIn(signIn, { ...asking(), address: '10.7.0.1' }, { email, password })];
  const [first, second] = [one, other].map((found) => cookieOf('cookies' in found ? found.cookies : []));
  const { accountId } = (await signing.findPerson(signIn, asking(first), here)) ?? { accountId: '' };
  now = new Date(Date.now() + 1_000);
  const changed = await signing.changePassword(signIn, asking(first), { accountId, email, present: password, wanted: `${password} tua` });
  const kept = changed.kind === 'done' ? cookieOf(changed.result) : '';
  for (let n = 0; n < 5; n += 1) await signing.signIn(signIn, { ...asking(), address: '10.7.0.1' }, { email, password: 'salah semua ini' });
  const kindOf = async (cookie: string | undefined) => (await signing.signIn(signIn, { ...asking(cookie), address: '10.7.0.1' }, { email, password: `${password} tua` })).kind;
  expect([await kindOf(second), await kindOf(first), await kindOf(kept)]).toEqual(['resting', 'resting', 'in']);
  await signing.changePassword(signIn, asking(kept), { accountId, email, present: `${password} tua`, wanted: password });
  now = real;
});

it('ends what is begun with a password while it is being changed', async () => {
  const real = now;
  now = new Date();
  const own = await signing.signIn(signIn, { ...asking(), address: '10.7.1.1' }, { email, password });
  let session = cookieOf('cookies' in own ? own.cookies : []);
  const { accountId } = (await signing.findPerson(signIn, asking(session), here)) ?? { accountId: '' };
  for (let round = 0, present = password; round < 4; round += 1) {
    const wanted = round === 3 ? password : `${password} ${round}`;
    const got: string[] = [];
    let changing = true;
    now = new Date();
    const strangers = [1, 2].map(async (n) => {
      while (changing) {
        const one = await signing.signIn(signIn, { ...asking(), address: `10.7.${10 + round}.${n}` }, { email, password: present });
        if ('cookies' in one) got.push(cookieOf(one.cookies));
      }
    });
    await new Promise((resolve) => setTimeout(resolve, 200));
    const changed = await signing.changePassword(signIn, asking(session), { accountId, email, present, wanted });
    changing = false;
    await Promise.all(strangers);
    session = changed.kind === 'done' ? cookieOf(changed.result) : '';
    now = new Date();
    for (const cookie of got) expect([await signing.findPerson(signIn, asking(cookie), here), await deviceOf(signIn, asking(cookie), email)]).toEqual([null, null]);
    present = wanted;
  }
  now = real;
}, 60_000);

it('knows the browser that took up a link for a new password, also while strangers fail', async () => {
  now = new Date(now.getTime() + 60 * 60_000);
  const { rows: [account] } = await db.pool.query<{ id: string }>('select id from people.account where email = $1', [email]);
  for (let network = 1; network <= 10; network += 1) for (let n = 0; n < 5; n += 1) await signing.signIn(signIn, { ...asking(), address: `10.7.2.${network}` }, { email, password: 'salah semua ini' });
  const token = await forIdentities(db, (tx) => makeLink(tx, { accountId: account?.id ?? '', regionCode: '99.01', madeBy: null }, now));
  const known = cookieOf(await signing.spendLink(signIn, { token, region: '99.01', today: here.today, address: '10.7.3.1', secure: false }, { name: '', email: '', password }));
  const kindOf = async (cookie: string) => (await signing.signIn(signIn, { ...asking(cookie), address: '10.7.3.1' }, { email, password })).kind;
  expect([await kindOf(''), await kindOf(known)]).toEqual(['resting', 'in']);
}, 60_000);

it('forgets failures of a stranger after a day, however often the owner came in between', async () => {
  now = new Date(now.getTime() + 60 * 60 * 60_000);
  for (let day = 0; day < 3; day += 1) {
    await signing.signIn(signIn, { ...asking(), address: `10.7.4.${day}` }, { email, password: 'salah semua ini' });
    await signing.signIn(signIn, { ...asking(), address: '10.7.5.1' }, { email, password });
    now = new Date(now.getTime() + 25 * 60 * 60_000);
  }
  await signing.signIn(signIn, { ...asking(), address: '10.7.4.9' }, { email, password: 'salah semua ini' });
  const { rows } = await db.pool.query<{ failed: number }>('select failed from people.attempt where last_at = $1', [now]);
  expect(rows.map((row) => row.failed)).toEqual([1, 1]);
});

it('writes nothing of a code that no sign-in waits for', async () => {
  const count = async () => (await db.pool.query<{ n: number }>("select count(*)::int as n from kernel.audit where action in ('refuse_sign_in', 'begin_rest')")).rows[0]?.n;
  const before = await count();
  for (let n = 0; n < 20; n += 1) expect((await signing.enterCode(signIn, { ...asking(), region: '99.01' }, '123456')).kind).toBe('gone');
  expect(await count()).toBe(before);
});

it('lets the same person in twice at the same moment', async () => {
  now = new Date(now.getTime() + 60 * 60_000);
  const twice = await Promise.all([1, 2, 3].map(() => signing.signIn(signIn, { ...asking(), address: '10.6.0.1' }, { email, password })));
  expect(twice.map((one) => one.kind)).toEqual(['in', 'in', 'in']);
});

it('says of a code why it was not taken, in the words of the page', () => {
  const words = (kind: 'wrong' | 'locked' | 'gone') => Object.entries(peopleForms.whyNoCode(kind, 'factor.confirm', 'en'));
  expect(words('gone')).toEqual([['', 'This key waits no more. Begin again with your password.']]);
  expect(words('wrong').map(([field]) => field)).toEqual(['kode']);
  expect(words('locked')[0]?.[1]).toMatch(/15 minutes/);
});

it('refuses one network address that tries too often', async () => {
  const kinds = new Set<string>();
  for (let n = 0; n < 61; n += 1) kinds.add((await signing.signIn(signIn, { ...asking(), address: '10.9.9.9' }, { email: `a${n % 9}@x.example`, password: 'x'.repeat(129) })).kind);
  expect([...kinds].at(-1)).toBe('too_many');
});

it('holds no sign-in that succeeds against a network', async () => {
  const kinds: string[] = [];
  for (let n = 0; n < 62; n += 1) kinds.push((await signing.signIn(signIn, { ...asking(), address: '10.8.8.8' }, { email, password })).kind);
  expect(new Set(kinds)).toEqual(new Set(['in']));
});

it('lets a region read no identity', async () => {
  await expect(forRegionRead(db, '99.01', (tx) => tx.withTables<{ 'people.account': { id: string } }>().selectFrom('people.account').select('id').execute())).rejects.toThrow(/permission denied/);
});
