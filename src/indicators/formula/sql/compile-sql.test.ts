import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Db } from '#kernel/connection.ts';
import { testDb } from '#kernel/testing.ts';
import { compileFormula } from '../compile.ts';
import { parseFormula } from '../parser.ts';
import type { Missing } from '../plan.ts';
import { runs } from '../testing/runs.ts';
import { frameOf, inDatabase, type Row } from '../testing/sql-rows.ts';
import type { TypeOf } from '../types.ts';
import { compileSql, LeftToClosures, leftToClosures } from './compile-sql.ts';

/** The embedded database plans a statement ten times as long as a server does. */
const many = process.env.DATABASE_URL ? 400 : 40;
let db: Db;
beforeAll(async () => {
  db = await testDb();
});
afterAll(() => db.close());

const typeOf: TypeOf = ({ code }) => (code === 't' || code === 'u' ? 'text' : code === 'p' ? 'boolean' : 'number');
const strategies: Missing[] = ['skip_if_any', 'skip_if_all', 'never_skip'];

async function agree(source: string, missing: Missing, rows: Row[], near = false): Promise<void> {
  const tree = parseFormula(source, typeOf);
  const closures = compileFormula(tree, missing, typeOf);
  const found = await inDatabase(db, tree, missing, typeOf, rows);
  rows.forEach((row, n) => {
    const wanted = closures.compute(frameOf(closures.plan, row, typeOf));
    const told = found[n];
    const close = near && typeof wanted.value === 'number' && typeof told?.value === 'number' && Math.abs(wanted.value - told.value) <= 1e-12 * Math.abs(wanted.value) + 1e-322;
    expect(close ? { ...told, value: wanted.value } : told, `${source} ${missing} ${JSON.stringify(row)}`).toEqual(wanted);
    if (typeof told?.value === 'number' && !close) expect(Object.is(told.value, wanted.value), `${source}: ${told.value}, not ${wanted.value}`).toBe(true);
  });
}

const decimal = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -20, max: 20 }).map(String) }, { weight: 2, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }).map(String) }, { weight: 2, arbitrary: fc.double({ min: -1e6, max: 1e6, noNaN: true }).map(String) },
  { weight: 3, arbitrary: fc.constantFrom('0', '1e308', '-1e308', '1.7976931348623157e308', '5e-324', '-5e-324', '1e-320', '2.2250738585072014e-308', '-0', '0.1', '1.005', '1e23', '12345678901234567890', '0.00012345678901234567891', '99999999999999999999e10', '1e-200', '1e200', '4503599627370497.5', '1e16', '5e22', '1e154', '1e-162', '3') },
  { weight: 1, arbitrary: fc.bigInt({ min: -(10n ** 20n) + 1n, max: 10n ** 20n - 1n }).chain((digits) => fc.integer({ min: -30, max: 30 }).map((e) => `${digits}e${e}`)) },
);
const nullable = <T>(of: fc.Arbitrary<T>) => fc.option(of, { freq: 4 });
const word = fc.constantFrom('', 'a', 'B', 'ab', ' a , b', 'a,b,ab', "it's", 'z\\', '\u{1F600}', '\uFFFD', 'é');
const row = fc.record({ a: nullable(decimal), b: nullable(decimal), c: nullable(decimal), t: nullable(word), u: nullable(word), p: nullable(fc.boolean()), m: fc.array(nullable(decimal), { maxLength: 6 }) });
const rowsOf = fc.array(row, { minLength: 12, maxLength: 25 });

const call = (name: string, args: string[]): string => `${name}(${args.join(', ')})`;
const several = (of: fc.Arbitrary<string>) => fc.array(of, { minLength: 1, maxLength: 3 });
const written = fc.oneof(fc.integer({ min: -20, max: 20 }), fc.constantFrom(0.5, 2.5, -0.1, 1.005, 1e200, 1e-200, 1e308, 5e-324)).map((n) => (n < 0 ? `(-${-n})` : String(n)));
const { number } = fc.letrec<{ number: string; truth: string; text: string }>((tie) => ({
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
    fc.constantFrom('sum', 'avg', 'median').map((f) => `${f}(#{m}, areas(children))`),
    fc.constantFrom('SUM', 'AVERAGE', 'LAST', 'FIRST', 'MIN', 'MAX', 'COUNT', 'NONE').map((type) => `subExpression(#{m}).aggregationType(${type})`)),
  truth: fc.oneof({ maxDepth: 4, depthIdentifier: 'f' },
    fc.constantFrom('true', 'false', '#{p}', 'null'),
    fc.tuple(fc.constantFrom('<', '<=', '>', '>=', '==', '!='), tie('number'), tie('number')).map(([op, l, r]) => `(${l} ${op} ${r})`),
    fc.tuple(fc.constantFrom('<', '<=', '>', '>=', '==', '!='), tie('text'), tie('text')).map(([op, l, r]) => `(${l} ${op} ${r})`),
    fc.tuple(fc.constantFrom('&&', '||'), tie('truth'), tie('truth')).map(([op, l, r]) => `(${l} ${op} ${r})`),
    tie('truth').map((x) => `(! ${x})`),
    fc.tuple(fc.constantFrom('isNull', 'isNotNull'), fc.oneof(tie('number'), tie('text'), tie('truth'))).map(([f, x]) => call(f, [x])),
    fc.tuple(tie('number'), several(tie('number'))).map(([x, rest]) => call('in', [x, ...rest])), fc.tuple(tie('text'), several(tie('text'))).map(([x, rest]) => call('in', [x, ...rest])),
    fc.tuple(fc.constantFrom('contains', 'containsItems'), tie('text'), several(tie('text'))).map(([f, x, rest]) => call(f, [x, ...rest]))),
  text: fc.oneof({ maxDepth: 3, depthIdentifier: 'f' },
    fc.constantFrom('#{t}', '#{u}', '"a"', '"ab"', '"it\'s"', '"\\\\"', 'null'),
    fc.tuple(tie('truth'), tie('text'), tie('text')).map((args) => call('if', args)), several(tie('text')).map((args) => call('firstNonNull', args))),
}));
const fits = (source: string): boolean => {
  try {
    parseFormula(source, typeOf);
    return true;
  } catch {
    return false;
  }
};

it('agrees with the closures bit for bit, with reasons and what was assumed zero, on whatever rows', async () => {
  await fc.assert(fc.asyncProperty(number.filter(fits), rowsOf, fc.constantFrom(...strategies), (source, rows, missing) => agree(source, missing, rows)), runs(many));
}, 600_000);

it('agrees within 1e-12 on what no two libraries compute alike', async () => {
  const outer = fc.oneof(
    fc.tuple(number, number).map(([x, y]) => `(${x}) ^ (${y})`), fc.tuple(fc.constantFrom('exp', 'log', 'log10'), number).map(([f, x]) => call(f, [x])), fc.tuple(number, fc.oneof(number, fc.constantFrom('2', '10', '3'))).map((args) => call('log', args)),
    fc.constant('stddev(#{m}, areas(children))'), fc.constant('subExpression(#{m}).aggregationType(VARIANCE)'), number.map((share) => `percentile(#{m}, ${share}, areas(children))`),
  );
  await fc.assert(fc.asyncProperty(outer.filter(fits), rowsOf, fc.constantFrom(...strategies), (source, rows, missing) => agree(source, missing, rows, true)), runs(many));
}, 600_000);

it('never raises at the ends of the range, and rounds there as doubles do', async () => {
  const ends = ['0', '5e-324', '1e-323', '2.2250738585072014e-308', '2.2250738585072011e-308', '1e-308', '1.5e-162', '1e-162', '2.4703282292062328e-324', '1', '1.0000000000000002', '0.9999999999999999', '2', '1e154', '1.3407807929942596e154', '1.3407807929942597e154', '8.98846567431158e307', '1.7976931348623157e308', '1.7976931348623155e308', '9.007199254740993e15'];
  const rows = ends.flatMap((a) => ends.flatMap((b): Row[] => [{ a, b }, { a: `-${a}`, b }]));
  for (const op of ['+', '-', '*', '/', '%']) await agree(`#{a} ${op} #{b}`, 'skip_if_any', rows);
  await agree('#{a} ^ #{b}', 'skip_if_any', rows, true);
  await agree('round(#{a}, -308) + 0 * #{b}', 'skip_if_any', rows);
}, 60_000);

it('rounds half the least double as the product to the last bit asks', async () => {
  const near = [1, 3, 5, 7, 1 + 2 ** -52, 1 - 2 ** -53, 1.5, 0.75, 4 / 3, 3 / 4, 1.2345, 1 / 1.2345].flatMap((x) => [2 ** -537, 2 ** -538].map((scale) => String(x * scale)));
  await agree('#{a} * #{b}', 'skip_if_any', near.flatMap((a) => near.map((b): Row => ({ a, b }))));
}, 60_000);

it('says which formulas it leaves to the closures', () => {
  const why = (source: string, missing: Missing = 'skip_if_any', types: TypeOf = typeOf): string => {
    try {
      return compileSql(parseFormula(source, types), missing, types).kind;
    } catch (error) {
      return error instanceof LeftToClosures ? error.why : String(error);
    }
  };
  expect(why('sum(#{a} / #{b}, areas(children))')).toBe(leftToClosures[0]);
  expect(why('if(#{x} == "a", #{x} + 1, 2)', 'skip_if_any', () => 'any')).toBe(leftToClosures[1]);
  expect(why("#{t} == '\\u0000'")).toBe(leftToClosures[2]);
  expect(why(`#{a}${' + #{b}'.repeat(70)}`)).toBe(leftToClosures[3]);
  expect([why('#{a} + 1'), why('#{a} > 1'), why('#{t}')]).toEqual(['number', 'boolean', 'text']);
});
