import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { achievement, classOf } from './achievement.ts';
import { type RollNode, rollUp } from './roll-up.ts';
import { nodeState, standing } from './standing.ts';

const aim = { direction: 'higher', lowerFormula: 'ratio', comparison: '=', target: 50 };
describe('achievement', () => {
  it.each([
    [40, {}, 80, false, null], [60, {}, 120, true, null], [0, {}, 0, false, null], [null, {}, null, null, 'missing'], [10, { target: 0 }, null, true, 'zero_target'], [-1, {}, null, false, 'negative'],
    [10, { direction: 'lower', target: 8 }, 80, false, null], [0, { direction: 'lower', target: 8 }, 100, true, null], [5, { direction: 'lower', target: 0 }, 0, false, null], [0, { direction: 'lower', target: 0 }, 100, true, null],
    [10, { direction: 'lower', lowerFormula: 'reflected', target: 8 }, 75, false, null], [3, { direction: 'lower', lowerFormula: 'reflected', target: 0 }, null, false, 'zero_target'],
    [10, { direction: 'lower', comparison: '<', target: 10 }, 100, false, null], [9.79, { direction: 'lower', comparison: '<', target: 10 }, (10 / 9.79) * 100, true, null], [50, { comparison: '>' }, 100, false, null], [5, { direction: 'none' }, null, null, 'no_direction'],
  ] as const)('%s with %j is %s', (actual, change, raw, met, reason) => expect(achievement(actual, { ...aim, ...change })).toEqual({ raw, met, reason }));
  it.each([[100, 5], [90.01, 5], [90, 4], [75.5, 4], [75, 3], [65, 2], [50.5, 2], [50, 1], [0, 1]])('%s is class %s', (score, expected) => expect(classOf(score, [90, 75, 65, 50])).toBe(expected));
});

describe('standing', () => {
  const row = (...points: [string, number | null, string?][]) => points.map(([period, value, seriesCode = 'utama']) => ({ period, value, seriesCode }));
  it.each([
    ['lower falls', row(['2017', 13.19], ['2025', 9.45]), 'lower', 'improved', -3.74], ['higher falls', row(['2017', 5], ['2018', 4]), 'higher', 'worsened', -1], ['no direction', row(['2017', 5], ['2018', 4]), 'none', 'changed', -1],
    ['same', row(['2017', 5], ['2018', 5]), 'higher', 'same', 0], ['one', row(['2019', 5]), 'higher', 'one_value', null], ['before', row(['2005', 5]), 'higher', 'before_baseline', null], ['none', row(['2019', null]), 'higher', 'no_data', null],
    ['a break is no change', row(['2018', 68, 'old'], ['2023', 72, 'new']), 'higher', 'one_value', null], ['from the first of the same series', row(['2018', 68, 'old'], ['2023', 72, 'new'], ['2025', 73, 'new']), 'higher', 'improved', 1], ['not from before the baseline', row(['2005', 22], ['2018', 12], ['2019', 13]), 'lower', 'worsened', 1],
  ] as const)('%s', (_, points, direction, verdict, change) => {
    const found = standing(points, '2017', direction);
    expect(found.verdict).toBe(verdict);
    expect(found.change === null ? null : Math.round(found.change * 100) / 100).toBe(change);
  });
  it.each([
    [true, 3, 1, 0, 0, 0, 'scored'], [false, 0, 0, 0, 0, 0, 'no_measure'], [false, 2, 0, 0, 0, 0, 'no_data'], [false, 2, 2, 1, 1, 0, 'mixed'], [false, 2, 2, 1, 0, 1, 'improved'], [false, 2, 2, 0, 1, 0, 'worsened'], [false, 2, 1, 0, 0, 1, 'same'], [false, 2, 1, 0, 0, 0, 'one_value'],
  ] as const)('state %s %s %s %s %s %s', (scored, indicators, withValue, improved, worsened, same, state) => expect(nodeState(scored, { indicators, withValue, improved, worsened, same })).toBe(state));
});

describe('roll-up', () => {
  const leaf = (code: string, weight: number | null = null) => ({ code, weight });
  const node = (code: string, indicators: { code: string; weight: number | null }[], children: RollNode[] = [], weight: number | null = null): RollNode => ({ code, weight, indicators, children });
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
  it('knows nothing of nothing', () => expect(rollUp(node('m', [leaf('A')]), from({}), 0)).toMatchObject({ value: null, known: 0, declared: 1, low: 0, high: 100 }));
  const values = fc.dictionary(fc.constantFrom('A', 'B', 'C', 'D', 'E'), fc.oneof(fc.double({ min: 0, max: 100, noNaN: true }), fc.constant(null), fc.constant('na' as const)));
  const tree = (w: number[]): RollNode => node('root', [leaf('A', w[0])], [node('x', [leaf('B', w[1]), leaf('C', w[2])], [], w[3]), node('y', [leaf('D', w[4]), leaf('E')], [], w[5])]);
  const weights = fc.array(fc.double({ min: 0.01, max: 100, noNaN: true }), { minLength: 6, maxLength: 6 });
  it('keeps the score inside its bounds', () => fc.assert(fc.property(values, weights, (given, w) => {
    const { value, low, high } = rollUp(tree(w), from(given), 0);
    return value === null || ((low ?? 0) <= value + 1e-9 && value <= (high ?? 100) + 1e-9);
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
