import { describe, expect, it, test } from 'vitest';
import { homePage } from './home-page.ts';
import { headlineIndicator } from '../lookups.ts';
import type { Plan } from '../region-model.ts';
import { aRegionModel, bySlot } from '../samples.ts';
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
    ['m1', 'Penduduk miskin 9,45% (2023), turun 3,74\u00a0poin sejak 2017. Target 8% belum tercapai. Nilai 84,7, tinggi (2023), dari satu di antara dua ukurannya.'],
    ['m2', 'Indeks reformasi birokrasi 80,71 (2024), naik 21,29 sejak 2021. Belum ada target bersumber.'],
    ['m3', 'Kualitas lingkungan hidup 61,74 (2022). Baru satu angka, jadi arahnya belum diketahui. Belum ada target bersumber.'],
    ['m4', 'Belum punya ukuran. Tanpa ukuran, janji ini tidak dapat dinilai dari data.'],
    ['m5', 'Belum ada data untuk Jalan kondisi mantap.'],
  ])('%s', (code, expected) => expect(told(page.promises.find((one) => one.code === code)?.sentences)).toBe(expected));

  it('in English too', () => {
    expect(told(english.promises[0]?.sentences)).toBe('People in poverty 9.45% (2023), down 3.74\u00a0points since 2017. Target of 8% not met. Score 84.7, high (2023), from one of its two measures.');
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
  expect(plain(homePage(telling(aRegionModel({ nodeStates: states, nodeScores: scores }), 'id', '')).headline)).toBe('Lima janji dinilai: satu sangat tinggi, empat sedang');
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

test('a region without a plan has no front page to draw', () => expect(() => homePage(telling(aRegionModel({ plans: new Map() }), 'id', ''))).toThrow('plan.none'));
