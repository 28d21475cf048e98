import { parsePeriod, periodAt } from '#kernel/periods.ts';
import type { Cycle } from './cycle.ts';
import { daysUntil, isWorkingDay, workingDaysAfter } from './working-days.ts';

export const cycleSteps = ['enter', 'submit', 'approve', 'verify', 'publish'] as const;
export type CycleStep = (typeof cycleSteps)[number];
/** The columns of the steps' deadlines, in the order of the steps. */
export const dayNames = ['enterBy', 'submitBy', 'approveBy', 'verifyBy', 'publishBy'] as const;
export type CycleDays = Pick<Cycle, (typeof dayNames)[number]>;

/** Deadlines of a period: it opens on the day after the period ends, and each step has so many working days after the one before. */
export function planDeadlines(period: string, working: Record<CycleStep, number>, calendar: ReadonlyMap<string, string>): CycleDays & Pick<Cycle, 'opensOn'> {
  const opensOn = parsePeriod(periodAt(period, 1)?.start ?? parsePeriod(period).end).text;
  const days: string[] = [];
  for (const step of cycleSteps) days.push(workingDaysAfter(days.at(-1) ?? parsePeriod(period).end, working[step], calendar));
  const [enterBy = '', submitBy = '', approveBy = '', verifyBy = '', publishBy = ''] = days;
  return { opensOn, enterBy, submitBy, approveBy, verifyBy, publishBy };
}

/** Deadlines that are before the day on which the cycle opens, or before a step that comes earlier, each with the first day that would do; one that is not given is passed over. */
export function daysOutOfOrder(opensOn: string, days: Partial<CycleDays>): { name: (typeof dayNames)[number]; given: string; earliest: string }[] {
  const wrong: ReturnType<typeof daysOutOfOrder> = [];
  let earliest = opensOn;
  for (const name of dayNames) {
    const given = days[name] ?? earliest;
    if (given < earliest) wrong.push({ name, given, earliest });
    else earliest = given;
  }
  return wrong;
}

/** So long after its period a deadline is hardly meant. */
const farDays = 400;

/** Deadlines that may be meant, and are more often a slip: passed already, more than thirteen months after the period, or on a day off. Those that stand as they `were` are nobody's doubt. */
export function doubtedDays(days: CycleDays, { period, today, were, calendar }: { period: string; today: string; were: Partial<CycleDays>; calendar: ReadonlyMap<string, string> }): { name: (typeof dayNames)[number]; given: string; why: 'past' | 'far' | 'off' }[] {
  const end = parsePeriod(period).end;
  return dayNames.flatMap((name) => {
    const given = days[name];
    const why = given === were[name] ? null : given < today ? 'past' : daysUntil(end, given) > farDays ? 'far' : isWorkingDay(given, calendar) ? null : 'off';
    return why === null ? [] : [{ name, given, why } as const];
  });
}
