import type { Ctx } from '#kernel/context.ts';
import { Fault } from '#kernel/faults.ts';
import { plainDecimal } from '#kernel/pack-columns.ts';
import type { RegionTx } from '#kernel/regions.ts';
import { recordValues } from '../record-values.ts';
import type { NewValue } from '../values.store.ts';
import { type Cycle, type CycleItem, type ItemKey, itemKey, lockOf } from './cycle.ts';
import { holdRevisions, itemsAt, listCycles } from './cycles.store.ts';
import { needsReason, nextState, type ValueAction, type ValueState } from './value-states.ts';

/** So many items in one transaction: every page waits for it. */
export const mostAtOnce = 500;

/** An item, and the revision that the person saw; null where there was none. */
export type Seen = ItemKey & { seen: number | null };

export interface EnteredValue extends Seen {
  /** Null where the figure does not apply; `note` then says why. */
  value: string | null;
  applicable: boolean;
  quality: 'final' | 'provisional';
  /** In the person's own words; it is published with the value. */
  note: string | null;
}

/** Recorded so many; or nothing, because somebody has recorded something else since: those items as they stand now. */
export type Taken = { recorded: number; revision: number | null } | { moved: CycleItem[] };

interface Given {
  /** The region's own day. */
  today: string;
  /** Called with the items before anything is written; throws where one of them is not the person's to change. */
  permit(items: CycleItem[]): void;
}

/**
 * Records what a person enters, as a new row each, and sends it on where asked. All or nothing: an item that is locked or unknown throws
 * (`item.unknown` 404, `cycle.closed`, `cycle.locked`, `cycle.not_open` 409); one that another changed meanwhile leaves all as it was.
 */
export async function enterValues(ctx: Ctx, tx: RegionTx, given: Given & { values: EnteredValue[]; submit: boolean; origin: 'reported' | 'simulated' }): Promise<Taken> {
  const { items, moved } = await itemsFor(tx, given.values, given.submit ? ['enter', 'submit'] : ['enter'], given);
  if (moved.length > 0) return { moved };
  const rows = given.values.flatMap((entered) => {
    const item = items.get(itemKey(entered)) as CycleItem;
    const status = given.submit ? nextState('entered', 'submit') : nextState(item.state, 'enter');
    const row: NewValue = {
      ...placeOf(item), value: entered.value, textValue: null, applicable: entered.applicable, status: status ?? 'entered', withdrawn: false, quality: entered.quality, origin: given.origin, assurance: 'stated',
      sourceCode: item.sourceCode, noteId: entered.note, noteEn: null, recordedBy: null, recordedAt: null,
    };
    return isSame(item, row) ? [] : [row];
  });
  return record(ctx, tx, rows);
}

/** Approves, verifies, returns (with a reason) or publishes, in bulk: a new row each. Beside the faults of `enterValues`: `step.impossible` (409), `step.reason` (422), `item.not_public` (422). */
export async function takeSteps(ctx: Ctx, tx: RegionTx, given: Given & { action: Exclude<ValueAction, 'enter'>; items: Seen[]; reason: string | null }): Promise<Taken> {
  const { action } = given;
  if (needsReason(action) && !given.reason) throw new Fault('step.reason', 422, { expected: 'a reason' });
  const { items, moved } = await itemsFor(tx, given.items, [action], given);
  if (moved.length > 0) return { moved };
  const rows = [...items.values()].map((item): NewValue => {
    const status = nextState(item.state, action);
    if (status === null) throw new Fault('step.impossible', 409, { item: itemKey(item), given: `${action}, ${item.state}`, expected: 'a value that has come as far as the step before' });
    if (action === 'publish' && !item.publish) throw new Fault('item.not_public', 422, { item: itemKey(item), expected: 'an item that may be published' });
    return rowAfter(item, status, action === 'return' ? given.reason : undefined);
  });
  return record(ctx, tx, rows, given.reason);
}

/** The same value one step on. A return says why in its note; the word that the agency wrote stands in the row before. */
function rowAfter(item: CycleItem, status: ValueState, reason: string | null | undefined): NewValue {
  const note = reason === undefined ? { noteId: item.noteId, noteEn: item.noteEn } : { noteId: reason, noteEn: null };
  return {
    ...placeOf(item), value: item.value, textValue: null, applicable: item.applicable ?? true, status, withdrawn: false, quality: item.quality ?? 'final', origin: item.origin ?? 'reported',
    assurance: status === 'verified' ? 'verified' : status === 'returned' ? 'stated' : item.assurance, sourceCode: item.sourceCode, ...note, recordedBy: null, recordedAt: null,
  };
}

const placeOf = ({ elementCode, areaCode, period, seriesCode }: CycleItem) => ({ elementCode, areaCode, period, seriesCode });

/** Whether a row says what stands there already: pressing twice records once. */
const isSame = (item: CycleItem, row: NewValue): boolean =>
  item.state === row.status && (item.value === null ? row.value === null : row.value !== null && plainDecimal(item.value) === plainDecimal(row.value)) &&
  item.applicable === row.applicable && item.quality === row.quality && item.noteId === row.noteId;

async function record(ctx: Ctx, tx: RegionTx, values: NewValue[], reason: string | null = null): Promise<Taken> {
  if (values.length === 0) return { recorded: 0, revision: null };
  const revision = await recordValues(ctx, tx, { kind: 'form', values, ...(reason === null ? {} : { reason }) });
  return { recorded: values.length, revision };
}

/** The items as they stand, held so until the transaction ends; those that are no longer what the person saw are `moved`. */
async function itemsFor(tx: RegionTx, seen: Seen[], actions: ValueAction[], { today, permit }: Given): Promise<{ items: Map<string, CycleItem>; moved: CycleItem[] }> {
  if (seen.length > mostAtOnce) throw new Fault('items.too_many', 422, { given: seen.length, expected: `at most ${mostAtOnce} at once` });
  if (new Set(seen.map(itemKey)).size < seen.length) throw new Fault('item.twice', 422, { expected: 'each item once' });
  await holdRevisions(tx);
  const items = new Map((await itemsAt(tx, seen)).map((item) => [itemKey(item), item]));
  const cycles = new Map((await listCycles(tx)).map((cycle) => [cycle.code, cycle]));
  for (const one of seen) {
    const item = items.get(itemKey(one));
    if (!item) throw new Fault('item.unknown', 404, { given: itemKey(one), expected: 'an item of a cycle' });
    for (const action of actions) {
      const lock = lockOf(cycles.get(item.cycleCode) as Cycle, action, today);
      if (lock) throw new Fault(`cycle.${lock}`, 409, { item: itemKey(one), given: action, expected: 'a cycle that takes this step today' });
    }
  }
  permit([...items.values()]);
  return { items, moved: seen.flatMap((one) => {
    const item = items.get(itemKey(one)) as CycleItem;
    return item.revision === one.seen ? [] : [item];
  }) };
}
