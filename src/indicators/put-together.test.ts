import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeCells } from './compute-cells.ts';
import { runs } from './formula/testing/runs.ts';
import { parseFormula } from './formula/parser.ts';
import type { Indicator } from './indicators.store.ts';
import { noSources } from './read-slots.ts';
import type { Ways } from './sources.ts';
import { worldAndAsk, type World } from './testing/random-parts.ts';
import { type SlowAsk, slowSinceNewYear, slowStands, slowValue } from './testing/slow-parts.ts';

const indicator = (world: World, formula: string): Indicator => ({ code: 'i', formula, series: world.series, periodKind: world.kind, missing: 'skip_if_any', version: 1, targetKind: null }) as unknown as Indicator;

/** What the engine gives, by place, whatever the order of the rows. */
function computed(world: World, formula: string): Map<string, number | null> {
  const sources = { ...noSources, areas: world.areas, ways: new Map(Object.entries(world.slow.ways) as [string, Ways][]), series: new Map(Object.entries(world.declared).map(([element, all]) => [element, new Set(all)])) };
  return new Map(computeCells(indicator(world, formula), world.values, sources, parseFormula(formula)).map((cell) => [`${cell.areaCode} ${cell.period}`, cell.applicable ? cell.value : null]));
}

/** What the page of rules gives, at every place at which a cell stands. */
function reckoned(world: World, ask: SlowAsk, give: (area: string, period: string) => number | null): Map<string, number | null> {
  const places = world.areas.flatMap(({ code }) => world.periods.map((period) => [code, period] as const));
  return new Map(places.filter(([area, period]) => slowStands(world.slow, ask, area, period)).map(([area, period]) => [`${area} ${period}`, give(area, period)]));
}
const inOrder = (found: Map<string, number | null>) => [...found].sort(([a], [b]) => (a < b ? -1 : 1));

describe('what is put together is what the page of rules says', () => {
  it('of an element at its own place, as it declares', () => {
    fc.assert(fc.property(worldAndAsk, ([world, ask]) => {
      const formula = `#{${[ask.element, ...ask.options].join('.')}}`;
      expect(inOrder(computed(world, formula)), formula).toEqual(inOrder(reckoned(world, ask, (area, period) => slowValue(world.slow, ask, area, period))));
    }), runs(400));
  }, 120_000);

  it('as the formula asks, and within the days that it asks for', () => {
    const more = fc.record({ type: fc.constantFrom(null, 'SUM', 'AVERAGE', 'LAST', 'FIRST', 'MIN', 'MAX', 'COUNT', 'NONE'), from: fc.constantFrom(null, '2021-01-01', '2021-02-15', '2021-04-01'), until: fc.constantFrom(null, '2021-06-30', '2021-11-30') });
    fc.assert(fc.property(worldAndAsk, more, ([world, own], by) => {
      const ask = { ...own, ...by };
      const formula = `#{${[ask.element, ...ask.options].join('.')}}${ask.from ? `.minDate(${ask.from})` : ''}${ask.until ? `.maxDate(${ask.until})` : ''}${ask.type ? `.aggregationType(${ask.type})` : ''}`;
      expect(inOrder(computed(world, formula)), formula).toEqual(inOrder(reckoned(world, ask, (area, period) => slowValue(world.slow, ask, area, period))));
    }), runs(600));
  }, 120_000);

  it('since the year began', () => {
    fc.assert(fc.property(worldAndAsk, ([world, ask]) => {
      const formula = `#{${[ask.element, ...ask.options].join('.')}}.yearToDate()`;
      expect(inOrder(computed(world, formula)), formula).toEqual(inOrder(reckoned(world, ask, (area, period) => slowSinceNewYear(world.slow, ask, area, period))));
    }), runs(400));
  }, 120_000);
});
