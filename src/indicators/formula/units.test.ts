import { describe, expect, it } from 'vitest';
import { compileFormula } from './compile.ts';
import { FormulaError } from './errors.ts';
import { functions } from './functions.ts';
import { parseFormula } from './parser.ts';
import { checkUnits, type GivenUnit, unitFault } from './units.ts';

const unit = (dimension: string, scale: number, en: string): GivenUnit => ({ dimension, scale, name: { id: en, en } });
const units: Record<string, GivenUnit> = {
  rp: unit('currency', 1, 'rupiah'), jt: unit('currency', 1e6, 'million rupiah'), m: unit('currency', 1e9, 'billion rupiah'), orang: unit('count', 1, 'people'), ribu: unit('count', 1000, 'thousand people'),
  km2: unit('area', 1e6, 'km2'), ha: unit('area', 1e4, 'hectares'), pct: unit('percent', 1, 'percent'), idx: unit('index', 1, 'index'),
};
const checked = (source: string) => checkUnits(parseFormula(source), (one) => units[one.code] ?? null);
function computed(source: string, values: Record<string, number>): number | null {
  const formula = compileFormula(checked(source).tree, 'skip_if_any');
  return formula.compute({ values: formula.plan.slots.map((slot) => values[slot.code] ?? null), groups: [] }).value as number | null;
}
const refusal = (source: string) => {
  try {
    checked(source);
  } catch (error) {
    return error instanceof FormulaError ? [error.code, error.position, error.text.en] : error;
  }
  return null;
};

describe('amounts that meet are converted to the first', () => {
  it.each([
    ['#{jt} + #{rp}', { jt: 2, rp: 500_000 }, 2.5], ['#{rp} + #{jt}', { jt: 2, rp: 500_000 }, 2_500_000], ['#{jt} - #{m}', { jt: 1500, m: 1 }, 500], ['#{rp} % #{jt}', { rp: 2_300_000, jt: 1 }, 300_000],
    ['if(#{rp} > #{jt}, 1, 0)', { rp: 2_000_000, jt: 1 }, 1], ['greatest(#{jt}, #{rp})', { jt: 1, rp: 3_000_000 }, 3], ['firstNonNull(#{jt}, #{rp})', { rp: 3_000_000 }, 3],
    ['if(true, #{rp}, #{jt})', { rp: 5, jt: 1 }, 5], ['if(false, #{rp}, #{jt})', { rp: 5, jt: 1 }, 1e6], ['#{jt} / #{rp}', { jt: 1, rp: 500_000 }, 2], ['#{rp} / #{jt}', { jt: 1, rp: 500_000 }, 0.5],
    ['100 * #{jt} / (1000 * #{m})', { jt: 250, m: 1 }, 25], ['100 * #{jt} / #{m}', { jt: 250, m: 1 }, 25], ['#{orang} / #{ha} * #{km2}', { orang: 10, ha: 2, km2: 1 }, 5],
    ['#{orang} / #{ha} * #{km2} / #{orang}', { orang: 10, ha: 2, km2: 1 }, 50], ['normalise(#{jt}, #{rp}, #{m})', { jt: 500, rp: 0, m: 1 }, 0.5], ['weighted(#{jt}, #{orang}, #{rp}, #{ribu})', { jt: 3, orang: 1000, rp: 1_000_000, ribu: 1 }, 2],
    ['#{jt} / 1000 + #{m}', { jt: 500, m: 2 }, 2.5], ['#{m} * 1e3 + #{jt}', { jt: 500, m: 2 }, 2500], ['in(#{jt}, #{rp})', { jt: 1, rp: 1e6 }, true], ['round(#{jt}) + #{rp}', { jt: 1.4, rp: 1e6 }, 2],
  ])('%s with %j is %s', (source, values, result) => expect(computed(source, values as Record<string, number>)).toBe(result));
});

describe('what gives which unit', () => {
  it.each([
    ['#{orang} / #{orang}', {}, 1], ['100 * #{orang} / #{ribu}', {}, 1], ['#{rp} / #{orang}', { currency: 1, count: -1 }, 1], ['#{jt} / #{orang}', { currency: 1, count: -1 }, 1e6], ['-#{rp} + 5', { currency: 1 }, 1],
    ['#{pct} + #{orang} / #{orang}', {}, 1], ['#{ha} ^ 2', { area: 2 }, 1e8], ['1 / #{orang}', { count: -1 }, 1], ['log(#{rp})', null, null], ['5 + 3', null, null], ['sum(#{jt}, periods(-1, 0))', { currency: 1 }, 1e6],
    ['#{rp}.aggregationType(COUNT)', null, null], ['#{rp}.aggregationType(VARIANCE)', { currency: 2 }, 1], ['#{jt}.periodOffset(-1)', { currency: 1 }, 1e6],
  ])('%s', (source, powers, scale) => {
    const found = checked(source).unit;
    expect(found && { powers: found.powers, scale: found.scale }).toEqual(powers === null ? null : { powers, scale });
  });
});

describe('what does not meet is refused, at its place', () => {
  it.each([
    ['#{rp} + #{orang}', 8], ['#{orang} - #{rp}', 11], ['#{rp} % #{ha}', 8], ['#{rp} > #{orang}', 8], ['if(true, #{rp}, #{orang})', 16], ['greatest(#{orang}, #{rp})', 19], ['firstNonNull(#{orang}, 2 * #{rp})', 23],
    ['#{orang} / #{orang} + #{orang}', 22], ['#{pct} + #{orang}', 9], ['sqrt(#{rp})', 5], ['exp(#{rp})', 4], ['2 ^ #{rp}', 4], ['#{rp} ^ 0.5', 0], ['round(#{rp}, #{orang})', 13], ['normalise(#{rp}, 0, #{orang})', 20],
    ['weighted(#{rp}, 1, #{orang}, 1)', 19], ['weighted(#{rp}, #{orang}, #{rp}, #{ha})', 33], ['in(#{rp}, 1, #{orang})', 13], ['percentile(#{rp}, #{orang}, areas(children))', 18],
  ])('%s', (source, position) => expect(refusal(source)).toEqual(['unit', position, expect.stringMatching(/^expected an amount in .+ here, not .+$/)]));
});

it('names both units in a refusal', () => expect(refusal('#{jt} + #{orang}')).toEqual(['unit', 8, 'expected an amount in million rupiah here, not people']));

it('says what a formula gives where an indicator wants another unit', () => {
  const fault = (source: string, wanted: string): string | null => unitFault(checked(source).unit, units[wanted] as GivenUnit)?.en ?? null;
  expect(fault('#{jt}', 'jt')).toBeNull();
  expect(fault('#{jt}', 'm')).toBe('million rupiah');
  expect(fault('#{jt} / 1000', 'm')).toBeNull();
  expect(fault('#{rp}', 'orang')).toBe('rupiah');
  expect(fault('100 * #{orang} / #{ribu}', 'pct')).toBeNull();
  expect(fault('100 * #{orang}', 'pct')).toBe('people');
  expect(fault('#{orang} / #{km2}', 'km2')).toBe('people per km2');
  expect(unitFault(checked('#{orang} / #{km2}').unit, unit('density', 1, 'people per km2'))).toBeNull();
  expect(fault('5', 'orang')).toBeNull();
});

it('has a unit rule for every function', () => {
  for (const { unit: rule } of Object.values(functions)) expect(['same', 'first', 'bare', 'ratio', 'none', 'weighted']).toContain(rule);
});
