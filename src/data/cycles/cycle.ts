import type { Selectable } from 'kysely';
import type { CycleItemRow, CycleRow, HolidayRow } from '../tables.ts';
import type { ValueAction, ValueState } from './value-states.ts';

export type Cycle = Selectable<CycleRow>;
export type Holiday = Selectable<HolidayRow>;
/** Which item: a key without a period, for a cycle has one for each. */
export type ItemKey = Pick<CycleItemRow, 'cycleCode' | 'elementCode' | 'areaCode' | 'seriesCode'>;

/** An item with what has become of it: the newest row of its value, whatever its status. */
export interface CycleItem extends ItemKey {
  period: string;
  publish: boolean;
  agencyCode: string | null;
  unitCode: string;
  valueType: 'number' | 'integer' | 'boolean';
  /** Its unit counts things: nobody counts fewer than none. */
  counts: boolean;
  state: ValueState;
  value: string | null;
  applicable: boolean | null;
  quality: string | null;
  origin: string | null;
  assurance: string | null;
  sourceCode: string | null;
  noteId: string | null;
  noteEn: string | null;
  /** Null where nobody has recorded anything. */
  revision: number | null;
  actor: string | null;
  at: Date | null;
}

export const itemKey = (item: ItemKey): string => `${item.cycleCode}~${item.elementCode}~${item.areaCode}~${item.seriesCode}`;

/** Reads what `itemKey` wrote; null where it is none. */
export function readItemKey(given: string): ItemKey | null {
  const [cycleCode = '', elementCode = '', areaCode = '', seriesCode = '', more] = given.split('~');
  const whole = more === undefined && [cycleCode, elementCode, areaCode, seriesCode].every((code) => /^[A-Za-z0-9][A-Za-z0-9._-]{0,120}$/.test(code));
  return whole ? { cycleCode, elementCode, areaCode, seriesCode } : null;
}

/** The day by which a step is to be done; a return has none. */
export function deadlineOf(cycle: Cycle, action: ValueAction): string | null {
  const days: Record<ValueAction, string | null> = { enter: cycle.enterBy, submit: cycle.submitBy, approve: cycle.approveBy, verify: cycle.verifyBy, publish: cycle.publishBy, return: null };
  return days[action];
}

/** Why a step cannot be taken on a day: not begun, closed, or locked since its deadline; null where it can. */
export function lockOf(cycle: Cycle, action: ValueAction, today: string): 'not_open' | 'closed' | 'locked' | null {
  if (today < cycle.opensOn) return 'not_open';
  if (cycle.state === 'closed') return 'closed';
  if (cycle.state === 'reopened' && (cycle.reopenedUntil === null || today <= cycle.reopenedUntil)) return null;
  const deadline = deadlineOf(cycle, action);
  const locks = (cycle.locks ?? '').split(';').includes(action);
  return locks && deadline !== null && today > deadline ? 'locked' : null;
}
