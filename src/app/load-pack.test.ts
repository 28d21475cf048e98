import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type NewValue, recordValues, valuesInView } from '#data/index.ts';
import { listCells } from '#indicators/index.ts';
import type { Db } from '#kernel/connection.ts';
import { forRegion, forRegionRead } from '#kernel/regions.ts';
import { testDb } from '#kernel/testing.ts';
import { newContext } from './context.ts';
import { exportPack } from './export-pack.ts';
import { loadPack } from './load-pack.ts';
import { samplePack, writeSample } from './testing/sample-pack.ts';

const code = '99.77';
const values = samplePack['values.csv'] ?? '';
const without = (line: RegExp): string => values.split('\n').filter((row) => !line.test(row)).join('\n');

describe('a pack in the database', () => {
  let db: Db;
  let lines: string[] = [];
  const load = async (changes: Record<string, string | null> = {}) => {
    lines = [];
    return loadPack(newContext(db, 'pack', (line) => lines.push(line)), writeSample(changes));
  };
  const count = async (table: string, where = 'true'): Promise<number> =>
    (await db.pool.query(`select count(*) as n from ${table} where region_code = '${code}' and ${where}`)).rows[0].n;
  const seen = async (view: 'current' | 'published'): Promise<Record<string, string | null>> => {
    const rows = await forRegionRead(db, code, (tx) => valuesInView(tx, view));
    return Object.fromEntries(rows.map((row) => [`${row.elementCode} ${row.areaCode} ${row.period} ${row.seriesCode}`, row.applicable ? row.value : 'n/a']));
  };
  /** What a person's form would record. */
  const record = async (value: Partial<NewValue>): Promise<void> => {
    const row: NewValue = {
      elementCode: 'served', areaCode: code, period: '2021', seriesCode: 'utama', value: '1', textValue: null, assurance: null, applicable: true, status: 'published',
      withdrawn: false, quality: 'final', origin: 'reported', sourceCode: 's1', noteId: null, noteEn: null, recordedBy: null, recordedAt: null, ...value,
    };
    const ctx = { ...newContext(db, 'petugas', () => undefined), clock: () => new Date('2026-02-03T04:05:06Z') };
    await forRegion(db, code, (tx) => recordValues(ctx, tx, { kind: 'form', values: [row], reason: 'koreksi' }));
  };
  const cellOf = async (period: string): Promise<number | null | undefined> =>
    (await forRegionRead(db, code, (tx) => listCells(tx, 'published', { indicators: ['health'] }))).find((cell) => cell.period === period && cell.areaCode === code)?.value;
  const filesOf = async (): Promise<Record<string, string>> => {
    const folder = writeSample();
    await exportPack(db, code, folder);
    const files = (readdirSync(folder, { recursive: true }) as string[]).filter((file) => file.includes('.'));
    return Object.fromEntries(files.map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
  };

  beforeAll(async () => {
    db = await testDb();
  });
  beforeEach(async () => {
    const { rows } = await db.pool.query<{ name: string }>("select table_schema || '.' || table_name as name from information_schema.columns where column_name = 'region_code'");
    for (const { name } of rows) await db.pool.query(`delete from ${name}`);
  });
  afterAll(() => db.close());

  it('goes out as it came in, with history, statuses, gaps and quotes', async () => {
    await load();
    expect(await filesOf()).toEqual(samplePack);
  });
  it('shows in `current` the newest, in `published` the newest published', async () => {
    await load();
    expect(await seen('current')).toEqual({
      'people 99.77 2021 utama': '1000', 'people 99.77 2022 utama': '1105', 'people 99.77 2023 utama': '1200', 'served 99.77 2021 utama': '0',
      'served 99.77 2022 sensus': '790.125', 'served 99.77 2022 utama': '785.25', 'served 99.77.02 2022 utama': 'n/a',
    });
    expect(await seen('published')).toEqual({
      'people 99.77 2021 utama': '1000', 'people 99.77 2022 utama': '1105', 'served 99.77 2021 utama': '0', 'served 99.77 2022 utama': '785.5',
      'served 99.77.02 2022 utama': 'n/a',
    });
  });
  it('changes nothing the second time', async () => {
    await load();
    const snapshots = async () => (await db.pool.query('select view, id from scores.snapshot order by view')).rows;
    const before = { entries: await count('data.entry'), audits: await count('kernel.audit'), snapshots: await snapshots() };
    expect(await load()).toMatchObject({ changed: 0, values: 0, kept: [] });
    expect(lines).toEqual([`${code}: nothing changed`]);
    expect({ entries: await count('data.entry'), audits: await count('kernel.audit'), snapshots: await snapshots() }).toEqual(before);
  });
  it('changes only what changed, and tells it in the audit log', async () => {
    await load();
    const loaded = await load({ 'agencies.csv': (samplePack['agencies.csv'] ?? '').replace('Dinas Kesehatan', 'Dinas Sehat'), 'values.csv': values.replace(',790.125,', ',790.126,') });
    expect(loaded).toMatchObject({ changed: 1, values: 1, withdrawn: 0 });
    expect((await db.pool.query('select action, subject, before, after from kernel.audit')).rows).toMatchObject([
      { action: 'change', subject: 'people.agency dinkes', before: { name: 'Dinas Kesehatan' }, after: { name: 'Dinas Sehat' } },
    ]);
    expect(await seen('current')).toMatchObject({ 'served 99.77 2022 sensus': '790.126' });
    expect(await count('data.value', "element_code = 'served' and series_code = 'sensus'")).toBe(2);
  });
  it('withdraws what vanished by a new revision, and takes it back when it returns', async () => {
    await load();
    expect(await load({ 'values.csv': without(/^people,99.77,2021/) })).toMatchObject({ values: 1, withdrawn: 1 });
    expect(await seen('published')).not.toHaveProperty('people 99.77 2021 utama');
    expect(await load({ 'values.csv': without(/^people,99.77,2021/) })).toMatchObject({ values: 0 });
    await load();
    expect(await seen('published')).toMatchObject({ 'people 99.77 2021 utama': '1000' });
    expect(await count('data.value', "element_code = 'people' and period = '2021' and area_code = '99.77'")).toBe(3);
  });
  it('takes back from the public what the pack no longer publishes', async () => {
    await load();
    await load({ 'values.csv': values.replace('utama,,1000,,,,', 'utama,,1000,,entered,,') });
    expect(await seen('published')).not.toHaveProperty('people 99.77 2021 utama');
    expect(await seen('current')).toMatchObject({ 'people 99.77 2021 utama': '1000' });
    expect(await load({ 'values.csv': values.replace('utama,,1000,,,,', 'utama,,1000,,entered,,') })).toMatchObject({ values: 0 });
  });
  it('tells apart numbers that a double cannot', async () => {
    await load({ 'values.csv': values.replace(',790.125,', ',12345678901234567.001,') });
    expect(await load({ 'values.csv': values.replace(',790.125,', ',12345678901234567.002,') })).toMatchObject({ values: 1 });
    expect(await seen('current')).toMatchObject({ 'served 99.77 2022 sensus': '12345678901234567.002' });
  });
  it('keeps and lists what a person recorded since', async () => {
    await load();
    await record({ value: '7' });
    await record({ period: '2024', value: '9', seriesCode: 'sensus' });
    expect((await load()).kept).toEqual(['served|99.77|2021|utama', 'served|99.77|2024|sensus']);
    expect(lines).toContain(`${code}: kept, because a person recorded it since: served|99.77|2021|utama`);
    expect(await seen('current')).toMatchObject({ 'served 99.77 2021 utama': '7', 'served 99.77 2024 sensus': '9' });
  });
  it('tells in the audit log who recorded it, and shows it at once', async () => {
    await load();
    await record({ value: '552.5' });
    expect((await db.pool.query('select actor, action, subject, reason from kernel.audit')).rows).toEqual([
      { actor: 'petugas', action: 'record', subject: 'data.value served|99.77|2021|utama', reason: 'koreksi' },
    ]);
    expect(await cellOf('2021')).toBe(55.25);
  });
  it('keeps the definitions that people\'s values stand on', async () => {
    await load();
    await record({ period: '2024', value: '9', seriesCode: 'sensus', sourceCode: 's2' });
    const { kept } = await load({
      'values.csv': without(/sensus/), 'series.csv': (samplePack['series.csv'] ?? '').replace(/served,sensus.*\n/, ''),
      'sources.csv': (samplePack['sources.csv'] ?? '').replace(/s2,.*\n/, ''), 'statements.csv': null,
    });
    expect(kept).toEqual(['served|99.77|2024|sensus', 'places.source s2', 'data.series served / sensus']);
    expect(await count('data.series', "code = 'sensus'")).toBe(1);
  });
  it('knows a person\'s value again in the export that holds it, and takes the pack\'s later word for it', async () => {
    await load();
    await record({ value: '7' });
    const files = await filesOf();
    expect(files['values.csv']).toContain('served,99.77,2021,utama,2,7,,,,reported,,s1,,,petugas,2026-02-03T04:05:06.000Z\n');
    expect(await load(files)).toMatchObject({ values: 0, kept: [] });
    const later = (files['values.csv'] ?? '').replace(/(served,99.77,2021,utama),2,7,.*\n/, '$&$1,3,8,,,,reported,,s1,,,,\n');
    expect(await load({ ...files, 'values.csv': later })).toMatchObject({ values: 1, kept: [] });
    expect(await seen('published')).toMatchObject({ 'served 99.77 2021 utama': '8' });
  });
  it('comes to the same files by every way: export(load(P)) = export(load(export(load(P))))', async () => {
    await load();
    await load({ 'values.csv': without(/^people,99.77,2021/).replace(',790.125,', ',12.5,') });
    await record({ value: '7' });
    const first = await filesOf();
    await db.pool.query(`delete from data.value`);
    await db.pool.query(`delete from data.entry`);
    await load(first);
    expect(await filesOf()).toEqual(first);
  });
  it('refuses a pack with a problem and leaves the database as it was', async () => {
    await load();
    const before = [await count('data.entry'), await count('kernel.pack_load'), await count('people.agency')];
    await expect(load({ 'agencies.csv': null, 'values.csv': values.replace(',1000,', ',x,') })).rejects.toThrow(/pack.refused/);
    expect([await count('data.entry'), await count('kernel.pack_load'), await count('people.agency')]).toEqual(before);
  });

  describe('a load that was killed', () => {
    const head = values.split('\n')[0];
    const many = (n: number, plus = 0): string =>
      `${head}\n${Array.from({ length: n }, (_, i) => `served,99.77,${new Date(Date.UTC(2000, 0, 1 + i)).toISOString().slice(0, 10)},utama,,${i + plus},,,,reported,,s1,,,,\n`).join('')}`;
    const big = { 'values.csv': many(5_000) };
    /** Stops at the line of the given batch, as a killed process would. */
    const kill = async (changes: Record<string, string | null>, batch: number): Promise<void> => {
      const ctx = newContext(db, 'pack', (line) => {
        if (line.includes(`batch ${batch} of`)) throw new Error('killed');
      });
      await expect(loadPack(ctx, writeSample(changes))).rejects.toThrow('killed');
    };

    it('has lost no batch whose line was printed, shows nothing of it, and goes on', async () => {
      await kill(big, 2);
      expect(await count('data.value')).toBe(4_000);
      expect(await seen('current')).toEqual({});
      await load(big);
      expect(lines).toEqual([
        `${code}: found an unfinished load: 2 of 3 batches kept (4,000 of 5,000 values), going on`, `${code}: batch 3 of 3 kept (5,000 of 5,000 values)`,
        `${code}: 39 definitions and 5000 values changed`,
      ]);
      expect(Object.keys(await seen('published'))).toHaveLength(5_000);
      expect(await count('data.entry')).toBe(1);
      expect(await count('kernel.pack_load', "state = 'loading'")).toBe(0);
    });
    it('is abandoned when another pack comes', async () => {
      await kill(big, 1);
      await load({ 'values.csv': many(10, 5) });
      expect(await seen('current')).toMatchObject({ 'served 99.77 2000-01-01 utama': '5' });
      expect(Object.keys(await seen('current'))).toHaveLength(10);
      expect(await count('data.entry', "state = 'abandoned'")).toBe(1);
      expect(await count('kernel.pack_load', "state = 'abandoned'")).toBe(1);
    });
    it('does not overwrite what a person recorded meanwhile', async () => {
      await load();
      await kill(big, 1);
      await record({ period: '2000-01-01', value: '77' });
      await load(big);
      expect(await seen('current')).toMatchObject({ 'served 99.77 2000-01-01 utama': '77', 'served 99.77 2000-01-02 utama': '1' });
    });
  });
});
