import type { CountedValue } from '#data/index.ts';
import { daysIn, parsePeriod, periodAt, placeInYear } from '#kernel/periods.ts';
import { aggregate, type Member } from './formula/aggregate.ts';
import type { Frame, Plan, Shift, Slot } from './formula/plan.ts';
import { type Aggregation, type Over, writtenAs } from './formula/tree.ts';
import type { NewCell } from './cells.store.ts';
import type { CellInput } from './tables.ts';

export interface Place {
  area: string;
  period: string;
}

/** What cells are computed from, beside the values: constants, cells of other indicators, the tree of areas, how each element sums over time, and its series. */
export interface Sources {
  constants: Map<string, string>;
  cells: Map<string, Map<string, NewCell>>;
  areas: { code: string; parentCode: string | null; level: string }[];
  sumTime: Map<string, string>;
  series: Map<string, Set<string>>;
}
export const noSources: Sources = { constants: new Map(), cells: new Map(), areas: [], sumTime: new Map(), series: new Map() };
export const placeKey = (area: string, period: string): string => `${area}|${period}`;

/** What a slot gave: its text, the value or cell it came from, and what is kept of it with the cell. */
export interface Found {
  text: string | null;
  value: CountedValue | null;
  cell: NewCell | null;
  input: CellInput | null;
}

export interface Reader {
  sources: Sources;
  /** The value of an element at a place, in the series that counts. */
  valueAt(element: string, area: string, period: string): CountedValue | null;
}

/** Everything a plan asks for, read around one place. `into` collects what was found, in reading order. */
export function readPlan(plan: Plan, at: Place, reader: Reader, of: (value: CountedValue) => string | null, into: Found[], inGroup = false): Frame {
  const found = plan.slots.map((slot) => readSlot(slot, at, reader, of));
  into.push(...found.flatMap((one) => one.filter(({ value, input }) => !inGroup || (value ? value.applicable : input?.value != null))));
  const texts = found.map((one, n) => textOf(one, plan.slots[n] as Slot, reader, inGroup));
  return {
    values: texts.map((text) => (text === null ? null : Number(text))), exact: texts,
    groups: plan.groups.map(({ over, shift, plan: inner }) => placesOf(over, moved(at, shift, reader.sources), reader.sources).map((place) => readPlan(inner, place, reader, of, into, true))),
  };
}

/** What is not applicable inside a group is passed over there. */
function textOf(found: Found[], slot: Slot, { sources }: Reader, inGroup: boolean): string | null {
  const texts = found.map(({ text, value }) => (inGroup && value && !value.applicable ? null : text));
  if (!slot.shift.yearToDate) return texts[0] ?? null;
  if (texts.length === 0 || texts.includes(null)) return null;
  const type = overTime[sources.sumTime.get(slot.code) ?? ''];
  const total = type && aggregate(type, texts.map((text): Member => ({ value: Number(text), exact: text as string })));
  return typeof total === 'number' ? String(total) : null;
}
const overTime: Record<string, Aggregation> = { sum: 'SUM', average: 'AVERAGE', last: 'LAST' };

function readSlot(slot: Slot, at: Place, reader: Reader, of: (value: CountedValue) => string | null): Found[] {
  const nothing = { value: null, cell: null, input: null };
  if (slot.sigil === 'C') return [{ ...nothing, text: reader.sources.constants.get(slot.code) ?? null, input: null }];
  const place = moved(at, slot.shift, reader.sources);
  if (slot.sigil === '[') return [{ ...nothing, text: place && String(slot.code === 'days' ? daysIn(place.period) : placeInYear(place.period)) }];
  if (!place) return [{ ...nothing, text: null }];
  const periods = slot.shift.yearToDate ? yearUntil(place.period) : [place.period];
  return periods.map((period) => (slot.sigil === 'N' ? cellAt(slot, { ...place, period }, reader) : elementAt(slot, { ...place, period }, reader, of)));
}

function elementAt({ code }: Slot, { area, period }: Place, reader: Reader, of: (value: CountedValue) => string | null): Found {
  const value = reader.valueAt(code, area, period);
  return { text: value && of(value), value, cell: null, input: { element: code, area, period, series: value?.seriesCode ?? null, value: value?.value ?? null, revision: value?.revision ?? null } };
}

function cellAt(slot: Slot, { area, period }: Place, { sources }: Reader): Found {
  const cell = sources.cells.get(slot.code)?.get(placeKey(area, period)) ?? null;
  const text = cell?.value == null ? null : String(cell.value);
  return { text, value: null, cell, input: { element: writtenAs(slot), area, period, series: cell?.seriesCode ?? null, value: text, revision: cell?.revision ?? null } };
}

/** The place that modifiers lead to; null where there is none. */
function moved({ area, period }: Place, shift: Shift, sources: Sources): Place | null {
  let at: string | null = area;
  for (const step of shift.areas) {
    const parent: string | null = sources.areas.find((one) => one.code === at)?.parentCode ?? null;
    at = step === 'parent' ? parent : step === 'region' ? (sources.areas.find((one) => one.parentCode === null)?.code ?? null) : step;
    if (at === null) return null;
  }
  const when = shift.offset === 0 ? period : periodAt(period, shift.offset)?.text;
  return when === undefined ? null : { area: at, period: when };
}

function placesOf(over: Over, at: Place | null, { areas }: Sources): Place[] {
  if (!at) return [];
  if (over.of === 'periods') {
    return Array.from({ length: over.to - over.from + 1 }, (_, n) => periodAt(at.period, over.from + n)).flatMap((period) => (period ? [{ area: at.area, period: period.text }] : []));
  }
  if (over.of !== 'areas') return [at];
  const below = areas.filter((one) => one.parentCode === at.area);
  const within = over.which === 'children' ? below : [...below, ...below.flatMap((one) => areas.filter((other) => other.parentCode === one.code))].filter((one) => one.level === (over.which === 'districts' ? 'district' : 'village'));
  return within.map((one) => ({ area: one.code, period: at.period }));
}

function yearUntil(period: string): string[] {
  const found: string[] = [];
  const { year } = parsePeriod(period);
  for (let at: string | undefined = period; at !== undefined && parsePeriod(at).year === year; at = periodAt(at, -1)?.text) found.unshift(at);
  return found;
}
