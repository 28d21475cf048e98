import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RequestEvent } from '@sveltejs/kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cycles, imports } from '#data/index.ts';
import type { Db } from '#kernel/connection.ts';
import { listVersions } from '#kernel/definition-versions.ts';
import { Fault } from '#kernel/faults.ts';
import { newId } from '#kernel/ids.ts';
import { forRegion, forRegionRead, type RegionTx } from '#kernel/regions.ts';
import { testDb } from '#kernel/testing.ts';
import { type ApiContext, makeApi } from '#open-data/index.ts';
import { accounts, type Office, type Post, signing } from '#people/index.ts';
import { loadRegionModel } from '#portal/index.ts';
import { listSnapshots } from '#scores/index.ts';
import { importing, reads, saveEntries, saveSteps } from '#workspace/index.ts';
import { changeDefinition } from './change-definition.ts';
import { newContext } from './context.ts';
import { editables } from './editable.ts';
import { loadPack } from './load-pack.ts';
import { cycleFiles } from './testing/cycle-files.ts';
import { writeSample } from './testing/sample-pack.ts';
import { whoAsks } from './who-asks.ts';

// Another region's id is told like one that there is not: the same answer after the same statements. What each route asks stands here by its door.
const [here, there, nowhere] = ['99.77', '99.78', '99.79'];
const today = '2024-01-05';
const now = new Date('2024-01-05T03:00:00Z');
const aPost = (given: Partial<Post>): Post => ({ id: newId(), accountId: 'me', role: 'programme_office', agencyCode: 'dinkes', areaCode: null, pillarCode: null, acting: false, fromDay: '2020-01-01', untilDay: null, ...given });
let db: Db;
let statements: string[] = [];
/** Ids of the other region, and of none. */
let theirs: Record<'account' | 'post' | 'import', string>;
const email = 'dia@contoh.example';
const none = { account: newId(), post: newId(), import: newId() };

const ctx = () => ({ ...newContext(db, 'post:me', () => undefined), clock: () => now, settle: async () => undefined });
const office = (region = here): Office => ({ region, today, ctx: ctx() });
const read = <T>(work: (tx: RegionTx) => Promise<T>): Promise<T> => forRegionRead(db, here, work);
const write = <T>(work: (tx: RegionTx) => Promise<T>): Promise<T> => forRegion(db, here, work);
const asking = (role: Post['role']) => ({ posts: [aPost({ role })], today, ctx });

/** The pack of the other region: another code for each thing that it has. */
function otherPack(): string {
  const folder = writeSample(cycleFiles);
  const walk = (at: string): void => {
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      const file = join(at, entry.name);
      if (entry.isDirectory()) walk(file);
      else writeFileSync(file, readFileSync(file, 'utf8').replaceAll('99.77', there).replaceAll('uji.example', 'lain.example').replace(/\bserved\b/g, 'tended').replace(/\bdinkes\b/g, 'dinsos').replace(/\bt2023\b/g, 'u2023').replace(/\bhealth\b(?!:)/g, 'wealth'));
    }
  };
  walk(folder);
  return folder;
}

async function keepStatements(): Promise<void> {
  const client = await db.pool.connect();
  const prototype = Object.getPrototypeOf(client) as { query(...given: unknown[]): unknown };
  const query = prototype.query;
  prototype.query = function (...given: unknown[]) {
    const [first] = given;
    statements.push(typeof first === 'string' ? first : (first as { text?: string }).text ?? String(first));
    return query.apply(this, given);
  };
  client.release();
}

/** Somebody of the own region, to whom a post might go. */
let me = '';

beforeAll(async () => {
  process.env.SERASAN_SECRET = 'only for this test, and long enough';
  db = await testDb();
  await loadPack(newContext(db, 'pack', () => undefined), writeSample(cycleFiles));
  await loadPack(newContext(db, 'pack', () => undefined), otherPack());
  ({ accountId: me } = await accounts.invite(office(), { name: 'Pengganti', email: 'pengganti@contoh.example' }));
  const { accountId } = await accounts.invite(office(there), { name: 'Dia', email });
  const post = await accounts.grantPost(office(there), { ...aPost({ agencyCode: 'dinsos' }), accountId });
  const file = new TextEncoder().encode('cycle_code,element_code,area_code,series_code,period,value,note\r\nu2023,tended,99.78,utama,2023,5,\r\n');
  const started = await forRegion(db, there, (tx) => importing.start(tx, asking('programme_office'), { name: 'a.csv', bytes: file }));
  await started.work();
  theirs = { account: accountId, post, import: started.id };
  await keepStatements();
});
afterAll(() => db.close());

type Told = { answer: unknown; statements: string[] };
/** What is answered, without what was given, and what was asked of the database. */
async function told(work: () => Promise<unknown>, given: string[]): Promise<Told> {
  statements = [];
  const answer = await work().catch((error: unknown) => (error instanceof Fault ? { ...error, status: error.status, code: error.code } : error));
  const without = (text: string): string => given.reduce((rest, one) => rest.replaceAll(one, '…'), text);
  return { answer: answer instanceof Error ? answer : JSON.parse(without(JSON.stringify(answer ?? null))), statements: statements.map(without) };
}

type Ask = (given: { account: string; post: string; import: string; email: string; cycle: string; item: string; element: string; indicator: string; area: string; agency: string }) => Promise<unknown>;
const values = (key: string) => [{ key, seen: null, value: '5', applicable: true, quality: 'final' as const, note: 'x' }];
const wanted = (kind: string, code: string) => ({ editable: editables[kind] as NonNullable<(typeof editables)[string]>, code, data: {}, day: today });
const asked: Record<string, Ask> = {
  '/akun/daftar/[id]': ({ account }) => accounts.read(office(), { id: account }),
  '/akun/daftar/[id] ?/akhiri_sesi, tautan, lupakan': ({ account }) => accounts.read(office(), { id: account }).then((known) => accounts.forget(office(), known)),
  '/akun/jabatan/[id]': ({ post }) => read((tx) => accounts.openPost(tx, post, today)),
  '/akun/jabatan/[id] ?/serahkan': ({ post }) => accounts.handOverPost(office(), post, me, 'x'),
  '/akun/jabatan/[id] ?/serahkan, to an address': (given) => accounts.read(office(), { email: given.email }),
  '/akun/jabatan/[id] ?/akhiri': ({ post }) => accounts.endPost(office(), post, 'x'),
  '/kerja?butir=': ({ item }) => reads.work(read, asking('operator'), itemIn(item)),
  '/kerja?butir= ?/default': ({ item }) => write((tx) => saveEntries(tx, asking('operator'), values(item), true)),
  '/kerja/tabel ?/default': ({ item }) => reads.grid(read, asking('operator'), [itemIn(item)]),
  '/kerja/setujui ?/default': ({ item }) => write((tx) => saveSteps(tx, asking('agency_head'), 'approve', [{ key: item, seen: 1 }], '')),
  '/kerja/periksa ?/default': ({ item }) => write((tx) => saveSteps(tx, asking('verifier'), 'verify', [{ key: item, seen: 1 }], '')),
  '/kerja/terbitkan ?/default': ({ item }) => write((tx) => saveSteps(tx, asking('programme_office'), 'publish', [{ key: item, seen: 1 }], '')),
  '/kerja/impor/[id]': (given) => read((tx) => importing.find(tx, asking('programme_office'), 'me', given.import, now)),
  '/kerja/impor/[id] ?/default confirm': (given) => write((tx) => imports.confirm(ctx(), tx, given.import, { reason: 'x', today: '2026-11-28', holds: () => true })),
  '/kerja/impor/[id] ?/default drop': (given) => write((tx) => imports.drop(ctx(), tx, given.import)),
  '/kerja/impor/[id] ?/default undo': (given) => write((tx) => imports.undo(ctx(), tx, given.import, { reason: 'x', holds: () => true })),
  '/siklus/[code]': ({ cycle }) => read((tx) => cycles.find(tx, cycle)),
  '/siklus/[code] ?/close': ({ cycle }) => write((tx) => cycles.setState(ctx(), tx, cycle, { state: 'closed', reason: 'selesai', until: null })),
  '/siklus/[code] ?/reopen': ({ cycle }) => write((tx) => cycles.setState(ctx(), tx, cycle, { state: 'reopened', reason: 'x', until: null })),
  '/siklus/[code] ?/days': ({ cycle }) => write((tx) => cycles.changeDays(ctx(), tx, cycle, { days: { enterBy: '2027-01-01', submitBy: '2027-01-01', approveBy: '2027-01-01', verifyBy: '2027-01-01', publishBy: '2027-01-01' }, reason: 'x' })),
  '/siklus/[code] ?/publication': ({ item }) => read((tx) => cycles.itemsAt(tx, [itemIn(item)])),
  '/kerja/ubah/data ?/default': ({ element }) => write((tx) => changeDefinition(ctx(), tx, wanted('data', element), 'x')),
  '/kerja/ubah/indikator ?/default': ({ indicator }) => write((tx) => changeDefinition(ctx(), tx, wanted('indikator', indicator), 'x')),
  '/kerja/ubah/wilayah ?/default': ({ area }) => write((tx) => changeDefinition(ctx(), tx, wanted('wilayah', area), 'x')),
  '/kerja/ubah/perangkat-daerah ?/default': ({ agency }) => write((tx) => changeDefinition(ctx(), tx, wanted('perangkat-daerah', agency), 'x')),
  '/kerja/ubah/*, versions': ({ element }) => read((tx) => listVersions(tx, 'data.element', element)),
};
function itemIn(key: string) {
  const [cycleCode = '', elementCode = '', areaCode = '', seriesCode = ''] = key.split('~');
  return { cycleCode, elementCode, areaCode, seriesCode };
}
const their = () => ({ ...theirs, email, cycle: 'u2023', item: 'u2023~tended~99.78~utama', element: 'tended', indicator: 'wealth', area: '99.78.01', agency: 'dinsos' });
const nobody = { ...none, email: 'tiada@contoh.example', cycle: 'nihil', item: 'nihil~nihil~99.76~utama', element: 'nihil', indicator: 'nihil', area: '99.76.01', agency: 'nihil' };
const all = (given: Record<string, string>): string[] => [given.item ?? '', ...Object.values(given), ...(given.item ?? '').split('~').slice(0, 3)];

describe('another region’s id is one that there is not', () => {
  it('has what it is asked for', async () => {
    expect((await forRegionRead(db, there, (tx) => cycles.find(tx, 'u2023')))?.code).toBe('u2023');
    expect((await forRegionRead(db, there, (tx) => importing.find(tx, asking('programme_office'), 'me', theirs.import, now))).one.state).toBe('ready');
    expect((await accounts.read(office(there), { email })).id).toBe(theirs.account);
  });
  it.each(Object.entries(asked))('%s', async (_, ask) => {
    await told(() => ask(nobody), []); // what is kept in memory is read now
    const [other, unknown] = [await told(() => ask(their()), all(their())), await told(() => ask(nobody), all(nobody))];
    expect(other.answer).toEqual(unknown.answer);
    expect(other.statements).toEqual(unknown.statements);
    expect(other.statements.length).toBeGreaterThan(1);
    expect(other.answer instanceof Error, String(other.answer)).toBe(false);
  });
});

describe('the API', () => {
  const api = makeApi();
  it.each(['indicators/{}', 'elements/{}', 'areas/{}', 'agencies/{}', 'values?element={}', 'values?area={}', 'cells?indicator={}', 'targets?indicator={}'])('/regions/99.77/%s', async (path) => {
    const snapshots = await listSnapshots(db);
    const model = await read(loadRegionModel);
    const one = (code: string) => snapshots.find((snapshot) => snapshot.regionCode === code) ?? null;
    const context = { open: [here, there].map((code) => ({ code, snapshot: one(code) })), region: here, snapshot: one(here), model: async () => model, modelOf: async () => model, read } as ApiContext;
    const kind = path.includes('area') ? 'area' : path.includes('indicator') ? 'indicator' : path.includes('agencies') ? 'agency' : 'element';
    const ask = async (code: string) => {
      const response = await api.fetch(new Request(`http://localhost/api/v1/regions/${here}/${path.replace('{}', code)}`), context);
      return { status: response.status, text: await response.text() };
    };
    const [other, unknown] = [await told(() => ask(their()[kind]), all(their())), await told(() => ask(nobody[kind]), all(nobody))];
    expect(other).toEqual(unknown);
    expect(JSON.stringify(other.answer)).not.toContain(there);
  });
});

it('a region where somebody holds no post is one that there is not, for pages and forms', async () => {
  const signIn = signing.makeSignIn(db, 'a secret of more than thirty-two characters, for a test', () => now);
  const { token } = await accounts.invite(office(), { name: 'Saya', email: 'saya@contoh.example' });
  await signing.spendLink(signIn, { token: token ?? '', region: here, today, address: '10.0.0.1', secure: false }, { name: '', email: '', password: 'kain songket biru' });
  const signed = await signing.signIn(signIn, { headers: new Headers(), secure: false, address: '10.0.0.1' }, { email: 'saya@contoh.example', password: 'kain songket biru' });
  const cookie = 'cookies' in signed ? signed.cookies.map((line) => line.split(';')[0]).join('; ') : '';
  const ask = (code: string, isThere: boolean) => {
    const url = new URL(`http://localhost/daerah/${code}/kerja`);
    const event = { request: new Request(url, { headers: { cookie } }), url, getClientAddress: () => '10.0.0.1', locals: { site: { region: isThere ? { code, timeZone: 'Asia/Jakarta' } : null }, lang: 'id' } } as unknown as RequestEvent;
    return told(() => whoAsks(event, { db, signIn, asked: code, dataDir: '', here: () => { throw new Fault('region.unknown', 404, { given: code }); } }).need('work.see'), [code]);
  };
  const [other, unknown] = [await ask(there, true), await ask(nowhere, false)];
  expect(other.answer).toMatchObject({ status: 404, code: 'region.unknown' });
  expect(other).toEqual(unknown);
  expect(other.statements.length).toBeGreaterThan(2);
});
