import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cycles, valuesInView } from '#data/index.ts';
import type { CycleItem } from '#data/ui.ts';
import { listCells } from '#indicators/index.ts';
import type { Db } from '#kernel/connection.ts';
import { Fault } from '#kernel/faults.ts';
import { asIf, forRegion, forRegionRead } from '#kernel/regions.ts';
import { testDb } from '#kernel/testing.ts';
import { newContext } from './context.ts';
import { loadPack } from './load-pack.ts';
import { settleWhole } from './pipeline.ts';
import { cycleFiles } from './testing/cycle-files.ts';
import { everything } from './testing/everything.ts';
import { writeSample } from './testing/sample-pack.ts';

const code = '99.77';
const today = '2024-01-05';
const key = { cycleCode: 't2023', elementCode: 'served', areaCode: code, seriesCode: 'utama' };
let db: Db;
const ctx = (actor = 'operator dinkes') => newContext(db, actor, () => undefined);
const permit = (): void => undefined;
const item = async (of = key): Promise<CycleItem> => (await forRegionRead(db, code, (tx) => cycles.itemsAt(tx, [of])))[0] as CycleItem;
const enter = async (value: string, more: { seen?: number | null; submit?: boolean; of?: typeof key; today?: string } = {}) => {
  const of = more.of ?? key;
  const seen = more.seen === undefined ? (await item(of)).revision : more.seen;
  return forRegion(db, code, (tx) => cycles.enter(ctx(), tx, { today: more.today ?? today, permit, submit: more.submit ?? true, origin: 'simulated', values: [{ ...of, seen, value, applicable: true, quality: 'final', note: null }] }));
};
const take = async (action: 'submit' | 'approve' | 'verify' | 'return' | 'publish', reason: string | null = null, of = key) => {
  const { revision } = await item(of);
  return forRegion(db, code, (tx) => cycles.take(ctx(action), tx, { today, permit, action, items: [{ ...of, seen: revision }], reason }));
};
const cell = async (view: 'current' | 'published'): Promise<number | null | undefined> =>
  (await forRegionRead(db, code, (tx) => listCells(tx, view))).find((one) => one.indicatorCode === 'health' && one.areaCode === code && one.period === '2023')?.value;
const fault = (work: Promise<unknown>): Promise<unknown> => work.then(() => 'nothing', (error: unknown) => (error instanceof Fault ? `${error.status} ${error.code}` : error));

beforeAll(async () => {
  db = await testDb();
  // People are published, so that what is served makes a cell: 100 × served / 1200.
  const values = (await import('./testing/sample-pack.ts')).samplePack['values.csv']?.replace('people,99.77,2023,utama,,1200,,entered,,simulated,,,,,petugas,2024-02-01T03:04:05.000Z', 'people,99.77,2023,utama,,1200,,,,simulated,,,,,,') ?? '';
  await loadPack(newContext(db, 'pack', () => undefined), writeSample({ ...cycleFiles, 'values.csv': values }));
});
afterAll(() => db.close());

describe('a value on its way', () => {
  it('is seen in `current` once entered, and in `published` once it went the whole way', async () => {
    expect(await item()).toMatchObject({ state: 'none', agencyCode: 'dinkes', value: null, revision: null, publish: true });
    await enter('600', { submit: false });
    expect([(await item()).state, await cell('current'), await cell('published') ?? null]).toEqual(['entered', 50, null]);
    await take('submit');
    await take('approve');
    await take('return', 'Belum termasuk bulan Desember');
    expect(await item()).toMatchObject({ state: 'returned', noteId: 'Belum termasuk bulan Desember' });
    await enter('660');
    for (const action of ['approve', 'verify', 'publish'] as const) await take(action);
    expect([(await item()).state, await cell('current'), await cell('published')]).toEqual(['published', 55, 55]);
    expect((await forRegionRead(db, code, (tx) => cycles.steps(tx, { ...key, period: '2023' }))).map((step) => step.state)).toEqual(['published', 'verified', 'approved', 'submitted', 'returned', 'approved', 'submitted', 'entered']);
    expect((await item()).assurance).toBe('verified');
  });
  it('is changed alone after approval; what was published stays until the change has come as far', async () => {
    await enter('720');
    expect([(await item()).state, await cell('current'), await cell('published')]).toEqual(['submitted', 60, 55]);
    expect((await item({ ...key, elementCode: 'people' })).state).toBe('published');
    for (const action of ['approve', 'verify', 'publish'] as const) await take(action);
    expect([await cell('current'), await cell('published')]).toEqual([60, 60]);
  });
  it('leaves what a whole computation would give', async () => {
    expect(await forRegionRead(db, code, everything)).toEqual(await asIf(db, code, (tx) => settleWhole(tx, { all: true }, new Date()), everything));
  });
  it('is recorded once though it is sent twice', async () => {
    await enter('700');
    expect(await enter('700')).toEqual({ recorded: 0, revision: null });
  });
  it('is the newest by its revision, whatever the clocks say: of a server that went back days, and of a telephone that is years ahead', async () => {
    const { revision } = await item();
    const late = { ...ctx(), clock: () => new Date('2020-01-01T00:00:00Z') };
    const given = { today, permit, submit: true, origin: 'simulated' as const, values: [{ ...key, seen: revision, value: '701', applicable: true, quality: 'final' as const, note: null, at: '2031-01-01T00:00:00Z' }] };
    await forRegion(db, code, (tx) => cycles.enter(late, tx, given));
    expect(await item()).toMatchObject({ value: '701', at: new Date('2020-01-01T00:00:00Z') }); // what a form says of its time is not read
    expect((await item()).revision).toBeGreaterThan(revision ?? 0);
    expect(await cell('current')).toBeCloseTo(701 / 12, 6);
    await enter('700');
    expect((await item()).value).toBe('700');
  });
  it('is entered once each: the same item twice in one form is refused whole', async () => {
    const { revision } = await item();
    const one = { ...key, seen: revision, value: '702', applicable: true, quality: 'final' as const, note: null };
    const given = { today, permit, submit: true, origin: 'simulated' as const };
    expect(await fault(forRegion(db, code, (tx) => cycles.enter(ctx(), tx, { ...given, values: [one, { ...one, value: '703' }] })))).toBe('422 item.twice');
    expect(await fault(forRegion(db, code, (tx) => cycles.enter(ctx(), tx, { ...given, values: Array.from({ length: 501 }, (_, n) => ({ ...one, seriesCode: `s${n}` })) })))).toBe('422 items.too_many');
    expect((await item()).value).toBe('700');
  });
  it('is not written over: who saw something older is given what stands now', async () => {
    const { revision } = await item();
    const answer = await enter('999', { seen: (revision ?? 1) - 1 });
    expect(answer).toMatchObject({ moved: [{ value: '700', revision }] });
    expect((await item()).value).toBe('700');
  });
});

describe('what is refused', () => {
  it.each(['approve', 'verify', 'publish'] as const)('%s of a value that nobody has entered', async (action) => expect(await fault(take(action, null, { ...key, areaCode: '99.77.01' }))).toBe('409 step.impossible'));
  it('a return without a reason', async () => expect(await fault(take('return'))).toBe('422 step.reason'));
  it('an item of no cycle', async () => expect(await fault(enter('1', { of: { ...key, areaCode: '99.77.02' }, seen: null }))).toBe('404 item.unknown'));
  it('a step before the cycle opens, and after its lock', async () => {
    expect(await fault(enter('1', { today: '2023-12-31' }))).toBe('409 cycle.not_open');
    expect(await fault(enter('1', { of: { ...key, cycleCode: 'lama' } }))).toBe('409 cycle.locked');
  });
  it('publishing what is only collected', async () => {
    const of = { ...key, areaCode: '99.77.01' };
    await enter('5', { of });
    for (const action of ['approve', 'verify'] as const) await take(action, null, of);
    expect(await fault(take('publish', null, of))).toBe('422 item.not_public');
  });
  it('deadlines out of their order, or without a reason; others are set and told', async () => {
    const cycle = () => forRegionRead(db, code, (tx) => cycles.find(tx, 't2023'));
    const given = await cycle();
    if (!given) throw new Error('no cycle');
    const days = { enterBy: given.enterBy, submitBy: given.submitBy, approveBy: given.approveBy, verifyBy: given.verifyBy, publishBy: '2030-01-05' };
    const change = (wanted: typeof days, reason: string) => forRegion(db, code, (tx) => cycles.changeDays(ctx(), tx, 't2023', { days: wanted, reason }));
    expect(await fault(change({ ...days, approveBy: '2000-01-01' }, 'Edaran'))).toBe('422 cycle.days');
    expect(await fault(change(days, ''))).toBe('422 cycle.reason');
    expect(await cycle()).toEqual(given);
    await change(days, 'Edaran');
    expect(await cycle()).toEqual({ ...given, publishBy: '2030-01-05' });
    const { rows: [told] } = await db.pool.query("select before, after, reason from kernel.audit where subject = 'data.cycle t2023' order by at desc, id desc limit 1");
    expect(told).toEqual({ before: { publishBy: given.publishBy }, after: { publishBy: '2030-01-05' }, reason: 'Edaran' });
  });
  it('anything in a closed cycle, until it is opened again with a reason; and nothing that is published is hidden by it', async () => {
    const before = await forRegionRead(db, code, (tx) => valuesInView(tx, 'published'));
    await forRegion(db, code, (tx) => cycles.setState(ctx(), tx, 't2023', { state: 'closed', reason: 'selesai', until: null }));
    expect(await forRegionRead(db, code, (tx) => valuesInView(tx, 'published'))).toEqual(before);
    expect(await fault(enter('1'))).toBe('409 cycle.closed');
    const reopen = (reason: string) => forRegion(db, code, (tx) => cycles.setState(ctx(), tx, 't2023', { state: 'reopened', reason, until: '2024-01-06' }));
    expect(await fault(reopen(''))).toBe('422 cycle.reason');
    await reopen('Satu dinas terlambat');
    expect(await enter('650')).toMatchObject({ recorded: 1 });
  });
});

describe('a cycle in the pack', () => {
  it('is opened for what had a value a period earlier', async () => {
    const added = await forRegion(db, code, (tx) => cycles.open(ctx(), tx, { code: 't2024', nameId: 'T', nameEn: 'T', period: '2024', opensOn: '2025-01-01', enterBy: '2025-01-02', submitBy: '2025-01-03', approveBy: '2025-01-04', verifyBy: '2025-01-05', publishBy: '2025-01-06', locks: null, noteId: null, noteEn: null, sourceCode: null }));
    expect(added).toBe(2);
    expect((await forRegionRead(db, code, (tx) => cycles.items(tx, { cycle: 't2024', limit: 10 }))).items.map((one) => [one.elementCode, one.areaCode, one.period])).toEqual([['served', '99.77', '2024'], ['served', '99.77.01', '2024']]);
  });
  it('stays as the region has it when the pack is loaded again', async () => {
    const told: string[] = [];
    const { samplePack } = await import('./testing/sample-pack.ts');
    await loadPack(newContext(db, 'pack', (line) => told.push(line)), writeSample({ ...cycleFiles, 'values.csv': samplePack['values.csv'] ?? '' }));
    const found = await forRegionRead(db, code, (tx) => cycles.list(tx));
    expect(found.map((one) => [one.code, one.state])).toEqual([['lama', 'open'], ['t2023', 'reopened'], ['t2024', 'open']]);
    expect(told.join('\n')).toContain('data.cycle t2023');
  });
});
