import { audit } from '#kernel/audit.ts';
import type { Ctx } from '#kernel/context.ts';
import { Fault } from '#kernel/faults.ts';
import { periodBefore } from '#kernel/periods.ts';
import type { RegionTx } from '#kernel/regions.ts';
import { type Cycle, type ItemKey, itemKey } from './cycle.ts';
import { addCycle, addUsualItems, elementsAsked, findCycle, setCycle, setPublish } from './cycles.store.ts';
import { type CycleDays, dayNames, daysOutOfOrder } from './plan-deadlines.ts';

/** Opens a new cycle with an item for all that had a value a period earlier. Throws `cycle.exists` (409). */
export async function openCycle(ctx: Ctx, tx: RegionTx, cycle: Omit<Cycle, 'regionCode' | 'state' | 'reason' | 'reopenedUntil'>): Promise<number> {
  const added = await addCycle(tx, { ...cycle, state: 'open', reason: null, reopenedUntil: null });
  if (!added) throw new Fault('cycle.exists', 409, { given: cycle.code, expected: 'a code that no cycle has yet' });
  const { items, elements } = await addUsualItems(tx, cycle, periodBefore(cycle.period).text);
  await audit(tx, [{ at: ctx.clock(), actor: ctx.actor, who: ctx.who, action: 'open', subject: `data.cycle ${cycle.code}`, after: { ...cycle, items } }]);
  if (items > 0) await ctx.settle(tx, { all: false, elements: [], indicators: [], reports: elements });
  return items;
}

/** Closes a cycle, or opens a closed one again, which may end on a day; each with its reason. Nothing recorded is changed by it. */
export async function setState(ctx: Ctx, tx: RegionTx, code: string, given: { state: 'closed' | 'reopened'; reason: string; until: string | null }): Promise<void> {
  const cycle = await findCycle(tx, code);
  if (!cycle) throw new Fault('cycle.unknown', 404, { given: code, expected: 'the code of a cycle' });
  const fits = given.state === 'closed' ? cycle.state !== 'closed' : cycle.state === 'closed' || cycle.locks !== null;
  if (!fits) throw new Fault('cycle.state', 409, { given: given.state, expected: given.state === 'closed' ? 'a cycle that is open' : 'a cycle that is closed or locked' });
  if (!given.reason) throw new Fault('cycle.reason', 422, { expected: 'a reason' });
  await setCycle(tx, code, { state: given.state, reason: given.reason, reopenedUntil: given.state === 'reopened' ? given.until : null });
  await audit(tx, [{ at: ctx.clock(), actor: ctx.actor, who: ctx.who, action: given.state === 'closed' ? 'close' : 'reopen', subject: `data.cycle ${code}`, before: { state: cycle.state, reason: cycle.reason }, after: { state: given.state, until: given.until }, reason: given.reason }]);
}

/**
 * Sets other deadlines, which needs a reason. What was recorded stays; who was on time is judged by them anew. Throws `cycle.unknown` (404), `cycle.state` (409) of one that is closed, `cycle.reason`
 * and, where a step would be due before the one before it or before the cycle opens, `cycle.days` (422).
 */
export async function changeDays(ctx: Ctx, tx: RegionTx, code: string, { days, reason }: { days: CycleDays; reason: string }): Promise<void> {
  const cycle = await findCycle(tx, code);
  if (!cycle) throw new Fault('cycle.unknown', 404, { given: code, expected: 'the code of a cycle' });
  refuseClosed(cycle);
  if (reason === '') throw new Fault('cycle.reason', 422, { expected: 'a reason' });
  const [wrong] = daysOutOfOrder(cycle.opensOn, days);
  if (wrong) throw new Fault('cycle.days', 422, { given: wrong.given, expected: `${wrong.earliest} or later` });
  const changed = dayNames.filter((name) => days[name] !== cycle[name]);
  if (changed.length === 0) return;
  await setCycle(tx, code, days);
  const only = (of: CycleDays) => Object.fromEntries(changed.map((name) => [name, of[name]]));
  await audit(tx, [{ at: ctx.clock(), actor: ctx.actor, who: ctx.who, action: 'change', subject: `data.cycle ${code}`, before: only(cycle), after: only(days), reason }]);
  if (changed.includes('submitBy')) await ctx.settle(tx, { all: false, elements: [], indicators: [], reports: await elementsAsked(tx, code) });
}

/** Throws `cycle.state` (409): a closed cycle is as it was closed. */
function refuseClosed(cycle: Cycle): void {
  if (cycle.state === 'closed') throw new Fault('cycle.state', 409, { given: 'closed', expected: 'a cycle that is open' });
}

/** Whether an item may be published. What is published already stays so. Throws `cycle.state` (409). */
export async function controlPublication(ctx: Ctx, tx: RegionTx, key: ItemKey, publish: boolean): Promise<void> {
  const cycle = await findCycle(tx, key.cycleCode);
  if (cycle) refuseClosed(cycle);
  await setPublish(tx, key, publish);
  await audit(tx, [{ at: ctx.clock(), actor: ctx.actor, who: ctx.who, action: 'change', subject: `data.cycle_item ${itemKey(key)}`, after: { publish } }]);
}
