import { expect, it } from 'vitest';
import { computeCells } from './compute-cells.ts';
import type { Indicator } from './indicators.store.ts';

type Values = Parameters<typeof computeCells>[1];
const indicator = (formula: string, series: string[]): Indicator => ({ code: 'i', formula, series, periodKind: 'year', missing: 'skip_if_any', version: 1 }) as Indicator;
const value = (elementCode: string, seriesCode: string, given: string | null): Values[number] => ({
  elementCode, areaCode: '99.77', period: '2021', seriesCode, value: given, applicable: given !== null, status: 'published', withdrawn: false, quality: 'final', origin: 'reported', assurance: null, revision: 1,
});

it('takes the first series with a value; one that is not applicable hides none behind it', () => {
  const of = (values: Values) => computeCells(indicator('#{A}', ['utama', 'lama']), values)[0];
  expect(of([value('A', 'utama', null), value('A', 'lama', '7')])).toMatchObject({ value: 7, seriesCode: 'lama', applicable: true });
  expect(of([value('A', 'utama', null)])).toMatchObject({ value: null, reason: 'not_applicable' });
  expect(of([value('A', 'lama', '7'), value('A', 'utama', '8')])).toMatchObject({ value: 8, seriesCode: 'utama' });
});
