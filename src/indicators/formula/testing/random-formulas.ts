import fc from 'fast-check';
import { parseFormula } from '../parser.ts';
import type { TypeOf } from '../types.ts';

/** In random formulas `t` and `u` are texts, `p` true or false, the others numbers; `m` is what groups run over. */
export const typeOf: TypeOf = ({ code }) => (code === 't' || code === 'u' ? 'text' : code === 'p' ? 'boolean' : 'number');

const decimal = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -20, max: 20 }).map(String) }, { weight: 2, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }).map(String) }, { weight: 2, arbitrary: fc.double({ min: -1e6, max: 1e6, noNaN: true }).map(String) },
  { weight: 3, arbitrary: fc.constantFrom('0', '1e308', '-1e308', '1.7976931348623157e308', '5e-324', '-5e-324', '1e-320', '2.2250738585072014e-308', '-0', '0.1', '1.005', '1e23', '12345678901234567890', '0.00012345678901234567891', '99999999999999999999e10', '1e-200', '1e200', '4503599627370497.5', '1e16', '5e22', '1e154', '1e-162', '3') },
  { weight: 1, arbitrary: fc.bigInt({ min: -(10n ** 20n) + 1n, max: 10n ** 20n - 1n }).chain((digits) => fc.integer({ min: -30, max: 30 }).map((e) => `${digits}e${e}`)) },
);
const nullable = <T>(of: fc.Arbitrary<T>) => fc.option(of, { freq: 4 });
const word = fc.constantFrom('', 'a', 'B', 'ab', ' a , b', 'a,b,ab', "it's", 'z\\', '\u{1F600}', '\uFFFD', 'é');
const row = fc.record({ a: nullable(decimal), b: nullable(decimal), c: nullable(decimal), t: nullable(word), u: nullable(word), p: nullable(fc.boolean()), m: fc.array(nullable(decimal), { maxLength: 6 }) });
/** Rows with nulls, the ends of the range, and decimals of twenty digits. */
export const randomRows = fc.array(row, { minLength: 12, maxLength: 25 });

export const call = (name: string, args: string[]): string => `${name}(${args.join(', ')})`;
const several = (of: fc.Arbitrary<string>) => fc.array(of, { minLength: 1, maxLength: 3 });
const written = fc.oneof(fc.integer({ min: -20, max: 20 }), fc.constantFrom(0.5, 2.5, -0.1, 1.005, 1e200, 1e-200, 1e308, 5e-324)).map((n) => (n < 0 ? `(-${-n})` : String(n)));
export const fits = (source: string): boolean => {
  try {
    parseFormula(source, typeOf);
    return true;
  } catch {
    return false;
  }
};
/** Numbers from references, operators and functions; `bare`: without texts, `in` and groups. */
export const randomFormulas = (bare = false): fc.Arbitrary<string> => fc.letrec<{ number: string; truth: string; text: string }>((tie) => ({
  number: fc.oneof({ maxDepth: 5, depthIdentifier: 'f' },
    fc.constantFrom('#{a}', '#{b}', '#{c}'), written, fc.constantFrom('null', '[days]', '(1 / 0)'),
    fc.tuple(fc.constantFrom('+', '-', '*', '/', '%'), tie('number'), tie('number')).map(([op, l, r]) => `(${l} ${op} ${r})`),
    tie('number').map((x) => `(- ${x})`),
    fc.tuple(tie('truth'), tie('number'), tie('number')).map((args) => call('if', args)),
    fc.tuple(fc.constantFrom('firstNonNull', 'greatest', 'least'), several(tie('number'))).map(([f, args]) => call(f, args)),
    fc.tuple(fc.constantFrom('abs', 'floor', 'ceil', 'sqrt', 'round', 'removeZeros'), tie('number')).map(([f, x]) => call(f, [x])),
    fc.tuple(tie('number'), fc.oneof(fc.integer({ min: -4, max: 25 }).map(String), tie('number'))).map((args) => call('round', args)),
    fc.tuple(tie('number'), tie('number'), tie('number')).map((args) => call('normalise', args)),
    fc.array(fc.tuple(tie('number'), tie('number')), { minLength: 1, maxLength: 3 }).map((pairs) => call('weighted', pairs.flat())),
    ...(bare ? [] : [fc.constantFrom('sum', 'avg', 'median').map((f) => `${f}(#{m}, areas(children))`),
    fc.constantFrom('SUM', 'AVERAGE', 'LAST', 'FIRST', 'MIN', 'MAX', 'COUNT', 'NONE').map((type) => `subExpression(#{m}).aggregationType(${type})`)])),
  truth: fc.oneof({ maxDepth: 4, depthIdentifier: 'f' },
    fc.constantFrom('true', 'false', '#{p}', 'null'),
    fc.tuple(fc.constantFrom('<', '<=', '>', '>=', '==', '!='), tie('number'), tie('number')).map(([op, l, r]) => `(${l} ${op} ${r})`),
    fc.tuple(fc.constantFrom('&&', '||'), tie('truth'), tie('truth')).map(([op, l, r]) => `(${l} ${op} ${r})`),
    tie('truth').map((x) => `(! ${x})`),
    fc.tuple(fc.constantFrom('isNull', 'isNotNull'), fc.oneof(tie('number'), tie('truth'))).map(([f, x]) => call(f, [x])),
    ...(bare ? [] : [
      fc.tuple(fc.constantFrom('<', '<=', '>', '>=', '==', '!='), tie('text'), tie('text')).map(([op, l, r]) => `(${l} ${op} ${r})`), tie('text').map((x) => call('isNull', [x])),
      fc.tuple(tie('number'), several(tie('number'))).map(([x, rest]) => call('in', [x, ...rest])), fc.tuple(tie('text'), several(tie('text'))).map(([x, rest]) => call('in', [x, ...rest])),
    fc.tuple(fc.constantFrom('contains', 'containsItems'), tie('text'), several(tie('text'))).map(([f, x, rest]) => call(f, [x, ...rest]))])),
  text: fc.oneof({ maxDepth: 3, depthIdentifier: 'f' },
    fc.constantFrom('#{t}', '#{u}', '"a"', '"ab"', '"it\'s"', '"\\\\"', 'null'),
    fc.tuple(tie('truth'), tie('text'), tie('text')).map((args) => call('if', args)), several(tie('text')).map((args) => call('firstNonNull', args))),
})).number.filter(fits);
