import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cycles } from '#data/index.ts';
import { formulas, listCells, parseFormula } from '#indicators/index.ts';
import type { Db } from '#kernel/connection.ts';
import { asIf, forRegion, forRegionRead } from '#kernel/regions.ts';
import { testDb } from '#kernel/testing.ts';
import { newContext } from './context.ts';
import { loadPack } from './load-pack.ts';
import { settleWhole } from './pipeline.ts';
import { cycleFiles } from './testing/cycle-files.ts';
import { everything } from './testing/everything.ts';
import { samplePack, writeSample } from './testing/sample-pack.ts';
import { workStale } from './work-stale.ts';

const code = '99.77';
let db: Db;
const ctx = (day = '2024-01-05') => ({ ...newContext(db, 'post:o', () => undefined), clock: () => new Date(`${day}T03:00:00Z`) });
/** Indicators beside the sample's: of one element, of an agency, in time, and one that stands on such a one. */
const given: Record<string, { formula: string; example: string }> = {
  complete: { formula: 'R{served.REPORTING_RATE}', example: '"R{served.REPORTING_RATE}": 50\n      result: 50' },
  agency: { formula: '100 * R{dinkes.ACTUAL_REPORTS} / R{dinkes.EXPECTED_REPORTS}', example: '"R{dinkes.ACTUAL_REPORTS}": 1\n        "R{dinkes.EXPECTED_REPORTS}": 4\n      result: 25' },
  punctual: { formula: 'R{served.REPORTING_RATE_ON_TIME}', example: '"R{served.REPORTING_RATE_ON_TIME}": 5\n      result: 5' },
  beyond: { formula: 'N{complete} - R{served.REPORTING_RATE}.periodOffset(-2)', example: '"N{complete}": 5\n        "R{served.REPORTING_RATE}.periodOffset(-2)": 1\n      result: 4' },
};
const indicators = Object.entries(given).map(([name, { formula, example }]) => (samplePack['indicators.yaml'] ?? '').replace('code: health', `code: ${name}`).replace('"100 * #{served} / #{people}"', JSON.stringify(formula)).replace(/ {2}series:\n {4}- utama\n/, '').replace(/values:\n[\s\S]*$/, `values:\n        ${example}\n`)).join('');

const cells = async (of: string, view: 'current' | 'published' = 'current'): Promise<Record<string, number | null>> =>
  Object.fromEntries((await forRegionRead(db, code, (tx) => listCells(tx, view, { indicators: [of] }))).map((cell) => [`${cell.areaCode} ${cell.period}`, cell.value]));
const enter = async (area: string, day: string, submit = true) => forRegion(db, code, async (tx) => {
  const key = { cycleCode: 't2023', elementCode: 'served', areaCode: area, seriesCode: 'utama' };
  const seen = (await cycles.itemsAt(tx, [key]))[0]?.revision ?? null;
  return cycles.enter(ctx(day), tx, { today: day, permit: () => undefined, submit, origin: 'simulated', values: [{ ...key, seen, value: '600', applicable: true, quality: 'final', note: null }] });
});
const work = () => workStale(ctx(), code);

beforeAll(async () => {
  db = await testDb();
  await loadPack(newContext(db, 'pack', () => undefined), writeSample({ ...cycleFiles, 'indicators.yaml': `${samplePack['indicators.yaml']}${indicators}` }));
});
afterAll(() => db.close());

describe('reporting rates in formulas', () => {
  it('count the items of an area and of those below, also where nobody has reported', async () => {
    expect(await cells('complete')).toEqual({ '99.77 2021': 100, '99.77 2023': 0, '99.77.01 2023': 0 });
    expect((await forRegionRead(db, code, (tx) => cycles.reports(tx, 'served')))).toMatchObject([{ areaCode: '99.77', period: '2021', expected: 1 }, { areaCode: '99.77', period: '2023', expected: 1, current: { actual: 0, onTime: 0 } }, { areaCode: '99.77.01', expected: 1 }]);
  });
  it('follow what is sent on, in the workspace at once told as waiting, on the portal once published', async () => {
    await enter('99.77', '2024-01-05', false);
    await work();
    expect((await cells('complete'))['99.77 2023']).toBe(0); // entered is not reported
    await enter('99.77', '2024-01-05');
    expect((await cells('complete'))['99.77 2023']).toBe(0);
    expect((await forRegionRead(db, code, (tx) => listCells(tx, 'current', { indicators: ['health'] }))).find((cell) => cell.areaCode === code && cell.period === '2023')?.value).toBe(50); // the rest is not kept waiting
    expect(await work()).toBe(true);
    expect([(await cells('complete'))['99.77 2023'], (await cells('agency'))['99.77 2023'], (await cells('punctual'))['99.77 2023'], (await cells('beyond'))['99.77 2023']]).toEqual([50, 50, 50, -50]);
    expect((await cells('complete', 'published'))['99.77 2023']).toBe(0);
    for (const action of ['approve', 'verify', 'publish'] as const) {
      await forRegion(db, code, async (tx) => {
        const key = { cycleCode: 't2023', elementCode: 'served', areaCode: code, seriesCode: 'utama' };
        return cycles.take(ctx(), tx, { today: '2024-01-05', permit: () => undefined, action, items: [{ ...key, seen: (await cycles.itemsAt(tx, [key]))[0]?.revision ?? null }], reason: null });
      });
    }
    await work();
    expect((await cells('complete', 'published'))['99.77 2023']).toBe(50);
  });
  it('tell what came late apart', async () => {
    await enter('99.77.01', '2024-01-20');
    await work();
    expect([(await cells('complete'))['99.77 2023'], (await cells('punctual'))['99.77 2023'], (await cells('punctual'))['99.77.01 2023']]).toEqual([100, 50, 0]);
  });
  it('are computed again when a cycle asks for more', async () => {
    await forRegion(db, code, (tx) => cycles.open(ctx(), tx, { code: 'lagi', nameId: 'L', nameEn: 'L', period: '2023', opensOn: '2024-01-01', enterBy: '2024-02-01', submitBy: '2024-02-02', approveBy: '2024-02-03', verifyBy: '2024-02-04', publishBy: '2024-02-05', locks: null, noteId: null, noteEn: null, sourceCode: null }));
    await work();
    expect(await forRegionRead(db, code, everything)).toEqual(await asIf(db, code, (tx) => settleWhole(tx, { all: true }, new Date()), everything));
  });
  it('leave what a whole computation would give', async () => {
    expect(await forRegionRead(db, code, everything)).toEqual(await asIf(db, code, (tx) => settleWhole(tx, { all: true }, new Date()), everything));
  });
});

it('are told as a sentence in both languages, and refused of what nobody is asked for', () => {
  const name = () => ({ id: 'penduduk yang dilayani', en: 'people served' });
  expect(formulas.tell(parseFormula('R{served.REPORTING_RATE_ON_TIME}'), name)).toEqual({ id: 'kelengkapan laporan penduduk yang dilayani yang tepat waktu', en: 'the reporting rate of people served in time' });
  expect(formulas.tell(parseFormula('100 * R{dinkes.ACTUAL_REPORTS} / R{dinkes.EXPECTED_REPORTS}'), () => null).en).toBe('the number of reports of dinkes that have come as a percentage of the number of reports of dinkes that are asked for');
  const known = ({ sigil, code: of }: { sigil: string; code: string }) => (sigil === 'R' && of !== 'served' ? undefined : formulas.reportUnit('REPORTING_RATE'));
  expect(() => formulas.check('R{nobody.REPORTING_RATE}', known)).toThrow(/nobody/);
  expect(() => formulas.check('R{served.REPORTING_RATE}.yearToDate()', known)).toThrow();
});
