import { describe, expect, it, onTestFinished } from 'vitest';
import { testDb } from '#kernel/testing.ts';
import { computeCells } from './compute-cells.ts';
import { checkFormula, type Known, refuseOtherType } from './formula/check-formula.ts';
import { compileFormula } from './formula/compile.ts';
import { FormulaError } from './formula/errors.ts';
import { parseFormula } from './formula/parser.ts';
import type { Missing } from './formula/plan.ts';
import { frameOf, inDatabase, type Row } from './formula/testing/sql-rows.ts';
import type { TypeOf } from './formula/types.ts';
import type { Indicator } from './indicators.store.ts';
import { noSources, placeKey } from './read-slots.ts';

const unit = (dimension: string) => ({ dimension, scale: 1, name: { id: dimension, en: dimension } });
const known: Known = ({ sigil, code }) => (code === 'gone' ? undefined : code === 'word' ? unit('word') : sigil === '#' || code === 'number' ? unit('count') : undefined);
const faultOf = (work: () => unknown): [string, number] | null => {
  try {
    work();
    return null;
  } catch (error) {
    if (error instanceof FormulaError) return [error.code, error.position];
    throw error;
  }
};

describe('an indicator that gives words', () => {
  it.each<[string, [string, number] | null]>([
    ["if(N{word} == 'slow', 1, 0)", null], ["in(N{word}, 'slow', 'quick')", null], ["contains(N{word}, 'slo')", null], ["if(#{a} > 1, N{word}, 'none')", null], ['isNull(N{word})', null],
    ['N{word} + 1', ['type', 0]], ['1 + N{word}', ['type', 4]], ['N{word} == 1', ['type', 11]], ['sum(N{word}, areas(children))', ['type', 4]], ["N{number} == 'slow'", ['type', 13]], ['T{word}', ['type', 0]], ['#{a} < T{word}', ['type', 7]],
  ])('in %s', (source, fault) => expect(faultOf(() => checkFormula(source, known))).toEqual(fault));

  it.each<[string, string, string | null, boolean]>([
    ['text', 'word', null, true], ['number', 'word', null, false], ['boolean', 'word', null, false], ['text', 'count', null, false], ['number', 'count', null, true], ['boolean', 'count', null, false], ['boolean', 'yes_no', 'yes_no', true], ['any', 'word', null, true],
  ])('a formula of %s for a unit of %s (%s): %s', (gives, dimension, kind, fits) => expect(faultOf(() => refuseOtherType(gives as 'text', unit(dimension), kind))).toEqual(fits ? null : ['type', 0]));

  it('gives its word to formulas that stand on it, and nothing where it has none', () => {
    const of = (formula: string, more: Partial<Indicator> = {}) => ({ code: 'i', formula, series: ['utama'], periodKind: 'year', missing: 'skip_if_any', version: 1, targetKind: null, ...more }) as Indicator;
    const value = (period: string, given: string) => ({ elementCode: 'A', areaCode: '99.77', period, seriesCode: 'utama', value: given, applicable: true, status: 'published', withdrawn: false, quality: 'final', origin: 'reported', assurance: null, revision: 1 }) as const;
    const words = computeCells(of("if(#{A} > 10, 'slow', if(#{A} > 5, 'quick', null))"), [value('2020', '20'), value('2021', '7'), value('2022', '1')]);
    expect(words.map((cell) => [cell.value, cell.textValue, cell.reason])).toEqual([[null, 'slow', null], [null, 'quick', null], [null, null, 'missing']]);
    const sources = { ...noSources, worded: new Set(['w']), cells: new Map([['w', new Map(words.map((cell) => [placeKey(cell.areaCode, cell.period), cell]))]]) };
    const told = (formula: string, more: Partial<Indicator> = {}) => computeCells(of(formula, more), [], sources).map((cell) => cell.value ?? cell.textValue ?? cell.reason);
    expect(told("if(N{w} == 'slow', 1, 0)")).toEqual([1, 0, 'missing']);
    expect(told("firstNonNull(N{w}, 'none')")).toEqual(['slow', 'quick', 'none']);
    expect(told("N{w} == 'slow'", { targetKind: 'yes_no' })).toEqual([1, 0, 'missing']);
    expect(told("if(N{w} == 'slow', 1, 0)", { missing: 'never_skip' })).toEqual([1, 0, 0]); // a word that is missing is not zero: it is not known
    expect(told('N{w}.periodOffset(-1)')).toEqual(['missing', 'slow', 'quick']);
    expect(computeCells(of("if(N{w} == 'slow', 1, 0)"), [], sources)[0]?.inputs).toEqual([{ element: 'N{w}', area: '99.77', period: '2020', series: 'utama', value: 'slow', revision: 1 }]);
  });

  it('gives the database the same', async () => {
    const db = await testDb();
    onTestFinished(() => db.close());
    const typeOf: TypeOf = ({ sigil }) => (sigil === 'N' ? 'text' : 'number');
    const rows: Row[] = ['slow', 'quick', 'Slow', '', null, 'lambat'].flatMap((w) => ['1', '-2', null].map((a) => ({ w, a })));
    for (const source of ["if(N{w} == 'slow', #{a}, 0)", "N{w} > 'quick'", "in(N{w}, 'slow', 'quick')", "contains(N{w}, 'lo')", "firstNonNull(N{w}, 'none')", "if(isNull(N{w}), #{a}, 2)", "if(#{a} > 0, N{w}, 'below')", 'N{w}']) {
      const tree = parseFormula(source, typeOf);
      for (const missing of ['skip_if_any', 'skip_if_all', 'never_skip'] as Missing[]) {
        const formula = compileFormula(tree, missing, typeOf);
        expect(await inDatabase(db, tree, missing, typeOf, rows), `${source} ${missing}`).toEqual(rows.map((row) => formula.compute(frameOf(formula.plan, row, typeOf))));
      }
    }
  });
});
