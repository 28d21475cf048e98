import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayReadFrom, readsAt } from './depends-on.ts';
import { compileFormula } from './formula/compile.ts';
import { parseSyntax } from './formula/parser.ts';
import { noSources, placeKey } from './read-slots.ts';

const areas = [
  { code: 'R', parentCode: null, level: 'region' }, { code: 'D1', parentCode: 'R', level: 'district' }, { code: 'D2', parentCode: 'R', level: 'district' },
  { code: 'V1', parentCode: 'D1', level: 'village' }, { code: 'V2', parentCode: 'D1', level: 'village' },
];
const sources = { ...noSources, areas };
const planOf = (formula: string) => compileFormula(parseSyntax(formula), 'skip_if_any').plan; // also plans that the check refuses
const kindOf = (period: string) => (period.includes('Q') ? 'quarter' : period.length > 4 ? 'month' : 'year');

/** The cells that read a place, found by going backwards and then asking each. */
function readers(formula: string, sigil: '#' | 'N', code: string, area: string, period: string): string[] {
  const plan = planOf(formula);
  const may = mayReadFrom(plan, { sigil, code, places: [{ area, period }] }, areas, kindOf(period));
  return may.filter((at) => {
    const reads = readsAt(plan, at, sources);
    return (sigil === '#' ? reads.elements : reads.cells).get(code)?.has(placeKey(area, period));
  }).map((at) => `${at.area} ${at.period}`).sort();
}

describe('the cells that read a changed value', () => {
  it.each<[string, string, string, string, string[]]>([
    ['100 * #{a} / #{b}', 'a', 'D1', '2020', ['D1 2020']],
    ['#{a} - #{a}.periodOffset(-1)', 'a', 'D1', '2020', ['D1 2020', 'D1 2021']],
    ['#{a}.periodOffset(2)', 'a', 'D1', '2020', ['D1 2018']],
    ['#{a}.periodOffset(-1)', 'a', 'D1', '2020Q4', ['D1 2021Q1']],
    ['#{a}.yearToDate()', 'a', 'D1', '2020Q3', ['D1 2020Q3', 'D1 2020Q4']],
    ['#{a}.yearToDate().periodOffset(-4)', 'a', 'D1', '2020Q3', ['D1 2021Q3', 'D1 2021Q4']],
    ['#{a} / #{b}.area(parent)', 'b', 'D1', '2020', ['V1 2020', 'V2 2020']],
    ['#{a} / #{b}.area(region)', 'b', 'R', '2020', ['D1 2020', 'D2 2020', 'R 2020', 'V1 2020', 'V2 2020']],
    ['#{a} / #{b}.area(region)', 'b', 'D1', '2020', []],
    ['#{b}.area(D2)', 'b', 'D2', '2020', ['D1 2020', 'D2 2020', 'R 2020', 'V1 2020', 'V2 2020']],
    ['sum(#{a}, areas(children))', 'a', 'V1', '2020', ['D1 2020']],
    ['sum(#{a}, areas(villages))', 'a', 'V1', '2020', ['D1 2020', 'R 2020']],
    ['sum(#{a}, areas(districts))', 'a', 'V1', '2020', []],
    ['avg(#{a}, periods(-2, 0))', 'a', 'D1', '2020', ['D1 2020', 'D1 2021', 'D1 2022']],
    ['sum(#{a}.periodOffset(-1), areas(children))', 'a', 'D2', '2020', ['R 2021']],
    ['sum(#{a}, periods(-1, 0)).area(parent)', 'a', 'R', '2020', ['D1 2020', 'D1 2021', 'D2 2020', 'D2 2021']],
    ['sum(sum(#{a}, areas(children)), periods(-1, 0))', 'a', 'V1', '2020', ['D1 2020', 'D1 2021']],
  ])('%s: %s in %s, %s', (formula, code, area, period, expected) => {
    expect(readers(formula, '#', code, area, period)).toEqual(expected);
  });
  it('of another indicator likewise', () => {
    expect(readers('N{x} - N{x}.periodOffset(-1) + #{x}', 'N', 'x', 'D1', '2020')).toEqual(['D1 2020', 'D1 2021']);
  });
  it('names the year that holds a quarter, and the areas above: what is aggregated is read from there', () => {
    const may = mayReadFrom(planOf('#{a}'), { sigil: '#', code: 'a', places: [{ area: 'V1', period: '2020Q2' }] }, areas, 'year');
    expect(may.map((at) => `${at.area} ${at.period}`).sort()).toEqual(['D1 2020', 'R 2020', 'V1 2020']);
  });
});

const modifier = fc.constantFrom('', '.periodOffset(-1)', '.periodOffset(3)', '.yearToDate()', '.area(parent)', '.area(region)', '.area(D1)', '.area(parent).periodOffset(-2)', '.yearToDate().area(parent)');
const reference = fc.tuple(fc.constantFrom('#{a}', '#{b}', 'N{a}'), modifier).map(([code, by]) => code + by);
const group = fc.tuple(fc.constantFrom('sum', 'avg'), fc.oneof(reference, fc.tuple(reference, reference).map((two) => two.join(' + '))), fc.constantFrom('periods(-2, 0)', 'periods(1, 2)', 'areas(children)', 'areas(districts)', 'areas(villages)'), modifier)
  .map(([name, of, over, by]) => `${name}(${of}, ${over})${by}`);
const nested = fc.tuple(group, fc.constantFrom('periods(-1, 1)', 'areas(children)')).map(([of, over]) => `sum(${of}, ${over})`);
const formulas = fc.array(fc.oneof(reference, group, nested), { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' + '));
const periods = ['year', 'quarter', 'month'].flatMap((kind) => [2019, 2020, 2021].map((year) => (kind === 'year' ? `${year}` : kind === 'quarter' ? `${year}Q${year - 2017}` : `${year}-0${year - 2012}`)));

describe('going backwards', () => {
  it('misses no cell whose frame reads the place', () => {
    fc.assert(fc.property(formulas, fc.constantFrom(...areas.map((one) => one.code)), fc.constantFrom(...periods), fc.constantFrom(['#', 'a'] as const, ['#', 'b'] as const, ['N', 'a'] as const), (formula, area, period, [sigil, code]) => {
      const plan = planOf(formula);
      const kind = kindOf(period);
      const around = (kind === 'year' ? [2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024] : Array.from({ length: 9 }, (_, n) => 2016 + n).flatMap((year) => (kind === 'quarter' ? [1, 2, 3, 4].map((q) => `${year}Q${q}`) : Array.from({ length: 12 }, (_, m) => `${year}-${String(m + 1).padStart(2, '0')}`)))).map(String);
      const key = placeKey(area, period);
      const reading = areas.flatMap((one) => around.map((at) => ({ area: one.code, period: at }))).filter((at) => {
        const reads = readsAt(plan, at, sources);
        return (sigil === '#' ? reads.elements : reads.cells).get(code)?.has(key);
      });
      const may = new Set(mayReadFrom(plan, { sigil, code, places: [{ area, period }] }, areas, kind).map((at) => placeKey(at.area, at.period)));
      for (const at of reading) expect(may).toContain(placeKey(at.area, at.period));
    }), { numRuns: 300 });
  });
});

it('inside subExpression every element is read wherever another may have a value', () => {
  const way = (area: string) => ({ time: 'none', area, weight: null, kind: null, categories: [] });
  const told = { ...sources, ways: new Map([['asset', way('none')], ['people', way('sum')]]) };
  const reads = readsAt(planOf('subExpression(if(#{asset} > 1, #{people}, 0))'), { area: 'R', period: '2020' }, told);
  expect([...(reads.elements.get('asset')?.keys() ?? [])].sort()).toEqual([...(reads.elements.get('people')?.keys() ?? [])].sort());
  expect([...(reads.elements.get('asset')?.keys() ?? [])]).toContain('V1|2020');
});
