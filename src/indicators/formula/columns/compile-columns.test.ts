import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compileFormula } from '../compile.ts';
import { parseFormula } from '../parser.ts';
import type { Missing } from '../plan.ts';
import { randomFormulas, randomRows, typeOf } from '../testing/random-formulas.ts';
import { runs } from '../testing/runs.ts';
import { frameOf, type Row } from '../testing/sql-rows.ts';
import { compileColumns, reasons } from './compile-columns.ts';

const strategies: Missing[] = ['skip_if_any', 'skip_if_all', 'never_skip'];
const columnOf = (rows: Row[], code: string): Float64Array => Float64Array.from(rows, ({ [code]: given = null }) => (given === null ? Number.NaN : Number(given)));

function agree(source: string, missing: Missing, rows: Row[]): void {
  const tree = parseFormula(source, typeOf);
  const columns = compileColumns(tree, missing, typeOf);
  if (!columns) throw new Error(`${source} has no columns`);
  const closures = compileFormula(tree, missing, typeOf);
  const { values, why } = columns.compute(columns.plan.slots.map(({ code }) => columnOf(rows, code)), rows.length);
  rows.forEach((row, n) => {
    const { value, reason } = closures.compute(frameOf(closures.plan, row, typeOf));
    const told = { value: Number.isNaN(values[n]) ? null : (values[n] as number), reason: reasons[why[n] as number] };
    expect(told, `${source} ${missing} ${JSON.stringify(row)}`).toEqual({ value: typeof value === 'boolean' ? Number(value) : value, reason });
    expect(Object.is(told.value, -0)).toBe(false);
  });
}

it('agrees with the closures, row by row, on numbers and reasons', () => {
  fc.assert(fc.property(randomFormulas(true), randomRows, fc.constantFrom(...strategies), (source, rows, missing) => agree(source, missing, rows)), runs(1_500));
}, 120_000);

it('works through more rows than a block holds', () => {
  const rows = Array.from({ length: 2_500 }, (_, n): Row => ({ a: n % 7 === 0 ? null : String(n), b: String(n % 11) }));
  for (const missing of strategies) for (const source of ['100 * #{a} / #{b}', '#{a}', 'if(#{b} > 5, #{a}, #{a} ^ 2)', 'firstNonNull(#{a}, 1) + log(#{b}, 2) + exp(#{b}) + log10(#{a} + 1)']) agree(source, missing, rows);
});

it('leaves groups and texts to the closures', () => {
  for (const source of ['sum(#{m}, areas(children))', 'if(#{t} == "a", 1, 2)', 'in(#{a}, 1)']) expect(compileColumns(parseFormula(source, typeOf), 'skip_if_any', typeOf)).toBeNull();
});
