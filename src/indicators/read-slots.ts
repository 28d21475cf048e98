import { daysIn, parsePeriod, periodAt, placeInYear } from '#kernel/periods.ts';
import type { Frame, Plan, Shift, Slot, Value } from './formula/plan.ts';
import { reportValue } from './formula/report-metrics.ts';
import { writtenAs } from './formula/tree.ts';
import { isWithin, type Read, readElement, readPeriods, storedPlaces, type TextOf } from './read-element.ts';
import { childrenOf, type Found, type Place, placeKey, type Reader, type Sources } from './sources.ts';

export { type Found, noSources, type Place, placeKey, type Reader, type Sources } from './sources.ts';

/** Everything a plan asks for, read around one place. `into` collects what was found, in reading order. */
export function readPlan(plan: Plan, at: Place, reader: Reader, of: TextOf, into: Found[], inGroup = false): Frame {
  const read = plan.slots.map((slot) => readSlot(slot, at, reader, of));
  into.push(...read.flatMap(({ found }) => found.filter(({ value, input }) => !inGroup || (value ? value.applicable : input?.value != null))));
  return {
    values: read.map(({ value }) => value), exact: read.map(({ text }) => text),
    groups: plan.groups.map((group) => membersOf(group, at, reader, of).map((place) => readPlan(group.plan, place, reader, of, into, true))),
  };
}

interface ReadSlot extends Read {
  value: Value;
}
const asNumber = ({ text, found }: Read): ReadSlot => ({ text, found, value: text === null ? null : Number(text) });

function readSlot(slot: Slot, at: Place, reader: Reader, of: TextOf): ReadSlot {
  const { sigil, code, shift } = slot;
  if (sigil === 'C') return asNumber({ text: reader.sources.constants.get(code) ?? null, found: [] });
  const place = moved(at, shift, reader.sources);
  if (!place || ('NTR'.includes(sigil) && !isWithin(place.period, shift))) return asNumber({ text: null, found: [] });
  if (sigil === '[') return asNumber({ text: String(code === 'days' ? daysIn(place.period) : placeInYear(place.period)), found: [] });
  const question = { code, options: slot.options, reader, of, shift };
  const ask = sigil === '#' ? (of: Place): ReadSlot => asNumber(readElement(question, of)) : sigil === 'N' ? (of: Place): ReadSlot => cellAt(slot, of, reader) : (of: Place): ReadSlot => asNumber(sigil === 'R' ? reportsAt(slot, of, reader) : targetAt(slot, of, reader));
  if (!shift.yearToDate) return ask(place);
  const places = yearUntil(place.period).filter((period) => isWithin(period, shift)).map((period) => ({ ...place, period }));
  return asNumber(sigil === '#' ? readPeriods(question, places) : { text: null, found: places.map(ask).flatMap(({ found }) => found) });
}

function cellAt(slot: Slot, { area, period }: Place, { sources }: Reader): ReadSlot {
  const cell = sources.cells.get(slot.code)?.get(placeKey(area, period)) ?? null;
  const word = sources.worded.has(slot.code);
  const text = word ? (cell?.textValue ?? null) : cell?.value == null ? null : String(cell.value);
  const input = { element: writtenAs(slot), area, period, series: cell?.seriesCode ?? null, value: text, revision: cell?.revision ?? null };
  const read = { text, found: [{ text, value: null, cell, input }] };
  return word ? { ...read, value: text } : asNumber(read);
}

function targetAt(slot: Slot, { area, period }: Place, { sources }: Reader): Read {
  const target = sources.targets.get(slot.code)?.get(placeKey(area, period)) ?? null;
  const input = { element: writtenAs(slot), area, period, series: null, value: target?.value ?? null, revision: null };
  return { text: target?.value ?? null, found: [{ text: target?.value ?? null, value: null, cell: null, origin: target?.origin, input }] };
}

function reportsAt(slot: Slot, { area, period }: Place, { sources }: Reader): Read {
  const reports = sources.reports.get(slot.code)?.get(placeKey(area, period));
  const value = reports ? reportValue(reports, slot.options[0] ?? '') : null;
  const text = value === null ? null : String(value);
  return { text, found: [{ text, value: null, cell: null, origin: 'derived', input: { element: writtenAs(slot), area, period, series: null, value: text, revision: null } }] };
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

/** Over which places a group runs. */
function membersOf({ over, shift, plan }: Plan['groups'][number], from: Place, reader: Reader, of: TextOf): Place[] {
  const { areas } = reader.sources;
  const at = moved(from, shift, reader.sources);
  if (!at) return [];
  if (over.of === 'parts') return partsOf(plan, at, shift, reader, of);
  if (over.of === 'periods') {
    return Array.from({ length: over.to - over.from + 1 }, (_, n) => periodAt(at.period, over.from + n)).flatMap((period) => (period && isWithin(period.text, shift) ? [{ area: at.area, period: period.text }] : []));
  }
  if (!isWithin(at.period, shift)) return [];
  const below = childrenOf(areas, at.area);
  const level = over.which === 'districts' ? 'district' : 'village';
  const within = over.which === 'children' ? below : areas.filter((one) => one.level === level && (below.includes(one.code) || below.includes(one.parentCode ?? ''))).map((one) => one.code);
  return within.map((area) => ({ area, period: at.period }));
}

/** Every place that has a stored value of what stands inside `subExpression`, as the values would be put together. */
function partsOf({ slots }: Plan, at: Place, shift: Shift, reader: Reader, of: TextOf): Place[] {
  const found = slots.flatMap(({ sigil, code, options }) => (sigil === '#' ? storedPlaces({ code, options, reader, of, shift }, at) : []));
  return [...new Map(found.map((place) => [placeKey(place.area, place.period), place])).values()];
}

function yearUntil(period: string): string[] {
  const found: string[] = [];
  const { year } = parsePeriod(period);
  for (let at: string | undefined = period; at !== undefined && parsePeriod(at).year === year; at = periodAt(at, -1)?.text) found.unshift(at);
  return found;
}
