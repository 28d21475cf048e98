import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CountedValue } from '#data/index.ts';
import type { Known } from './formula/check-formula.ts';
import { askRule, keysOfRule, type RuleAsked, ruleSources, sidesOf } from './validation-rules.ts';

const people = { dimension: 'count', scale: 1, name: { id: 'orang', en: 'people' } };
const known: Known = ({ sigil, code }) => {
  if (sigil === 'C') return code === 'k' ? people : undefined;
  if (sigil === 'N') return code === 'x' ? people : undefined;
  return ({ a: people, b: people, c: people, thousand: { ...people, scale: 1000, name: { id: 'ribuan', en: 'thousands' } }, rp: { dimension: 'rupiah', scale: 1, name: { id: 'rupiah', en: 'rupiah' } } } as Record<string, typeof people>)[code];
};
const sources = {
  constants: new Map([['k', '100']]), cells: new Map(), ways: new Map(), series: new Map(), targets: new Map(), reports: new Map(), worded: new Set<string>(),
  areas: [{ code: 'R', parentCode: null, level: 'region' }, { code: 'D1', parentCode: 'R', level: 'district' }, { code: 'D2', parentCode: 'R', level: 'district' }],
};
const value = (elementCode: string, amount: string | null, over: Partial<CountedValue> = {}): CountedValue =>
  ({ elementCode, areaCode: 'R', period: '2024', seriesCode: 'utama', value: amount, applicable: true, status: 'published', withdrawn: false, quality: 'final', origin: 'reported', assurance: null, revision: 1, ...over });
const rule = (leftSide: string, operator: string, rightSide: string, over: Partial<RuleAsked> = {}): RuleAsked =>
  ({ leftSide, operator, rightSide, leftMissing: 'skip_if_any', rightMissing: 'skip_if_any', tolerance: null, periodKind: 'year', level: null, ...over });
const ask = (of: RuleAsked, values: CountedValue[]) => askRule(of, sidesOf(of, known), values, sources);
const told = (of: RuleAsked, values: CountedValue[]): string[] => ask(of, values).map(({ area, period, left, right, holds }) => `${area} ${period}: ${left.value} ${of.operator} ${right.value} ${holds}`);

describe('a rule between values', () => {
  const ab = (a: string, b: string): CountedValue[] => [value('a', a), value('b', b)];
  it.each<[string, RuleAsked, CountedValue[], string[]]>([
    ['a ≤ b holds', rule('#{a}', '<=', '#{b}'), ab('3', '4'), ['R 2024: 3 <= 4 true']],
    ['a ≤ b, equal', rule('#{a}', '<=', '#{b}'), ab('4', '4'), ['R 2024: 4 <= 4 true']],
    ['a ≤ b is broken', rule('#{a}', '<=', '#{b}'), ab('5', '4'), ['R 2024: 5 <= 4 false']],
    ['a < b, equal', rule('#{a}', '<', '#{b}'), ab('4', '4'), ['R 2024: 4 < 4 false']],
    ['a > b', rule('#{a}', '>', '#{b}'), ab('5', '4'), ['R 2024: 5 > 4 true']],
    ['a > b, equal', rule('#{a}', '>', '#{b}'), ab('4', '4'), ['R 2024: 4 > 4 false']],
    ['a ≥ b', rule('#{a}', '>=', '#{b}'), ab('4', '4'), ['R 2024: 4 >= 4 true']],
    ['a = b but for the noise of doubles', rule('#{a} * 0.1', '=', '#{b}'), ab('3', '0.3'), ['R 2024: 0.30000000000000004 = 0.3 true']],
    ['a ≠ b', rule('#{a}', '!=', '#{b}'), ab('3', '3'), ['R 2024: 3 != 3 false']],
    ['within the tolerance, in percent of the right side', rule('#{a}', '=', '#{b}', { tolerance: '1' }), ab('99', '100'), ['R 2024: 99 = 100 true']],
    ['beyond the tolerance', rule('#{a}', '=', '#{b}', { tolerance: '1' }), ab('98.9', '100'), ['R 2024: 98.9 = 100 false']],
    ['a tolerance beside zero is none', rule('#{a}', '=', '#{b}', { tolerance: '50' }), ab('1', '0'), ['R 2024: 1 = 0 false']],
    ['a tolerance makes ≤ milder', rule('#{a}', '<=', '#{b}', { tolerance: '10' }), ab('105', '100'), ['R 2024: 105 <= 100 true']],
    ['below zero the tolerance is of the size', rule('#{a}', '=', '#{b}', { tolerance: '10' }), ab('-105', '-100'), ['R 2024: -105 = -100 true']],
    ['a zero is a value', rule('#{a}', '<=', '#{b}'), ab('0', '0'), ['R 2024: 0 <= 0 true']],
    ['a missing side is not asked', rule('#{a}', '<=', '#{b}'), [value('a', '3')], ['R 2024: 3 <= null null']],
    ['a value without a number is missing', rule('#{a}', '<=', '#{b}'), [value('a', '3'), value('b', null)], ['R 2024: 3 <= null null']],
    ['a missing part, skip_if_any', rule('#{a} + #{b}', '=', '#{c}'), [value('a', '3'), value('c', '3')], ['R 2024: null = 3 null']],
    ['a missing part counts as zero where the rule says so', rule('#{a} + #{b}', '=', '#{c}', { leftMissing: 'skip_if_all' }), [value('a', '3'), value('c', '3')], ['R 2024: 3 = 3 true']],
    ['all parts missing, skip_if_all', rule('#{a} + #{b}', '=', '#{c}', { leftMissing: 'skip_if_all' }), [value('c', '3')], ['R 2024: null = 3 null']],
    ['all parts missing, never_skip', rule('#{a} + #{b}', '=', '#{c}', { leftMissing: 'never_skip' }), [value('c', '3')], ['R 2024: 0 = 3 false']],
    ['not applicable is not asked', rule('#{a}', '<=', '#{b}'), [value('a', '9'), value('b', null, { applicable: false })], ['R 2024: 9 <= null null']],
    ['a constant', rule('#{a}', '<=', 'C{k}'), [value('a', '101')], ['R 2024: 101 <= 100 false']],
    ['a number', rule('#{a}', '>=', '0'), [value('a', '-1')], ['R 2024: -1 >= 0 false']],
    ['scales meet: thousands beside ones', rule('#{thousand}', '<=', '#{a}'), [value('thousand', '2'), value('a', '1500')], ['R 2024: 2 <= 1.5 false']],
    ['each area and period', rule('#{a}', '<=', '#{b}'), [value('a', '1'), value('b', '2'), value('a', '3', { areaCode: 'D1' }), value('b', '2', { areaCode: 'D1' }), value('a', '1', { period: '2023' }), value('b', '1', { period: '2023' })], ['D1 2024: 3 <= 2 false', 'R 2023: 1 <= 1 true', 'R 2024: 1 <= 2 true']],
    ['one level alone', rule('#{a}', '>=', '0', { level: 'district' }), [value('a', '1'), value('a', '2', { areaCode: 'D1' })], ['D1 2024: 2 >= 0 true']],
    ['periods of its kind alone', rule('#{a}', '>=', '0'), [value('a', '1', { period: '2024Q1' })], []],
    ['parts make the whole', rule('sum(#{a}, areas(districts))', '=', '#{a}', { level: 'region' }), [value('a', '10'), value('a', '4', { areaCode: 'D1' }), value('a', '5', { areaCode: 'D2' })], ['R 2024: 9 = 10 false']],
    ['no parts, nothing to ask', rule('sum(#{a}, areas(districts))', '=', '#{a}', { level: 'region' }), [value('a', '10')], ['R 2024: null = 10 null']],
    ['division by zero is missing', rule('#{a} / #{b}', '<=', '1'), ab('3', '0'), ['R 2024: null <= 1 null']],
    ['both or neither', rule('#{a}', 'compulsory_pair', '#{b}'), [value('a', '1'), value('a', '1', { period: '2023' }), value('b', '1', { period: '2023' })], ['R 2023: 1 compulsory_pair 1 true', 'R 2024: 1 compulsory_pair null false']],
    ['not both', rule('#{a}', 'exclusive_pair', '#{b}'), [value('a', '1'), value('a', '1', { period: '2023' }), value('b', '1', { period: '2023' })], ['R 2023: 1 exclusive_pair 1 false', 'R 2024: 1 exclusive_pair null true']],
    ['a pair need not share a unit', rule('#{a}', 'compulsory_pair', '#{rp}'), [value('a', '1'), value('rp', '1')], ['R 2024: 1 compulsory_pair 1 true']],
    ['nothing known', rule('#{a}', '<=', '#{b}'), [], []],
  ])('%s', (_, of, values, expected) => expect(told(of, values)).toEqual(expected));

  it.each<[string, RuleAsked, string]>([
    ['what is not there', rule('#{zzz}', '<=', '#{b}'), 'unknown_reference'], ['what does not parse', rule('#{a} +', '<=', '#{b}'), 'syntax'], ['an indicator', rule('N{x}', '<=', '#{b}'), 'not_supported'],
    ['units that do not meet', rule('#{a}', '<=', '#{rp}'), 'unit'],
  ])('%s is refused', (_, of, code) => expect(() => sidesOf(of, known)).toThrow(expect.objectContaining({ code })));

  it('asks what an indicator would be computed with: parts summed over categories, places put together; of one and the same values it asks nothing', () => {
    const element = { code: 'a', sumTime: 'sum', sumArea: 'sum', weightCode: null, periodKind: 'quarter' };
    const told = ruleSources({ constants: new Map(), areas: sources.areas, elements: [element, { ...element, code: 'b', periodKind: null }], categories: new Map([['a', [['L', 'P'], ['kid', 'old']]]]) });
    const parted: Known = ({ code, options = [] }) => (options.every((one) => 'L P kid old'.split(' ').includes(one)) ? known({ sigil: '#', code }) : undefined);
    const say = (of: RuleAsked, values: CountedValue[]): string[] => askRule(of, sidesOf(of, parted), values, told).map(({ area, period, left, right, holds }) => `${area} ${period}: ${left.value} ${right.value} ${holds}`);
    const girls = [value('a.P.kid', '2'), value('a.P.old', '3')];
    expect(keysOfRule(rule('#{a.P}', '<=', '#{b}'), told)).toEqual(['a', 'a.kid', 'a.old', 'a.L', 'a.L.kid', 'a.L.old', 'a.P', 'a.P.kid', 'a.P.old', 'b']);
    expect(say(rule('#{a.P}', '<=', '#{b}'), [...girls, value('b', '4')])).toEqual(['R 2024: 5 4 false']);
    expect(say(rule('#{a.L} + #{a.P}', '=', '#{a}'), [...girls, value('a.L', '4'), value('a', '10')])).toEqual(['R 2024: 9 10 false']);
    expect(say(rule('#{a.L} + #{a.P}', '=', '#{a}'), [...girls, value('a.L', '4')])).toEqual(['R 2024: 9 9 null']);
    expect(say(rule('#{a.P}', '<=', '#{b}'), [1, 2, 3, 4].map((n) => value('a.P', '2', { period: `2024Q${n}` })).concat(value('b', '9')))).toEqual(['R 2024: 8 9 true']);
    expect(say(rule('sum(#{b}, areas(districts))', '=', '#{b}', { level: 'region' }), ['D1', 'D2'].map((areaCode) => value('b', '2', { areaCode })))).toEqual(['R 2024: 4 4 null']);
  });
  it('carries the values that each side was computed from', () => {
    const [one] = ask(rule('sum(#{a}, areas(districts))', '=', '#{a}', { level: 'region' }), [value('a', '10'), value('a', '4', { areaCode: 'D1' }), value('a', '5', { areaCode: 'D2' })]);
    expect([one?.left.inputs.map((input) => [input.area, input.value]), one?.right.inputs.map((input) => [input.area, input.value])]).toEqual([[['D1', '4'], ['D2', '5']], [['R', '10']]]);
  });
  it('a ≤ b says the contrary of a > b, and the same as b ≥ a', () => {
    fc.assert(fc.property(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 }), (a, b) => {
      const holds = (left: string, operator: string, right: string) => ask(rule(left, operator, right), ab(String(a), String(b)))[0]?.holds;
      expect(holds('#{a}', '<=', '#{b}')).toBe(a <= b);
      expect(holds('#{a}', '>', '#{b}')).toBe(a > b);
      expect(holds('#{b}', '>=', '#{a}')).toBe(a <= b);
      expect(holds('#{a}', '!=', '#{b}')).toBe(a !== b);
    }));
  });
});
