import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Db } from '#kernel/connection.ts';
import { testDb } from '#kernel/testing.ts';
import { compileFormula } from '../compile.ts';
import { parseFormula } from '../parser.ts';
import type { Missing } from '../plan.ts';
import { call, fits, randomFormulas, randomRows, typeOf } from '../testing/random-formulas.ts';
import { runs } from '../testing/runs.ts';
import { frameOf, inDatabase, type Row } from '../testing/sql-rows.ts';
import type { TypeOf } from '../types.ts';
import { compileSql, LeftToClosures, leftToClosures } from './compile-sql.ts';

/** The embedded database plans a statement ten times as long as a server does. */
const many = process.env.DATABASE_URL ? 200 : 30;
let db: Db;
beforeAll(async () => {
  db = await testDb();
});
afterAll(() => db.close());

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

it('agrees with the closures bit for bit, with reasons and what was assumed zero, on whatever rows', async () => {
  await fc.assert(fc.asyncProperty(randomFormulas(), randomRows, fc.constantFrom(...strategies), (source, rows, missing) => agree(source, missing, rows)), runs(many));
}, 600_000);

it('agrees within 1e-12 on what no two libraries compute alike', async () => {
  const number = randomFormulas();
  const outer = fc.oneof(
    fc.tuple(number, number).map(([x, y]) => `(${x}) ^ (${y})`), fc.tuple(fc.constantFrom('exp', 'log', 'log10'), number).map(([f, x]) => call(f, [x])), fc.tuple(number, fc.oneof(number, fc.constantFrom('2', '10', '3'))).map((args) => call('log', args)),
    fc.constant('stddev(#{m}, areas(children))'), fc.constant('subExpression(#{m}).aggregationType(VARIANCE)'), number.map((share) => `percentile(#{m}, ${share}, areas(children))`),
  );
  await fc.assert(fc.asyncProperty(outer.filter(fits), randomRows, fc.constantFrom(...strategies), (source, rows, missing) => agree(source, missing, rows, true)), runs(many));
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
