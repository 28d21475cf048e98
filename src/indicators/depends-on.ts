import { disaggregation } from '#data/index.ts';
import { parsePeriod, periodAround, periodAt, type PeriodKind } from '#kernel/periods.ts';
import { type Plan, type Shift, type Slot, unshifted } from './formula/plan.ts';
import type { Over } from './formula/tree.ts';
import { readElement } from './read-element.ts';
import { noSources, type Place, placeKey, type Reader, readPlan, type Sources } from './read-slots.ts';

/** What a formula reads for one cell: places of elements, and of cells of other indicators, each by its code. */
export interface Reads {
  elements: Map<string, Map<string, Place>>;
  cells: Map<string, Map<string, Place>>;
}
type Areas = Sources['areas'];

const add = (into: Map<string, Map<string, Place>>, code: string, at: Place): null => {
  const there = into.get(code) ?? new Map<string, Place>();
  into.set(code, there.set(placeKey(at.area, at.period), at));
  return null;
};

/** Every place that a plan may read for the cell at `at`: asked of the reader itself, with nothing stored, so that what is read instead of something missing is told too. */
export function readsAt(plan: Plan, at: Place, sources: Omit<Sources, 'cells'>): Reads {
  const reads: Reads = { elements: new Map(), cells: new Map() };
  const asked = (code: string) => ({ get: (key: string) => { add(reads.cells, code, placeOf(key)); } }) as unknown as Map<string, never>;
  const cells = { get: asked } as unknown as Sources['cells'];
  const reader: Reader = { sources: { ...noSources, ...sources, cells }, valueAt: (element, area, period) => add(reads.elements, element, { area, period }) };
  readPlan(plan, at, reader, () => null, []);
  for (const { code, options } of elementsIn(plan)) {
    if (reader.sources.ways.has(code)) readElement({ code, options, reader, of: () => null, shift: unshifted }, at); // whether there is a cell at all
  }
  for (const { slots } of partsIn(plan)) readOfParts(slots, reads, reader);
  return reads;
}

/** Inside `subExpression` every element is read wherever any of them may have a value. */
function readOfParts(slots: Slot[], reads: Reads, reader: Reader): void {
  const elements = slots.filter(({ sigil }) => sigil === '#');
  const places = new Map(elements.flatMap(({ code }) => [...reads.elements].filter(([key]) => disaggregation.elementIn(key) === code).flatMap(([, some]) => [...some])));
  for (const { code, options } of elements) for (const place of places.values()) readElement({ code, options, reader, of: () => null, shift: unshifted }, place);
}

const partsIn = ({ groups }: Plan): Plan[] => groups.flatMap(({ over, plan }) => (over.of === 'parts' ? [plan] : partsIn(plan)));

const elementsIn = ({ slots, groups }: Plan): Slot[] => [...slots.filter(({ sigil }) => sigil === '#'), ...groups.flatMap((group) => elementsIn(group.plan))];

const placeOf = (key: string): Place => ({ area: key.slice(0, key.lastIndexOf('|')), period: key.slice(key.lastIndexOf('|') + 1) });

/** An element or an indicator, of which something changed at some places. */
export interface Changed {
  sigil: '#' | 'N';
  code: string;
  places: Place[];
  /** The codes of the references that read it, where it is a part of an element or a weight. */
  readAs?: string[];
}

/**
 * The places whose cells may read what changed, by going backwards through the modifiers and groups of a plan; `kind` is the kind of period of the cells.
 * It may name a few too many (areas of another level, periods past a bound), never one too few: who wants exactly those asks `readsAt` of each.
 */
export function mayReadFrom(plan: Plan, changed: Changed, areas: Areas, kind: PeriodKind): Place[] {
  const start = wider(changed.places, areas, kind);
  const found = new Map(start.map((place) => [placeKey(place.area, place.period), place])); // a cell stands wherever anything it is made of does
  const walk = ({ slots, groups }: Plan): Place[] => [
    ...slots.flatMap((slot) => (slot.sigil === changed.sigil && (changed.readAs ?? [changed.code]).includes(slot.code) ? backThrough(slot.shift, start, areas) : [])),
    ...groups.flatMap((group) => backThrough(group.shift, backOver(group.over, walk(group.plan), areas), areas)),
  ];
  for (const place of walk(plan)) found.set(placeKey(place.area, place.period), place);
  return [...found.values()].filter(({ period }) => parsePeriod(period).kind === kind);
}

/** What is aggregated before it is read changes the periods and the areas that hold it, too. */
function wider(places: Place[], areas: Areas, kind: PeriodKind): Place[] {
  return unique(places.flatMap(({ area, period }) => {
    const around = periodAround(period, kind);
    const periods = around === null || around === period ? [period] : [period, around];
    return [area, ...above(area, areas)].flatMap((one) => periods.map((at) => ({ area: one, period: at })));
  }));
}

function above(area: string, areas: Areas): string[] {
  const found: string[] = [];
  for (let at = parentOf(area, areas); at !== null && !found.includes(at); at = parentOf(at, areas)) found.push(at);
  return found;
}

const parentOf = (area: string, areas: Areas): string | null => areas.find((one) => one.code === area)?.parentCode ?? null;

/** Where one must stand so that the modifiers lead to one of the places. */
function backThrough({ offset, yearToDate, areas: steps }: Shift, places: Place[], areas: Areas): Place[] {
  const periods = (period: string): string[] => (yearToDate ? restOfYear(period) : [period]).flatMap((at) => (offset === 0 ? at : (periodAt(at, -offset)?.text ?? [])));
  const from = (area: string): string[] => steps.reduceRight<string[]>((at, step) => [...new Set(at.flatMap((one) => backStep(step, one, areas)))], [area]);
  return unique(places.flatMap(({ area, period }) => from(area).flatMap((one) => periods(period).map((at) => ({ area: one, period: at })))));
}

function backStep(step: string, to: string, areas: Areas): string[] {
  if (step === 'parent') return areas.filter((one) => one.parentCode === to).map((one) => one.code);
  const there = step === 'region' ? areas.find((one) => one.parentCode === null)?.code : step;
  return there === to ? [...new Set([...areas.map((one) => one.code), to])] : [];
}

/** The periods of a year from one on: in the running total of each of them it counts. */
function restOfYear(period: string): string[] {
  const found: string[] = [];
  const { year } = parsePeriod(period);
  for (let at: string | undefined = period; at !== undefined && parsePeriod(at).year === year; at = periodAt(at, 1)?.text) found.push(at);
  return found;
}

function backOver(over: Over, places: Place[], areas: Areas): Place[] {
  if (over.of === 'parts') return places;
  if (over.of === 'areas') return unique(places.flatMap(({ area, period }) => above(area, areas).slice(0, over.which === 'children' ? 1 : 2).map((one) => ({ area: one, period }))));
  const steps = Array.from({ length: over.to - over.from + 1 }, (_, n) => over.from + n);
  return unique(places.flatMap(({ area, period }) => steps.flatMap((by) => {
    const at = periodAt(period, -by)?.text;
    return at === undefined ? [] : [{ area, period: at }];
  })));
}

const unique = (places: Place[]): Place[] => [...new Map(places.map((place) => [placeKey(place.area, place.period), place])).values()];
