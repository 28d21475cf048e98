import { describe, expect, it, test } from 'vitest';
import { homePage } from './home-page.ts';
import { headlineIndicator } from '../lookups.ts';
import type { NodeState, Plan, PlanLink, RegionModel } from '../region-model.ts';
import { anIndicator, aRegionModel, bySlot } from '../samples.ts';
import { plain } from '../sentence.ts';
import { telling } from '../telling.ts';

const model = aRegionModel();
const plan = model.plans.get('rpjmd-2018') as Plan;
const page = homePage(telling(model, 'id', ''));
const english = homePage(telling(model, 'en', '/en'));
const told = (sentences: Parameters<typeof plain>[0][] | undefined): string => (sentences ?? []).map(plain).join(' ');

test('the headline is the finding, in both languages', () => {
  expect(plain(page.headline)).toBe('Lima janji: satu dapat dinilai, satu membaik, satu baru punya satu angka, satu belum punya data, satu belum punya ukuran');
  expect(plain(english.headline)).toBe('Five promises: one can be assessed, one improved, one has a single figure so far, one has no data yet, one has no measure yet');
  expect(page.spelled).toBe(true);
});

describe('each promise says how it stands', () => {
  it.each([
    ['m1', 'Penduduk miskin 9,45% (2023), turun 3,74\u00a0poin sejak 2017. Target 8% belum tercapai. Dari satu di antara dua ukurannya: nilai 84,7, capaian tinggi (2023). Bila sisanya diketahui, nilainya antara 42,3 dan 92,3.'],
    ['m2', 'Indeks reformasi birokrasi 80,71 (2024), naik 21,29 sejak 2021. Belum ada target bersumber.'],
    ['m3', 'Kualitas lingkungan hidup 61,74 (2022). Baru satu angka, jadi arahnya belum diketahui. Belum ada target bersumber.'],
    ['m4', 'Belum punya ukuran. Tanpa ukuran, janji ini tidak dapat dinilai dari data.'],
    ['m5', 'Belum ada data untuk Jalan kondisi mantap.'],
  ])('%s', (code, expected) => expect(told(page.promises.find((one) => one.code === code)?.sentences)).toBe(expected));

  it('in English too', () => {
    expect(told(english.promises[0]?.sentences)).toBe('People in poverty 9.45% (2023), down 3.74\u00a0points since 2017. Target of 8% not met. From one of its two measures: score 84.7, high achievement (2023). Once the rest is known, it lies between 42.3 and 92.3.');
  });
  it('marks what is provisional, and what lies after the plan', () => {
    expect(page.promises[1]).toMatchObject({ tags: ['provisional'], after: true });
    expect(page.promises[0]).toMatchObject({ tags: [], after: false });
  });
  it('opens every figure', () => {
    const hrefs = page.promises.flatMap((one) => one.sentences.flat()).flatMap((part) => (part.kind === 'figure' ? [part.figure.href] : []));
    expect(hrefs?.slice(0, 4)).toEqual([
      '/mengapa/indikator/MISKIN/16.99/2023', '/mengapa/perubahan/rpjmd-2018/MISKIN', '/mengapa/indikator/MISKIN/16.99/2023#target', '/mengapa/rencana/rpjmd-2018/m1/2023',
    ]);
    expect(english.promises[0]?.sentences[0]?.find((part) => part.kind === 'figure')).toMatchObject({ figure: { href: '/en/mengapa/indikator/MISKIN/16.99/2023', shown: '9.45%', value: '9.45' } });
  });
});

test('what is not known is counted, with its rows on the page', () => {
  expect(page.unknown.rows.map((row) => `${plain(row.head)} ${plain(row.body)}`)).toEqual([
    '1 janji tanpa ukuran: Rakyat aman.', '4 dari 5 ukuran tanpa target bersumber.', '1 ukuran belum ada data: Jalan kondisi mantap.',
  ]);
  expect(page.unknown.measures.map((one) => [one.code, one.hasTarget, one.hasValue])).toEqual([
    ['MISKIN', true, true], ['RB', false, true], ['IKLH', false, true], ['STUNTING', false, true], ['JALAN', false, false],
  ]);
});

test('where every promise is assessed, the headline says the classes', () => {
  const states = new Map([...model.nodeStates].map(([key, state]) => [key, { ...state, state: 'scored' as const }]));
  const score = [...model.nodeScores.values()][0]?.[0];
  const scores = new Map(['m1', 'm2', 'm3', 'm4', 'm5'].map((code, n) => [`plan/rpjmd-2018/${code}`, score ? [{ ...score, nodeCode: code, class: n === 0 ? 5 : 3 }] : []]));
  expect(plain(homePage(telling(aRegionModel({ nodeStates: states, nodeScores: scores }), 'id', '')).headline)).toBe('Lima janji dinilai, kelas capaiannya: satu sangat tinggi, empat sedang');
});

test('the indicator that speaks: a value before none, primary before supporting, a judged target before a change', () => {
  const speaks = (codes: string[], primary = codes) => headlineIndicator(model, plan, codes, new Set(primary))?.code;
  expect(speaks(['JALAN', 'IKLH'])).toBe('IKLH');
  expect(speaks(['RB', 'MISKIN'])).toBe('MISKIN');
  expect(speaks(['IKLH', 'RB'])).toBe('RB');
  expect(speaks(['MISKIN', 'IKLH'], ['IKLH'])).toBe('IKLH');
  expect(speaks(['JALAN', 'IKLH'], ['JALAN'])).toBe('IKLH');
  expect(speaks([])).toBeUndefined();
});

describe('what a new reader misread', () => {
  const at = (over: Partial<RegionModel>) => homePage(telling(aRegionModel(over), 'id', ''));
  const asOf = (day: string) => ({ snapshot: { ...model.snapshot, asOf: day } });
  const two = { MISKIN: false, RB: true } as const;
  const judged = (codes: Record<string, boolean>) => bySlot(Object.entries(codes).map(([indicatorCode, met]) =>
    ({ indicatorCode, areaCode: '16.99', period: '2023', planCode: 'rpjmd-2018', raw: 80, capped: 80, class: 4, met, reason: null, valuePeriod: null, stated: null })));
  it.each([
    [{}, 'Belum ada target yang dapat dinilai.'], [{ MISKIN: false }, 'Satu target dapat dinilai, dan belum tercapai.'], [{ MISKIN: true }, 'Satu target dapat dinilai, dan sudah tercapai.'],
    [two, 'Dari dua target terakhir yang dapat dinilai, satu tercapai dan satu belum.'], [{ MISKIN: true, RB: true }, 'Dari dua target terakhir yang dapat dinilai, semuanya tercapai.'],
    [{ MISKIN: false, RB: false }, 'Dari dua target terakhir yang dapat dinilai, belum satu pun tercapai.'], [{ LEPAS: false }, 'Belum ada target yang dapat dinilai.'],
  ])('the lead says the result of %o', (codes, expected) => expect(plain(at({ achievements: judged(codes as Record<string, boolean>) }).lead)).toBe(expected));

  it('a score from half of its measures is drawn as any other, one from less as uncertain', () => {
    const [key, scores] = [...model.nodeScores][0] ?? ['', []];
    const of = (declared: number) => at({ nodeScores: new Map([[key, scores.map((score) => ({ ...score, declared }))]]) });
    expect([of(2).promises[0]?.mark.thin, of(2).thin]).toEqual([false, false]);
    expect([of(3).promises[0]?.mark.thin, of(3).thin]).toEqual([true, true]);
  });
  it('a mixed promise names what improved and what worsened', () => {
    const states = new Map(model.nodeStates).set('plan/rpjmd-2018/m1', { ...(model.nodeStates.get('plan/rpjmd-2018/m1') as NodeState), state: 'mixed' });
    expect(told(at({ nodeStates: states }).promises[0]?.sentences)).toBe('Membaik: Penduduk miskin 9,45% (2023), turun 3,74\u00a0poin sejak 2017. Memburuk: Balita stunting (2023) 25,9%'.replace(' (2023) 25,9%', ' 25,9% (2023), naik 3,1\u00a0poin sejak 2021.'));
  });
  it('a plan whose years are over says so; one in force does not', () => {
    expect(plain(at({}).over ?? [])).toBe('Masa RPJMD 2018–2023 berakhir pada 2023. Rencana penggantinya belum dimuat di sini.');
    expect(at(asOf('2023-12-31')).over).toBeNull();
  });
  it('points to the plan in force, not to the one after it, with its promises a line each', () => {
    const later = (code: string, from: string, to: string): [string, Plan] => [code, { ...plan, code, shortName: { id: code, en: code }, periodFrom: from, periodTo: to, visionWord: null, nodes: plan.nodes.slice(0, 3).map((node) => ({ ...node, planCode: code })) }];
    const found = at({ plans: new Map([[plan.code, plan], later('tengah', '2024', '2024'), later('kini', '2025', '2029')]) });
    expect(plain(found.over ?? [])).toBe('Masa RPJMD 2018–2023 berakhir pada 2023. Sejak 2025 berlaku kini: janjinya di bawah.');
    expect(found.next?.promises.map((one) => [one.text, one.href])).toEqual([['Miskin berkurang', '/rencana/kini/m1'], ['Aparatur melayani', '/rencana/kini/m2']]);
  });
  it('lists no more than a hundred measures, and then tells no number that no row proves', () => {
    const many = Array.from({ length: 130 }, (_, n) => anIndicator(`X${n}`, { id: `Uji ${n}`, en: `Test ${n}` }));
    const link = model.planLinks[0] as PlanLink;
    const page = at({ indicators: new Map(many.map((one) => [one.code, one])), planLinks: many.map((one) => ({ ...link, code: one.code })) });
    expect([page.unknown.measures.length, page.unknown.cut]).toEqual([100, true]);
    expect(page.unknown.rows.map((row) => plain(row.head))).toContain('Lebih dari seratus dari lebih dari seratus');
    expect(page.unknown.rows.flatMap((row) => row.head).filter((part) => part.kind === 'count' && !part.rows.includes('promises'))).toEqual([]);
  });
});

test('a region without a plan says so, and still what needs attention', () => {
  const bare = homePage(telling(aRegionModel({ plans: new Map() }), 'id', ''));
  expect(plain(bare.headline)).toBe('Belum ada rencana yang dimuat');
  expect(bare.attention.rows.map((row) => row.code)).toContain('STUNTING');
  expect(bare.promises).toEqual([]);
});
