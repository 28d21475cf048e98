import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordValues } from '#data/index.ts';
import { cellBatches, listCells } from '#indicators/index.ts';
import type { Db } from '#kernel/connection.ts';
import { asIf, forRegion, forRegionRead } from '#kernel/regions.ts';
import { testDb } from '#kernel/testing.ts';
import { changeFormula } from './change-formula.ts';
import { newContext } from './context.ts';
import { health } from './health.ts';
import { loadPack } from './load-pack.ts';
import { settleWhole } from './pipeline.ts';
import { everything } from './testing/everything.ts';
import { writeLively } from './testing/lively-pack.ts';
import { workStale } from './work-stale.ts';

const code = '99.77';
let db: Db;
const ctx = (on: Db = db) => newContext(on, 'command', () => undefined);
type NewValue = Parameters<typeof recordValues>[2]['values'][number];
const value = (more: Partial<NewValue>): NewValue => ({
  elementCode: 'people', areaCode: code, period: '2021', seriesCode: 'utama', value: '7', textValue: null, assurance: null, applicable: true, status: 'published', withdrawn: false, quality: 'final', origin: 'simulated',
  sourceCode: 's1', noteId: null, noteEn: null, recordedBy: null, recordedAt: null, ...more,
});
const record = (...values: NewValue[]): Promise<number> => forRegion(db, code, (tx) => recordValues(ctx(), tx, { kind: 'form', values }));
const live = () => forRegionRead(db, code, everything);
const scratch = () => asIf(db, code, (tx) => settleWhole(tx, { all: true }, new Date()), everything);
const waiting = () => forRegionRead(db, code, async (tx) => (await cellBatches.stale.list(tx)).map((row) => row.indicatorCode));
const cell = (indicator: string, period = '2022') => forRegionRead(db, code, async (tx) => (await listCells(tx, 'published', { areas: [code], indicators: [indicator] })).find((one) => one.period === period)?.value);

/** The same database, with something done before each of its transactions begins. */
function before(work: (nth: number) => Promise<void> | void): Db {
  let nth = 0;
  const connect = async (): Promise<pg.PoolClient> => {
    nth += 1;
    await work(nth);
    return db.pool.connect();
  };
  return { ...db, pool: { connect } as unknown as pg.Pool };
}
const died = { 1: '100 * #{served} / #{people} + 0', 2: '(100 * #{served}) / #{people}' };

beforeAll(async () => {
  db = await testDb();
  await loadPack(newContext(db, 'pack', () => undefined), writeLively());
  const years = [2019, 2020, 2021, 2022, 2023].map(String);
  await record(...['99.77.01', '99.77.02', '99.77.01.01'].flatMap((areaCode, n) => years.flatMap((period, m) => [value({ areaCode, period, value: String(20 + n + m) }), value({ elementCode: 'served', areaCode, period, value: String(5 + 2 * n + m), status: m % 2 ? 'entered' : 'published' })])));
});
afterAll(() => db.close());

describe('a changed formula', () => {
  it('leaves the old values and says which wait, until the job has computed all of them', async () => {
    const old = await cell('health');
    await changeFormula(ctx(), code, 'health', '(100 * #{served}) / #{people}');
    expect(await waiting()).toEqual(['composite', 'health', 'twice']);
    expect(await cell('health')).toBe(old);
    expect((await health(db, new Date())).regions[0]).toMatchObject({ code, stale: { indicators: 3, computed: 0 } });
    expect(await workStale(ctx(), code)).toBe(true);
    expect(await waiting()).toEqual([]);
    expect(await live()).toEqual(await scratch());
    expect((await health(db, new Date())).regions[0]?.stale).toBe(null);
  });
  it('is refused whole when it breaks a worked example', async () => {
    await expect(changeFormula(ctx(), code, 'health', '50 * #{served} / #{people}')).rejects.toMatchObject({ code: 'formula.broken_example', status: 422 });
    expect(await waiting()).toEqual([]);
  });
  it('is computed whole however often the job dies, and what was computed is not computed again', async () => {
    const named: number[] = [];
    await changeFormula(ctx(), code, 'health', died[1]);
    for (let last = 2; last < 60; last += 3) {
      const ended = await workStale(ctx(before((nth) => {
        if (nth > last) throw new Error('died');
      })), code).catch(() => false);
      await db.pool.query('delete from kernel.job');
      named.push((await forRegionRead(db, code, cellBatches.stale.list)).filter((row) => row.currentBatch !== null).length);
      if (ended) break;
    }
    expect(Math.max(...named)).toBeGreaterThan(0);
    await workStale(ctx(), code);
    expect(await waiting()).toEqual([]);
    expect(await live()).toEqual(await scratch());
  }, 120_000);
});

describe('what happens while the job works', () => {
  it.each([3, 6, 9, 12, 15, 18])('a value that is saved before transaction %i is shown at once and stands in the end', async (at) => {
    await changeFormula(ctx(), code, 'health', at % 2 ? died[1] : died[2]);
    await workStale(ctx(before(async (nth) => {
      if (nth === at) await record(value({ period: '2022', value: String(1_000 + at) }), value({ elementCode: 'served', period: '2022', value: '100' }));
    })), code);
    expect(await waiting()).toEqual([]);
    expect(await cell('health')).toBeCloseTo((100 * 100) / (1_000 + at), 9);
    expect(await live()).toEqual(await scratch());
  });
  it.each([4, 8, 12, 15])('a formula that changes again before transaction %i is the one that holds', async (at) => {
    await changeFormula(ctx(), code, 'health', died[1]);
    await workStale(ctx(before(async (nth) => {
      if (nth === at) await changeFormula(ctx(), code, 'share-of-region', `100 * #{served} / #{people}.area(region) + ${at} - ${at}`);
      if (nth === at + 1) await changeFormula(ctx(), code, 'health', died[2]);
    })), code);
    await workStale(ctx(), code);
    expect(await waiting()).toEqual([]);
    expect(await live()).toEqual(await scratch());
  });
  it.each([4, 8, 12, 15])('a load that ends before transaction %i is not undone', async (at) => {
    await changeFormula(ctx(), code, 'health', at % 8 ? died[1] : died[2]);
    await workStale(ctx(before(async (nth) => {
      if (nth === at) await loadPack(newContext(db, 'pack', () => undefined), writeLively({ 'agencies.csv': `code,name,short_name,source_code,note_id,note_en\ndinkes,Dinas Kesehatan ${at},Dinkes,s1,,\n` }));
    })), code);
    await workStale(ctx(), code);
    expect(await waiting()).toEqual([]);
    expect(await live()).toEqual(await scratch());
  });
});

describe('more than one transaction can hold', () => {
  it('waits for the job', async () => {
    const many = Array.from({ length: 120 }, (_, n) => ['99.77', '99.77.01', '99.77.02', '99.77.01.01', '99.77.01.02'].map((areaCode) => value({ areaCode, period: String(1950 + n % 60), elementCode: n < 60 ? 'people' : 'served', value: String(n + 1) }))).flat();
    await record(...many);
    expect((await waiting()).length).toBeGreaterThan(5);
    await workStale(ctx(), code);
    expect(await live()).toEqual(await scratch());
  });
  it('leaves no cells behind that no view shows', async () => {
    const { rows } = await db.pool.query('select count(*)::int as n from indicators.cell_batch b where not exists (select from indicators.cell_shown s where s.batch = b.batch)');
    await loadPack(newContext(db, 'pack', () => undefined), writeLively());
    const after = await db.pool.query('select count(*)::int as n from indicators.cell_batch b where not exists (select from indicators.cell_shown s where s.batch = b.batch)');
    expect(rows[0].n).toBeLessThan(40);
    expect(after.rows[0].n).toBe(0);
  });
});
