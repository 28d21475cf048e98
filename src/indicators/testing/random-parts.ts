import fc from 'fast-check';
import type { CountedValue } from '#data/index.ts';
import type { SlowWays, SlowWorld } from './slow-parts.ts';

/** Random values of three elements in a small tree of areas, as rows for the engine and as a map for the slow evaluator. */
export interface World {
  slow: SlowWorld;
  values: CountedValue[];
  areas: { code: string; parentCode: string | null; level: string }[];
  /** The indicator's. */
  series: string[];
  kind: 'year' | 'quarter' | 'month';
  /** Every period of that kind in which a cell may stand. */
  periods: string[];
  declared: Record<string, string[]>;
}

const region = '99.77';
const areas: World['areas'] = [
  { code: region, parentCode: null, level: 'region' }, ...['01', '02'].map((one) => ({ code: `${region}.${one}`, parentCode: region, level: 'district' })), ...['1', '2'].map((one) => ({ code: `${region}.01.${one}`, parentCode: `${region}.01`, level: 'village' })),
];
const declared: World['declared'] = { A: ['utama', 'lama', 'lain'], B: ['utama', 'lama'], W: ['utama', 'lama'] };
const categories = [['L', 'P'], ['kid', 'old']];
const two = (n: number): string => String(n).padStart(2, '0');
const periodsOf: Record<World['kind'], string[]> = { year: ['2020', '2021'], quarter: ['2020Q4', ...[1, 2, 3, 4].map((n) => `2021Q${n}`)], month: ['2020-12', ...Array.from({ length: 12 }, (_, n) => `2021-${two(n + 1)}`)] };
const every = Object.values(periodsOf).flat();

const decimal = fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 0, max: 30 }).map(String) }, { weight: 3, arbitrary: fc.integer({ min: -999, max: 999 }).map((n) => String(n / 100)) }, { weight: 1, arbitrary: fc.constantFrom('0.1', '0.2', '12345678901234567.891', '-1e-7', '3.00') }, { weight: 1, arbitrary: fc.constant('-') });
const ways: fc.Arbitrary<SlowWays> = fc.record({
  time: fc.constantFrom('sum', 'average', 'weighted', 'last', 'first', 'min', 'max', 'none'), area: fc.constantFrom('sum', 'sum', 'average', 'weighted', 'min', 'max', 'none'), weight: fc.constantFrom('W', 'W', null),
  kind: fc.constantFrom('month', 'month', 'quarter', 'year', null), categories: fc.constantFrom([], categories.slice(0, 1), categories),
});
const weight: fc.Arbitrary<SlowWays> = fc.record({ time: fc.constantFrom('sum', 'average', 'none'), area: fc.constantFrom('sum', 'none', 'weighted'), weight: fc.constantFrom(null, 'B'), kind: fc.constantFrom('month', 'quarter', null), categories: fc.constant([]) });

/** Values come in runs of periods and of areas, so that something is whole. */
const run = fc.record({
  element: fc.constantFrom('A', 'A', 'A', 'W', 'W', 'B'), options: fc.constantFrom([], [], ['L'], ['P'], ['L', 'kid'], ['L', 'old'], ['P', 'kid'], ['kid'], ['old']), series: fc.constantFrom('utama', 'utama', 'lama', 'lain'), from: fc.nat({ max: every.length - 1 }),
  long: fc.constantFrom(1, 1, 2, 3, 4, 6, 12, 13), over: fc.subarray(areas.map(({ code }) => code), { minLength: 1 }), values: fc.array(decimal, { minLength: 65, maxLength: 65 }),
});

export const aWorld: fc.Arbitrary<World> = fc.record({ A: ways, B: ways, W: weight, runs: fc.array(run, { minLength: 1, maxLength: 9 }), kind: fc.constantFrom<World['kind'][]>('year', 'year', 'quarter', 'month'), series: fc.constantFrom<string[][]>(['utama'], ['lama', 'utama'], ['utama', 'lama', 'lain'], ['none']), seed: fc.nat() })
  .map(({ A, B, W, runs, kind, series, seed }) => {
    const all: SlowWorld['ways'] = { A, B, W: { ...W, weight: W.area === 'weighted' ? W.weight : null } };
    const stored = new Map<string, string>();
    for (const one of runs) {
      if (!declared[one.element]?.includes(one.series)) continue;
      const known = all[one.element]?.categories ?? [];
      const options = known.flatMap((of) => one.options.filter((option) => of.includes(option)));
      if (options.length < one.options.length) continue;
      let n = 0;
      for (const area of one.over) for (const period of every.slice(one.from, one.from + one.long)) stored.set(`${[one.element, ...options].join('.')}|${area}|${period}|${one.series}`, one.values[n++] ?? '1');
    }
    const order = Object.fromEntries(Object.entries(declared).map(([element, own]) => [element, own.some((one) => series.includes(one)) ? series.filter((one) => own.includes(one)) : ['utama', ...own.filter((one) => one !== 'utama').sort()]]));
    return { slow: { parents: Object.fromEntries(areas.map((one) => [one.code, one.parentCode])), ways: all, stored, order }, values: shuffled(rowsOf(stored), seed), areas, series, kind, periods: periodsOf[kind], declared };
  });

/** What of A is asked for; options that it does not have are left away. */
const asked = fc.record({ element: fc.constantFrom('A', 'A', 'A', 'B'), options: fc.constantFrom<string[][]>([], [], ['L'], ['kid'], ['P', 'old'], ['old', 'P']) });
export const worldAndAsk = fc.tuple(aWorld, asked).map(([world, { element, options }]) => [world, { element, options: options.filter((one) => world.slow.ways[element]?.categories.some((known) => known.includes(one))) }] as const);

export const rowsOf = (stored: SlowWorld['stored']): CountedValue[] => [...stored].map(([key, text]) => {
  const [elementCode = '', areaCode = '', period = '', seriesCode = ''] = key.split('|');
  return { elementCode, areaCode, period, seriesCode, value: text === '-' ? null : text, applicable: text !== '-', status: 'published', withdrawn: false, quality: 'final', origin: 'reported', assurance: null, revision: 1 };
});

function shuffled<T>(rows: T[], seed: number): T[] {
  let state = seed % 2_147_483_647 || 1;
  const next = (): number => (state = (state * 48_271) % 2_147_483_647);
  return rows.map((row) => ({ row, at: next() })).sort((a, b) => a.at - b.at).map(({ row }) => row);
}
