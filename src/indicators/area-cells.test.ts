import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Db } from '#kernel/connection.ts';
import { forRegion, forRegionRead, type RegionTx } from '#kernel/regions.ts';
import { testDb } from '#kernel/testing.ts';
import { addCells, openBatches, showCells } from './cells.store.ts';
import { type Cell, listAreaCells, listMeasuredIn } from './indicators.store.ts';

let db: Db;
const code = '99.77';
const cell = (indicatorCode: string, areaCode: string, period: string, value: number | null): Cell => ({
  regionCode: code, view: 'published', indicatorCode, areaCode, period, value, textValue: null, reason: value === null ? 'missing' : null, seriesCode: 'utama', applicable: true, quality: 'final', origin: 'reported', otherSeries: [],
  inputs: [], version: 1, revision: 1, assurance: null, statedValue: null, assumedZero: [],
});
/** Writes cells and shows them in their views, a batch for each indicator. */
async function show(tx: RegionTx, cells: Cell[]): Promise<void> {
  const indicators = [...new Set(cells.map((one) => one.indicatorCode))];
  const batches = await openBatches(tx, indicators);
  const batchOf = (indicator: string): number => batches[indicators.indexOf(indicator)] as number;
  await addCells(tx, cells.map(({ regionCode: _region, view: _view, indicatorCode, ...rest }) => ({ ...rest, batch: batchOf(indicatorCode) })));
  await showCells(tx, indicators.map((indicatorCode) => ({ view: cells[0]?.view as 'published', indicatorCode, batch: batchOf(indicatorCode) })));
}
const read = <T>(work: (tx: RegionTx) => Promise<T>): Promise<T> => forRegionRead(db, code, work);
const told = (cells: { indicatorCode: string; areaCode: string; period: string; value: number }[]): string[] => cells.map((one) => `${one.indicatorCode} ${one.areaCode} ${one.period} ${one.value}`).sort();

beforeAll(async () => {
  db = await testDb();
  await forRegion(db, code, (tx) => show(tx, [
    cell('a', '01', '2021', 1), cell('a', '01', '2022', 2), cell('a', '01', '2023', null), cell('a', '02', '2022', 3), cell('a', '02', '2023', 4), cell('b', '01', '2020Q4', 5), cell('b', '03', '2021Q1', 6), cell('c', '01', '2022', null),
  ]));
  await forRegion(db, code, (tx) => show(tx, [{ ...cell('c', '01', '2022', 9), view: 'current' }]));
  for (const indicator of ['a', 'b', 'c', 'd']) {
    await db.pool.query(`insert into indicators.indicator (region_code, code, name_id, name_en, short_id, short_en, unit_code, direction, lower_formula, period_kind, decimals, formula, missing, series, level, worked_examples)
      values ($1, $2, 'x', 'x', 'x', 'x', 'percent', 'none', 'ratio', 'year', 0, '#{x}', 'skip_if_any', '{}', 'district', '[]')`, [code, indicator]);
  }
});
afterAll(() => db.close());

it('gives the whole row of periods, the latest, or one period of each indicator; never what has no value', async () => {
  expect(told(await read((tx) => listAreaCells(tx, 'published', { areas: ['01'], indicators: ['a', 'c'] })))).toEqual(['a 01 2021 1', 'a 01 2022 2']);
  expect(told(await read((tx) => listAreaCells(tx, 'published', { areas: ['01', '02', '03'], latest: ['a', 'b', 'c'] })))).toEqual(['a 01 2022 2', 'a 02 2023 4', 'b 01 2020Q4 5', 'b 03 2021Q1 6']);
  expect(told(await read((tx) => listAreaCells(tx, 'published', { areas: ['01', '02', '03'], at: new Map([['a', '2022'], ['b', '2021Q1']]) })))).toEqual(['a 01 2022 2', 'a 02 2022 3', 'b 03 2021Q1 6']);
});

it('asks nothing where nothing is wanted', async () => {
  expect(await read((tx) => listAreaCells(tx, 'published', { areas: [], latest: ['a'] }))).toEqual([]);
  expect(await read((tx) => listAreaCells(tx, 'published', { areas: ['01'], at: new Map() }))).toEqual([]);
  expect(await read((tx) => listMeasuredIn(tx, 'published', []))).toEqual([]);
});

it('knows which indicators have a value in some area, in the view that is asked for', async () => {
  expect((await read((tx) => listMeasuredIn(tx, 'published', ['01', '02']))).sort()).toEqual(['a', 'b']);
  expect(await read((tx) => listMeasuredIn(tx, 'published', ['03']))).toEqual(['b']);
  expect(await read((tx) => listMeasuredIn(tx, 'current', ['01']))).toEqual(['c']);
  expect(await forRegionRead(db, '99.78', (tx) => listMeasuredIn(tx, 'published', ['01']))).toEqual([]);
});
