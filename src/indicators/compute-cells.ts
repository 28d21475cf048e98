import { type CountedValue, disaggregation } from '#data/index.ts';
import { isShorter, lyingIn } from '#kernel/period-parts.ts';
import { parsePeriod, type PeriodKind } from '#kernel/periods.ts';
import { compileFormula, type Formula } from './formula/compile.ts';
import { parseFormula } from './formula/parser.ts';
import { type Missing, unshifted, type Value } from './formula/plan.ts';
import { elementsOf, indicatorsOf, type Node, referencesOf, reportedOf } from './formula/tree.ts';
import type { NewCell } from './cells.store.ts';
import type { Indicator } from './indicators.store.ts';
import { readElement } from './read-element.ts';
import { type Found, noSources, type Place, placeKey, type Reader, readPlan, type Sources } from './read-slots.ts';
import { keysRead } from './sources.ts';

/**
 * The cells of one indicator from the values of a view: one for each area and period in which any of its elements has a value, or any indicator it
 * stands on a cell, or reports are asked for. `tree` is its formula with units converted; `only` are the places (`placeKey`) to compute, if not all.
 */
export function computeCells(indicator: Indicator, values: CountedValue[], sources: Sources = noSources, tree: Node = parseFormula(indicator.formula), only?: { has(place: string): boolean }): NewCell[] {
  const elements = elementsOf(tree);
  const named = elements.flatMap((code) => disaggregation.keysOf(code, sources.ways.get(code)?.categories));
  const formula = compileFormula(tree, indicator.missing as Missing, ({ sigil, code }) => (sigil === 'N' && sources.worded.has(code) ? 'text' : 'number'));
  const stored = storedOf(named, keysRead(elements, sources.ways), values);
  const seriesKnown = (element: string): Set<string> => sources.series.get(disaggregation.elementIn(element)) ?? stored.declared.get(element) ?? new Set();
  const reader: Reader = {
    sources,
    valueAt: (element, area, period, series) => choose(stored.at(element, area, period), series === undefined ? indicator.series : [series], seriesKnown(element)),
    seriesOf: (element) => orderOf(indicator.series, seriesKnown(element)),
  };
  const wanted = (place: Place): boolean => only?.has(placeKey(place.area, place.period)) ?? true;
  const references = referencesOf(tree).filter(({ sigil }) => sigil === '#');
  const there = placesOf(indicator, { cells: indicatorsOf(tree), reports: reportedOf(tree) }, stored.places, sources).filter(wanted);
  const known = new Set(there.map((place) => placeKey(place.area, place.period)));
  const above = placesAbove(indicator, elements, stored.places, sources).filter((place) => !known.has(placeKey(place.area, place.period)) && wanted(place) && references.some(({ code, options }) => readElement({ code, options, reader, of: ({ value }) => value, shift: unshifted }, place).text !== null));
  return [...there, ...above].map((place) => cellOf(indicator, formula, place, named, stored, reader));
}

interface Stored {
  places: Map<string, Place>;
  declared: Map<string, Set<string>>;
  at(element: string, area: string, period: string): CountedValue[];
}

function storedOf(elements: string[], read: string[], values: CountedValue[]): Stored {
  const [named, wanted] = [new Set(elements), new Set(read)];
  const places = new Map<string, Place>();
  const declared = new Map<string, Set<string>>();
  const byPlace = new Map<string, CountedValue[]>();
  for (const value of values) {
    if (!wanted.has(value.elementCode)) continue;
    const series = declared.get(value.elementCode);
    if (series) series.add(value.seriesCode);
    else declared.set(value.elementCode, new Set([value.seriesCode]));
    const place = placeKey(value.areaCode, value.period);
    if (named.has(value.elementCode) && !places.has(place)) places.set(place, { area: value.areaCode, period: value.period });
    const key = `${value.elementCode}|${place}`;
    const there = byPlace.get(key);
    if (there) there.push(value);
    else byPlace.set(key, [value]);
  }
  return { places, declared, at: (element, area, period) => byPlace.get(`${element}|${placeKey(area, period)}`) ?? [] };
}

function placesOf(indicator: Indicator, standsOn: { cells: string[]; reports: string[] }, stored: Map<string, Place>, sources: Sources): Place[] {
  const all = new Map(stored);
  for (const code of standsOn.reports) for (const key of sources.reports.get(code)?.keys() ?? []) if (!all.has(key)) all.set(key, { area: key.slice(0, key.indexOf('|')), period: key.slice(key.indexOf('|') + 1) });
  for (const code of standsOn.cells) for (const [key, cell] of sources.cells.get(code) ?? []) if (!all.has(key)) all.set(key, { area: cell.areaCode, period: cell.period });
  return [...all.values()].filter(({ period }) => parsePeriod(period).kind === indicator.periodKind);
}

/** Places without a value of their own in which elements may be put together: the periods and the areas that hold those that have one. */
function placesAbove(indicator: Indicator, elements: string[], stored: Map<string, Place>, { areas, ways }: Sources): Place[] {
  const declared = elements.flatMap((code) => ways.get(code) ?? []);
  const [inTime, inAreas] = [declared.some((one) => one.time !== 'none' && one.kind !== null), declared.some((one) => one.area !== 'none')];
  const parentOf = new Map(areas.map((one) => [one.code, one.parentCode]));
  const found = new Map<string, Place>();
  for (const { area, period } of stored.values()) {
    const { kind } = parsePeriod(period);
    if (kind !== indicator.periodKind && !(inTime && isShorter(kind, indicator.periodKind as PeriodKind))) continue;
    const at = lyingIn(period, indicator.periodKind as PeriodKind);
    for (let one: string | null = area; one !== null; one = inAreas ? (parentOf.get(one) ?? null) : null) {
      const key = placeKey(one, at);
      if (!stored.has(key)) found.set(key, { area: one, period: at });
    }
  }
  return [...found.values()];
}

function cellOf(indicator: Indicator, formula: Formula, place: Place, elements: string[], stored: Stored, reader: Reader): NewCell {
  const found: Found[] = [];
  const outcome = (of: (value: CountedValue) => string | null, into: Found[]) => formula.compute(readPlan(formula.plan, place, reader, of, into));
  const { value, reason, assumedZero } = outcome((input) => input.value, found);
  const number = numberOf(value, indicator);
  const inputs = found.filter(({ input }) => input !== null);
  const used = inputs.flatMap((one) => one.value ?? one.cell ?? []);
  const direct = inputs.flatMap((one) => (one.value ? [one.value] : []));
  const here = elements.flatMap((element) => stored.at(element, place.area, place.period));
  const applicable = used.every((one) => one.applicable);
  const replaced = direct.some((input) => (input.stated ?? input.value) !== input.value);
  const own = replaced && applicable ? numberOf(outcome((input) => input.stated ?? input.value, []).value, indicator) : null;
  return {
    areaCode: place.area, period: place.period,
    value: applicable ? number : null, textValue: applicable && number === null && value !== null ? String(value) : null,
    reason: !applicable ? 'not_applicable' : value === null ? (reason ?? 'missing') : null,
    seriesCode: used[0]?.seriesCode ?? null, applicable,
    quality: used.some((input) => input.quality === 'provisional') ? 'provisional' : 'final',
    origin: worst(inputs.map((one) => one.value?.origin ?? one.cell?.origin ?? one.origin ?? 'reported'), inputs.length),
    otherSeries: [...new Set(here.filter((one) => !direct.includes(one)).map((one) => one.seriesCode))].sort(), version: indicator.version, revision: Math.max(0, ...used.map((input) => input.revision)),
    assurance: used.length === inputs.length && used.every((input) => input.assurance === 'verified') ? 'verified' : used.some((input) => input.assurance === 'stated') ? 'stated' : null,
    statedValue: own, assumedZero: applicable ? assumedZero : [],
    inputs: inputs.map(({ input }) => input).filter((input) => input !== null),
  };
}

/** Yes and no are 1 and 0 where they are held against a target that says yes or no; else they are words, as a class is. */
const numberOf = (value: Value, { targetKind }: Indicator): number | null => (typeof value === 'number' ? value : typeof value === 'boolean' && targetKind === 'yes_no' ? Number(value) : null);

/** The first series of the indicator's list that has a value here, else one in which it is not applicable; an element that knows none of them: `utama`, else its first. */
function choose(values: CountedValue[], series: string[], declared: Set<string>): CountedValue | null {
  const found = orderOf(series, declared, values).flatMap((code) => values.find((value) => value.seriesCode === code) ?? []);
  return found.find((value) => value.value !== null) ?? found[0] ?? null;
}

const orderOf = (series: string[], declared: Set<string>, values: CountedValue[] = []): string[] =>
  series.some((code) => declared.has(code)) ? series : ['utama', ...[...new Set([...declared, ...values.map((value) => value.seriesCode)])].sort()];

/** A cell is as far from its source as its farthest input; one that was computed from several is derived. */
function worst(origins: string[], inputs: number): string {
  if (origins.includes('simulated')) return 'simulated';
  return origins.includes('derived') || inputs > 1 ? 'derived' : 'reported';
}
