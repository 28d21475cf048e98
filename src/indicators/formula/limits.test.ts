import { describe, expect, it } from 'vitest';
import { checkFormula, type Known } from './check-formula.ts';
import { computeLine, computeWith } from './compute-line.ts';
import { FormulaError } from './errors.ts';
import { parseFormula } from './parser.ts';

function refusal(work: () => unknown): string {
  try {
    work();
    return 'none';
  } catch (error) {
    if (error instanceof FormulaError) return `${error.code} ${error.position}`;
    throw error;
  }
}

describe('what a formula may read', () => {
  it.each([
    ['sum(#{a}, periods(-119, 0))', 'none'],
    ['sum(#{a}, periods(-120, 0))', 'syntax 18'],
    ['sum(avg(#{a}, periods(-11, 0)), periods(-9, 0))', 'none'],
    ['sum(avg(#{a}, periods(-11, 0)), periods(-10, 0))', 'too_many 0'],
    ['1 + sum(1 + sum(sum(#{a}, periods(-9, 0)), periods(-9, 0)), periods(-9, 0))', 'too_many 4'],
    ['sum(sum(#{a}, periods(-9, 0)), areas(children)) + sum(#{b}, periods(-99, 0))', 'none'],
  ])('%s', (source, expected) => expect(refusal(() => parseFormula(source))).toBe(expected));
  it('lists within lists stay bounded too', () => {
    const line = (count: number): string => JSON.stringify({ id: 1, expression: 'sum(#{a} + sum(#{a} + sum(#{a}, periods(0, 0)), periods(0, 0)), periods(0, 0))', values: { a: Array.from({ length: count }, () => 1) } });
    expect(computeLine(line(20))).toEqual({ id: 1, value: 8420 });
    expect(computeLine(line(400)).error).toMatchObject({ code: 'too_many', message: expect.stringMatching(/at most 20000 values/) });
  });
});

describe('modifiers of what is computed already', () => {
  it.each([
    ['sum(#{a}, periods(-1, 0)).yearToDate()', 'not_supported 0'],
    ['sum(#{a}, periods(-1, 0)).aggregationType(MAX)', 'not_supported 0'],
    ['(1 + N{y}).yearToDate()', 'not_supported 5'],
    ['T{y}.aggregationType(AVERAGE)', 'not_supported 0'],
    ['subExpression(#{a}).aggregationType(MAX)', 'none'],
    ['subExpression(#{a}).yearToDate()', 'not_supported 0'],
    ['sum(#{a}.yearToDate(), periods(-1, 0))', 'none'],
    ['(#{a} * C{k}).yearToDate()', 'none'],
    ['sum(N{y}, periods(-1, 0)).periodOffset(-1).area(parent)', 'none'],
  ])('%s', (source, expected) => expect(refusal(() => parseFormula(source))).toBe(expected));
});

it('an area that the region does not have is refused, with its place', () => {
  const known: Known = Object.assign(() => ({ dimension: 'count', scale: 1, name: { id: 'buah', en: 'pieces' } }), { areas: new Set(['99.01']) });
  expect(refusal(() => checkFormula('#{a} + #{a}.area(99.88)', known))).toBe('unknown_reference 11');
  expect(refusal(() => checkFormula('#{a}.area(99.01) + #{a}.area(parent) + #{a}.area(region)', known))).toBe('none');
});

describe('a worked example of one value', () => {
  it.each([['COUNT', 1], ['STDDEV', null], ['VARIANCE', null], ['SUM', 4], ['LAST', 4], ['NONE', 4]])('%s gives %s', (type, value) => expect(computeWith(`#{a}.aggregationType(${type})`, { a: 4 }).value).toBe(value));
});

describe('missing inside a group', () => {
  it('[days] is no value that was there', () => {
    expect(computeWith('sum(#{a} * [days], periods(-1, 0))', { a: [null, null], '[days]': [365, 365] }, 'skip_if_all')).toMatchObject({ value: null, reason: 'missing' });
  });
  it('names what was missing alone', () => {
    expect(computeWith('sum(#{a} * #{b}, periods(-1, 0))', { a: [null, null], b: [1, 2] }, 'never_skip')).toEqual({ value: 0, reason: null, assumedZero: ['a'] });
  });
});
