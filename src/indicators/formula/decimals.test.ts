import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDecimals, compareDecimals, type Decimal, significantDigits, toDecimal, toDouble } from './decimals.ts';
import { runs } from './testing/runs.ts';

const of = (text: string): Decimal => toDecimal(text) as Decimal;
const sum = (...texts: string[]): number => toDouble(texts.map(of).reduce(addDecimals));

describe('decimals without rounding', () => {
  it.each([
    ['12.5', 125n, 1], ['-12.50', -1250n, 2], ['+3', 3n, 0], ['.5', 5n, 1], ['5.', 5n, 0], ['1e3', 1n, -3], ['1.25E-2', 125n, 4], ['2e+2', 2n, -2], ['0', 0n, 0], ['007', 7n, 0],
  ])('%s', (text, digits, scale) => expect(toDecimal(text)).toEqual({ digits, scale }));
  it.each(['', '.', '-', 'e5', '1e', '1e12345', 'x1', '1x', '1.2.3', '1 2', '--1', 'Infinity', 'NaN', '0x10'])('%s is none', (text) => expect(toDecimal(text)).toBeNull());
  it.each([['0.0120', 2], ['12345678901234567891', 20], ['12345678901234567890', 19], ['1.2345678901234567890e5', 19], ['-1000', 1], ['0', 0], ['0.000', 0], ['1e300', 1], ['+100.0010', 6], ['-0.5E-7', 1]])('%s has %s digits', (text, count) => expect(significantDigits(text)).toBe(count));
  it.each([[['0.1', '0.2', '0.3'], 0.6], [['1e20', '1', '-1e20'], 1], [['1e-5', '1e5'], 100000.00001], [['5'], 5], [['-1.5', '1.5'], 0], [['9007199254740993', '0'], 9007199254740992], [['9007199254740993', '0.0000001'], 9007199254740994]])('the sum of %j is %s', (texts, total) => expect(sum(...texts)).toBe(total));
  it.each([['1', '2', -1], ['2', '1', 1], ['1.0', '1', 0], ['1e3', '999.9', 1], ['-1', '1', -1], ['0.1', '0.10', 0], ['12345678901234567890', '12345678901234567891', -1]])('%s beside %s: %s', (a, b, order) => expect(compareDecimals(of(a), of(b))).toBe(order));
  it('reads every double back, and orders and adds as numbers do where those are exact', () => {
    fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => toDouble(of(String(x))) === x + 0), runs(2000));
    fc.assert(fc.property(fc.integer(), fc.integer(), (x, y) => toDouble(addDecimals(of(`${x}e-2`), of(`${y}e-2`))) === (x + y) / 100 && Math.sign(compareDecimals(of(String(x)), of(`${y}.0`))) === Math.sign(x - y)), runs(2000));
  });
});
