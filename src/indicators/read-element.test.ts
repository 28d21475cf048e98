import { describe, expect, it } from 'vitest';
import { computeCells } from './compute-cells.ts';
import type { Indicator } from './indicators.store.ts';
import { noSources, type Sources } from './read-slots.ts';
import type { Ways } from './sources.ts';

type Values = Parameters<typeof computeCells>[1];
type Given = Record<string, string | null | Record<string, string | null>>;
const region = '99.77';
const areas: Sources['areas'] = [
  { code: region, parentCode: null, level: 'region' }, ...['01', '02', '03'].map((one) => ({ code: `${region}.${one}`, parentCode: region, level: 'district' })),
  ...['1', '2'].map((one) => ({ code: `${region}.01.${one}`, parentCode: `${region}.01`, level: 'village' })),
];
const sourcesOf = (ways: Record<string, Partial<Ways>>): Sources => ({ ...noSources, areas, ways: new Map(Object.entries(ways).map(([code, one]) => [code, { time: 'none', area: 'none', weight: null, kind: null, categories: [], ...one }])) });
/** Values by element and `area period`, the region's own where no area is named; `-` does not apply. */
function valuesOf(given: Record<string, Given>): Values {
  return Object.entries(given).flatMap(([elementCode, places]) => Object.entries(places).flatMap(([place, of]) => {
    const [period = '', area = ''] = place.split(' ').reverse();
    const series = of === null || typeof of === 'string' ? { utama: of } : of;
    return Object.entries(series).map(([seriesCode, value]): Values[number] => ({
      elementCode, areaCode: area === '' ? region : `${region}.${area}`, period, seriesCode, value: value === '-' ? null : value, applicable: value !== '-', status: 'published', withdrawn: false, quality: 'final', origin: 'reported', assurance: null, revision: 1,
    }));
  }));
}
const cellsOf = (formula: string, given: Record<string, Given>, ways: Record<string, Partial<Ways>>, more: Partial<Indicator> = {}) =>
  computeCells({ code: 'i', formula, series: ['utama', 'lama'], periodKind: 'year', missing: 'skip_if_any', version: 1, ...more } as Indicator, valuesOf(given), sourcesOf(ways));
/** The cell of the region in 2021: its value, its reason, or `none`. */
const at = (formula: string, given: Record<string, Given>, ways: Record<string, Partial<Ways>>, more: Partial<Indicator> = {}, area = region) => {
  const cell = cellsOf(formula, given, ways, more).find((one) => one.areaCode === area && one.period === '2021');
  return cell ? (cell.value ?? cell.reason) : 'none';
};
const quarters = (...list: (string | null)[]): Given => Object.fromEntries(list.flatMap((one, n) => (one === null ? [] : [[`2021Q${n + 1}`, one]])));
const months = (...list: (string | null)[]): Given => Object.fromEntries(list.flatMap((one, n) => (one === null ? [] : [[`2021-${String(n + 1).padStart(2, '0')}`, one]])));

describe('over time', () => {
  it.each<[string, Given, number | string]>([
    ['sum', quarters('0.1', '0.2', '0.3', '0.4'), 1], ['average', quarters('1', '2', '3', '6'), 3], ['last', quarters('1', '2', '3', '6'), 6], ['first', quarters('1', '2', '3', '6'), 1],
    ['min', quarters('4', '2', '3', '6'), 2], ['max', quarters('4', '2', '9', '6'), 9], ['none', quarters('1', '2', '3', '6'), 'none'],
    ['sum', quarters('1', null, '3', '4'), 'none'], ['average', quarters('1', '2', '3', null), 'none'], ['last', quarters(null, null, null, '6'), 6], ['last', quarters('1', '2', '3', null), 'none'],
    ['first', quarters('1', null, null, null), 1], ['first', quarters(null, '2', '3', '4'), 'none'],
  ])('%s of %j is %s', (time, given, expected) => expect(at('#{A}', { A: given }, { A: { time, kind: 'quarter' } })).toBe(expected));

  it('takes a stored value before its parts, of the year and of each quarter', () => {
    expect(at('#{A}', { A: { ...quarters('1', '2', '3', '4'), 2021: '99' } }, { A: { time: 'sum', kind: 'quarter' } })).toBe(99);
    expect(at('#{A}', { A: { ...months('1', '1', '1', '1', '1', '1', '1', '1', '1', '1', '1', '1'), '2021Q1': '10' } }, { A: { time: 'sum', kind: 'month' } })).toBe(19);
    expect(at('#{A}', { A: { ...months(null, null, null, '2', '2', '2', '2', '2', '2', '2', '2', '2'), '2021Q1': '2' } }, { A: { time: 'average', kind: 'month' } })).toBe(2);
  });

  it('weighs parts of unlike length by their days', () => {
    const given = { ...quarters('10', null, null, null), ...months(null, null, null, '20', '20', '20', '20', '20', '20', '20', '20', '20') };
    expect(at('#{A}', { A: given }, { A: { time: 'average', kind: 'month' } })).toBeCloseTo((10 * 90 + 20 * 275) / 365, 12);
  });

  it('goes down to how often the element is counted, and no further; where nobody said it does not', () => {
    const twelve = months(...Array.from({ length: 12 }, () => '1'));
    expect(at('#{A}', { A: twelve }, { A: { time: 'sum', kind: 'month' } })).toBe(12);
    expect(at('#{A}', { A: twelve }, { A: { time: 'sum', kind: 'quarter' } })).toBe('none');
    expect(at('#{A}', { A: twelve }, { A: { time: 'sum', kind: null } })).toBe('none');
    const days = Object.fromEntries(Array.from({ length: 28 }, (_, n) => [`2021-02-${String(n + 1).padStart(2, '0')}`, '2']));
    expect(cellsOf('#{A}', { A: days }, { A: { time: 'sum', kind: 'day' } }, { periodKind: 'month' })).toMatchObject([{ period: '2021-02', value: 56, origin: 'derived' }]);
    expect(cellsOf('#{A}', { A: days }, { A: { time: 'max', kind: 'day' } }, { periodKind: 'quarter' })).toEqual([]);
  });

  it('computes a ratio of what was put together, never of ratios', () => {
    const given = { A: quarters('1', '1', '1', '7'), B: { 2021: '20' } };
    expect(at('#{A} / #{B}', given, { A: { time: 'sum', kind: 'quarter' } })).toBe(0.5);
    expect(at('#{A} / #{B}', { A: quarters('1', '1', '1', '7'), B: quarters('10', '10', '10', '10') }, { A: { time: 'sum', kind: 'quarter' }, B: { time: 'sum', kind: 'quarter' } })).toBe(0.25);
  });

  it('names the parts that are missing where another element makes the cell', () => {
    const [cell] = cellsOf('#{A} / #{B}', { A: quarters('1', null, '3', null), B: { 2021: '20' } }, { A: { time: 'sum', kind: 'quarter' } });
    expect(cell).toMatchObject({ value: null, reason: 'missing', inputs: [{ element: 'A', period: '2021Q2', value: null }, { element: 'A', period: '2021Q4', value: null }, { element: 'B', period: '2021', value: '20' }] });
  });

  it('takes other years and running totals from the same parts', () => {
    const ways = { A: { time: 'sum', kind: 'month' as const } };
    const twoYears = { A: { ...months(...Array.from({ length: 12 }, () => '2')), 2020: '20' } };
    expect(at('#{A} - #{A}.periodOffset(-1)', twoYears, ways)).toBe(4);
    expect(cellsOf('#{A}.yearToDate()', { A: months('1', '2', '3', '4', '5', '6') }, ways, { periodKind: 'quarter' }).map((cell) => [cell.period, cell.value])).toEqual([['2021Q1', 6], ['2021Q2', 21]]);
  });
});

describe('over areas', () => {
  const three = (a: string | null, b: string | null, c: string | null): Given => Object.fromEntries([a, b, c].flatMap((one, n) => (one === null ? [] : [[`0${n + 1} 2021`, one]])));
  it.each<[string, Given, number | string]>([
    ['sum', three('0.1', '0.2', '0.3'), 0.6], ['average', three('1', '2', '6'), 3], ['min', three('3', '2', '6'), 2], ['max', three('3', '9', '6'), 9], ['none', three('1', '2', '6'), 'none'],
    ['sum', three('1', null, '3'), 'none'], ['sum', three('1', '-', '3'), 4], ['average', three('1', '-', '3'), 2], ['sum', three('-', '-', '-'), 'none'],
  ])('%s of %j is %s', (area, given, expected) => expect(at('#{A}', { A: given }, { A: { area } })).toBe(expected));

  it('reaches over villages, exactly, and a stored value wins on every level', () => {
    const villages: Given = { '01.1 2021': '0.1', '01.2 2021': '0.2', '02 2021': '0.3', '03 2021': '0.4' };
    expect(at('#{A}', { A: villages }, { A: { area: 'sum' } })).toBe(1);
    expect(at('#{A}', { A: { ...villages, '01 2021': '5' } }, { A: { area: 'sum' } })).toBe(5.7);
    expect(at('#{A}', { A: { ...villages, 2021: '7' } }, { A: { area: 'sum' } })).toBe(7);
    expect(at('#{A}', { A: villages }, { A: { area: 'sum' } }, {}, `${region}.01`)).toBeCloseTo(0.3, 15);
  });

  it('weighs by another element, and knows nothing where a weight is missing', () => {
    const ways = { A: { area: 'weighted', weight: 'W' }, W: { area: 'sum' } };
    expect(at('#{A}', { A: three('10', '20', '40'), W: three('1', '2', '1') }, ways)).toBe(22.5);
    expect(at('#{A}', { A: three('10', '20', '40'), W: { '01.1 2021': '0.5', '01.2 2021': '0.5', '02 2021': '2', '03 2021': '1' } }, ways)).toBe(22.5);
    expect(at('#{A}', { A: three('10', '20', '40'), W: three('1', null, '1') }, ways)).toBe('none');
    expect(at('#{A}', { A: three('10', '20', '40'), W: three('0', '0', '0') }, ways)).toBe('none');
    expect(at('#{A}', { A: three('10', '20', '40') }, { A: { area: 'weighted', weight: null } })).toBe('none');
    expect(cellsOf('#{A}', { A: three('10', '20', '40'), W: three('1', '2', '1') }, ways).find((cell) => cell.areaCode === region)?.inputs).toHaveLength(6);
    expect(cellsOf('#{A}', { A: {}, W: three('1', '2', '1') }, ways)).toEqual([]);
  });

  it('joins no two series: one that all have, or nothing', () => {
    const both = (a: Given[string], b: Given[string], c: Given[string]): Given => ({ '01 2021': a, '02 2021': b, '03 2021': c });
    const ways = { A: { area: 'sum' } };
    expect(at('#{A}', { A: both({ utama: '1', lama: '10' }, { utama: '2' }, { utama: '3', lama: '30' }) }, ways)).toBe(6);
    expect(at('#{A}', { A: both({ utama: '1', lama: '10' }, { lama: '20' }, { utama: '3', lama: '30' }) }, ways)).toBe(60);
    expect(at('#{A}', { A: both({ utama: '1' }, { lama: '20' }, { utama: '3' }) }, ways)).toBe('none');
  });

  it('takes the first series of the indicator that all have, not the first that was met; a weight is of one series too', () => {
    const given: Given = { '01 2021Q1': { lama: '1' }, '01 2021-01': { utama: '10' }, '01 2021-02': { utama: '10' }, '01 2021-03': { utama: '10' }, ...Object.fromEntries([2, 3, 4].map((n) => [`01 2021Q${n}`, { utama: '5', lama: '2' }])) };
    expect(at('#{A}', { A: given }, { A: { time: 'sum', kind: 'month' } }, {}, `${region}.01`)).toBe(45);
    const weights = (second: Given[string]) => at('#{A}', { A: three('10', '20', '40'), W: { '01.1 2021': { utama: '1' }, '01.2 2021': second, '02 2021': '2', '03 2021': '2' } }, { A: { area: 'weighted', weight: 'W' }, W: { area: 'sum' } });
    expect([weights({ utama: '3' }), weights({ lama: '3' })]).toEqual([20, 'none']);
  });

  it('takes the parts of each area in time before it adds areas up', () => {
    const given: Given = { '01 2021Q1': '1', '01 2021Q2': '1', '01 2021Q3': '1', '01 2021Q4': '5', '02 2021': '7', '03 2021': '8' };
    expect(at('#{A}', { A: given }, { A: { area: 'sum', time: 'last', kind: 'quarter' } })).toBe(20);
  });

  it('does not make a cell where only what weighs, or nothing whole, stands', () => expect(cellsOf('#{A}', { A: three('1', null, null) }, { A: { area: 'sum' } }).map((cell) => cell.areaCode)).toEqual([`${region}.01`]));

  it('is as final, as sure and as far from its source as its least part', () => {
    const values = valuesOf({ A: three('1', '2', '3') }).map((one, n) => ({ ...one, quality: n === 1 ? 'provisional' : 'final', revision: n + 3, assurance: 'verified', origin: n === 2 ? 'simulated' : 'reported' }));
    const cell = computeCells({ code: 'i', formula: '#{A}', series: [], periodKind: 'year', missing: 'skip_if_any', version: 1 } as unknown as Indicator, values, sourcesOf({ A: { area: 'sum' } })).find((one) => one.areaCode === region);
    expect(cell).toMatchObject({ value: 6, quality: 'provisional', revision: 5, assurance: 'verified', origin: 'simulated' });
  });
});

describe('as the formula asks', () => {
  const A = quarters('4', '2', '3', '7');
  const ways = { A: { time: 'sum', kind: 'quarter' as const } };
  it.each([['SUM', 16], ['AVERAGE', 4], ['LAST', 7], ['FIRST', 4], ['MIN', 2], ['MAX', 7], ['COUNT', 4], ['VARIANCE', 14 / 3], ['STDDEV', Math.sqrt(14 / 3)], ['NONE', 'missing']])('.aggregationType(%s) is %s', (type, expected) =>
    expect(at(`#{A}.aggregationType(${type}) + 0 * #{B}`, { A, B: { 2021: '1' } }, ways)).toBe(expected));
  it.each([['COUNT', 1], ['STDDEV', 'missing'], ['MAX', 9]])('of one stored value, .aggregationType(%s) is %s', (type, expected) => expect(at(`#{A}.aggregationType(${type})`, { A: { 2021: '9' } }, ways)).toBe(expected));
  it('lets what does not apply leave the running total, and joins no two series in it', () => {
    const since = (given: Given) => cellsOf('#{A}.yearToDate()', { A: given }, ways, { periodKind: 'quarter' }).map((cell) => cell.value ?? cell.reason);
    expect(since(quarters('1', '-', '3'))).toEqual([1, 1, 4]);
    expect(since({ '2021Q1': { utama: '1', lama: '10' }, '2021Q2': { lama: '20' }, '2021Q3': { utama: '3' } })).toEqual([1, 30, 'missing']);
  });
  it('counts what was summed over its categories as one', () => expect(at('#{A}.aggregationType(COUNT)', { 'A.L': { 2021: '4' }, 'A.P': { 2021: '5' } }, { A: { area: 'sum', categories: [['L', 'P']] } })).toBe(1));
  it('counts the parts that are there, and spreads over areas', () => {
    expect(at('#{A}.aggregationType(COUNT) + 0 * #{B}', { A: quarters('4', null, '3', null), B: { 2021: '1' } }, ways)).toBe(2);
    expect(at('#{A}.aggregationType(STDDEV)', { A: { '01 2021': '1', '02 2021': '3', '03 2021': '5' } }, { A: { area: 'sum' } })).toBe(2);
    expect(at('#{A}.aggregationType(LAST) + 0 * #{B}', { A: { '01 2021': '1', '02 2021': '3', '03 2021': '5' }, B: { 2021: '1' } }, { A: { area: 'sum' } })).toBe('missing');
  });
  it.each([
    ['#{A}.minDate(2021-04-01)', 12], ['#{A}.maxDate(2021-06-30)', 6], ['#{A}.minDate(2021-04-01).maxDate(2021-09-30)', 5], ['#{A}.minDate(2021-04-02)', 10], ['#{A}.minDate(2022-01-01)', 'missing'],
    ['#{A}.minDate(2021-10-01).aggregationType(AVERAGE)', 7], ['sum(#{A}, periods(-1, 0)).minDate(2021-01-01)', 16],
  ])('%s is %s', (formula, expected) => expect(at(`${formula} + 0 * #{B}`, { A: { ...A, 2020: '100' }, B: { 2021: '1' } }, ways)).toBe(expected));
  it('leaves out a stored year that begins before the day', () => expect(at('#{A}.minDate(2021-04-01)', { A: { ...A, 2021: '100' } }, ways)).toBe(12));
  it.each([
    ['subExpression(if(#{A} > 3, 1, 0))', 2], ['subExpression(#{A} * 2)', 32], ['subExpression(#{A} / #{C})', 8], ['subExpression(#{A}).aggregationType(MAX)', 7], ['subExpression(#{A} * #{A}).aggregationType(AVERAGE)', 19.5],
    ['subExpression(#{A}).minDate(2021-07-01)', 10], ['subExpression(if(#{X} > 3, 1, 0))', 'missing'],
  ])('%s is %s', (formula, expected) => expect(at(`${formula} + 0 * #{B}`, { A, C: quarters('2', '2', '2', '2'), B: { 2021: '1' } }, { ...ways, C: { time: 'sum', kind: 'quarter' } })).toBe(expected));
  it('computes subExpression on the villages and districts that a region is put together from', () => {
    const given: Given = { '01.1 2021': '1', '01.2 2021': '9', '02 2021': '9', '03 2021': '2' };
    expect(at('subExpression(if(#{A} > 5, 1, 0))', { A: given }, { A: { area: 'sum' } })).toBe(2);
    expect(at('subExpression(if(#{A} > 5, 1, 0))', { A: { ...given, 2021: '21' } }, { A: { area: 'sum' } })).toBe(1);
  });
});

describe('by categories', () => {
  const ways = { A: { area: 'sum', categories: [['L', 'P'], ['kid', 'old']] } };
  const at2021 = (given: Record<string, string>): Record<string, Given> => Object.fromEntries(Object.entries(given).map(([key, value]) => [key, { 2021: value }]));
  const all = { 'A.L.kid': '0.1', 'A.L.old': '0.2', 'A.P.kid': '0.3', 'A.P.old': '0.4' };
  it.each<[string, Record<string, string>, number | string]>([
    ['#{A.L.kid}', all, 0.1], ['#{A.kid.L}', all, 0.1], ['#{A.L}', all, 0.3], ['#{A.kid}', all, 0.4], ['#{A}', all, 1], ['#{A.P} / #{A}', all, 0.7], ['#{A}', { ...all, A: '9' }, 9], ['#{A.L}', { ...all, 'A.L': '5' }, 5],
    ['#{A}', { ...all, 'A.L': '5' }, 5.7], ['#{A}', { 'A.L': '1', 'A.P': '2' }, 3], ['#{A}', { 'A.kid': '1', 'A.old': '2' }, 'missing'], ['#{A}', { 'A.L': '1' }, 'missing'], ['#{A.L.old}', { 'A.L': '1' }, 'missing'],
    ['#{A}', { 'A.L': '1', 'A.P': '-' }, 1], ['#{A}.aggregationType(NONE)', all, 'missing'], ['#{A.L}.aggregationType(NONE)', { 'A.L': '4' }, 4],
  ])('%s of %j is %s', (formula, given, expected) => expect(at(formula, at2021(given), ways)).toBe(expected));
  it('does not sum what does not sum over areas', () => expect(at('#{A}', at2021(all), { A: { ...ways.A, area: 'average' } })).toBe('missing'));
  it('sums a category over areas and over time like the element', () => {
    expect(at('#{A.P}', { 'A.P': { '01 2021': '1', '02 2021': '2', '03 2021': '4' } }, ways)).toBe(7);
    expect(at('#{A}', { 'A.L': { '01 2021': '1', '02 2021': '2', '03 2021': '4' }, 'A.P': { '01 2021': '1', '02 2021': '1', '03 2021': '1' } }, ways)).toBe(10);
    expect(at('#{A.P}', { 'A.P': quarters('1', '2', '3', '4') }, { A: { ...ways.A, time: 'sum', kind: 'quarter' } })).toBe(10);
  });
  it('names what is missing of the parts', () => expect(cellsOf('#{A} / #{B}', { ...at2021({ 'A.L': '1', B: '2' }) }, ways)[0]?.inputs).toEqual([
    expect.objectContaining({ element: 'A.P', value: null }), expect.objectContaining({ element: 'B', value: '2' }),
  ]));
});

describe('targets', () => {
  const targets = new Map([['one', new Map([[`${region}|2021`, { value: '8', origin: 'reported' }], [`${region}|2020`, { value: '5', origin: 'simulated' }]])]]);
  const given = (formula: string) => computeCells({ code: 'i', formula, series: [], periodKind: 'year', missing: 'skip_if_any', version: 1 } as unknown as Indicator, valuesOf({ A: { 2021: '4', '01 2021': '2' } }), { ...sourcesOf({}), targets });
  it('reads the target of an indicator at the place, in other periods and areas too', () => {
    expect(given('#{A} / T{one} * 100').map((cell) => cell.value ?? cell.reason)).toEqual([50, 'missing']);
    expect(given('#{A} / T{one}.area(region) * 100').map((cell) => cell.value)).toEqual([50, 25]);
    expect(given('#{A} - T{one}.periodOffset(-1)')[0]).toMatchObject({ value: -1, origin: 'simulated', inputs: [{ element: 'A' }, { element: 'T{one}', period: '2020', value: '5' }] });
    expect(given('#{A} + T{other}')[0]).toMatchObject({ value: null, reason: 'missing' });
  });
});
