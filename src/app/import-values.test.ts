import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cycles, imports, valuesInView } from '#data/index.ts';
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
let db: Db;
const ctx = () => newContext(db, 'post:operator', () => undefined);
const head = 'cycle_code,element_code,area_code,series_code,period,value,note';
const upload = async (text: string | Uint8Array, may: (item: { elementCode: string }) => boolean = () => true) => {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const { id, work } = await forRegion(db, code, (tx) => imports.start(ctx(), tx, { file: 'angka.csv', bytes, today: '2024-01-05', origin: 'simulated', by: (item) => (may(item) ? 'post:operator' : null) }));
  await work();
  return id;
};
const found = async (id: string) => {
  const { state, counts } = await forRegionRead(db, code, (tx) => imports.find(tx, id));
  return { state, ...counts };
};
const refused = async (text: string | Uint8Array, may?: (item: { elementCode: string }) => boolean) => {
  const id = await upload(text, may);
  const lines = await forRegionRead(db, code, async (tx) => [...(await imports.lines(tx, id, 'refused', 50)), ...(await imports.lines(tx, id, 'file', 5))]);
  return { ...(await found(id)), told: lines.map((line) => [line.line, line.field, line.given, line.expected]) };
};
/** Who confirms it holds all posts, and says why what is unusual is so. */
const own = { reason: 'sudah diperiksa', today: '2024-01-05', holds: (_: string): boolean => true };
const current = () => forRegionRead(db, code, async (tx) => (await valuesInView(tx, 'current', { periods: ['2023'] })).map((value) => `${value.elementCode} ${value.areaCode} ${Number(value.value)} ${value.status}`).sort());
const fault = (of: Promise<unknown>): Promise<unknown> => of.then(() => 'nothing', (error: unknown) => (error instanceof Fault ? `${error.status} ${error.code}` : error));

beforeAll(async () => {
  db = await testDb();
  await loadPack(newContext(db, 'pack', () => undefined), writeSample(cycleFiles));
});
afterAll(() => db.close());

describe('values from a file', () => {
  it('are compared first: new, changed, unchanged, refused with row and reason; nothing is seen before it is confirmed', async () => {
    const before = await current();
    const text = `${head}\nt2023,served,99.77,utama,2023,610,\nt2023,people,99.77,utama,2023,1300,hasil sensus\nt2023,served,99.77.01,utama,TW I 2023,5,\nt2023,served,99.77,utama,2023,611,\nlama,served,99.77,utama,2021,3,\nt2023,served,99.99,utama,2023,3,\n`;
    expect(await refused(text)).toEqual({
      state: 'ready', rows: 6, added: 1, changed: 1, unchanged: 0, refused: 4, unusual: 0, read: 100, overtaken: 0,
      told: [[4, 'period', 'TW I 2023', 'period 2023'], [5, 'cycle_code, element_code, area_code, series_code', 't2023~served~99.77~utama', 'duplicate 2'], [6, 'cycle_code', 'lama', 'cycle locked'], [7, 'cycle_code, element_code, area_code, series_code', 't2023~served~99.99~utama', 'item']],
    });
    expect(await current()).toEqual(before);
  });
  it.each([
    ['dua', 'number text'], ['1,25', 'number text'], ['12.5', 'number whole'],
  ])('refuses %s for a whole number', async (value, expected) => expect((await refused(`${head}\nt2023,people,99.77,utama,2023,"${value}",\n`)).told).toEqual([[2, 'value', value, value === '1,25' ? 'number whole' : expected]]));
  it('refuses what can be read in two ways, another template, no text, and what is not the sender’s', async () => {
    expect((await refused(`${head}\nt2023,served,99.77,utama,2023,"1,250",\n`)).told).toEqual([[2, 'value', '1,250', 'ambiguous 1250 1.25']]);
    expect(await refused('nama,angka\nx,1\n')).toMatchObject({ state: 'refused', told: [[-1, null, 'nama, angka', 'template']] });
    expect(await refused(new Uint8Array([0xff, 0xfe, 0x41]))).toMatchObject({ state: 'refused', told: [[0, null, '', 'encoding']] });
    expect(await refused(`${head}\nt2023,served,99.77,utama,2023,5,\n`, (item) => item.elementCode !== 'served')).toMatchObject({ state: 'refused', told: [[2, 'element_code', 'served', 'permission']] });
  });
  it('are recorded at once when confirmed, and taken back as one step', async () => {
    const before = await current();
    const id = await upload(`${head}\nt2023,served,99.77,utama,2023,612,\nt2023,served,99.77.01,utama,2023,40,\n`);
    await forRegion(db, code, (tx) => imports.confirm(ctx(), tx, id, own));
    expect(await current()).toEqual([...before, 'served 99.77 612 submitted', 'served 99.77.01 40 submitted'].sort());
    expect(await forRegionRead(db, code, everything)).toEqual(await asIf(db, code, (tx) => settleWhole(tx, { all: true }, new Date()), everything));
    expect(await fault(forRegion(db, code, (tx) => imports.confirm(ctx(), tx, id, own)))).toBe('409 import.state');
    expect(await refused(`${head}\nt2023,served,99.77,utama,2023,612,\n`)).toMatchObject({ state: 'refused', unchanged: 1 });
    expect(await forRegion(db, code, (tx) => imports.undo(ctx(), tx, id, { ...own, reason: 'berkas keliru' }))).toBe(0);
    expect(await current()).toEqual(before);
    expect(await forRegionRead(db, code, everything)).toEqual(await asIf(db, code, (tx) => settleWhole(tx, { all: true }, new Date()), everything));
  });
  it('give way to what somebody recorded while they waited', async () => {
    const id = await upload(`${head}\nt2023,served,99.77,utama,2023,613,\nt2023,served,99.77.01,utama,2023,41,\n`);
    const key = { cycleCode: 't2023', elementCode: 'served', areaCode: code, seriesCode: 'utama' };
    await forRegion(db, code, (tx) => cycles.enter(ctx(), tx, { today: '2024-01-05', permit: () => undefined, submit: true, origin: 'simulated', values: [{ ...key, seen: null, value: '700', applicable: true, quality: 'final', note: null }] }));
    expect(await forRegion(db, code, (tx) => imports.confirm(ctx(), tx, id, own))).toMatchObject({ overtaken: 1 });
    expect((await current()).filter((one) => one.startsWith('served'))).toEqual(['served 99.77 700 submitted', 'served 99.77.01 41 submitted']);
  });
  it('ask again for rights, locks and a reason when they are confirmed', async () => {
    const id = await upload(`${head}\nt2023,served,99.77.01,utama,2023,45,\n`);
    const confirm = (given: Partial<typeof own>): Promise<unknown> => fault(forRegion(db, code, (tx) => imports.confirm(ctx(), tx, id, { ...own, ...given })));
    expect(await confirm({ holds: (actor) => actor !== 'post:operator' })).toBe('403 import.rights');
    expect(await confirm({ today: '2023-12-31' })).toBe('409 cycle.not_open');
    await db.pool.query("update data.import set counts = counts || '{\"unusual\": 1}' where id = $1", [id]);
    expect(await fault(forRegion(db, code, (tx) => imports.confirm(ctx(), tx, id, { ...own, reason: null as unknown as string })))).toBe('422 import.reason');
    expect(await found(id)).toMatchObject({ state: 'ready' });
    await forRegion(db, code, (tx) => imports.confirm(ctx(), tx, id, own));
    expect((await db.pool.query('select e.reason from data.entry e join data.import i on i.entry_id = e.id where i.id = $1', [id])).rows).toEqual([{ reason: own.reason }]);
    expect(await fault(forRegion(db, code, (tx) => imports.undo(ctx(), tx, id, { ...own, holds: () => false })))).toBe('403 import.rights');
    await forRegion(db, code, (tx) => imports.undo(ctx(), tx, id, own));
  });
  it('that broke off with its process is let go of by the next one, and nothing of it was seen', async () => {
    const id = await upload(`${head}\nt2023,served,99.77,utama,2023,615,\n`);
    await db.pool.query("update data.import set state = 'reading', owner = 'another 999999 0' where id = $1", [id]);
    expect(await forRegionRead(db, code, async (tx) => imports.isBroken(await imports.find(tx, id), new Date(Date.now() + 3_600_000)))).toBe(true);
    await db.pool.query("update data.import set seen_at = '2020-01-01' where id = $1", [id]);
    await upload(`${head}\n`);
    expect(await found(id)).toMatchObject({ state: 'failed' });
  });
  it('are let go of, and then nobody can confirm them', async () => {
    const id = await upload(`${head}\nt2023,served,99.77,utama,2023,614,\n`);
    await forRegion(db, code, (tx) => imports.drop(ctx(), tx, id));
    await imports.sweep(db, code);
    expect(await fault(forRegion(db, code, (tx) => imports.confirm(ctx(), tx, id, own)))).toBe('409 import.state');
    expect((await db.pool.query('select 1 from data.value v join data.entry e on e.id = v.entry_id where e.state = $1', ['abandoned'])).rowCount).toBe(0);
  });
});
