import { cycles } from '#data/index.ts';
import { type Cycle, type CycleItem, deadlineOf, isDue, itemKey, type ItemKey, lockOf, type PlausibleRange, plausibleRange, statesBefore, type ValueAction, type ValueState, valueStates } from '#data/ui.ts';
import { elementsOf, listIndicators, listTargets, parseFormula } from '#indicators/index.ts';
import { Fault } from '#kernel/faults.ts';
import type { Text } from '#kernel/i18n.ts';
import type { RegionTx } from '#kernel/regions.ts';
import type { Action, Post } from '#people/index.ts';
import { type Names, readNames } from './names.ts';
import { agenciesFor, isOwnHand, mayDo } from './scope.ts';

/** So many items are listed at most; the rest comes when these are done. */
export const mostListed = 200;
const earlierRead = 12;

/** An item that somebody waits for, with its cycle and the day by which the step is to be done. */
export interface DueItem extends CycleItem {
  key: string;
  cycle: Cycle;
  deadline: string;
  /** Its cycle takes no such step any more. */
  locked: boolean;
  /** Earlier values of the same row, oldest first. */
  earlier: { period: string; value: string }[];
  range: PlausibleRange | null;
  /** What was sent back before, and why, where it came again. */
  back?: { value: string | null; applicable: boolean; reason: string | null } | null;
  /** Of what is to be verified: who asks entered or approved it; one and the same did both. */
  hands?: { own: boolean; alone: boolean };
}

/** The permission that each step asks for. */
export const permissionFor: Record<'enter' | 'approve' | 'verify' | 'publish' | 'return', Action> = {
  enter: 'value.enter', approve: 'value.approve', verify: 'value.verify', publish: 'value.publish', return: 'value.return',
};

const orderOf = (item: DueItem): string => [item.deadline, item.cycleCode, item.elementCode, item.areaCode, item.seriesCode].join(' ');
const order = (a: DueItem, b: DueItem): number => (orderOf(a) < orderOf(b) ? -1 : 1);

interface Asked {
  posts: Post[];
  today: string;
  /** Behind which item the lists begin, where one page could not hold all. */
  from?: ItemKey | null;
}

/** Work in a transaction of its own: a long list is walked in short ones, so that no page waits for it. */
export type Read = <T>(work: (tx: RegionTx) => Promise<T>) => Promise<T>;
const piece = 1_000;
/** So many pieces are walked for one page; a longer list says so, and goes on from there. */
const mostPieces = 8;

/** Cycles that have begun and are not closed. */
const openCycles = async (tx: RegionTx, today: string): Promise<Cycle[]> => (await cycles.list(tx)).filter((cycle) => cycle.state !== 'closed' && cycle.opensOn <= today);

type Asks = keyof typeof permissionFor;

/** Items that the posts may do one of some things to, by what is asked of them; walks every item that may be; `more` is where a longer walk goes on. */
async function walkItems(read: Read, { posts, today, from }: Asked, names: Names, asks: Partial<Record<Asks, ValueState[]>>): Promise<Record<Asks, DueItem[]> & { more: string | null }> {
  const found: Record<Asks, DueItem[]> = { enter: [], approve: [], verify: [], publish: [], return: [] };
  let [more, pieces]: [string | null, number] = [null, 0];
  const scopes = (Object.keys(asks) as Asks[]).map((action) => ({ action, states: asks[action] ?? [], agencies: agenciesFor(posts, permissionFor[action]) })).filter(({ agencies }) => agencies?.length !== 0);
  if (scopes.length === 0) return { ...found, more };
  const agencies = scopes.some((one) => one.agencies === null) ? null : [...new Set(scopes.flatMap((one) => one.agencies ?? []))];
  const open = await read((tx) => openCycles(tx, today));
  const begin = open.findIndex((cycle) => cycle.code === from?.cycleCode);
  for (const cycle of open.slice(Math.max(0, begin))) {
    for (let after: ItemKey | null | undefined = cycle.code === from?.cycleCode ? from : undefined; after !== null && more === null; pieces += 1) {
      if (pieces === mostPieces) {
        more = itemKey(after ?? { cycleCode: cycle.code, elementCode: '0', areaCode: '0', seriesCode: '0' });
        break;
      }
      const { items, next } = await read((tx) => cycles.items(tx, { cycle: cycle.code, agencies, limit: piece, after: after ?? undefined }));
      for (const item of items) {
        for (const { action, states } of scopes) if (states.includes(item.state) && (action !== 'publish' || item.publish) && mayDo(posts, permissionFor[action], item, names)) found[action].push(dueItem(item, cycle, action, today));
      }
      after = next;
    }
  }
  for (const list of Object.values(found)) list.sort(order);
  return { ...found, more };
}

function dueItem(item: CycleItem, cycle: Cycle, action: ValueAction, today: string): DueItem {
  const step = action === 'enter' && item.state === 'entered' ? 'submit' : action;
  return { ...item, key: itemKey(item), cycle, deadline: deadlineOf(cycle, step) ?? cycle.publishBy, locked: lockOf(cycle, step, today) !== null, earlier: [], range: null };
}

/** Adds what earlier periods say, and where a next value would not surprise. */
export async function withEarlier(tx: RegionTx, items: DueItem[]): Promise<DueItem[]> {
  const earlier = await cycles.earlier(tx, items, earlierRead);
  return items.map((item) => {
    const values = earlier.get(item.key) ?? [];
    return { ...item, earlier: values, range: plausibleRange(values.map((one) => Number(one.value))) };
  });
}

export interface Work {
  names: Names;
  today: string;
  due: DueItem[];
  /** The item that is asked for, first or chosen, with its past; null where nothing is due. */
  asked: DueItem | null;
  sent: DueItem[];
  /** What waits for a decision of these posts, by step: how many were found. */
  waiting: { action: 'approve' | 'verify' | 'publish'; count: number }[];
  /** Where the lists go on, when there is more than one page can walk. */
  more: string | null;
}

/** What is due, by whom asks, now. `chosen` is an item that was pressed; another agency's is as one that is not there. */
export async function readWork(read: Read, asking: Asked, chosen: ItemKey | null): Promise<Work> {
  const names = await read(readNames);
  const found = await walkItems(read, asking, names, { enter: valueStates, approve: statesBefore('approve'), verify: statesBefore('verify'), publish: statesBefore('publish') });
  const first = (item: DueItem): number => (item.deadline < asking.today ? 0 : item.state === 'returned' ? 1 : 2); // sorting keeps the order of deadlines among equals
  const open = found.enter.filter((item) => isDue(item.state) && !item.locked).sort((a, b) => first(a) - first(b)).slice(0, mostListed);
  const sent = found.enter.filter((item) => !isDue(item.state)).sort((a, b) => (b.at?.getTime() ?? 0) - (a.at?.getTime() ?? 0));
  const waiting = (['approve', 'verify', 'publish'] as const).flatMap((action) => (found[action].length > 0 ? [{ action, count: found[action].length }] : []));
  const wanted = chosen ? await read((tx) => itemOf(tx, asking, names, chosen)) : open[0];
  const [asked = null] = wanted ? await read((tx) => withEarlier(tx, [wanted])) : [];
  return { names, today: asking.today, due: open, asked, sent, waiting, more: found.more };
}

const due: ValueState[] = valueStates.filter(isDue);

/** One item that the posts may enter, however long the lists are. */
async function itemOf(tx: RegionTx, { posts, today }: Asked, names: Names, key: ItemKey): Promise<DueItem | null> {
  const [item] = await cycles.itemsAt(tx, [key]);
  const cycle = item && (await openCycles(tx, today)).find((one) => one.code === item.cycleCode);
  if (!item || !cycle || !mayDo(posts, 'value.enter', item, names)) return null;
  const asked = dueItem(item, cycle, 'enter', today);
  return asked.locked ? null : asked;
}

/**
 * Everything that is due of these posts, with its past: for the table of many values. `written` are items that a form was sent for: one that
 * another has sent on meanwhile is due no more and belongs to it all the same, so that it is told. Throws `item.unknown` (404), `items.too_many` (422).
 */
export async function readGrid(read: Read, asking: Asked, written: ItemKey[] = []): Promise<{ names: Names; items: DueItem[]; more: string | null }> {
  if (written.length > mostListed) throw new Fault('items.too_many', 422, { given: written.length, expected: `at most ${mostListed} at once` });
  const names = await read(readNames);
  const { enter, more } = await walkItems(read, asking, names, { enter: due });
  const listed = enter.filter((item) => !item.locked).slice(0, mostListed);
  const there = new Set(listed.map((item) => item.key));
  const gone = written.filter((key) => !there.has(itemKey(key)));
  const sentOn = gone.length === 0 ? [] : await read((tx) => Promise.all(gone.map((key) => itemOf(tx, asking, names, key))));
  const missing = sentOn.indexOf(null);
  if (missing >= 0) throw new Fault('item.unknown', 404, { given: itemKey(gone[missing] as ItemKey), expected: 'an item that you may fill in' });
  return { names, items: await read((tx) => withEarlier(tx, [...sentOn.flatMap((item) => item ?? []), ...listed])), more };
}

/** What waits for one step of these posts, with its past. */
export async function readSteps(read: Read, asking: Asked, action: 'approve' | 'verify' | 'publish'): Promise<{ names: Names; items: DueItem[]; more: string | null }> {
  const names = await read(readNames);
  const found = await walkItems(read, asking, names, { [action]: statesBefore(action) });
  const items = await read(async (tx) => {
    const listed = await withEarlier(tx, found[action].slice(0, mostListed));
    const back = await cycles.sentBack(tx, listed);
    return listed.map((item) => ({ ...item, back: back.get(item.key) ?? null }));
  });
  if (action !== 'verify') return { names, items, more: found.more };
  const hands = await read((tx) => cycles.hands(tx, items));
  return { names, more: found.more, items: items.map((item) => ({ ...item, hands: { own: isOwnHand(asking.posts, hands.get(item.key) ?? []), alone: hands.get(item.key)?.length === 1 } })) };
}

/** An indicator that stands on an element, and its target for the period. */
export interface UsedBy {
  code: string;
  name: Text;
  unitCode: string;
  target: { comparison: string; value: string } | null;
}

/** Why it is asked: the indicators whose formula reads the element, with the target that the item's own period and area have. */
export async function usedBy(tx: RegionTx, item: Pick<CycleItem, 'elementCode' | 'areaCode' | 'period'>): Promise<UsedBy[]> {
  const element = item.elementCode.split('.', 1)[0] as string;
  const standing = (await listIndicators(tx)).filter((one) => one.formula.includes(element) && elementsOf(parseFormula(one.formula)).includes(element));
  if (standing.length === 0) return [];
  const targets = (await listTargets(tx, 'published')).filter((one) => one.areaCode === item.areaCode && one.period === item.period);
  return standing.map((one) => {
    const target = targets.find((of) => of.indicatorCode === one.code);
    return { code: one.code, name: { id: one.nameId, en: one.nameEn }, unitCode: one.unitCode, target: target ? { comparison: target.comparison, value: target.value } : null };
  });
}
