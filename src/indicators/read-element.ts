import { type CountedValue, disaggregation } from '#data/index.ts';
import { isShorter, nextParts } from '#kernel/period-parts.ts';
import { daysIn, parsePeriod, type PeriodKind } from '#kernel/periods.ts';
import { aggregateExact, type Member, weightedAverage } from './formula/aggregate.ts';
import type { Shift } from './formula/plan.ts';
import type { Aggregation } from './formula/tree.ts';
import { childrenOf, type Found, type Place, type Reader, type Ways } from './sources.ts';

/** A value, or what was put together from its parts: an exact decimal text, and what it came from. */
export interface Read {
  text: string | null;
  found: Found[];
}
/** `out`: it does not apply there, and leaves the count. */
interface Resolved extends Read {
  place: Place;
  out: boolean;
}
type Type = Aggregation | 'WEIGHTED';
export type TextOf = (value: CountedValue) => string | null;

interface Question {
  code: string;
  options: string[];
  reader: Reader;
  of: TextOf;
  shift: Pick<Shift, 'aggregation' | 'minDate' | 'maxDate'>;
  series?: string | undefined;
  /** Asked as a weight: what is itself weighted has none. */
  weighs?: boolean;
}

const types: Record<string, Type> = { sum: 'SUM', average: 'AVERAGE', weighted: 'WEIGHTED', last: 'LAST', first: 'FIRST', min: 'MIN', max: 'MAX' };
const noWays: Ways = { time: 'none', area: 'none', weight: null, kind: null, categories: [] };
const { elementIn, inOrder, keyFor, partsBy } = disaggregation;
const keyOf = ({ code, options, reader }: Pick<Question, 'code' | 'options' | 'reader'>): string => keyFor(code, inOrder(reader.sources.ways.get(code)?.categories ?? [], options) ?? options);
/** Of these a part that is itself put together says something else than its own parts. */
const shallow: ReadonlySet<Type> = new Set<Type>(['COUNT', 'STDDEV', 'VARIANCE']);

/** An element at a place: its own value; else its parts in time, else those in the areas below, put together as the element declares or the formula asks. Never over several series. */
export const readElement = (question: Question, place: Place): Read => single(question, place, inOneSeries(question, place, (one) => resolve(one, place)));

/** Several periods of an element put together as it declares over time, or the formula asks: all must be there, in one series. */
export function readPeriods(question: Question, places: Place[]): Read {
  const last = places.at(-1);
  const own = types[question.reader.sources.ways.get(question.code)?.time ?? 'none'];
  const type = question.shift.aggregation ?? own;
  const read = (one: Question): Resolved[] => places.map((place) => inOneSeries(one, place, (of) => resolve(of, place)));
  if (last === undefined || type === undefined || type === 'NONE') return { text: null, found: read(question).flatMap(({ found }) => found) };
  return inOneSeries(question, last, (one) => {
    const parts = read(one);
    return combine(one, last, type, parts) ?? { place: last, text: null, out: false, found: parts.flatMap(({ found }) => found) };
  });
}

/** What is found of several series is looked for in one: the first of the indicator that has all of it. */
function inOneSeries(question: Question, place: Place, read: (question: Question) => Resolved): Resolved {
  const found = read(question);
  const { code, reader } = question;
  const mixed = new Set(found.found.flatMap(({ value }) => (value && elementIn(value.elementCode) === code ? [value.seriesCode] : [])));
  if (mixed.size < 2) return found;
  for (const series of reader.seriesOf?.(code) ?? mixed) {
    const alone = read({ ...question, series });
    if (alone.text !== null) return alone;
  }
  return missing(question, place);
}

/** Of one value there is a count, and no spread. */
function single({ shift: { aggregation } }: Question, place: Place, { text, found }: Read): Read {
  const own = text !== null && found.length > 0 && found.every(({ input }) => input?.period === place.period && input.area === place.area);
  if (!own || aggregation === null || !shallow.has(aggregation)) return { text, found };
  return { text: aggregation === 'COUNT' ? '1' : null, found };
}

/** Which of the formula's and the element's own way holds, for time and for area. */
function waysOf({ code, reader, shift: { aggregation }, weighs }: Question): { time: Type | undefined; area: Type | undefined; kind: PeriodKind | null; weight: string | null } {
  const { time, area, kind, weight } = reader.sources.ways.get(code) ?? noWays;
  const type = (own: string): Type | undefined => (aggregation === 'NONE' ? undefined : (aggregation ?? (weighs && own === 'weighted' ? undefined : types[own])));
  const overArea = type(area);
  return { time: type(time), area: overArea === 'LAST' || overArea === 'FIRST' ? undefined : overArea, kind, weight };
}

function resolve(question: Question, place: Place): Resolved {
  const own = ownAt(question, place);
  if (own) return own;
  const split = total(question, place);
  if (whole(split)) return split as Resolved;
  const { time, area } = waysOf(question);
  const overTime = time && combine(question, place, time, partsInTime(question, place));
  if (overTime && (overTime.text !== null || overTime.out)) return overTime;
  const next: Question = area && shallow.has(area) ? { ...question, shift: { ...question.shift, aggregation: 'NONE' } } : question;
  const overAreas = area && combine(question, place, area, childrenOf(question.reader.sources.areas, place.area).map((code) => resolve(next, { ...place, area: code })));
  return overAreas ?? overTime ?? split ?? missing(question, place);
}

/** Whether a period lies wholly within the days that a reference asks for. */
export const isWithin = (period: string, { minDate, maxDate }: Pick<Shift, 'minDate' | 'maxDate'>): boolean => {
  if (minDate === null && maxDate === null) return true;
  const { start, end } = parsePeriod(period);
  return (minDate === null || start >= minDate) && (maxDate === null || end <= maxDate);
};

function ownAt(question: Question, place: Place): Resolved | null {
  const { reader, of, shift, series } = question;
  if (!isWithin(place.period, shift)) return null;
  const value = reader.valueAt(keyOf(question), place.area, place.period, series);
  if (!value || (value.value === null && value.applicable)) return null;
  return { place, text: of(value), out: !value.applicable, found: [foundOf(question, place, value)] };
}

function foundOf(question: Question, { area, period }: Place, value: CountedValue | null): Found {
  return { text: value && question.of(value), value, cell: null, input: { element: keyOf(question), area, period, series: value?.seriesCode ?? null, value: value?.value ?? null, revision: value?.revision ?? null } };
}

function missing(question: Question, place: Place): Resolved {
  const { reader, shift } = question;
  const value = isWithin(place.period, shift) ? reader.valueAt(keyOf(question), place.area, place.period) : null;
  return { place, text: null, out: false, found: [foundOf(question, place, value?.value === null ? value : null)] };
}

const whole = (found: Resolved | null): Resolved | null => (found && (found.text !== null || found.out) ? found : null);

/** The sum over the options of a category that was not named, where an element is one that sums; all must be there. */
function total(question: Question, place: Place): Resolved | null {
  const { area, categories } = question.reader.sources.ways.get(question.code) ?? noWays;
  if (area !== 'sum' || question.shift.aggregation === 'NONE' || !isWithin(place.period, question.shift)) return null;
  const parts = partsBy(categories, question.options).map((options) => {
    const part = { ...question, options };
    return ownAt(part, place) ?? total(part, place) ?? missing(part, place);
  });
  return combine(question, place, 'SUM', parts);
}

/** The longest parts that have a value each, down to how often the element is counted; outside the days asked for there are none. */
function partsInTime(question: Question, place: Place): Resolved[] {
  const { kind } = waysOf(question);
  if (kind === null || !isShorter(kind, parsePeriod(place.period).kind)) return [];
  return nextParts(place.period).flatMap((period): Resolved[] => {
    const part = { ...place, period };
    const own = ownAt(question, part) ?? whole(total(question, part));
    if (own) return [own];
    const shorter = partsInTime(question, part);
    if (shorter.length > 0) return shorter;
    return isWithin(period, question.shift) ? [missing(question, part)] : [];
  });
}

/** Null where no part has a value; without a text, and with those that are missing, where not all have. */
function combine(question: Question, place: Place, type: Type, parts: Resolved[]): Resolved | null {
  const weights = type === 'WEIGHTED' ? new Map(parts.map((part) => [part, weightOf(question, part.place)])) : null;
  const counted = parts.filter((part) => !part.out);
  if (counted.length === 0) return parts.length === 0 ? null : { place, text: null, out: true, found: parts[0]?.found ?? [] };
  const there = counted.filter((part) => part.text !== null);
  if (there.length === 0) return null;
  const needed = type === 'LAST' ? counted.slice(-1) : type === 'FIRST' ? counted.slice(0, 1) : type === 'COUNT' ? there : counted;
  const weighing = weights ? needed.map((part) => weights.get(part) as Read) : [];
  const gone = [...needed, ...weighing].filter((part) => part.text === null);
  if (gone.length > 0) return { place, text: null, out: false, found: gone.flatMap(({ found }) => found) };
  return { place, out: false, found: [...needed, ...weighing].flatMap((part) => part.found), text: put(type, needed, weighing) };
}

function weightOf(question: Question, place: Place): Read {
  const { weight } = waysOf(question);
  if (weight === null) return { text: null, found: [] };
  return inOneSeries({ ...question, code: weight, options: [], series: undefined, shift: { ...question.shift, aggregation: null }, weighs: true }, place, (one) => resolve(one, place));
}

/** What parts give together. Parts in time of unlike length weigh as many days as they last. */
function put(type: Type, parts: Resolved[], weights: Read[]): string | null {
  const members = parts.map(memberOf);
  if (type !== 'WEIGHTED' && type !== 'AVERAGE') return aggregateExact(type, members);
  const unlike = new Set(parts.map(({ place }) => parsePeriod(place.period).kind)).size > 1;
  if (type === 'AVERAGE' && !unlike) return aggregateExact(type, members);
  const found = weightedAverage(members, type === 'WEIGHTED' ? weights.map(memberOf) : parts.map(({ place }) => memberOf({ text: String(daysIn(place.period)) })));
  return typeof found === 'number' ? String(found) : null;
}

const memberOf = ({ text }: Pick<Read, 'text'>): Member => ({ value: Number(text), exact: text as string });

/** The places of the stored values that an element would be put together from; its own, where it has one. */
export function storedPlaces(question: Question, place: Place): Place[] {
  if ((ownAt(question, place) ?? whole(total(question, place)))?.text != null) return [place];
  const { time, area } = waysOf(question);
  const inTime = time === undefined ? [] : partsInTime(question, place).filter((part) => part.text !== null);
  if (inTime.length > 0) return inTime.map((part) => part.place);
  return area === undefined ? [] : childrenOf(question.reader.sources.areas, place.area).flatMap((code) => storedPlaces(question, { ...place, area: code }));
}
