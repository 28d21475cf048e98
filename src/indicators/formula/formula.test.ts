import { runs } from './testing/runs.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundHalfAway } from './arithmetic.ts';
import { computeWith } from './compute-line.ts';
import { FormulaError } from './errors.ts';
import { parseFormula } from './parser.ts';
import { elementsOf } from './tree.ts';

const run = (source: string, values: Record<string, number | null> = {}, missing: 'skip_if_any' | 'skip_if_all' | 'never_skip' = 'skip_if_any') =>
  computeWith(source, values, missing);

describe('values', () => {
  it.each([
    ['80 / 100 * 50', 40], ['1 - 2 - 3', -4], ['12 / 3 / 2', 2], ['2 + 3 * 4', 14], ['(2 + 3) * 4', 20], ['-2 + 5', 3], ['- -2', 2], ['.5 + 1e1', 10.5],
    ['2 - 3 + 4', 3], ['2 * 6 / 3', 4], ['1 < 2 && 2 <= 2', true], ['not (1 = 2) or false', true], ['"a" < "b"', true], ['1 <> 1', false], ['1 != 2', true],
    ['if(1 > 2, 10, 20)', 20], ['if(null, 1, 2)', 2], ['greatest(1, null, 3)', 3], ['least(4, 2)', 2], ['firstNonNull(null, 7)', 7], ['round(2.5)', 3], ['round(-2.5)', -3],
    ['round(1.005, 2)', 1.01], ['round(1234, -2)', 1200], ['isNull(null)', true], ['isNotNull(1)', true], ['1 /* one */ + 1', 2], ['true || null = 1', true],
  ])('%s is %s', (source, expected) => expect(run(source).value).toBe(expected));
});

describe('what is missing', () => {
  it.each([
    ['#{A} + #{B}', { A: 1 }, 'skip_if_any', null, 'missing', []],
    ['#{A} + #{B}', { A: 1 }, 'skip_if_all', 1, null, ['B']],
    ['#{A} + #{B}', {}, 'skip_if_all', null, 'missing', []],
    ['#{A} + #{B}', {}, 'never_skip', 0, null, ['A', 'B']],
    ['firstNonNull(#{A}, #{B})', { B: 4 }, 'skip_if_any', 4, null, []],
    ['firstNonNull(#{A}, 9)', {}, 'never_skip', 9, null, []],
    ['#{A} / #{B}', { A: 1, B: 0 }, 'skip_if_any', null, 'zero_denominator', []],
    ['firstNonNull(#{A} / #{B}, 5)', { A: 1, B: 0 }, 'skip_if_any', 5, null, []],
    ['#{A} * #{A}', { A: 1e200 }, 'skip_if_any', null, 'overflow', []],
    ['null + 1', {}, 'skip_if_any', null, 'missing', []],
    ['#{A} * 0', { A: 0 }, 'skip_if_any', 0, null, []],
  ] as const)('%s with %j, %s', (source, values, missing, value, reason, assumedZero) =>
    expect(run(source, values as Record<string, number>, missing)).toEqual({ value, reason, assumedZero }));
});

describe('what is refused, and where', () => {
  it.each([
    ['', 'syntax', 0], ['1 +', 'syntax', 3], ['1 2', 'syntax', 2], ['#{}', 'syntax', 2], ['(1', 'syntax', 2], ['nope(1)', 'unknown_function', 0], ['if(1 > 2, 1)', 'arguments', 0],
    ['"a" + 1', 'type', 0], ['1 && true', 'type', 0], ['1 < "a"', 'type', 4], ['population', 'syntax', 0], ['1e999', 'overflow', 0], ['constructor(1)', 'unknown_function', 0],
    [`${'('.repeat(10_000)}`, 'too_deep', 200], ['1'.repeat(10_001), 'too_long', 10_000],
  ])('%.20s', (source, code, position) => {
    try {
      parseFormula(source);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(FormulaError);
      expect(error).toMatchObject({ code, position });
    }
  });
  it('never throws anything else', () => {
    const piece = fc.constantFrom('(', ')', '+', '-', '*', '/', '1', '.5', '#{A}', ',', 'if(', 'null', '&&', '"x"', '<', 'round(', ' ', '!');
    fc.assert(fc.property(fc.array(piece, { maxLength: 40 }), fc.double(), (pieces, a) => {
      try {
        const { value } = computeWith(pieces.join(''), { A: Number.isFinite(a) ? a : 1 });
        return typeof value !== 'number' || Number.isFinite(value);
      } catch (error) {
        return error instanceof FormulaError;
      }
    }), runs(2000));
  });
  it('names each element once', () => expect(elementsOf(parseFormula('#{B} + if(isNull(#{A}), #{B}, 1)'))).toEqual(['B', 'A']));
});

it('rounds like a reader, for any number', () => {
  fc.assert(fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), fc.integer({ min: 0, max: 4 }), (value, places) =>
    Math.abs(Number(roundHalfAway(value, places)) - value) <= 0.5000001 * 10 ** -places + 1e-6));
});
