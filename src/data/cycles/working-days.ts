/** A day that is off, or (`working`) a Saturday or Sunday on which people work all the same. */
export interface CalendarDay {
  day: string;
  kind: string;
}
const oneDay = 86_400_000;
const at = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const written = (moment: number): string => new Date(moment).toISOString().slice(0, 10);

/** What the list says of a day goes before the week: a decree may make a Saturday a working day. */
export function isWorkingDay(day: string, calendar: ReadonlyMap<string, string>): boolean {
  const kind = calendar.get(day);
  if (kind !== undefined) return kind === 'working';
  const weekday = new Date(at(day)).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

export const calendarOf = (days: CalendarDay[]): Map<string, string> => new Map(days.map(({ day, kind }) => [day, kind]));

/** The n-th working day after a day (not counting that day); for 0 the day itself, or the next working one where it is none. */
export function workingDaysAfter(day: string, n: number, calendar: ReadonlyMap<string, string>): string {
  let now = at(day);
  if (n === 0) while (!isWorkingDay(written(now), calendar)) now += oneDay;
  for (let left = n; left > 0; ) {
    now += oneDay;
    if (isWorkingDay(written(now), calendar)) left -= 1;
  }
  return written(now);
}

/** Calendar days from one day to another; below zero when the other is past. */
export const daysUntil = (from: string, to: string): number => Math.round((at(to) - at(from)) / oneDay);
