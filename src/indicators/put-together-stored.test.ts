import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { counted } from '#data/index.ts';
import type { Db } from '#kernel/connection.ts';
import type { Steps } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import { forRegion, type RegionTx } from '#kernel/regions.ts';
import { testDb } from '#kernel/testing.ts';
import { computeCells } from './compute-cells.ts';
import { fillIndicators } from './fill-indicators.ts';
import { parseFormula } from './formula/parser.ts';
import type { Indicator } from './indicators.store.ts';
import { noSources } from './read-slots.ts';
import { keysRead, type Ways } from './sources.ts';
import { rowsOf, type World, worldAndAsk } from './testing/random-parts.ts';
import { slowStands, slowValue } from './testing/slow-parts.ts';

let db: Db;
const region = '99.77';
const entry = newId();
const steps: Steps = { alone: false, staged: [], ...Object.fromEntries(['read', 'foresee', 'write'].map((name) => [name, <T>(work: (tx: RegionTx) => Promise<T>) => forRegion(db, region, work)])) } as unknown as Steps;
const areas = [['99.77', null, 'region'], ['99.77.01', '99.77', 'district'], ['99.77.02', '99.77', 'district'], ['99.77.01.1', '99.77.01', 'village'], ['99.77.01.2', '99.77.01', 'village']];

beforeAll(async () => {
  db = await testDb();
  await db.pool.query("insert into data.entry (region_code, id, revision, kind, actor, state, at) values ($1, $2, 1, 'form', 'x', 'effective', '2026-01-01')", [region, entry]);
  for (const [code, parent, level] of areas) await db.pool.query("insert into places.area (region_code, code, parent_code, level, kind, name) values ($1, $2, $3, $4, 'x', 'x')", [region, code, parent, level]);
});
afterAll(() => db.close());

/** The values in the database, in whatever order. */
async function put({ slow, declared }: World): Promise<void> {
  await db.pool.query('delete from data.value where region_code = $1', [region]);
  await db.pool.query('delete from data.series where region_code = $1', [region]);
  for (const [element, all] of Object.entries(declared)) for (const code of all) await db.pool.query("insert into data.series (region_code, element_code, code, name_id, name_en, kind) values ($1, $2, $3, 'x', 'x', 'x')", [region, element, code]);
  const rows = rowsOf(slow.stored).map(({ elementCode, areaCode, period, seriesCode, value, applicable }) => ({ region_code: region, element_code: elementCode, area_code: areaCode, period, series_code: seriesCode, value, applicable, entry_id: entry, status: 'published', withdrawn: false, quality: 'final', origin: 'reported' }));
  await db.pool.query('insert into data.value select * from json_populate_recordset(null::data.value, $1::json) order by random()', [JSON.stringify(rows)]);
}

it('the database steps aside where something has to be put together, and gives what the page of rules says where nothing has', async () => {
  const seen = { database: 0, closures: 0, put: 0 };
  await fc.assert(fc.asyncProperty(worldAndAsk, fc.boolean(), async ([world, given], bare) => {
    const ask = bare ? { element: given.element, options: [] } : given;
    const { slow } = world;
    if (bare) for (const element of ['A', 'B']) Object.assign(slow.ways[element] ?? {}, { time: 'none', categories: [], ...(slow.stored.size % 3 === 0 ? { area: 'none' } : {}) });
    if (bare) for (const key of slow.stored.keys()) if (key.split('|')[0]?.includes('.')) slow.stored.delete(key);
    await put(world);
    const formula = `#{${[ask.element, ...ask.options].join('.')}}`;
    const [tree, ways] = [parseFormula(formula), new Map(Object.entries(slow.ways) as [string, Ways][])];
    const series = new Map(Object.entries(world.declared).map(([element, all]) => [element, new Set(all)]));
    const indicator = { code: 'i', formula, series: world.series, periodKind: world.kind, missing: 'skip_if_any', version: 1, targetKind: null } as unknown as Indicator;
    const needs = keysRead([ask.element], ways);
    const { prepared, left } = await fillIndicators(steps, [{ indicator, tree, needs, standsOn: [], aims: [], reports: new Map() }], new Set(), { constants: new Map(), series, ways }, 0);
    seen[left.length === 0 ? 'database' : 'closures'] += 1;
    const cells = left.length === 0
      ? (await db.pool.query('select area_code as "areaCode", period, value, applicable from indicators.cell where region_code = $1 and batch = $2', [region, prepared.find((one) => one.view === 'published')?.batch])).rows
      : computeCells(indicator, (await counted.values(steps.read, needs, [])).published, { ...noSources, areas: world.areas, ways, series }, tree);
    const found = cells.map((cell: { areaCode: string; period: string; value: number | null; applicable: boolean }) => [cell.areaCode, cell.period, cell.applicable ? cell.value : null]).sort();
    const wanted = world.areas.flatMap(({ code }) => world.periods.flatMap((period) => (slowStands(slow, ask, code, period) ? [[code, period, slowValue(slow, ask, code, period)]] : []))).sort();
    seen.put += wanted.filter(([area, period]) => !slow.order[ask.element]?.some((one) => slow.stored.has(`${ask.element}|${area}|${period}|${one}`))).length;
    expect(found, `${formula} ${left.length === 0 ? 'in the database' : 'by closures'}`).toEqual(wanted);
  }), { numRuns: process.env.DATABASE_URL ? 200 : 60 });
  expect(Math.min(seen.database, seen.closures, seen.put), JSON.stringify(seen)).toBeGreaterThan(5);
}, 300_000);
