import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#kernel/database.ts';
import { forRegionRead } from '#kernel/regions.ts';
import { testDb } from '#kernel/testing.ts';
import { listFrozen, readFrozen } from '#scores/index.ts';
import { newContext } from './context.ts';
import { regionAsPack } from './export-pack.ts';
import { freezeRegion } from './freeze-region.ts';
import { loadPack } from './load-pack.ts';
import { samplePack, writeSample } from './testing/sample-pack.ts';
import { packFiles } from './write-pack.ts';

const code = '99.77';
let db: Db;
const ctx = () => newContext(db, 'test', () => undefined);
const freeze = (given: Parameters<typeof freezeRegion>[2]) => freezeRegion(ctx(), code, given);
const frozen = (which: string) => forRegionRead(db, code, (tx) => readFrozen(tx, which));
const corrected = { 'values.csv': (samplePack['values.csv'] ?? '').replace('utama,3,785.25', 'utama,3,1') };

beforeAll(async () => {
  db = await testDb();
});
beforeEach(async () => {
  const { rows } = await db.pool.query<{ name: string }>("select table_schema || '.' || table_name as name from information_schema.columns where column_name = 'region_code'");
  for (const { name } of rows) await db.pool.query(`delete from ${name}`);
  await loadPack(ctx(), writeSample());
});
afterAll(() => db.close());

describe('a frozen day', () => {
  it('stays as it was, whatever is corrected after it, and though the pack does not know it', async () => {
    await freeze({ code: 'rapat', on: '2024-03-31' });
    const before = await frozen('rapat');
    expect(before?.indicators.length).toBeGreaterThan(0);
    await loadPack(ctx(), writeSample(corrected));
    const after = await frozen('rapat');
    expect(after).toEqual(before);
    expect(Object.keys(Object.fromEntries(packFiles(await regionAsPack(db, code))))).toContain('snapshots/rapat.yaml');
  });
  it('is written once: a pack that says it otherwise is not heeded, and the load says so', async () => {
    await freeze({ code: 'rapat', on: '2024-03-31' });
    const before = await frozen('rapat');
    const files = Object.fromEntries(packFiles(await regionAsPack(db, code)));
    const yaml = files['snapshots/rapat.yaml'] ?? '';
    const told: string[] = [];
    await loadPack(newContext(db, 'test', (line) => told.push(line)), writeSample({ ...corrected, 'snapshots/rapat.yaml': yaml.replace(/^indicators:[\s\S]*/m, '').replace('Keadaan 31 Maret 2024', 'Keadaan lain') }));
    expect(await frozen('rapat')).toEqual(before);
    expect(told.join('\n')).toContain('left as it was, because a frozen day is written once: snapshots/rapat.yaml');
    told.length = 0;
    await loadPack(newContext(db, 'test', (line) => told.push(line)), writeSample({ ...corrected, 'snapshots/rapat.yaml': yaml }));
    expect(told.join('\n')).not.toContain('frozen day');
  });
  it('is told by its day when nobody names it', async () => {
    await freeze({ code: 'rapat', on: '2024-03-31' });
    expect(await forRegionRead(db, code, listFrozen)).toMatchObject([{ code: 'rapat', nameId: 'Keadaan 31 Maret 2024', nameEn: 'State of 31 March 2024' }]);
  });
  it('is refused a second time, without a code and on a day that is none', async () => {
    await freeze({ code: 'rapat' });
    await expect(freeze({ code: 'rapat' })).rejects.toMatchObject({ code: 'frozen.exists', status: 409 });
    await expect(freeze({ code: '../rapat' })).rejects.toMatchObject({ code: 'frozen.invalid', status: 422 });
    await expect(freeze({ code: 'lain', on: '2024-02-30' })).rejects.toMatchObject({ code: 'frozen.invalid', status: 422 });
    expect(await forRegionRead(db, code, listFrozen)).toHaveLength(1);
  });
  it('of a region that was never computed is refused', async () => {
    await expect(freezeRegion(ctx(), '99.76', { code: 'rapat' })).rejects.toMatchObject({ code: 'region.not_computed', status: 404 });
  });
});
