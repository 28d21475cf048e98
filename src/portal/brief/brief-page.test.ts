import { describe, expect, it, test } from 'vitest';
import { movementView } from '../indicator/indicator-movement.ts';
import type { Indicator, RegionModel } from '../region-model.ts';
import { aCell, anIndicator, aRegionModel } from '../samples.ts';
import { type Part, plain } from '../sentence.ts';
import { telling } from '../telling.ts';
import { briefPage, rankedMovements } from './brief-page.ts';

/** The sample region with rows of four years, one for each given indicator. */
function moving(rows: Record<string, number[]>, over: Partial<Indicator> = {}): RegionModel {
  const model = aRegionModel();
  for (const [code, values] of Object.entries(rows)) {
    model.indicators.set(code, anIndicator(code, { id: `Uji ${code}`, en: `Test ${code}` }, { decimals: 1, ...over }));
    model.cells.set(code, values.map((value, n) => aCell(code, String(2020 + n), value)));
  }
  return model;
}
const page = (model: RegionModel, lang: 'id' | 'en' = 'id') => briefPage(telling(model, lang, ''));
const figureIn = (parts: Part[]) => parts.flatMap((part) => (part.kind === 'figure' ? [part.figure] : []));

describe('what moved most', () => {
  const model = moving({ A: [10, 11, 10, 13], B: [10, 20, 10, 15], C: [1, 2, 3, 3], D: [5, 5, 5, 9], E: [1, 2] });
  it('ranks by the change in times of the usual one; what did not move is none', () => {
    expect(rankedMovements(model).ranked.map((row) => [row.indicator.code, Number(row.found.ratio.toFixed(3))])).toEqual([['A', 3], ['B', 0.5], ['C', 0]]);
    expect(page(model).moved.map((row) => plain(row.sentence))).toEqual(['Uji A (2023) naik 3\u00a0poin sejak 2022: 3 kali gerak biasanya.', 'Uji B (2023) naik 5\u00a0poin sejak 2022: 0,5 kali gerak biasanya.']);
  });
  it('counts what cannot be ranked, and names it', () => {
    expect(plain(page(model).unranked?.words ?? [])).toBe('Tujuh ukuran lain belum dapat dibandingkan dengan gerak biasanya');
    expect(page(model).unranked?.names.map((one) => plain([one]))).toContain('Uji D');
  });
  it('opens every ratio to its sum', () => expect(figureIn(page(model).moved[0]?.sentence ?? []).at(-1)).toMatchObject({ href: '/indikator/A#gerak', value: '3' }));
  it('lists five at most', () => expect(page(moving(Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`X${n}`, [1, 2, 1, 9]])))).moved).toHaveLength(5));
  it('says no number beyond a dozen that no row proves', () => {
    const many = page(moving(Object.fromEntries(Array.from({ length: 120 }, (_, n) => [`X${n}`, n < 20 ? [1, 2, 1, 9] : [1, 2]]))));
    expect(plain(many.headline)).toContain('Banyak angka bergerak lebih dari biasanya');
    expect(plain(many.unranked?.words ?? [])).toBe('Lebih dari seratus ukuran lain belum dapat dibandingkan dengan gerak biasanya');
    expect(many.unranked?.names).toEqual([]);
  });
});

test('the headline is the finding, in both languages', () => {
  expect(plain(page(moving({ A: [10, 11, 10, 13] })).headline)).toBe('Satu dari satu angka yang dapat dibandingkan bergerak lebih dari biasanya; lima ukuran perlu perhatian');
  expect(plain(page(moving({ A: [10, 11, 10, 13] }), 'en').headline)).toBe('One of the one figure that can be compared moved more than usual; five measures need attention');
});

test('a region without plan, measure or pillar is said to be calm, not broken', () => {
  const bare = page(aRegionModel({ plans: new Map(), masterplan: null, indicators: new Map() }));
  expect(plain(bare.headline)).toBe('Belum ada angka yang dapat dibandingkan dengan gerak biasanya; tidak ada ukuran yang memenuhi aturan perhatian');
  expect([bare.moved, bare.attention, bare.pillars, bare.unranked]).toEqual([[], [], [], null]);
});

test('the day is the snapshot’s, never the clock’s', () => expect(plain([page(aRegionModel()).asOf])).toBe('24 November 2026'));

describe('the sum behind a movement, on the page of the indicator', () => {
  const view = (values: number[], over: Partial<Indicator> = {}) => {
    const model = moving({ A: values }, over);
    return movementView(telling(model, 'id', ''), model.indicators.get('A') as Indicator);
  };
  it('shows the latest change, the usual one and how many times', () => {
    const found = view([10, 11, 10, 13]);
    expect(plain(found?.lead ?? [])).toBe('Dari 2022 ke 2023 naik 3\u00a0poin: 3 kali gerak biasanya.');
    expect(found?.sum && [found.sum.latest, found.sum.usual, found.sum.ratio].map((part) => plain([part]))).toEqual(['3\u00a0poin', '1\u00a0poin', '3']);
    expect(found?.rows.map((row) => `${plain([row.from])} ${plain(row.change)}${row.latest ? ' *' : ''}`)).toEqual(['2022 naik 3\u00a0poin *', '2021 turun 1\u00a0poin', '2020 naik 1\u00a0poin']);
  });
  it.each([[[10, 11], 'dua perubahan sebelumnya'], [[5, 5, 5, 9], 'tidak pernah bergerak']])('says why %o has no ratio', (values, words) => {
    expect(plain(view(values)?.lead ?? [])).toContain(words);
    expect(view(values)?.sum).toBeNull();
  });
  it('is not there for a single value', () => expect(view([10])).toBeNull());
});
