import { expect, it, test } from 'vitest';
import { rowsOf } from '#kernel/pack-parts.ts';
import { scoreRegion } from '#scores/index.ts';
import { knownOn } from './known.ts';
import { makeContoh, seed } from './make.ts';
import type { Data } from './rows.ts';

// What the example exists for: each case that a page must be able to show. A case that is lost here is lost on every page.
const tables = makeContoh(seed);
const rows = (table: string): Data[] => rowsOf(tables, table).map((row) => row.data);
const known = knownOn(tables, '2026-11-24');
const scored = scoreRegion(known);
const front = 'rpjmd-2025-2029';
const found = (indicator: string, period: string) => scored.achievements.find((one) => one.indicatorCode === indicator && one.period === period && one.planCode === front && one.areaCode === '99.01');
const nodes = rows('plan.node').filter((node) => node.plan_code === front);

interface Expected {
  raw?: number | null;
  capped?: number;
  class?: number;
  met?: boolean;
  reason?: string;
  valuePeriod?: string;
}
const cases: [what: string, indicator: string, period: string, expected: Expected][] = [
  ['higher, over target', 'petugas-loket', '2025', { raw: 120, capped: 100, met: true }],
  ['higher, actual zero', 'perahu-baca', '2025', { raw: 0, capped: 0, met: false }],
  ['higher, actual negative', 'laba-perusahaan', '2025', { raw: -30, capped: 0, met: false }],
  ['higher, target negative', 'tutupan-rimba', '2025', { raw: 120, met: true }],
  ['higher, missing', 'kunjungan-wisata', '2025', { raw: null, reason: 'missing' }],
  ['not applicable', 'kios-apung', '2025', { raw: null, reason: 'not_applicable' }],
  ['lower by ratio, actual zero', 'kebakaran-pasar', '2025', { raw: null, capped: 100, reason: 'nothing_left' }],
  ['lower reflected, actual zero', 'desa-tanpa-sinyal', '2025', { raw: 200, capped: 100 }],
  ['zero target, met', 'korban-tenggelam', '2025', { raw: 100, met: true }],
  ['zero target, missed', 'korban-tenggelam', '2026', { raw: 0, met: false }],
  ['range, inside', 'isi-kelas', '2025', { raw: 100, met: true }],
  ['range, above', 'muka-air-tanah', '2026', { met: false, class: 4 }],
  ['milestone, behind', 'peraturan-masterplan', '2025', { raw: 50, class: 1 }],
  ['milestone, reached', 'peraturan-masterplan', '2026', { raw: 100, met: true }],
  ['yes/no, no', 'data-terbuka', '2025', { raw: 0, met: false }],
  ['yes/no, yes', 'data-terbuka', '2026', { raw: 100, met: true }],
  ['cumulative, a quarter', 'sertifikat-tanah', '2026Q3', { met: false, class: 2 }],
  ['cumulative, the year by its last quarter', 'sertifikat-tanah', '2025', { met: false, valuePeriod: '2025Q4' }],
  ['cumulative, the year still open', 'sertifikat-tanah', '2026', { raw: null, reason: 'year_open' }],
  ['latest, the year by its last quarter', 'rumah-pipa', '2025', { valuePeriod: '2025Q4' }],
  ['periodic percentage, a quarter', 'obat-tersedia', '2026Q3', { met: false }],
];
test.each(cases)('%s', (_, indicator, period, { raw, ...expected }) => {
  const achievement = found(indicator, period);
  expect(achievement).toMatchObject(expected);
  if (raw === null) expect(achievement?.raw).toBeNull();
  else if (raw !== undefined) expect(achievement?.raw).toBeCloseTo(raw, 6);
});

it('has every class among the nodes and among the indicators', () => {
  const classes = (of: { class: number | null }[]): number[] => [...new Set(of.flatMap((one) => one.class ?? []))].sort();
  expect(classes(scored.nodeScores.filter((one) => one.treeCode === front && one.period === '2026'))).toEqual([1, 2, 3, 4, 5]);
  expect(classes(scored.achievements)).toEqual([1, 2, 3, 4, 5]);
});

it('goes down to sub-activities; strategies are no components', () => {
  expect(nodes.length).toBeGreaterThanOrEqual(45);
  expect(nodes.length).toBeLessThanOrEqual(70);
  const levels = rows('plan.plan').find((plan) => plan.code === front)?.levels as { code: string; component?: true }[];
  expect(levels.filter((level) => level.component).map((level) => level.code)).toEqual(['mission', 'goal', 'objective', 'programme', 'activity', 'sub-activity']);
});

it('has weights of 100 among the parts of each node, or none at all', () => {
  const links = rows('plan.link').filter((link) => link.kind === 'indicator');
  const wrong = rows('plan.node').flatMap((node) => {
    const below = rows('plan.node').filter((one) => one.plan_code === node.plan_code && one.parent_code === node.code && one.level !== 'strategy');
    const own = links.filter((link) => link.plan_code === node.plan_code && link.node_code === node.code);
    const weights = [...below, ...own].map((one) => one.weight ?? null);
    if (weights.every((weight) => weight === null)) return [];
    const sum = weights.reduce<number>((total, weight) => total + Number(weight ?? Number.NaN), 0);
    return sum === 100 ? [] : [`${node.plan_code} ${node.code}: ${weights.join(' + ')}`];
  });
  expect(wrong).toEqual([]);
});

it('links each objective of an agency to a node of the RPJMD, and some targets differ between the two', () => {
  const objectives = rows('plan.node').filter((node) => node.plan_code !== front && node.level === 'objective');
  expect(objectives.length).toBeGreaterThanOrEqual(4);
  expect(objectives.filter((node) => !nodes.some((one) => one.code === node.serves_code))).toEqual([]);
  const ofPlan = (plan: string): unknown => rows('indicators.target').find((target) => target.indicator_code === 'layanan-tepat-waktu' && target.period === '2026' && target.plan_code === plan)?.value;
  expect([ofPlan(front), ofPlan('renstra-layanan-2025-2029')]).toEqual(['60', '50']);
});

it('has three sources more than 10 % apart at the latest value, and one pair that differs by less', () => {
  const at = (element: string, period: string): number[] => known.values.filter((value) => value.elementCode === element && value.period === period).map((value) => Number(value.value));
  const apart = (amounts: number[]): number => (Math.max(...amounts) - Math.min(...amounts)) / Math.max(...amounts);
  expect(at('STUNTING', '2026').length).toBe(3);
  expect(apart(at('STUNTING', '2026'))).toBeGreaterThan(0.1);
  expect(at('MISKIN', '2025').length).toBe(2);
  expect(apart(at('MISKIN', '2025'))).toBeLessThan(0.1);
});

it('keeps self-stated values beside verified ones, with another figure, and some that are stated alone', () => {
  expect(known.cells.filter((cell) => cell.statedValue !== null && cell.areaCode === '99.01').map((cell) => cell.indicatorCode).sort()).toEqual(['balita-ditimbang', 'hari-loket', 'keluhan-terjawab', 'layanan-tepat-waktu', 'sertifikat-tanah']);
  expect(known.values.filter((value) => value.assurance === 'stated').length).toBeGreaterThan(5);
});

it('has indicators of several agencies whose parts make 100', () => {
  const shares = Map.groupBy(rows('indicators.indicator_agency'), (row) => row.indicator_code);
  expect(shares.size).toBeGreaterThanOrEqual(3);
  for (const [code, parts] of shares) expect(parts.reduce((sum, part) => sum + Number(part.weight), 0), String(code)).toBe(100);
});

it('has an indicator silent for two periods, one that worsened, and districts with two years of at least six', () => {
  expect(known.cells.filter((cell) => cell.indicatorCode === 'baca-anak' && cell.value !== null).map((cell) => cell.period).at(-1)).toBe('2023');
  expect(scored.standings.some((one) => one.planCode === front && one.verdict === 'worsened')).toBe(true);
  const districts = rows('data.value').filter((row) => row.area_code === '99.01.03');
  const elements = [...Map.groupBy(districts, (row) => row.element_code).values()].filter((own) => new Set(own.map((row) => row.period)).size >= 2);
  const told = rows('indicators.indicator').filter((indicator) => elements.some((own) => String(indicator.formula).includes(`#{${own[0]?.element_code}}`)));
  expect(told.length).toBeGreaterThanOrEqual(6);
});
