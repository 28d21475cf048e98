import { expect, it } from 'vitest';
import { computeCells } from './compute-cells.ts';
import type { Indicator } from './indicators.store.ts';
import { noSources, placeKey, type Sources } from './read-slots.ts';

type Values = Parameters<typeof computeCells>[1];
const indicator = (formula: string, series: string[] = ['utama'], more: Partial<Indicator> = {}): Indicator => ({ code: 'i', formula, series, periodKind: 'year', missing: 'skip_if_any', version: 1, ...more }) as Indicator;
const value = (elementCode: string, seriesCode: string, given: string | null, period = '2021', areaCode = '99.77', more: Partial<Values[number]> = {}): Values[number] => ({
  elementCode, areaCode, period, seriesCode, value: given, applicable: given !== null, status: 'published', withdrawn: false, quality: 'final', origin: 'reported', assurance: null, revision: 1, ...more,
});
const areas: Sources['areas'] = [
  { code: '99.77', parentCode: null, level: 'region' }, { code: '99.77.01', parentCode: '99.77', level: 'district' }, { code: '99.77.02', parentCode: '99.77', level: 'district' },
  { code: '99.77.01.1', parentCode: '99.77.01', level: 'village' }, { code: '99.77.01.2', parentCode: '99.77.01', level: 'village' },
];
const sources: Sources = { ...noSources, areas, constants: new Map([['K', '2.5']]), ways: new Map([['A', 'sum'], ['B', 'last'], ['D', 'average']].map(([code = '', time = '']) => [code, { time, area: 'none', weight: null, kind: null, categories: [] }])) };
const given = (formula: string, values: Values, more: Partial<Indicator> = {}) => Object.fromEntries(computeCells(indicator(formula, ['utama'], more), values, sources).map((cell) => [`${cell.areaCode} ${cell.period}`, cell.value ?? cell.reason]));

it('takes the first series with a value; one that is not applicable hides none behind it', () => {
  const of = (values: Values) => computeCells(indicator('#{A}', ['utama', 'lama']), values)[0];
  expect(of([value('A', 'utama', null), value('A', 'lama', '7')])).toMatchObject({ value: 7, seriesCode: 'lama', applicable: true });
  expect(of([value('A', 'utama', null)])).toMatchObject({ value: null, reason: 'not_applicable' });
  expect(of([value('A', 'lama', '7'), value('A', 'utama', '8')])).toMatchObject({ value: 8, seriesCode: 'utama' });
});

it('reads other periods, and says with each input where it was read', () => {
  const values = [value('A', 'utama', '10', '2020'), value('A', 'utama', '12', '2021')];
  expect(given('#{A} - #{A}.periodOffset(-1)', values)).toEqual({ '99.77 2020': 'missing', '99.77 2021': 2 });
  expect(given('#{A}.periodOffset(1).periodOffset(-1)', values)).toEqual({ '99.77 2020': 10, '99.77 2021': 12 });
  const cell = computeCells(indicator('#{A} - #{A}.periodOffset(-1)'), values, sources)[1];
  expect(cell).toMatchObject({ origin: 'derived', inputs: [{ element: 'A', period: '2021', value: '12' }, { element: 'A', period: '2020', value: '10' }] });
  const quarters = [value('A', 'utama', '1', '2020Q4'), value('A', 'utama', '2', '2021Q1')];
  expect(given('#{A}.periodOffset(-1)', quarters, { periodKind: 'quarter' })).toEqual({ '99.77 2020Q4': 'missing', '99.77 2021Q1': 1 });
});

it('sums since the year began as the element says, and not over a gap', () => {
  const months = (element: string, list: (string | null)[]): Values => list.flatMap((one, n) => (one === null ? [] : [value(element, 'utama', one, `2021-0${n + 1}`)]));
  const of = (element: string, list: (string | null)[]) => given(`#{${element}}.yearToDate()`, months(element, list), { periodKind: 'month' });
  expect(of('A', ['0.1', '0.2', '0.3'])).toMatchObject({ '99.77 2021-01': 0.1, '99.77 2021-02': 0.3, '99.77 2021-03': 0.6 });
  expect(of('B', ['1', '2', '3'])).toMatchObject({ '99.77 2021-03': 3 });
  expect(of('D', ['1', '2', '6'])).toMatchObject({ '99.77 2021-03': 3 });
  expect(of('A', ['1', null, '3'])).toMatchObject({ '99.77 2021-03': 'missing' });
  expect(of('X', ['1', '2'])).toMatchObject({ '99.77 2021-02': 'missing' });
});

it('reads other areas, and groups over those below', () => {
  const values = [value('A', 'utama', '100'), value('A', 'utama', '30', '2021', '99.77.01'), value('A', 'utama', '60', '2021', '99.77.02'), value('A', 'utama', '0.1', '2021', '99.77.01.1'), value('A', 'utama', '0.2', '2021', '99.77.01.2')];
  expect(given('#{A} / #{A}.area(parent) * 100', values)).toMatchObject({ '99.77 2021': 'missing', '99.77.01 2021': 30, '99.77.02 2021': 60 });
  expect(given('#{A}.area(region)', values)).toMatchObject({ '99.77.01.1 2021': 100 });
  expect(given('#{A}.area(99.77.02)', values)).toMatchObject({ '99.77.01.1 2021': 60 });
  expect(given('#{A}.area(parent).area(parent)', values)).toMatchObject({ '99.77.01.1 2021': 100 });
  expect(given('sum(#{A}, areas(children))', values)).toMatchObject({ '99.77 2021': 90, '99.77.01 2021': 0.3, '99.77.02 2021': 'missing' });
  expect(given('avg(#{A}, areas(villages))', values)).toMatchObject({ '99.77 2021': 0.15 });
  expect(given('median(#{A}, areas(districts))', values)).toMatchObject({ '99.77 2021': 45 });
  expect(given('sum(#{A}, periods(-1, 0))', [...values, value('A', 'utama', '5', '2020')])).toMatchObject({ '99.77 2021': 105, '99.77 2020': 5 });
  const hidden = computeCells(indicator('sum(#{A}, areas(children))'), [...values.slice(0, 2), value('A', 'utama', null, '2021', '99.77.02')], sources).find((cell) => cell.areaCode === '99.77');
  expect(hidden).toMatchObject({ value: 30, applicable: true, inputs: [{ area: '99.77.01', value: '30' }] });
});

it('knows constants, days and the place of a period in its year', () => {
  expect(given('#{A} * C{K}', [value('A', 'utama', '4')])).toEqual({ '99.77 2021': 10 });
  expect(given('#{A} * 0 + [days]', [value('A', 'utama', '4', '2020-02'), value('A', 'utama', '4', '2021-02')], { periodKind: 'month' })).toEqual({ '99.77 2020-02': 29, '99.77 2021-02': 28 });
  expect(given('#{A} * 0 + [periodInYear]', [value('A', 'utama', '4', '2020Q3')], { periodKind: 'quarter' })).toEqual({ '99.77 2020Q3': 3 });
});

it('stands on other indicators, and on how sure they are', () => {
  const base = computeCells(indicator('#{A}', ['utama'], { code: 'one' }), [value('A', 'utama', '8', '2021', '99.77', { origin: 'simulated', quality: 'provisional', revision: 4 })]);
  const cells = new Map([['one', new Map(base.map((cell) => [placeKey(cell.areaCode, cell.period), cell]))]]);
  const [cell, ...rest] = computeCells(indicator('N{one} * 2 + N{two}', ['utama'], { missing: 'skip_if_all' }), [], { ...sources, cells });
  expect(rest).toEqual([]);
  expect(cell).toMatchObject({ value: 16, origin: 'simulated', quality: 'provisional', revision: 4, inputs: [{ element: 'N{one}', period: '2021', value: '8' }, { element: 'N{two}', value: null }] });
});

it('makes one cell where an indicator that it stands on has one and an element is put together', () => {
  const cells = new Map([['x', new Map(computeCells(indicator('#{B}'), [value('B', 'utama', '5')]).map((cell) => [placeKey(cell.areaCode, cell.period), cell]))]]);
  const below = [value('A', 'utama', '1', '2021', '99.77.01'), value('A', 'utama', '2', '2021', '99.77.02')];
  const ways = new Map([['A', { time: 'none', area: 'sum', weight: null, kind: null, categories: [] }]]);
  expect(computeCells(indicator('N{x} + #{A}'), below, { ...sources, ways, cells }).filter((cell) => cell.areaCode === '99.77').map((cell) => cell.value)).toEqual([8]);
});
