import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RegionTx } from '#kernel/regions.ts';
import { scoreRegion } from '#scores/index.ts';
import type { Achievement, Cell, DataValue, Indicator, RegionModel, Target } from '../region-model.ts';
import { aCell, anIndicator, aRegionModel, aTarget, aValue, bySlot } from '../samples.ts';
import { plain } from '../sentence.ts';
import { telling } from '../telling.ts';
import { achievementKnots } from './why-achievement.ts';
import { whyCellPage } from './why-cell.ts';
import { whyPage } from './why-page.ts';
import type { Knot, Term } from './why-views.ts';

const stages = [20, 50, 100].map((share, n) => ({ name: { id: `Tahap ke-${n + 1}`, en: `Stage ${n + 1}` }, share }));
const code = 'UJI';

/** The sample region with one indicator, its cells and targets, scored by the real rules. */
function scored(indicator: Partial<Indicator>, cells: Cell[], targets: Target[], change: (model: RegionModel) => void = () => undefined): RegionModel {
  const model = aRegionModel({ targets: bySlot(targets), cells: new Map([[code, cells.filter((cell) => cell.areaCode === '16.99')]]) });
  const made = anIndicator(code, { id: 'Uji', en: 'Test' }, indicator);
  model.indicators = new Map([[code, made]]);
  change(model);
  const known = { region: '16.99', view: 'published', frontPlan: 'rpjmd-2018', plans: [...model.plans.values()], planLinks: [], masterplan: null, pillarLinks: [], initiatives: [], indicators: [made], targets, cells };
  model.achievements = bySlot(scoreRegion(known as never).achievements as Achievement[]);
  return model;
}
const tellOf = (model: RegionModel) => telling(model, 'id', '');
const termsOf = (knot: Knot | undefined): Term[] => knot?.blocks.flatMap((block) => (block.kind === 'sum' ? block.terms : [])) ?? [];
const line = (knot: Knot | undefined): string => termsOf(knot).map((term) => `${term.op} ${term.figure ? plain([term.figure]) : '?'}`.trim()).join(' ');
const knotsOf = (model: RegionModel, cell: Cell) => achievementKnots(tellOf(model), model.indicators.get(code) as Indicator, cell);
const anEvidence = (values: DataValue[], history = values) => async <T>(_: (tx: RegionTx) => Promise<T>): Promise<T> => ({ values, history }) as T;

describe('the achievement of each kind of target, told as it is reckoned', () => {
  it.each<[string, Partial<Indicator>, number, Partial<Target>, string]>([
    ['higher', {}, 40, { value: '50' }, '40% ÷ 50% × 100 = 80,0'],
    ['lower, ratio', { direction: 'lower' }, 10, { value: '8' }, '8% ÷ 10% × 100 = 80,0'],
    ['lower, nothing left', { direction: 'lower' }, 0, { value: '8' }, '0% → 100,0'],
    ['lower, reflected', { direction: 'lower', lowerFormula: 'reflected' }, 75, { value: '50' }, '(2 × 50% − 75% ) ÷ 50% × 100 = 50,0'],
    ['a range, inside', { targetKind: 'range' }, 30, { value: '20', valueTo: '40' }, '20% ≤ 30% ≤ 40% → 100,0'],
    ['a range, below', { targetKind: 'range' }, 10, { value: '20', valueTo: '40' }, '10% ÷ 20% × 100 = 50,0'],
    ['a range, above', { targetKind: 'range' }, 50, { value: '20', valueTo: '40' }, '(2 × 40% − 50% ) ÷ 40% × 100 = 75,0'],
    ['a range from zero, below', { targetKind: 'range' }, -1, { value: '0', valueTo: '10' }, '−1% < 0% → 0,0'],
    ['a milestone', { targetKind: 'milestone', milestones: stages }, 1, { value: '2' }, '20% ÷ 50% × 100 = 40,0'],
    ['a milestone not begun', { targetKind: 'milestone', milestones: stages }, 0, { value: '2' }, '0% ÷ 50% × 100 = 0,0'],
    ['yes wanted, no given', { targetKind: 'yes_no' }, 0, { value: '1' }, 'tidak ≠ ya → 0,0'],
    ['no wanted and given', { targetKind: 'yes_no', direction: 'lower' }, 0, { value: '0' }, 'tidak = tidak → 100,0'],
    ['a zero target', { direction: 'lower' }, 5, { value: '0' }, '5% > 0% → 0,0'],
    ['a target below zero, higher', {}, -2, { value: '-5' }, '(1 + ( −2% − ( −5% )) ÷ 5 ) × 100 = 160,0'],
    ['a target below zero, lower', { direction: 'lower' }, -10, { value: '-5' }, '(1 + ( −5% − ( −10% )) ÷ 5 ) × 100 = 200,0'],
  ])('%s', (_, indicator, value, target, expected) => {
    const cell = aCell(code, '2023', value);
    const [knot] = knotsOf(scored(indicator, [cell], [aTarget(code, '2023', target.value ?? '', target)]), cell);
    expect(line(knot)).toBe(expected);
    // A number in the words of the rule is quoted, or opens; none stands bare.
    for (const part of knot?.lead ?? []) expect(part.kind === 'text' && !part.verbatim && /\d/.test(part.text)).toBe(false);
  });

  const amount = fc.integer({ min: -400, max: 400 });
  const anIndicatorOf = fc.oneof(
    fc.record({ direction: fc.constantFrom('higher' as const, 'lower' as const), lowerFormula: fc.constantFrom('ratio' as const, 'reflected' as const) }),
    fc.constant({ targetKind: 'range' as const }), fc.constant({ targetKind: 'milestone' as const, milestones: stages }), fc.constant({ targetKind: 'yes_no' as const }),
  );
  it('and every line is true as it stands', () => fc.assert(fc.property(anIndicatorOf, amount, amount, fc.nat(200), (indicator: Partial<Indicator>, given, aim, width) => {
    const { targetKind: kind } = indicator;
    const [value, wanted] = kind === 'milestone' ? [Math.abs(given) % 4, Math.abs(aim) % 4] : kind === 'yes_no' ? [Math.abs(given) % 2, Math.abs(aim) % 2] : [given, aim];
    const cell = aCell(code, '2023', value);
    const model = scored(indicator, [cell], [aTarget(code, '2023', String(wanted), kind === 'range' ? { valueTo: String(aim + width) } : {})]);
    return holds(termsOf(knotsOf(model, cell)[0]));
  }), { numRuns: 400 }));
});

/** Reckons a told line again from the exact values that its figures carry. */
function holds(terms: Term[]): boolean {
  const number = ({ figure }: Term): number => (figure?.kind === 'figure' ? Number(figure.figure.value) : figure?.kind === 'formula' ? Number(figure.text.replace('%', '').replace(',', '.')) : Number.NaN);
  const last = terms.at(-1);
  if (!last) return false;
  const signs: Record<string, string> = { '×': '*', '÷': '/', '−': '-', '≤': '<=', '≠': '!==' };
  const written = terms.slice(0, -1).map((term) => `${term.op.replace(/[×÷−≤≠]/g, (sign) => signs[sign] ?? sign).replace(/^=$/, '===')} (${number(term)})`);
  const run = (text: string): unknown => new Function(`return ${text}`)();
  if (last.op.endsWith('→')) return written.length < 3 ? written.length === 1 || run(written.join(' ')) === true : run(`${written[0]} ${written[1]}`) === true && run(`${written[1]?.replace('<=', '')} ${written[2]}`) === true;
  return Math.abs(Number(run(`${written.join(' ')} ${last.op.replace(/[×÷−]/g, (sign) => signs[sign] ?? sign).replace('=', '')}`)) - number(last)) < 1e-6;
}

describe('a year told by quarters', () => {
  const quarters = [aCell(code, '2023Q3', 60), aCell(code, '2023Q4', 76)];
  const indicator = { periodKind: 'quarter', periodMode: 'latest' } as const;
  const targets = [aTarget(code, '2023', '80'), aTarget(code, '2023Q3', '50'), aTarget(code, '2024', '90')];
  const values = quarters.map((cell) => aValue(code, cell.period, String(cell.value)));
  it('opens at the year with the last quarter’s value, and names the quarter', async () => {
    const page = await whyPage(tellOf(scored(indicator, quarters, targets)), `indikator/${code}/16.99/2023`, anEvidence(values));
    expect(page.title).toBe('Mengapa 76%?');
    expect(plain(page.lead)).toContain('Setahun dipegang angka triwulan IV 2023');
    expect(line(page.knots[0])).toBe('76% ÷ 80% × 100 = 95,0');
    expect(page.knots.map((knot) => knot.id)).toEqual(['capaian', 'target', 'data', 'sumber'].flatMap((id) => (id === 'data' ? ['rumus', id] : [id])));
    expect(termsOf(page.knots[0])[0]?.figure).toMatchObject({ figure: { href: `/mengapa/indikator/${code}/16.99/2023Q4#rumus`, value: '76' } });
  });
  it('holds a quarter against its own phase, and leads from the last quarter to the year', async () => {
    const model = scored(indicator, quarters, targets);
    expect(line((await whyPage(tellOf(model), `indikator/${code}/16.99/2023Q3`, anEvidence(values))).knots[0])).toBe('60% ÷ 50% × 100 = 120,0');
    const last = await whyPage(tellOf(model), `indikator/${code}/16.99/2023Q4`, anEvidence(values));
    expect(last.knots[0]?.lead.find((part) => part.kind === 'link')).toMatchObject({ href: `/mengapa/indikator/${code}/16.99/2023#capaian` });
  });
  it('says that a year is not over, in words', async () => {
    const open = scored(indicator, [...quarters, aCell(code, '2024Q1', 20)], targets);
    const page = await whyPage(tellOf(open), `indikator/${code}/16.99/2024`, anEvidence(values));
    expect(page.title).toBe('Mengapa belum ada angka?');
    expect(plain(page.knots[0]?.lead ?? [])).toContain('Tahunnya belum selesai');
  });
  it('also of an area below the region', async () => {
    const cells = quarters.map((cell) => ({ ...cell, areaCode: '16.99.01' }));
    const model = scored(indicator, cells, [aTarget(code, '2023', '80', { areaCode: '16.99.01' })], (one) => one.areas.set('16.99.01', { ...[...one.areas.values()][0], code: '16.99.01', level: 'district', name: 'Hulu' } as never));
    let asked = 0;
    const read = async <T>(_: (tx: RegionTx) => Promise<T>): Promise<T> => (asked++ === 0 ? cells : { values: [], history: [] }) as T;
    const page = await whyPage(tellOf(model), `indikator/${code}/16.99.01/2023`, read);
    expect(line(page.knots[0])).toBe('76% ÷ 80% × 100 = 95,0');
  });
});

describe('several plans', () => {
  const cell = aCell(code, '2023', 40);
  const withPlans = (targets: Target[]) => scored({}, [cell], targets, (model) => {
    const front = [...model.plans.values()][0];
    if (front) model.plans.set('renstra', { ...front, code: 'renstra', shortName: { id: 'Renstra', en: 'Renstra' }, scoring: { floor: 0, cap: 120, bands: [90, 75, 65, 50] } });
  });
  it('each judges by its own target, the plan in front first', () => {
    const model = withPlans([aTarget(code, '2023', '80', { planCode: 'renstra' }), aTarget(code, '2023', '50'), aTarget(code, '2023', '100', { planCode: '' })]);
    const knots = knotsOf(model, cell);
    expect(knots.map((knot) => knot.id)).toEqual(['capaian', 'target', 'capaian-renstra', 'target-renstra', 'capaian-', 'target-']);
    expect([0, 2, 4].map((n) => line(knots[n]))).toEqual(['40% ÷ 50% × 100 = 80,0', '40% ÷ 80% × 100 = 50,0', '40% ÷ 100% × 100 = 40,0']);
    expect(plain(knots[2]?.heading ?? [])).toContain('Renstra');
  });
  it('a plan whose target cannot be judged takes no other plan’s achievement', () => {
    const model = withPlans([aTarget(code, '2023', '80', { planCode: 'renstra' }), aTarget(code, '2023', '50')]);
    model.achievements = bySlot([...model.achievements.values()].flat().filter((one) => one.planCode === 'rpjmd-2018'));
    const knot = knotsOf(model, cell)[2];
    expect([plain(knot?.heading ?? []), termsOf(knot)]).toEqual(['Capaian menurut Renstra belum dapat dihitung', []]);
  });
  it('each has its own limits', () => {
    const over = aCell(code, '2023', 110);
    const model = scored({}, [over], [aTarget(code, '2023', '50')]);
    expect(knotsOf(model, over)[0]?.blocks.flatMap((block) => (block.kind === 'note' ? [plain(block.parts)] : []))[0]).toContain('dihitung 100,0');
    const under = aCell(code, '2023', -10);
    expect(knotsOf(scored({}, [under], [aTarget(code, '2023', '50')]), under)[0]?.blocks.flatMap((block) => (block.kind === 'note' ? [plain(block.parts)] : []))[0]).toContain('batas bawah');
  });
});

it('shows what was stated beside what was verified, each with who and when', () => {
  const cell = aCell(code, '2023', 40, { assurance: 'verified', statedValue: 55, inputs: [{ element: code, area: '16.99', period: '2023', series: 'utama', value: '40', revision: 2 }] });
  const model = scored({}, [cell], [aTarget(code, '2023', '50')]);
  const stated = aValue(code, '2023', '55', { assurance: 'stated', recordedBy: 'dinas', recordedAt: new Date('2026-01-05T02:00:00Z') });
  const verified = aValue(code, '2023', '40', { assurance: 'verified', revision: 2, recordedBy: 'inspektorat', recordedAt: new Date('2026-02-05T02:00:00Z') });
  const page = whyCellPage(tellOf(model), model.indicators.get(code) as Indicator, cell, { values: [verified], history: [stated, verified] });
  const knot = page.knots.find((one) => one.id === 'dinyatakan');
  expect(plain(knot?.heading ?? [])).toBe('Dinyatakan 55%, diverifikasi 40%');
  expect(knot?.blocks.flatMap((block) => (block.kind === 'facts' ? block.facts.map((fact) => [fact.label, plain(fact.value ?? []), fact.tags]) : []))).toEqual([
    ['Dinyatakan', '55 · dinas, 5 Januari 2026, 09.00', ['stated']], ['Diverifikasi', '40 · inspektorat, 5 Februari 2026, 09.00', ['verified']],
  ]);
  expect(page.knots[0]?.blocks.flatMap((block) => (block.kind === 'note' ? [plain(block.parts)] : []))[0]).toContain('110,0');
  expect(page.hero.tags).toEqual(['verified']);
});

it('says when the told figures do not add up for rounding', async () => {
  const model = aRegionModel();
  model.indicators.set('MISKIN', anIndicator('MISKIN', { id: 'Miskin', en: 'Poor' }, { direction: 'lower', decimals: 0 }));
  const page = await whyPage(tellOf(model), 'perubahan/rpjmd-2018/MISKIN', anEvidence([]));
  expect(line(page.knots[0])).toBe('9% − 13% = −4\u00a0poin');
  expect(page.knots[0]?.blocks).toHaveLength(1);
  model.cells.set('MISKIN', [aCell('MISKIN', '2017', 9.6), aCell('MISKIN', '2023', 13.4)]);
  Object.assign(model.standings.get('rpjmd-2018')?.get('MISKIN') ?? {}, { change: 3.8, verdict: 'worsened' });
  expect((await whyPage(tellOf(model), 'perubahan/rpjmd-2018/MISKIN', anEvidence([]))).knots[0]?.blocks).toHaveLength(2);
});

it('tells that a list of known codes goes on', async () => {
  const model = aRegionModel();
  for (let n = 0; n < 40; n += 1) model.indicators.set(`X${n}`, anIndicator(`X${n}`, { id: 'x', en: 'x' }));
  await expect(whyPage(tellOf(model), 'indikator/TIDAK', anEvidence([]))).rejects.toMatchObject({ params: { expected: expect.stringMatching(/, …$/) } });
});
