import { afterAll, beforeAll, expect, it } from 'vitest';
import { listCells } from '#indicators/index.ts';
import type { Db } from '#kernel/connection.ts';
import { forRegionRead } from '#kernel/regions.ts';
import { testDb } from '#kernel/testing.ts';
import { compareCsv, loadRegionModel, pages, telling } from '#portal/index.ts';
import { newContext } from './context.ts';
import { loadPack } from './load-pack.ts';

const code = '99.01';
let db: Db;
beforeAll(async () => {
  db = await testDb();
  await loadPack(newContext(db, 'pack', () => undefined), 'regions/99.01-contoh');
}, 60_000);
afterAll(() => db.close());
const read = <T>(work: Parameters<typeof forRegionRead<T>>[2]): Promise<T> => forRegionRead(db, code, work);

it('reads the cells of the chosen periods alone, chosen among those there are', async () => {
  let stored: string[] = [];
  const areas = ['99.01.01', '99.01.02'];
  const all = await read((tx) => listCells(tx, 'published', { areas, indicators: ['desa-tanpa-sinyal'] }));
  const some = await read((tx) => listCells(tx, 'published', { areas, indicators: ['desa-tanpa-sinyal'], periods: (found) => (stored = found).filter((period) => period === '2025') }));
  expect(stored.sort()).toEqual([...new Set(all.filter((cell) => cell.value !== null).map((cell) => cell.period))].sort());
  expect(some.length).toBeGreaterThan(0);
  expect(new Set(some.map((cell) => cell.period))).toEqual(new Set(['2025']));
});

it('compares districts with figures that open, and gives the same as CSV with its sources', async () => {
  const tell = telling(await read(loadRegionModel), 'id', '');
  const asked = new URLSearchParams('indikator=desa-tanpa-sinyal&wilayah=kecamatan&dari=2025&sampai=2025');
  const view = await pages.compare(tell, asked, read);
  const rows = view.blocks.flatMap((block) => block.tables.flatMap((table) => table.rows));
  expect(rows).toHaveLength(5);
  const lines = (await compareCsv(tell, asked, read)).trim().split('\r\n');
  expect(lines).toHaveLength(6);
  expect(lines.slice(1).every((line) => line.includes('simulated') && line.includes('Rekaan / simulated'))).toBe(true);
});
