import { Fault } from './faults.ts';

export type PeriodKind = 'year' | 'quarter' | 'month' | 'day';

/** A span of days, written `2019`, `2019Q3`, `2019-07` or `2019-07-14`; start and end are its first and last day. */
export interface Period {
  text: string;
  kind: PeriodKind;
  year: number;
  start: string;
  end: string;
}

const roman: Record<string, number> = { I: 1, II: 2, III: 3, IV: 4 };
const two = (n: number): string => String(n).padStart(2, '0');
const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();
/** Years that are understood, the first and the last. */
export const yearsKnown = [1900, 2200] as const;
const expected = `2019, 2019Q3, 2019-07, 2019-07-14 or TW III 2019; years ${yearsKnown.join(' to ')}`;

/** The same few hundred are asked for thousands of times a page; kept under their one writing, so that no other writing fills the room. */
const known = new Map<string, Period>();

/** Reads a period; also accepts `TW III 2019` (triwulan). Anything else throws `period.invalid` (400). */
export function parsePeriod(given: string): Period {
  const period = known.get(given) ?? readPeriod(given.trim());
  if (period?.text === given && known.size < 10_000) known.set(given, period);
  if (!period) throw new Fault('period.invalid', 400, { given: given.slice(0, 40), expected });
  return period;
}

export function isPeriod(given: string): boolean {
  return known.has(given) || readPeriod(given.trim()) !== null;
}

const isYear = (year: number): boolean => year >= yearsKnown[0] && year <= yearsKnown[1];

/** The year in what would be a period, were its year not out of reach; null where that is not what is wrong. */
export function strangeYear(given: string): string | null {
  const year = /\d{4}/.exec(given)?.[0];
  return year !== undefined && !isYear(Number(year)) && readPeriod(given.trim().replace(year, '2000')) !== null ? year : null;
}

function readPeriod(given: string): Period | null {
  const m =
    /^(?:(?<y>\d{4})(?:Q(?<q>[1-4])|-(?<m>\d\d)(?:-(?<d>\d\d))?)?|(?:TW|Triwulan)\s+(?<r>I{1,3}|IV)\s+(?<ry>\d{4}))$/i.exec(given);
  if (!m?.groups) return null;
  const { y, q, m: month, d, r, ry } = m.groups;
  const year = Number(y ?? ry);
  if (!isYear(year)) return null;
  const quarter = r ? roman[r.toUpperCase()] : q ? Number(q) : undefined;
  if (quarter) {
    const last = quarter * 3;
    return make(`${year}Q${quarter}`, 'quarter', year, `${year}-${two(last - 2)}-01`, `${year}-${two(last)}-${two(lastDay(year, last))}`);
  }
  if (month === undefined) return make(`${year}`, 'year', year, `${year}-01-01`, `${year}-12-31`);
  const mm = Number(month);
  if (mm < 1 || mm > 12) return null;
  if (d === undefined) return make(`${year}-${month}`, 'month', year, `${year}-${month}-01`, `${year}-${month}-${two(lastDay(year, mm))}`);
  if (Number(d) < 1 || Number(d) > lastDay(year, mm)) return null;
  return make(`${year}-${month}-${d}`, 'day', year, `${year}-${month}-${d}`, `${year}-${month}-${d}`);
}

function make(text: string, kind: PeriodKind, year: number, start: string, end: string): Period {
  return { text, kind, year, start, end };
}

/** Order of two period texts: by last day, then by first; equal only when they are the same span. */
export function comparePeriods(a: string, b: string): number {
  if (a === b) return 0;
  const x = parsePeriod(a);
  const y = parsePeriod(b);
  if (x.end !== y.end) return x.end < y.end ? -1 : 1;
  if (x.start === y.start) return 0;
  return x.start < y.start ? -1 : 1;
}

export const yearOf = (period: string): number => parsePeriod(period).year;

/** The period of a kind that the moment falls in, by the calendar of the region's own time zone. */
export function currentPeriod(now: Date, kind: PeriodKind, timeZone: string): Period {
  return periodOf(new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(now), kind);
}

/** The period of a kind that a day lies in. */
function periodOf(day: string, kind: PeriodKind): Period {
  if (kind === 'day') return parsePeriod(day);
  if (kind === 'month') return parsePeriod(day.slice(0, 7));
  if (kind === 'year') return parsePeriod(day.slice(0, 4));
  return parsePeriod(`${day.slice(0, 4)}Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`);
}

const sizes: PeriodKind[] = ['day', 'month', 'quarter', 'year'];

/** The period of a kind that holds this one; null where that kind is the smaller. */
export function periodAround(period: string, kind: PeriodKind): string | null {
  const own = parsePeriod(period);
  return sizes.indexOf(kind) < sizes.indexOf(own.kind) ? null : periodOf(own.start, kind).text;
}

const dayBefore = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

/** The period of the same kind that ends where this one starts: `2018` before `2019`, `2018Q4` before `2019Q1`. */
export function periodBefore(period: string): Period {
  const { start, kind } = parsePeriod(period);
  return periodOf(dayBefore(start), kind);
}

/** The last period of a kind that was over on a day; one that ends on that very day is not over yet. */
export const lastEnded = (day: string, kind: PeriodKind): Period => periodBefore(periodOf(day, kind).text);

/** The period of the same kind so many steps later, earlier when `by` is below zero; null outside the years that are known. */
export function periodAt(period: string, by: number): Period | null {
  const { kind, year, start } = parsePeriod(period);
  const month = year * 12 + Number(start.slice(5, 7)) - 1;
  const at = kind === 'day' ? new Date(Date.parse(`${start}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10)
    : kind === 'year' ? `${year + by}-01-01` : dayOfMonth(month + by * (kind === 'quarter' ? 3 : 1));
  return isPeriod(at) ? periodOf(at, kind) : null;
}

const dayOfMonth = (month: number): string => `${Math.floor(month / 12)}-${two((month % 12) + 1)}-01`;

/** Its number among the periods of its kind in its year, from 1. */
export function placeInYear(period: string): number {
  const { kind, year, start } = parsePeriod(period);
  if (kind === 'day') return (Date.parse(start) - Date.parse(`${year}-01-01`)) / 86_400_000 + 1;
  return kind === 'year' ? 1 : kind === 'quarter' ? Math.ceil(Number(start.slice(5, 7)) / 3) : Number(start.slice(5, 7));
}

/** How many days it has. */
export function daysIn(period: string): number {
  const { start, end } = parsePeriod(period);
  return (Date.parse(end) - Date.parse(start)) / 86_400_000 + 1;
}
