import { describe, expect, it, test } from 'vitest';
import type { PeriodKind } from '#kernel/periods.ts';
import type { Achievement, Cell, Plan } from '../region-model.ts';
import { aCell, anIndicator, aRegionModel, aValue, bySlot } from '../samples.ts';
import { plain } from '../sentence.ts';
import { telling } from '../telling.ts';
import { attentionRows, isFarApart, isLow, silentPeriods } from './attention-rules.ts';
import { attentionViews } from './attention-view.ts';

const model = aRegionModel();
const plan = model.plans.get('rpjmd-2018') as Plan;
const achieved = (capped: number | null, planCode = plan.code): Achievement =>
  ({ indicatorCode: 'RB', areaCode: '16.99', period: '2024', planCode, raw: capped, capped, class: null, met: false, reason: null, valuePeriod: null, stated: null });

describe('class at most 50: the latest judged achievement is at most the lowest band of its plan', () => {
  const strict: Plan = { ...plan, code: 'strict', scoring: { floor: 0, cap: 100, bands: [95, 85, 75, 60] } };
  const plans = new Map([[plan.code, plan], ['strict', strict]]);
  it.each([
    ['exactly 50', achieved(50), true], ['what doubles make of 50', achieved(50 + 1e-12), true], ['just above', achieved(50.01), false], ['zero', achieved(0), true], ['below zero, where the floor allows it', achieved(-20), true],
    ['no ratio', achieved(null), false], ['never judged', null, false], ['the band of its own plan', achieved(60, 'strict'), true], ['just above that band', achieved(60.1, 'strict'), false],
    ['a target that no plan set', achieved(50, ''), true], ['a plan that is gone', achieved(51, 'gone'), false],
  ] as [string, Achievement | null, boolean][])('%s', (_, achievement, low) => expect(isLow(achievement, plans)).toBe(low));

  it('reads the latest judged one, met or not', () => {
    const older = { ...achieved(20), period: '2023' };
    expect(attentionRows(aRegionModel({ achievements: bySlot([older, achieved(80)]) }), plan).some((row) => row.indicator.code === 'RB')).toBe(false);
    expect(attentionRows(aRegionModel({ achievements: bySlot([{ ...achieved(50), met: true }]) }), plan)[0]).toMatchObject({ indicator: { code: 'RB' }, rules: ['low_class'] });
  });
});

describe('silent: the last two ended periods have no value, one before had', () => {
  const row = (...cells: [string, number | null, Partial<Cell>?][]) => cells.map(([period, value, over]) => aCell('X', period, value, over));
  it.each([
    ['last value three years back', row(['2023', 1]), 'year', '2026-11-24', ['2024', '2025']], ['the year before last is there', row(['2024', 1]), 'year', '2026-11-24', null],
    ['the last is there, the one before not', row(['2023', 1], ['2025', 1]), 'year', '2026-11-24', null], ['the running year has a value already', row(['2023', 1], ['2026', 1]), 'year', '2026-11-24', null],
    ['cells without a value count as none', row(['2023', 1], ['2024', null], ['2025', null]), 'year', '2026-11-24', ['2024', '2025']], ['never had a value', row(['2024', null]), 'year', '2026-11-24', null], ['no cell at all', [], 'year', '2026-11-24', null],
    ['a year is not over on its last day', row(['2024', 1]), 'year', '2026-12-31', null], ['it is on the next', row(['2024', 1]), 'year', '2027-01-01', ['2025', '2026']],
    ['does not apply is not missing', row(['2023', 1], ['2024', null, { applicable: false }], ['2025', null]), 'year', '2026-11-24', null],
    ['two quarters', row(['2026Q1', 1]), 'quarter', '2026-11-24', ['2026Q2', '2026Q3']], ['one quarter is no silence', row(['2026Q2', 1]), 'quarter', '2026-11-24', null], ['across the turn of the year', row(['2025Q2', 1]), 'quarter', '2026-01-15', ['2025Q3', '2025Q4']],
    ['two months', row(['2026-08', 1]), 'month', '2026-11-24', ['2026-09', '2026-10']], ['a real zero is a value', row(['2024', 0]), 'year', '2026-11-24', null],
    ['told by quarters within the year before last', row(['2024Q4', 1]), 'year', '2026-11-24', null],
  ] as [string, Cell[], PeriodKind, string, [string, string] | null][])('%s', (_, cells, kind, asOf, silent) => expect(silentPeriods(cells, kind, asOf)).toEqual(silent));

  it('counts from the snapshot, never from the clock', () => {
    const at = (asOf: string) => attentionRows(aRegionModel({ snapshot: { ...model.snapshot, asOf } }), plan).filter((row) => row.silent !== null).map((row) => row.indicator.code);
    expect(at('2024-06-01')).toEqual([]);
    expect(at('2026-11-24')).toEqual(['STUNTING', 'MISKIN', 'IKLH', 'LEPAS']);
  });
});

describe('disputed: more than 10 % of the used value apart', () => {
  it.each([
    ['exactly 10 %', '100', '110', false], ['just more', '100', '110.01', true], ['below by 10 %', '100', '90', false], ['below by more', '100', '89.9', true], ['a tenth that doubles miss', '9', '9.9', false],
    ['beside a used zero any difference', '0', '0.001', true], ['zero beside zero', '0', '0.0', false], ['a negative value', '-10', '-11', false], ['across zero', '-10', '1', true], ['the other is zero', '5', '0', true],
  ] as const)('%s', (_, used, other, far) => expect(isFarApart({ element: 'X', used, other: aValue('X', '2023', other) })).toBe(far));

  it('passes over sources that nearly agree', () => {
    const near = aRegionModel();
    near.values.set('STUNTING|lain|2023', aValue('STUNTING', '2023', '25', { seriesCode: 'lain' }));
    expect(attentionRows(near, plan).find((row) => row.indicator.code === 'STUNTING')?.rules).toEqual(['worsened', 'silent']);
  });
});

test('rows stand by the gravest rule, then by how many hold, then what was promised, then the newest', () => {
  expect(attentionRows(model, plan).map((row) => [row.indicator.code, row.rules])).toEqual([
    ['STUNTING', ['worsened', 'silent', 'disputed']], ['MISKIN', ['silent']], ['IKLH', ['silent']], ['LEPAS', ['silent']],
  ]);
  expect(attentionRows(aRegionModel({ achievements: bySlot([achieved(30)]) }), plan)[0]?.indicator.code).toBe('RB');
  const newer = aRegionModel();
  newer.indicators.set('BARU', anIndicator('BARU', { id: 'Baru', en: 'New' }));
  newer.cells.set('BARU', [aCell('BARU', '2023', 1)]);
  expect(attentionRows(newer, plan).map((row) => row.indicator.code)).toEqual(['STUNTING', 'MISKIN', 'IKLH', 'LEPAS', 'BARU']);
});

test('a missed target alone is no rule; without a plan nothing has worsened', () => {
  const open = aRegionModel({ snapshot: { ...model.snapshot, asOf: '2024-06-01' } });
  expect(attentionRows(open, plan).map((row) => row.indicator.code)).toEqual(['STUNTING']);
  expect(attentionRows(open, null).map((row) => [row.indicator.code, row.rules])).toEqual([['STUNTING', ['disputed']]]);
});

test('each row tells every rule that holds', () => {
  const [first] = attentionViews(telling(model, 'id', ''), plan);
  expect(first?.sentences.map(plain).join(' ')).toBe('Balita stunting (2023). Naik 3,1\u00a0poin sejak 2021; arah baiknya turun. Untuk 2024 dan 2025 belum ada angka. Cara ukur lain memberi 18,1%; keduanya tidak dapat disambung.');
  expect(first?.rules.map((one) => one.words)).toEqual(['memburuk menurut angka lama', 'dua tahun tanpa angka', 'sumber berbeda lebih dari 10%']);
});
