import type { CountedValue } from '#data/index.ts';
import { parsePeriod } from '#kernel/periods.ts';
import { compileFormula } from './formula/compile.ts';
import { parseFormula } from './formula/parser.ts';
import type { Missing } from './formula/plan.ts';
import { elementsOf } from './formula/tree.ts';
import type { NewCell } from './cells.store.ts';
import type { Indicator } from './indicators.store.ts';

/** The cells of one indicator from the values of a view: one for each area and period in which any of its elements has a value. */
export function computeCells(indicator: Indicator, values: CountedValue[]): NewCell[] {
  const tree = parseFormula(indicator.formula);
  const elements = elementsOf(tree);
  const formula = compileFormula(tree, indicator.missing as Missing);
  const places = new Map<string, Map<string, CountedValue[]>>();
  const declared = new Map<string, Set<string>>();
  for (const value of values) {
    if (!elements.includes(value.elementCode)) continue;
    declared.set(value.elementCode, (declared.get(value.elementCode) ?? new Set()).add(value.seriesCode));
    if (parsePeriod(value.period).kind !== indicator.periodKind) continue;
    const place = `${value.areaCode}|${value.period}`;
    const here = places.get(place) ?? new Map<string, CountedValue[]>();
    here.set(value.elementCode, [...(here.get(value.elementCode) ?? []), value]);
    places.set(place, here);
  }
  return [...places].map(([place, here]) => {
    const [area = '', period = ''] = place.split('|');
    const chosen = elements.map((element) => choose(here.get(element) ?? [], indicator.series, declared.get(element) ?? new Set()));
    const used = chosen.filter((value) => value !== null);
    const others = [...here.values()].flat().filter((value) => !used.includes(value)).map((value) => value.seriesCode);
    const applicable = used.every((value) => value.applicable);
    const outcome = (of: (value: CountedValue) => string | null) => {
      const given = formula.plan.slots.map((slot) => {
        const value = chosen[elements.indexOf(slot.code)];
        const text = value ? of(value) : null;
        return text === null ? null : Number(text);
      });
      return formula.compute({ values: given, groups: [] });
    };
    const { value, reason } = outcome((input) => input.value);
    const replaced = used.some((input) => (input.stated ?? input.value) !== input.value);
    const own = replaced && applicable ? outcome((input) => input.stated ?? input.value).value : null;
    return {
      areaCode: area, period,
      value: applicable && typeof value === 'number' ? value : null,
      reason: !applicable ? 'not_applicable' : typeof value === 'number' ? null : (reason ?? 'not_a_number'),
      seriesCode: used[0]?.seriesCode ?? null, applicable,
      quality: used.some((input) => input.quality === 'provisional') ? 'provisional' : 'final',
      origin: worst(used.map((input) => input.origin), elements.length),
      otherSeries: [...new Set(others)].sort(), version: indicator.version, revision: Math.max(0, ...used.map((input) => input.revision)),
      assurance: used.length === elements.length && used.every((input) => input.assurance === 'verified') ? 'verified' : used.some((input) => input.assurance === 'stated') ? 'stated' : null,
      statedValue: typeof own === 'number' ? own : null,
      inputs: elements.map((element, n) => ({ element, area, period, series: chosen[n]?.seriesCode ?? null, value: chosen[n]?.value ?? null, revision: chosen[n]?.revision ?? null })),
    };
  });
}

/** The first series of the indicator's list that has a value here, else one in which it is not applicable; an element that knows none of them: `utama`, else its first. */
function choose(values: CountedValue[], series: string[], declared: Set<string>): CountedValue | null {
  const inOrder = series.some((code) => declared.has(code)) ? series : ['utama', ...[...declared].sort()];
  const found = inOrder.flatMap((code) => values.find((value) => value.seriesCode === code) ?? []);
  return found.find((value) => value.value !== null) ?? found[0] ?? null;
}

/** A cell is as far from its source as its farthest input; one that was computed from several is derived. */
function worst(origins: string[], elements: number): string {
  if (origins.includes('simulated')) return 'simulated';
  return origins.includes('derived') || elements > 1 ? 'derived' : 'reported';
}
