import { audit } from '#kernel/audit.ts';
import type { Ctx } from '#kernel/context.ts';
import { Fault } from '#kernel/faults.ts';
import type { RegionTx } from '#kernel/regions.ts';
import type { Holiday } from './cycle.ts';
import { dropHoliday, holdCalendar, listHolidays, putHoliday } from './cycles.store.ts';

/** Adds a day to the calendar, or says otherwise of one that stands there, where that may be replaced; answers what stood there, and whether it was put. Deadlines that were set stay as they are. */
export async function setHoliday(ctx: Ctx, tx: RegionTx, day: Omit<Holiday, 'regionCode'>, replaces: (before: Holiday) => boolean): Promise<{ there: Holiday | null; put: boolean }> {
  await holdCalendar(tx);
  const before = (await listHolidays(tx)).find((one) => one.day === day.day) ?? null;
  if (before && !replaces(before)) return { there: before, put: false };
  await putHoliday(tx, day);
  await audit(tx, [{ at: ctx.clock(), actor: ctx.actor, who: ctx.who, action: before ? 'change' : 'add', subject: `data.holiday ${day.day}`, ...(before ? { before } : {}), after: day }]);
  return { there: before, put: true };
}

/** Takes a day out. Throws `holiday.unknown` (404). */
export async function removeHoliday(ctx: Ctx, tx: RegionTx, day: string): Promise<void> {
  if (!(await dropHoliday(tx, day))) throw new Fault('holiday.unknown', 404, { given: day.slice(0, 20), expected: 'a day of the calendar' });
  await audit(tx, [{ at: ctx.clock(), actor: ctx.actor, who: ctx.who, action: 'remove', subject: `data.holiday ${day}` }]);
}
