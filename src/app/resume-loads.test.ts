import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { valuesInView } from '#data/index.ts';
import type { Db } from '#kernel/connection.ts';
import { forRegionRead } from '#kernel/regions.ts';
import { testDb } from '#kernel/testing.ts';
import { listRegions } from '#places/index.ts';
import { newContext } from './context.ts';
import { loadPack } from './load-pack.ts';
import { loadWhatIsMissing } from './resume-loads.ts';
import { samplePack, writeSample } from './testing/sample-pack.ts';

let db: Db;
let lines: string[] = [];
const start = async (folder: string): Promise<string[]> => {
  lines = [];
  await loadWhatIsMissing(newContext(db, 'pack', (line) => lines.push(line)), folder);
  return lines;
};
const folderOf = (...packs: string[]): string => {
  const folder = mkdtempSync(join(tmpdir(), 'serasan-regions-'));
  for (const [n, pack] of packs.entries()) cpSync(pack, join(folder, `${n}`), { recursive: true });
  return folder;
};

beforeAll(async () => {
  db = await testDb();
});
afterAll(() => db.close());

it('loads what is not there, tells a pack that is refused, and goes on', async () => {
  const broken = writeSample({ 'region.yaml': (samplePack['region.yaml'] ?? '').replaceAll('99.77', '99.78') });
  const said = await start(folderOf(broken, writeSample()));
  expect(said.some((line) => /0 is refused, \d+ problems?; see: npm run -s serasan -- check/.test(line))).toBe(true);
  expect((await listRegions(db)).map((region) => region.code)).toEqual(['99.77']);
});
it('loads nothing a second time', async () => {
  expect(await start(folderOf(writeSample()))).toEqual([]);
});
it('goes on with a load that was killed, wherever its folder stands', async () => {
  const folder = writeSample({ 'values.csv': (samplePack['values.csv'] ?? '').replace(',790.125,', ',791,') });
  const killed = newContext(db, 'pack', (line) => {
    if (line.includes('batch 1 of')) throw new Error('killed');
  });
  await expect(loadPack(killed, folder)).rejects.toThrow('killed');
  expect((await start(folderOf())).slice(0, 2)).toEqual([
    `99.77: an earlier load of ${folder} did not finish`, '99.77: found an unfinished load: 1 of 1 batches kept (1 of 1 values), going on',
  ]);
  const values = await forRegionRead(db, '99.77', (tx) => valuesInView(tx, 'current', { elements: ['served'] }));
  expect(values.map((value) => value.value)).toContain('791');
  expect(await start(folderOf())).toEqual([]);
});
it('goes on with the first load of a region that was never shown', async () => {
  const other = (text: string | undefined): string => (text ?? '').replaceAll('99.77', '99.76').replace('uji.example', 'baru.example');
  const folder = writeSample(Object.fromEntries(Object.entries(samplePack).map(([file, text]) => [file, other(text)])));
  const killed = newContext(db, 'pack', (line) => {
    if (line.includes('batch 1 of')) throw new Error('killed');
  });
  await expect(loadPack(killed, folder)).rejects.toThrow('killed');
  expect((await listRegions(db)).map((region) => region.code)).toEqual(['99.77']);
  expect((await start(folderOf()))[0]).toBe(`99.76: an earlier load of ${folder} did not finish`);
  expect((await listRegions(db)).map((region) => region.code)).toEqual(['99.76', '99.77']);
  await db.pool.query("delete from places.region where region_code = '99.76'");
});
it('says so when the folder of a killed load is gone', async () => {
  const folder = writeSample({ 'values.csv': (samplePack['values.csv'] ?? '').replace(',790.125,', ',792,') });
  const killed = newContext(db, 'pack', (line) => {
    if (line.includes('batch 1 of')) throw new Error('killed');
  });
  await expect(loadPack(killed, folder)).rejects.toThrow('killed');
  rmSync(folder, { recursive: true });
  expect(await start(folderOf())).toEqual([`99.77: an earlier load of ${folder} did not finish`, expect.stringContaining('is no longer there')]);
});
it('tells a pack that the database refuses, serves the rest, and does not die at the next start', async () => {
  const folder = writeSample({ 'region.yaml': (samplePack['region.yaml'] ?? '').replaceAll('99.77', '99.79').replace('uji.example', 'lain.example'), 'values.csv': null, 'areas.csv': 'code,parent_code,level,kind,name,capital,lat,lon,label_lat,label_lon,area_km2,valid_from,valid_to,source_code\n99.79,,region,kabupaten,Uji,,,,,,,,,\n', 'neighbours.csv': null, 'boundaries.geojson': null, 'statements.csv': null, 'targets.csv': null });
  await db.pool.query('alter table people.agency add constraint no_clinics check (region_code <> \'99.79\')');
  expect((await start(folderOf(folder))).at(-1)).toMatch(/could not be loaded, and the region is as it was: .*no_clinics/);
  expect((await start(folderOf(folder))).at(-1)).toMatch(/could not be loaded/);
  expect((await listRegions(db)).map((region) => region.code)).toEqual(['99.77']);
  await db.pool.query('alter table people.agency drop constraint no_clinics');
  expect((await start(folderOf(folder))).at(-1)).toMatch(/^99\.79: .*values changed/);
});
it('refuses a host that another region has', async () => {
  const folder = writeSample({ 'region.yaml': (samplePack['region.yaml'] ?? '').replaceAll('99.77', '99.78'), 'values.csv': null, 'areas.csv': 'code,parent_code,level,kind,name,capital,lat,lon,label_lat,label_lon,area_km2,valid_from,valid_to,source_code\n99.78,,region,kabupaten,Uji,,,,,,,,,\n', 'neighbours.csv': null, 'boundaries.geojson': null, 'statements.csv': null, 'targets.csv': null });
  await expect(loadPack(newContext(db, 'pack', () => undefined), folder)).rejects.toMatchObject({ code: 'pack.refused', params: { problems: [{ field: 'hosts', given: 'uji.example' }] } });
});
