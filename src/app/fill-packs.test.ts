import { afterAll, beforeAll, expect, it } from 'vitest';
import { cellBatches } from '#indicators/index.ts';
import type { Db } from '#kernel/connection.ts';
import type { Steps } from '#kernel/context.ts';
import { forRegion, type RegionTx } from '#kernel/regions.ts';
import { testDb } from '#kernel/testing.ts';
import { newContext } from './context.ts';
import { loadPack } from './load-pack.ts';

let db: Db;
beforeAll(async () => {
  db = await testDb();
  for (const pack of ['regions/16.03-muara-enim', 'regions/99.01-contoh']) await loadPack(newContext(db, 'pack', () => undefined), pack);
}, 120_000);
afterAll(() => db.close());

/** All cells of a region as they are stored, computed by the closures alone or in the database wherever it can. */
async function cells(region: string, least: number): Promise<Map<string, unknown>> {
  const here = <T>(work: (tx: RegionTx) => Promise<T>): Promise<T> => forRegion(db, region, work);
  const steps: Steps = { alone: false, staged: [], read: here, foresee: here, write: here };
  const prepared = await cellBatches.prepare(steps, { all: true }, least);
  const found = new Map<string, unknown>();
  for (const { view, indicatorCode, batch } of prepared) {
    const { rows } = await db.pool.query('select area_code, period, value, reason, series_code, applicable, quality, origin, other_series, inputs::text, version, revision, assurance, stated_value, assumed_zero from indicators.cell where region_code = $1 and batch = $2', [region, batch]);
    for (const row of rows) found.set(`${view} ${indicatorCode} ${row.area_code} ${row.period}`, row);
  }
  return found;
}

it.each(['16.03', '99.01'])('every cell of %s is the same to the letter, whether the closures or the database computed it', async (region) => {
  const [closures, database] = [await cells(region, Number.POSITIVE_INFINITY), await cells(region, 1)];
  expect(closures.size).toBeGreaterThan(500);
  expect(database.size).toBe(closures.size);
  for (const [key, cell] of closures) expect(database.get(key), key).toEqual(cell);
}, 120_000);
