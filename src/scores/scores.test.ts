import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RollNode, rollUp } from './roll-up.ts';
import { nodeState, standing } from './standing.ts';

describe('standing', () => {
  const row = (...points: [string, number | null, string?][]) => points.map(([period, value, seriesCode = 'utama']) => ({ period, value, seriesCode }));
  it.each([
    ['lower falls', row(['2017', 13.19], ['2025', 9.45]), 'lower', 'improved', -3.74], ['higher falls', row(['2017', 5], ['2018', 4]), 'higher', 'worsened', -1], ['no direction', row(['2017', 5], ['2018', 4]), 'none', 'changed', -1],
    ['same', row(['2017', 5], ['2018', 5]), 'higher', 'same', 0], ['noise of doubles', row(['2017', 300000.3], ['2018', 100000.1 + 200000.2]), 'lower', 'same', 0], ['a quarter of the baseline year counts', row(['2017Q2', 5], ['2018Q2', 6]), 'higher', 'improved', 1], ['one', row(['2019', 5]), 'higher', 'one_value', null], ['before', row(['2005', 5]), 'higher', 'before_baseline', null], ['none', row(['2019', null]), 'higher', 'no_data', null],
    ['a break is no change', row(['2018', 68, 'old'], ['2023', 72, 'new']), 'higher', 'one_value', null], ['from the first of the same series', row(['2018', 68, 'old'], ['2023', 72, 'new'], ['2025', 73, 'new']), 'higher', 'improved', 1], ['not from before the baseline', row(['2005', 22], ['2018', 12], ['2019', 13]), 'lower', 'worsened', 1],
  ] as const)('%s', (_, points, direction, verdict, change) => {
    const found = standing(points, '2017', direction);
    expect(found.verdict).toBe(verdict);
    expect(found.change === null ? null : Math.round(found.change * 100) / 100).toBe(change);
  });
  it.each([
    [true, 3, 1, 0, 0, 0, 0, 'scored'], [false, 0, 0, 0, 0, 0, 0, 'no_measure'], [false, 2, 0, 0, 0, 0, 0, 'no_data'], [false, 2, 2, 1, 1, 0, 0, 'mixed'], [false, 2, 2, 1, 0, 1, 0, 'improved'], [false, 2, 2, 0, 1, 0, 0, 'worsened'], [false, 2, 1, 0, 0, 1, 0, 'same'],
    [false, 2, 1, 0, 0, 0, 1, 'changed'], [false, 2, 1, 0, 0, 0, 0, 'one_value'],
  ] as const)('state %s %s %s %s %s %s %s', (scored, indicators, withValue, improved, worsened, same, changed, state) =>
    expect(nodeState(scored, { indicators, withValue, improved, worsened, same, changed })).toBe(state));
});

describe('roll-up', () => {
  const leaf = (code: string, weight: number | null = null) => ({ code, weight });
  const node = (code: string, indicators: { code: string; weight: number | null }[], children: RollNode[] = [], weight: number | null = null, component = true): RollNode => ({ code, weight, component, indicators, children });
  const from = (values: Record<string, number | null | 'na'>) => (code: string) => ({ value: values[code] === 'na' ? null : ((values[code] as number | null) ?? null), applicable: values[code] !== 'na' });
  it('weighs what is known and says how much that is', () => {
    const rolled = rollUp(node('m', [leaf('A', 40), leaf('B', 25), leaf('C', 20), leaf('D', 15)]), from({ A: 70, B: 80, C: 90, D: null }), 0);
    expect(rolled).toMatchObject({ known: 3, declared: 4, knownWeight: 85, declaredWeight: 100, low: 66, high: 81 });
    expect(rolled.value).toBeCloseTo(6600 / 85, 12);
  });
  it('leaves out what is not applicable, and nodes without indicators', () => {
    const rolled = rollUp(node('m', [leaf('A'), leaf('B')], [node('empty', [])]), from({ A: 60, B: 'na' }), 0);
    expect(rolled).toMatchObject({ value: 60, known: 1, declared: 1, low: 60, high: 60 });
  });
  it('averages children only where they were declared components', () => {
    const tree = node('m', [leaf('A')], [node('part', [leaf('B')]), node('beside', [leaf('C')], [], null, false)]);
    const into = new Map();
    expect(rollUp(tree, from({ A: 60, B: 80, C: 0 }), 0, into)).toMatchObject({ value: 70, declared: 2 });
    expect(into.get('beside')).toMatchObject({ value: 0, declared: 1 });
  });
  it('counts an indicator once, however many nodes it is linked to', () => {
    expect(rollUp(node('m', [], [node('a', [leaf('A')]), node('b', [leaf('A'), leaf('B')])]), from({ A: 60, B: null }), 0)).toMatchObject({ known: 1, declared: 2 });
  });
  it('knows nothing of nothing', () => expect(rollUp(node('m', [leaf('A')]), from({}), 0)).toMatchObject({ value: null, known: 0, declared: 1, low: 0, high: 100 }));
  const values = fc.dictionary(fc.constantFrom('A', 'B', 'C', 'D', 'E'), fc.oneof(fc.double({ min: 0, max: 100, noNaN: true }), fc.constant(null), fc.constant('na' as const)));
  const tree = (w: number[]): RollNode => node('root', [leaf('A', w[0])], [node('x', [leaf('B', w[1]), leaf('C', w[2])], [], w[3]), node('y', [leaf('D', w[4]), leaf('E')], [], w[5])]);
  const weights = fc.array(fc.double({ min: 0.01, max: 100, noNaN: true }), { minLength: 6, maxLength: 6 });
  it('keeps the score inside its bounds', () => fc.assert(fc.property(values, weights, (given, w) => {
    const { value, low, high } = rollUp(tree(w), from(given), 0);
    return value === null || ((low ?? 0) <= value + 1e-9 && value <= (high ?? 100) + 1e-9);
  })));
  it('holds weights: those known are a part of those declared, and the parts add up to them', () => fc.assert(fc.property(values, weights, (given, w) => {
    const into = new Map();
    rollUp(tree(w), from(given), 0, into);
    return [...into.values()].every(({ parts, knownWeight, declaredWeight }) => {
      const sum = parts.filter((part: { applicable: boolean }) => part.applicable).reduce((total: number, part: { weight: number }) => total + part.weight, 0);
      return knownWeight <= declaredWeight + 1e-9 && Math.abs(sum - declaredWeight) < 1e-9;
    });
  })));
  it('never falls when a value rises', () => fc.assert(fc.property(values, weights, fc.constantFrom('A', 'B', 'D'), fc.double({ min: 0, max: 50, noNaN: true }), (given, w, code, more) => {
    if (typeof given[code] !== 'number') return true;
    const before = rollUp(tree(w), from(given), 0).value ?? 0;
    return (rollUp(tree(w), from({ ...given, [code]: (given[code] as number) + more }), 0).value ?? 0) >= before - 1e-9;
  })));
  it('does not care for the order of rows', () => fc.assert(fc.property(values, weights, (given, w) => {
    const turned = (n: RollNode): RollNode => ({ ...n, indicators: [...n.indicators].reverse(), children: [...n.children].reverse().map(turned) });
    const [a, b] = [rollUp(tree(w), from(given), 0).value, rollUp(turned(tree(w)), from(given), 0).value];
    return a === null ? b === null : Math.abs(a - (b ?? Number.NaN)) < 1e-9;
  })));
});

it('a break in the series of any input is no change', () => {
  const point = (period: string, value: number, second: string) => ({ period, value, seriesCode: 'utama', inputs: [{ series: 'utama' }, { series: second }] });
  expect(standing([point('2018', 1, 'lama'), point('2020', 2, 'utama')], '2018', 'higher')).toMatchObject({ verdict: 'one_value', change: null });
  expect(standing([point('2018', 1, 'utama'), point('2020', 2, 'utama')], '2018', 'higher')).toMatchObject({ verdict: 'improved', change: 1 });
});
