import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cycles } from '#data/index.ts';
import { type ItemKey, readItemKey } from '#data/ui.ts';
import type { Db } from '#kernel/connection.ts';
import { Fault } from '#kernel/faults.ts';
import { forRegion, forRegionRead, type RegionTx } from '#kernel/regions.ts';
import { testDb } from '#kernel/testing.ts';
import type { Post } from '#people/index.ts';
import { reads, saveEntries, saveSteps } from '#workspace/index.ts';
import { newContext } from './context.ts';
import { loadPack } from './load-pack.ts';
import { cycleFiles } from './testing/cycle-files.ts';
import { samplePack, writeSample } from './testing/sample-pack.ts';

const code = '99.77';
const today = '2024-01-11';
const aPost = (given: Partial<Post>): Post => ({ id: 'p', accountId: 'a', role: 'operator', agencyCode: 'dinkes', areaCode: null, pillarCode: null, acting: false, fromDay: '2020-01-01', untilDay: null, ...given });
const [operator, head, verifier, office] = [aPost({}), aPost({ role: 'agency_head' }), aPost({ role: 'verifier', agencyCode: null }), aPost({ role: 'programme_office', agencyCode: 'kominfo' })];
let db: Db;
const doer = (posts: Post[]) => ({ posts, today, ctx: (post: Post) => newContext(db, `post:${post.role}`, () => undefined) });
const read = <T>(of: (tx: RegionTx) => Promise<T>): Promise<T> => forRegionRead(db, code, of);
const work = (posts: Post[], chosen: Parameters<typeof reads.work>[2] = null) => reads.work(read, { posts, today }, chosen);
const waiting = async (posts: Post[], action: 'approve' | 'verify' | 'publish') => (await reads.steps(read, { posts, today }, action)).items;
const key = 't2023~served~99.77~utama';
const enter = (posts: Post[], of = key, seen: number | null = null) => forRegion(db, code, (tx) => saveEntries(tx, doer(posts), [{ key: of, seen, value: '600', applicable: true, quality: 'final', note: null }], true));
const step = async (posts: Post[], action: 'approve' | 'verify' | 'publish' | 'return', reason = '') => {
  const all = await work([operator]);
  const seen = [...all.sent, ...all.due].find((item) => item.key === key)?.revision ?? null;
  return forRegion(db, code, (tx) => saveSteps(tx, doer(posts), action, [{ key, seen }], reason));
};
const fault = (of: Promise<unknown>): Promise<unknown> => of.then(() => 'nothing', (error: unknown) => (error instanceof Fault ? `${error.status} ${error.code}` : error));

beforeAll(async () => {
  db = await testDb();
  const targets = `${samplePack['targets.csv']}`.replaceAll('2023,rpjmd', '2023,');
  const agencies = `${samplePack['agencies.csv']}kominfo,Dinas Kominfo,Kominfo,s1,,\n`;
  await loadPack(newContext(db, 'pack', () => undefined), writeSample({ ...cycleFiles, 'agencies.csv': agencies, 'targets.csv': targets }));
});
afterAll(() => db.close());

describe('my work', () => {
  it('is what is due of the own agency, now; what is locked is not asked for', async () => {
    const found = await work([operator]);
    expect(found.due.map((item) => [item.key, item.deadline])).toEqual([[key, '2024-01-10'], ['t2023~served~99.77.01~utama', '2024-01-10']]);
    expect(found.asked?.earlier).toMatchObject([{ period: '2021', value: '0' }, { period: '2022', value: '785.25' }]);
    expect((await work([aPost({ agencyCode: 'kominfo' })])).due).toEqual([]);
    expect((await work([aPost({ areaCode: '99.77.01' })])).due.map((item) => item.areaCode)).toEqual(['99.77.01']);
    expect((await work([aPost({ role: 'administrator' })])).due).toEqual([]);
  });
  it('says what it is asked for', async () => {
    const { asked } = await work([operator]);
    expect(await forRegionRead(db, code, (tx) => reads.usedBy(tx, asked ?? { elementCode: '', areaCode: '', period: '' }))).toEqual([{ code: 'health', name: { id: 'Cakupan layanan kesehatan', en: 'Health service coverage' }, unitCode: 'percent', target: { comparison: '=', value: '82.5' } }]);
  });
  it('is refused to who may not, and says by whom it may be done', async () => {
    expect(await fault(enter([aPost({ agencyCode: 'kominfo' })]))).toBe('403 permission.missing');
    expect(await fault(enter([verifier]))).toBe('403 permission.missing');
    expect(await fault(enter([operator], 'none~x~y~z'))).toBe('404 item.unknown');
    expect(await fault(enter([operator], 'x'))).toBe('404 item.unknown');
  });
  it('goes from hand to hand: operator, head, verifier back, operator again, head, verifier, programme office', async () => {
    await enter([operator]);
    expect((await waiting([head], 'approve')).map((item) => item.key)).toEqual([key]);
    expect(await waiting([aPost({ role: 'agency_head', agencyCode: 'kominfo' })], 'approve')).toEqual([]);
    expect(await fault(step([operator], 'approve'))).toBe('403 permission.missing');
    await step([head], 'approve');
    await step([verifier], 'return', 'Kurang satu puskesmas');
    const again = await work([operator]);
    expect(again.due.find((item) => item.key === key)).toMatchObject({ state: 'returned', noteId: 'Kurang satu puskesmas' });
    await forRegion(db, code, (tx) => saveEntries(tx, doer([operator]), [{ key, seen: again.due.find((item) => item.key === key)?.revision ?? null, value: '610', applicable: true, quality: 'final', note: null }], true));
    await step([head], 'approve');
    await step([verifier], 'verify');
    expect(await fault(step([head], 'publish'))).toBe('403 permission.missing');
    await step([office], 'publish');
    const { sent } = await work([operator]);
    expect(sent.find((item) => item.key === key)).toMatchObject({ state: 'published', value: '610', origin: 'simulated', assurance: 'verified', actor: 'post:programme_office' });
  });
  it('keeps a row of the table that somebody sent on meanwhile, so that its figure is not passed over in silence', async () => {
    const other = 't2023~served~99.77.01~utama';
    const grid = (posts: Post[], written: string[]) => reads.grid(read, { posts, today }, written.map((one) => readItemKey(one) as ItemKey)).then(({ items }) => items.map((item) => item.key));
    expect(await grid([operator], [other])).toEqual([other]);
    await enter([operator], other);
    expect(await grid([operator], [])).toEqual([]);
    expect(await grid([operator], [other])).toEqual([other]);
    expect(await fault(grid([aPost({ agencyCode: 'kominfo' })], [other]))).toBe('404 item.unknown');
    expect(await fault(grid([operator], ['none~x~y~z']))).toBe('404 item.unknown');
    expect(await fault(grid([operator], Array.from({ length: 201 }, (_, n) => `t${n}~x~y~z`)))).toBe('422 items.too_many');
  });
});

describe('two persons see each value', () => {
  const [both, sole] = [aPost({ id: 'h1', role: 'agency_head' }), aPost({ id: 'v1', role: 'verifier', agencyCode: null })];
  const byId = (posts: Post[]) => ({ posts, today, ctx: (post: Post) => newContext(db, `post:${post.id}`, () => undefined) });
  const seen = async (tx: RegionTx) => (await cycles.itemsAt(tx, [readItemKey(key) as ItemKey]))[0]?.revision ?? null;
  const take = async (posts: Post[], action: 'approve' | 'verify' | 'return', reason = '') => forRegion(db, code, async (tx) => saveSteps(tx, byId(posts), action, [{ key, seen: await seen(tx) }], reason));
  it('who entered or approved it does not verify it, by whatever post; a head may approve what they entered, and that is told', async () => {
    await forRegion(db, code, async (tx) => saveEntries(tx, byId([both]), [{ key, seen: await seen(tx), value: '640', applicable: true, quality: 'final', note: null }], true));
    await take([both], 'approve');
    expect(await fault(take([both, sole], 'verify'))).toBe('403 step.own_hand');
    expect((await waiting([both, sole], 'verify')).find((item) => item.key === key)?.hands).toEqual({ own: true, alone: true });
    expect((await waiting([sole], 'verify')).find((item) => item.key === key)?.hands).toEqual({ own: false, alone: true });
    await take([both], 'return', 'salah');
    await forRegion(db, code, async (tx) => saveEntries(tx, byId([aPost({ id: 'o1' })]), [{ key, seen: await seen(tx), value: '650', applicable: true, quality: 'final', note: null }], true));
    await take([aPost({ id: 'h2', role: 'agency_head' })], 'approve');
    expect((await waiting([both, sole], 'verify')).find((item) => item.key === key)?.hands).toEqual({ own: false, alone: false }); // a new round
    await take([both, sole], 'verify');
  });
});
