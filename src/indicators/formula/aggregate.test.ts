import { describe, expect, it } from 'vitest';
import { aggregate, aggregateExact, median, type Member, percentile, weightedAverage } from './aggregate.ts';
import type { Aggregation } from './tree.ts';

const of = (...texts: string[]): Member[] => texts.map((exact) => ({ value: Number(exact), exact }));
/** Told apart only by digits that no double holds; neither the least nor the greatest stands at an end. */
const long = of('12345678901234567890.2', '12345678901234567890.1', '12345678901234567890.4', '12345678901234567890.3');

describe('as exact text', () => {
  it.each<[Aggregation, string]>([
    ['SUM', '493827156049382715610e-1'], ['FIRST', '12345678901234567890.2'], ['LAST', '12345678901234567890.3'], ['MIN', '12345678901234567890.1'], ['MAX', '12345678901234567890.4'],
  ])('%s', (type, expected) => expect(aggregateExact(type, long)).toBe(expected));
  it.each<[Aggregation, string | null]>([['AVERAGE', '2'], ['COUNT', '3'], ['VARIANCE', '1'], ['STDDEV', '1'], ['NONE', null]])('%s of 1, 2, 3', (type, expected) => expect(aggregateExact(type, of('1', '2', '3'))).toBe(expected));
  it('has none where there is no number', () => {
    expect(aggregateExact('STDDEV', of('1'))).toBeNull();
    expect(aggregateExact('NONE', of('7'))).toBe('7');
  });
});

describe('as a double', () => {
  it.each<[Aggregation, number]>([['SUM', 0.6], ['AVERAGE', 0.6 / 3], ['COUNT', 3], ['FIRST', 0.1], ['LAST', 0.3], ['MIN', 0.1], ['MAX', 0.3]])('%s of 0.1, 0.2, 0.3', (type, expected) => {
    expect(aggregate(type, of('0.1', '0.2', '0.3'))).toBe(expected);
  });
  it('a member without a readable text counts as its double', () => {
    expect(aggregate('SUM', [{ value: 1.5, exact: 'Infinity' }, { value: 2, exact: '2' }])).toBe(3.5);
  });
});

describe('spread', () => {
  it('is of a sample: divided by one less', () => {
    expect(aggregate('VARIANCE', of('2', '4', '4', '4', '5', '5', '7', '9'))).toBeCloseTo(32 / 7, 12);
    expect(aggregate('STDDEV', of('2', '4', '4', '4', '5', '5', '7', '9'))).toBeCloseTo(Math.sqrt(32 / 7), 12);
    expect(aggregate('VARIANCE', of('1', '3'))).toBe(2);
    expect(aggregate('STDDEV', of('5'))).toEqual({ reason: 'domain' });
    expect(aggregate('STDDEV', of('5', '5', '5'))).toBe(0);
  });
  it('loses no square at the ends of the range', () => {
    expect(aggregate('STDDEV', of('1e-200', '3e-200'))).toBeCloseTo(Math.SQRT2 * 1e-200, 210);
    expect(Number(aggregate('STDDEV', of('1e-200', '3e-200'))) / 1e-200).toBeCloseTo(Math.SQRT2, 10);
    expect(Number(aggregate('STDDEV', [{ value: 1e200, exact: '1e200' }, { value: 3e200, exact: '3e200' }])) / 1e200).toBeCloseTo(Math.SQRT2, 10);
    expect(aggregate('VARIANCE', [{ value: 1e200, exact: '1e200' }, { value: 3e200, exact: '3e200' }])).toEqual({ reason: 'overflow' });
    expect(aggregate('STDDEV', [{ value: 1.7e308, exact: '1.7e308' }, { value: -1.7e308, exact: '-1.7e308' }, { value: 1.7e308, exact: '1.7e308' }])).toEqual({ reason: 'overflow' });
  });
});

it('a weighted average is one division of two exact sums', () => {
  expect(weightedAverage(of('10', '20'), of('3', '1'))).toBe(12.5);
  expect(weightedAverage(of('0.1', '0.7'), of('0.2', '0.1'))).toBe(0.09 / 0.3);
  expect(weightedAverage(of('10'), of('0'))).toEqual({ reason: 'zero_denominator' });
});

describe('in order', () => {
  it('the median is the middle one, or half the exact sum of the two', () => {
    expect(median(of('9', '1', '5'))).toBe(5);
    expect(median(of('9', '1', '5', '2'))).toBe(3.5);
    expect(median(of('4'))).toBe(4);
  });
  it.each([[0, 1], [100, 9], [50, 4], [25, 2.5], [75, 6], [10, 1.6]])('percentile %s of 5, 1, 9, 3 is on the line between its neighbours', (share, expected) => {
    expect(percentile(of('5', '1', '9', '3'), share)).toBeCloseTo(expected, 12);
  });
  it('a share outside 0 to 100 has none', () => {
    expect(percentile(of('1', '2'), -0.1)).toEqual({ reason: 'domain' });
    expect(percentile(of('1', '2'), 100.1)).toEqual({ reason: 'domain' });
  });
});
