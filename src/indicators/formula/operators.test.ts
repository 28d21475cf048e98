import { runs } from './testing/runs.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareText } from './arithmetic.ts';
import { computeWith } from './compute-line.ts';
import { FormulaError } from './errors.ts';
import { parseFormula, parseSyntax } from './parser.ts';
import { type Node, referencesOf, writtenAs } from './tree.ts';

type Values = Parameters<typeof computeWith>[1];
const value = (source: string, values: Values = {}) => computeWith(source, values).value;
const reason = (source: string, values: Values = {}) => computeWith(source, values).reason;
const refusal = (source: string, values: Values = {}) => {
  try {
    return computeWith(source, values).value;
  } catch (error) {
    if (error instanceof FormulaError) return `${error.code} ${error.position}`;
    throw error;
  }
};

describe('each operator', () => {
  it.each([
    ['1 + 2', 3], ['0.1 + 0.2', 0.1 + 0.2], ['5 - 7', -2], ['3 * 4', 12], ['7 / 2', 3.5], ['7 % 3', 1], ['-7 % 3', -1], ['7 % -3', 1], ['-7 % -3', -1], ['5.5 % 2', 1.5], ['1e308 % 7', 1e308 - 7 * Math.trunc(1e308 / 7)], ['2 ^ 10', 1024],
    ['2 ^ -1', 0.5], ['2 ^ 0.5', Math.SQRT2], ['(-8) ^ 3', -512], ['0 ^ 0', 1], ['+5', 5], ['-5', -5], ['--5', 5], ['-+-5', 5], ['!true', false], ['!!true', true], ['not false', true],
    ['1 < 2', true], ['2 < 2', false], ['2 <= 2', true], ['3 <= 2', false], ['3 > 2', true], ['2 > 2', false], ['2 >= 2', true], ['1 >= 2', false], ['1 == 1', true], ['1 == 2', false], ['1 = 1', true], ['1 != 2', true], ['1 <> 1', false],
    ['"a" < "b"', true], ['"B" < "a"', true], ['"a" == \'a\'', true], ['"a" >= "ab"', false], ['true == true', true], ['true != false', true], ['"\u{1F600}" > "\uFFFD"', true],
    ['true && true', true], ['true && false', false], ['false || true', true], ['false or false', false], ['true and not false', true],
    ['null && false', false], ['false && null', false], ['null || true', true], ['true || null', true], ['isNull(null && true)', true], ['isNull(null || false)', true], ['isNull(!null)', true],
    ['isNull(1 + null)', true], ['isNull(null - 1)', true], ['isNull(1 < null)', true], ['isNull(null == null)', true], ['isNull(-null)', true],
    ['5', 5], ['.5', 0.5], ['5.', 5], ['1e3', 1000], ['1E+3', 1000], ['1.5e-3', 0.0015], ['007', 7], ['0.30000000000000004', 0.1 + 0.2], ['"it\\"s"', 'it"s'], ["'a\\n\\t\\\\\\u00e9'", 'a\n\t\\é'], ['\'"\'', '"'],
    ['1 /* a * b / c */ + /**/ 2', 3], ['/* ( */ 1', 1],
  ])('%s is %s', (source, result) => expect(value(source)).toBe(result));
});

describe('operators beside each other', () => {
  it.each([
    ['10 - 4 - 3', 3], ['10 - 4 + 3', 9], ['10 + 4 - 3', 11], ['80 / 100 * 50', 40], ['80 * 50 / 100', 40], ['100 / 10 / 2', 5], ['17 % 10 % 4', 3], ['17 % 10 * 2', 14], ['2 * 17 % 10', 4], ['100 / 10 % 4', 2], ['100 % 30 / 5', 2],
    ['2 ^ 3 ^ 2', 512], ['-3 ^ 2', -9], ['(-3) ^ 2', 9], ['2 ^ -2 ^ 2', 2 ** -(2 ** 2)], ['-2 ^ -2', -0.25], ['2 * 3 ^ 2', 18], ['- 2 * 3', -6], ['2 * -3', -6], ['2 - -3', 5], ['2 + 3 * 4 - 5', 9], ['(2 + 3) * (4 - 5)', -5],
    ['1 + 2 < 4', true], ['1 < 2 == true', true], ['1 == 1 != false', true], ['true == 1 < 2', true], ['false && false || true', true], ['true || false && false', true], ['(true || false) && false', false], ['!true || true', true], ['!(true || true)', false],
    ['1 < 2 && 3 > 2 || 1 > 2', true], ['not true or true', true], ['2 + 3 == 5 and 1 < 2', true], ['10 - 2 * 3 % 4', 8],
  ])('%s is %s', (source, result) => expect(value(source)).toBe(result));
});

describe('what cannot be computed says why, and counts as null', () => {
  it.each([
    ['1 / 0', 'zero_denominator'], ['0 / 0', 'zero_denominator'], ['1 / -0', 'zero_denominator'], ['1 % 0', 'zero_denominator'], ['1e308 * 10', 'overflow'], ['-1e308 - 1e308', 'overflow'], ['1e308 + 1e308', 'overflow'], ['1e308 / 1e-10', 'overflow'],
    ['1e308 % 1e-10', 'overflow'], ['10 ^ 400', 'overflow'], ['0 ^ -1', 'domain'], ['(-8) ^ 0.5', 'domain'], ['sqrt(-1)', 'domain'], ['log(0)', 'domain'], ['log(-1)', 'domain'], ['log10(0)', 'domain'], ['log(5, 1)', 'domain'], ['log(5, 0)', 'domain'], ['log(-5, 2)', 'domain'], ['log(0, 2)', 'domain'], ['log(0, 5)', 'domain'], ['log(-5, 5)', 'domain'],
    ['exp(710)', 'overflow'], ['round(1.7e308, -308)', 'overflow'], ['1 + null', 'missing'], ['1 / 0 + 1', 'zero_denominator'], ['null + 1 / 0', 'missing'], ['1 / 0 + null', 'zero_denominator'], ['if(1 / 0 > 1, 1, null)', 'missing'], ['normalise(1e308, -1e308, 1)', 'overflow'],
    ['normalise(1, -1e308, 1e308)', 'overflow'], ['normalise(1, 2, 2)', 'zero_denominator'], ['weighted(1, 0, 2, 0)', 'zero_denominator'], ['weighted(1e308, 10)', 'overflow'], ['weighted(1, null)', 'missing'], ['greatest(1 / 0, null)', 'zero_denominator'], ['removeZeros(0)', 'missing'],
    ['1 / 0 > 2', 'zero_denominator'], ['!(1 / 0 > 2)', 'zero_denominator'], ['1 / 0 > 2 && true', 'zero_denominator'], ['log(1e300, 1.0000000000000002)', undefined],
  ])('%s: %s', (source, why) => (why === undefined ? expect(reason(source)).toBeNull() : expect([value(source), reason(source)]).toEqual([null, why])));
  it.each([
    ['firstNonNull(1 / 0, 5)', 5], ['isNull(sqrt(-1))', true], ['greatest(1 / 0, 2, log(0))', 2], ['if(1 / 0 > 1, 1, 2)', 2], ['1 / 0 > 1 && false', false], ['1 / 0 > 1 || true', true], ['if(true, 1, 1 / 0)', 1],
  ])('%s is %s', (source, result) => expect(value(source)).toBe(result));
  it('has one zero', () => {
    for (const source of ['-0', '0 * -1', 'ceil(-0.5)', 'round(-0.4)', '-5 % 5']) expect(Object.is(value(source), 0)).toBe(true);
  });
  it('takes what falls below the least double as zero', () => expect(value('1e-200 * 1e-200')).toBe(0));
});

describe('rounding', () => {
  it.each([
    ['round(0.5)', 1], ['round(-0.5)', -1], ['round(1.5)', 2], ['round(0.49999999999999994)', 0], ['round(2.675, 2)', 2.68], ['round(-1.005, 2)', -1.01], ['round(1e21)', 1e21], ['round(1.23456789, 20)', 1.23456789], ['round(15, -1)', 20], ['round(14, -1)', 10],
    ['round(4, -1)', 0], ['round(5, -1)', 10], ['round(0)', 0], ['round(9.995, 2)', 10], ['round(1234.5678, 1.9)', 1234.6], ['round(1e-7, 7)', 1e-7], ['round(5e-324, 2)', 0], ['round(1, 1e9)', 1], ['round(1, -1e9)', 0], ['round(4503599627370497.5)', 4503599627370498],
    ['floor(-1.5)', -2], ['ceil(1.000001)', 2], ['abs(-2.5)', 2.5], ['sqrt(2)', Math.SQRT2], ['exp(1)', Math.E], ['log(8, 2)', 3], ['log(536870912, 2)', 29], ['log(1000, 10)', 3], ['log10(0.001)', -3], ['log(9, 3)', Math.log(9) / Math.log(3)],
  ])('%s is %s', (source, result) => expect(value(source)).toBe(result));
});

describe('texts and groups', () => {
  it.each([
    ['contains(#{t}, "ana")', { t: 'banana' }, true], ['contains(#{t}, "an", "x")', { t: 'banana' }, false], ['containsItems(#{t}, "a", "c")', { t: 'a, b,c' }, true], ['containsItems(#{t}, "ab")', { t: 'a,b' }, false],
    ['in(#{t}, "a", "b")', { t: 'b' }, true], ['is(#{n} in 1, 2)', { n: 2 }, true], ['in(#{n}, 1)', { n: 2 }, false], ['if(#{t} == "ya", 1, 0)', { t: 'ya' }, 1], ['firstNonNull(#{t}, "x")', {}, 'x'], ['isNull(contains(#{t}, "a"))', {}, true],
    ['sum(#{a}, periods(-2, 0))', { a: [0.1, 0.2, null] }, 0.3], ['sum(#{a}, periods(-2, 0))', { a: [1e17, 1, -1e17] }, 1], ['avg(#{a}, areas(villages))', { a: [1, 2, null, 6] }, 3], ['median(#{a}, areas(children))', { a: [0.1, 0.2] }, 0.15], ['median(#{a}, areas(children))', { a: [3, 1, 2] }, 2],
    ['percentile(#{a}, 0, areas(children))', { a: [3, 1, 2] }, 1], ['percentile(#{a}, 100, areas(children))', { a: [3, 1, 2] }, 3], ['percentile(#{a}, 50, areas(children))', { a: [3, 1] }, 2], ['sum(#{a} / #{b}, areas(children))', { a: [1, 2, 3], b: [2, 0, 2] }, 2],
    ['sum(#{a}, areas(children)) / sum(#{b}, areas(children))', { a: [1, 2], b: [4, 2] }, 0.5], ['sum(sum(#{a}, periods(-1, 0)), areas(children))', { a: [1, 2] }, 3], ['subExpression(if(#{a} >= 5, 1, 0))', { a: [5, 4, 6] }, 2],
    ['subExpression(#{a}).aggregationType(MAX)', { a: [5, 4, 6] }, 6], ['subExpression(#{a}).aggregationType(MIN)', { a: [5, 4, 6] }, 4], ['subExpression(#{a}).aggregationType(COUNT)', { a: [5, null, 6] }, 2], ['subExpression(#{a}).aggregationType(FIRST)', { a: [5, 4, 6] }, 5],
    ['subExpression(#{a}).aggregationType(LAST)', { a: [5, 4, 6] }, 6], ['subExpression(#{a}).aggregationType(AVERAGE)', { a: [5, 4, 6] }, 5], ['subExpression(#{a}).aggregationType(VARIANCE)', { a: [5, 4, 6] }, 1], ['subExpression(#{a}).aggregationType(STDDEV)', { a: [1, 5, 9] }, 4], ['subExpression(#{a}).aggregationType(NONE)', { a: [5] }, 5],
    ['#{a}.aggregationType(SUM)', { a: 7 }, 7], ['#{a}.yearToDate() + #{a}.minDate(2020-01-01).maxDate("2021-12-31")', { a: 7 }, 14], ['N{x} + C{y} + T{z} + [days]', { 'N{x}': 1, y: 2, 'T{z}': 4, days: 8 }, 15], ['#{a.b} + #{a}', { 'a.b': 1, a: 2 }, 3],
    ['#{a}.area(parent) + #{a}.area(16.03.01)', { 'a.area(parent)': 1, 'a.area(16.03.01)': 2 }, 3], ['(#{a} + #{b}).periodOffset(-1)', { 'a.periodOffset(-1)': 1, 'b.periodOffset(-1)': 2 }, 3],
  ])('%s with %j is %s', (source, values, result) => expect(value(source, values as Values)).toBe(result));
  it.each([['stddev(#{a}, areas(children))', [1], 'domain'], ['percentile(#{a}, 101, areas(children))', [1], 'domain'], ['percentile(#{a}, -1, areas(children))', [1], 'domain'], ['sum(#{a}, areas(children))', [null], 'missing'], ['percentile(#{a}, null, areas(children))', [1], 'missing'], ['subExpression(#{a}).aggregationType(NONE)', [1, 2], 'domain'],
    ['sum(1 / #{a}, areas(children))', [0], 'zero_denominator'], ['#{a}.periodOffset(-1)', [1], 'missing']])('%s of %j: %s', (source, list, why) => expect(reason(source, { a: source.includes('(#{a}') || source.includes('/') ? (list as number[]) : (list[0] as number) })).toBe(why));
  it('counts a group without members as zero where missing numbers are', () => {
    expect(computeWith('1 + sum(#{a}, areas(children))', { a: [null, null] }, 'never_skip')).toEqual({ value: 1, reason: null, assumedZero: ['a'] });
    expect(computeWith('isNull(sum(#{a}, areas(children)))', { a: [null] }, 'never_skip')).toMatchObject({ value: true, assumedZero: [] });
    expect(computeWith('sum(#{a}, areas(children)) + #{b}', { a: [1], b: null }, 'skip_if_all')).toEqual({ value: 1, reason: null, assumedZero: ['b'] });
    expect(computeWith('sum(#{a}, areas(children)) + #{b}', {}, 'skip_if_all').reason).toBe('missing');
  });
});

describe('what is missing', () => {
  it('assumes only numbers to be zero', () => {
    expect(computeWith('if(#{a} > 1, #{b}, #{c})', { a: null, c: 3 }, 'never_skip')).toEqual({ value: 3, reason: null, assumedZero: ['a'] });
    expect(computeWith('#{a} == "x"', { a: null }, 'skip_if_any')).toEqual({ value: null, reason: 'missing', assumedZero: [] });
    expect(() => computeWith('#{a} == "x"', { a: null }, 'never_skip')).toThrow(FormulaError);
    expect(computeWith('firstNonNull(#{a}, "x")', { a: null }, 'never_skip').value).toBe('x');
    expect(computeWith('isNull(#{a} + #{b})', { b: 1 }, 'never_skip')).toEqual({ value: true, reason: null, assumedZero: [] });
    expect(computeWith('#{b} / #{a}', { b: 1 }, 'never_skip')).toEqual({ value: null, reason: 'zero_denominator', assumedZero: ['a'] });
  });
  it('is asked of the formula as written', () => {
    expect(computeWith('if(true, 1, #{a})', {}, 'skip_if_any').reason).toBe('missing');
    expect(computeWith('greatest(#{a}, 1)', {}, 'skip_if_any').value).toBe(1);
    expect(computeWith('isNull(#{a})', {}, 'skip_if_all').reason).toBe('missing');
    expect(computeWith('[days] + #{a}', { days: 30 }, 'skip_if_all').reason).toBe('missing');
    expect(computeWith('5', {}, 'skip_if_all').value).toBe(5);
  });
});

describe('what is refused, and where', () => {
  it.each([
    ['1 && true', 'type 0'], ['true && 1', 'type 8'], ['"a" + 1', 'type 0'], ['1 + "a"', 'type 4'], ['-"a"', 'type 1'], ['!1', 'type 1'], ['1 == "a"', 'type 5'], ['true < false', 'type 0'], ['null < true', 'type 7'], ['if(1, 2, 3)', 'type 3'], ['if(true, 2, "a")', 'type 12'],
    ['firstNonNull(1, "a")', 'type 16'], ['greatest("a")', 'type 9'], ['contains(1, "a")', 'type 9'], ['in(1, "a")', 'type 6'], ['round(true)', 'type 6'], ['2 * (1 + (3 == 3))', 'type 10'], ['1 < 2 < 3', 'type 8'], ['sum(true, areas(children))', 'type 4'], ['percentile(1, "a", areas(children))', 'type 14'],
    ['if(true, 1)', 'arguments 0'], ['isNull()', 'arguments 0'], ['weighted(1, 2, 3)', 'arguments 0'], ['round(1, 2, 3)', 'arguments 0'], ['nope(1)', 'unknown_function 0'], ['toString(1)', 'unknown_function 0'], ['__proto__(1)', 'unknown_function 0'],
    ['R{x}', 'syntax 0'], ['R{x.y}', 'syntax 0'], ['R{x.REPORTING_RATE.y}', 'syntax 0'], ['X{x}', 'syntax 0'], ['#{a b}', 'syntax 2'], ['#{a', 'syntax 2'], ['#{a.}', 'syntax 2'], ['[weeks]', 'syntax 0'], ['[days', 'syntax 0'], ['"abc', 'syntax 4'], ['"a\\x"', 'syntax 2'], ['1 /* a', 'syntax 6'], ['1 */ 2', 'syntax 3'], ['1 2', 'syntax 2'], ['1,2', 'syntax 1'], ['(1', 'syntax 2'], ['1)', 'syntax 1'],
    ['#{a}.nope()', 'syntax 5'], ['#{a}.periodOffset(1.5)', 'syntax 18'], ['#{a}.periodOffset(x)', 'syntax 18'], ['#{a}.periodOffset(99999)', 'syntax 18'], ['#{a}.yearToDate(1)', 'syntax 16'], ['#{a}.aggregationType(sum)', 'syntax 21'], ['#{a}.minDate(2021-02-30)', 'syntax 13'], ['#{a}.maxDate(2021)', 'syntax 13'], ['#{a}.area()', 'syntax 10'],
    ['#{a}.area(a b)', 'syntax 10'], ['sum(#{a})', 'syntax 8'], ['sum(#{a}, 1)', 'syntax 10'], ['sum(#{a}, periods(1, 0))', 'syntax 18'], ['sum(#{a}, periods(-500, 0))', 'syntax 18'], ['sum(#{a}, areas(houses))', 'syntax 16'], ['is(1, 2)', 'syntax 4'], ['and', 'syntax 0'], ['1 and', 'syntax 5'], ['@', 'syntax 0'], ['1 & 2', 'syntax 2'], ['1 | 2', 'syntax 2'],
    ['1e999', 'overflow 0'], ['1e-999', 'underflow 0'], [`${'('.repeat(300)}1${')'.repeat(300)}`, 'too_deep 200'], ['-'.repeat(300), 'too_deep 199'], ['2^'.repeat(300), 'too_deep 399'], [`1${'+1'.repeat(600)}`, expect.stringMatching(/^too_many \d+$/)], ['1'.repeat(10_001), 'too_long 10000'],
  ])('%.40s', (source, found) => expect(refusal(source)).toEqual(found));
  it('says in both languages what was expected', () => {
    for (const source of ['1 +', '"a" + 1', 'nope(1)', 'if(true, 1)', 'R{x}', '1e999']) {
      try {
        parseFormula(source);
        expect.unreachable();
      } catch (error) {
        const { text } = error as FormulaError;
        expect(text.en).toMatch(/expected/);
        expect(text.id).toMatch(/seharusnya|perlu|yang ada/);
      }
    }
  });
  it('refuses a million characters and ten thousand parentheses before it reads them', () => {
    expect(refusal('1'.repeat(1_000_000))).toBe('too_long 10000');
    expect(refusal('('.repeat(10_000))).toBe('too_deep 200');
    expect(refusal(`${'"'.repeat(9_999)}`)).toMatch(/^syntax/);
    expect(refusal('/*'.repeat(5_000))).toMatch(/^syntax/);
  });
});

describe('fuzzing', () => {
  const piece = fc.constantFrom('(', ')', '+', '-', '*', '/', '%', '^', '1', '.5', '2e3', '#{a}', '#{a.b}', 'N{x}', 'C{', '}', ',', 'if(', 'sum(', 'periods(-1, 0)', 'areas(children)', 'percentile(', '.periodOffset(-1)', '.area(parent)', '.', 'null', '&&', 'or', '"x"', "'", '<', '==', 'round(', 'weighted(', ' ', '!', '/*', '*/', '[days]', 'is(', ' in ', 'true', '\\', '\u{1F600}');
  const holds = (source: string, values: Values): boolean => {
    try {
      const found = computeWith(source, values, 'never_skip').value;
      return typeof found !== 'number' || Number.isFinite(found);
    } catch (error) {
      return error instanceof FormulaError && error.position >= 0 && error.position <= Math.max(source.length, 10_000);
    }
  };
  it('gives a finite value or an error with a place, for pieces of the language', () => {
    fc.assert(fc.property(fc.array(piece, { maxLength: 60 }), fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.string(), fc.boolean(), fc.constant(null)), (pieces, a) => holds(pieces.join(''), { a })), runs(20_000));
  }, 60_000);
  it('and for any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (source) => holds(source, {})), runs(5_000));
  }, 60_000);
  it('keeps references as they are written', () => {
    fc.assert(fc.property(fc.constantFrom('#', 'N', 'C', 'T'), fc.stringMatching(/^[A-Za-z0-9_][A-Za-z0-9_-]{0,20}$/), (sigil, code) => {
      const [found] = referencesOf(parseSyntax(` ${sigil}{${code}} + 1`));
      return found !== undefined && writtenAs(found) === `${sigil}{${code}}` && found.at === 1;
    }));
  });
  it('compares texts as their code points', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
      const [x, y] = [[...a], [...b]].map((text) => text.map((one) => one.codePointAt(0) as number)) as [number[], number[]];
      const n = x.findIndex((one, i) => one !== y[i]);
      const wanted = n < 0 ? x.length - y.length : y[n] === undefined ? 1 : (x[n] as number) - (y[n] as number);
      return Math.sign(compareText(a, b)) === Math.sign(wanted);
    }), runs(5_000));
  });
});

it('says where each node stands', () => {
  const at = (node: Node): unknown => ({ [node.kind]: node.at });
  const tree = parseSyntax(' 1 + round(#{a}, 2).periodOffset(-1)');
  expect(at(tree)).toEqual({ binary: 3 });
  expect(tree.kind === 'binary' && [at(tree.left), at(tree.right)]).toEqual([{ number: 1 }, { modified: 19 }]);
});
