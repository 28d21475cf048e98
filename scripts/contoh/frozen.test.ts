import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesIn } from '#app/check-pack.ts';
import { newContext } from '#app/context.ts';
import { exportPack } from '#app/export-pack.ts';
import { freezeRegion } from '#app/freeze-region.ts';
import { loadPack } from '#app/load-pack.ts';
import type { Db } from '#kernel/connection.ts';
import { rowsOf, sortedByKey } from '#kernel/pack-parts.ts';
import { forRegionRead } from '#kernel/regions.ts';
import { testDb } from '#kernel/testing.ts';
import { readFrozen } from '#scores/index.ts';
import { frozenOn } from './frozen.ts';
import { makeContoh, seed } from './make.ts';
import type { Data } from './rows.ts';

const region = '99.01';
const pack = join(import.meta.dirname, '../../regions/99.01-contoh');
const tables = makeContoh(seed);
const sorted = (rows: object[], key: string[]): Data[] => sortedByKey(rows.map((data) => ({ file: '', line: 0, data: data as Data })), key).map((row) => row.data);
const nodeKey = ['tree', 'treeCode', 'nodeCode', 'period'];

describe('the example in a database', () => {
  let db: Db;
  const folder = mkdtempSync(join(tmpdir(), 'contoh-'));
  beforeAll(async () => {
    db = await testDb();
    await loadPack(newContext(db, 'pack', () => undefined), pack);
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await db.close();
  });

  it('goes out as it came in, with its two frozen days', async () => {
    await exportPack(db, region, folder);
    expect(filesIn(folder)).toEqual(filesIn(pack));
    for (const file of filesIn(pack)) expect(readFileSync(join(folder, file), 'utf8'), file).toBe(readFileSync(join(pack, file), 'utf8'));
  });

  it('freezes to the very rows that the generator makes from the pack alone', async () => {
    await freezeRegion(newContext(db, 'uji', () => undefined), region, { code: 'uji', on: '2026-11-24' });
    const frozen = await forRegionRead(db, region, (tx) => readFrozen(tx, 'uji'));
    const own = frozenOn(tables, 'uji', '2026-11-24');
    const withRegion = (rows: object[]): object[] => rows.map((row) => ({ regionCode: region, ...row }));
    expect(own.nodes.length).toBeGreaterThan(150);
    expect(sorted(frozen?.nodes ?? [], nodeKey)).toEqual(sorted(withRegion(own.nodes), nodeKey));
    expect(sorted(frozen?.indicators ?? [], ['indicatorCode'])).toEqual(sorted(withRegion(own.indicators), ['indicatorCode']));
  });
});

describe('the two frozen days of the example', () => {
  const last = (code: string, node: string): Data | undefined =>
    rowsOf(tables, 'scores.frozen_node').map((row) => row.data).filter((row) => row.frozen_code === code && row.tree_code === 'rpjmd-2025-2029' && row.node_code === node && row.value !== null).at(-1);
  const indicator = (code: string, name: string): Data | undefined => rowsOf(tables, 'scores.frozen_indicator').map((row) => row.data).find((row) => row.frozen_code === code && row.indicator_code === name);

  it('differ: a promise changes its class, indicators have new values', () => {
    expect(last('triwulan-1-2026', 'M1')).toMatchObject({ period: '2025', class: 5 });
    expect(last('triwulan-3-2026', 'M1')).toMatchObject({ period: '2026', class: 3 });
    expect(indicator('triwulan-1-2026', 'sertifikat-tanah')).toMatchObject({ period: '2026Q1', value: 905 });
    expect(indicator('triwulan-3-2026', 'sertifikat-tanah')).toMatchObject({ period: '2026Q3', value: 2105 });
  });
  it('hold what was known on the day, not what was found later', () => {
    const inputOf = (code: string): unknown => (last(code, 'M2.1.1.P2')?.parts as { value: number }[] | undefined)?.[0]?.value;
    expect(inputOf('triwulan-1-2026')).toBe(100); // 4,310 were stated in January
    expect(inputOf('triwulan-3-2026')).toBeCloseTo(98.095, 2); // 4,120 were found in June
  });
});
