import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordValues } from '#data/index.ts';
import type { Db } from '#kernel/connection.ts';
import { asIf, forRegion, forRegionRead } from '#kernel/regions.ts';
import { testDb } from '#kernel/testing.ts';
import { newContext } from './context.ts';
import { loadPack } from './load-pack.ts';
import { settleWhole } from './pipeline.ts';
import { everything } from './testing/everything.ts';
import { writeLively } from './testing/lively-pack.ts';

type NewValue = Parameters<typeof recordValues>[2]['values'][number];
const code = '99.77';
let db: Db;
const ctx = () => newContext(db, 'petugas', () => undefined);
const areas = ['99.77', '99.77.01', '99.77.02', '99.77.01.01', '99.77.01.02'];
const edit = fc.record({
  element: fc.constantFrom('people', 'served', 'asset', 'flow', 'rate', 'rate', 'kids', 'kids.L', 'kids.P'), area: fc.constantFrom(...areas), year: fc.integer({ min: 2019, max: 2024 }), whole: fc.boolean(), quarter: fc.constantFrom(1, 2, 3, 4),
  series: fc.constantFrom('utama', 'utama', 'sensus'), value: fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 0, max: 40 }).map(String) }, { weight: 1, arbitrary: fc.constantFrom('0.1', '1e-7', '-3.25', '12345678901234567.891') }),
  kind: fc.constantFrom('put', 'put', 'put', 'withdraw', 'na'), status: fc.constantFrom('published', 'published', 'entered', 'returned'), quality: fc.constantFrom('final', 'provisional'),
  assurance: fc.constantFrom(null, null, 'stated', 'verified'),
});
type Edit = typeof edit extends fc.Arbitrary<infer E> ? E : never;

const valueFrom = (one: Edit): NewValue => ({
  elementCode: one.element, areaCode: one.area, period: one.element === 'flow' || (!one.whole && /^(rate|kids)/.test(one.element)) ? `${one.year}Q${one.quarter}` : String(one.year), seriesCode: ['served', 'flow', 'kids', 'kids.L', 'kids.P'].includes(one.element) ? one.series : 'utama',
  value: one.kind === 'put' ? one.value : null, textValue: null, assurance: one.assurance, applicable: one.kind !== 'na', status: one.kind === 'withdraw' ? 'withdrawn' : one.status, withdrawn: one.kind === 'withdraw',
  quality: one.quality, origin: 'simulated', sourceCode: 's1', noteId: null, noteEn: null, recordedBy: null, recordedAt: null,
});
const distinct = (edits: Edit[]): NewValue[] => [...new Map(edits.map(valueFrom).map((value) => [[value.elementCode, value.areaCode, value.period, value.seriesCode].join(), value])).values()];

beforeAll(async () => {
  db = await testDb();
  await loadPack(newContext(db, 'pack', () => undefined), writeLively());
});
afterAll(() => db.close());

describe('a saved change', () => {
  it('leaves what a whole computation from scratch would give, cell by cell and score by score, in both views', async () => {
    let count = 0;
    await fc.assert(fc.asyncProperty(fc.array(fc.array(edit, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }), async (saves) => {
      for (const edits of saves) await forRegion(db, code, (tx) => recordValues(ctx(), tx, { kind: 'form', values: distinct(edits) }));
      const live = await forRegionRead(db, code, everything);
      const scratch = await asIf(db, code, (tx) => settleWhole(tx, { all: true }, new Date()), everything);
      expect(live).toEqual(scratch);
      count += saves.length;
    }), { numRuns: Number(process.env.SERASAN_RUNS ?? 12) });
    expect(count).toBeGreaterThan(10);
  }, 120_000);
});
