import { cycles } from '#data/index.ts';
import { type Cycle, type CycleItem, deadlineOf, itemKey, type ItemKey, lockOf, type PlausibleRange, plausibleRange, statesBefore, type ValueAction, type ValueState } from '#data/ui.ts';
import { elementsOf, listIndicators, listTargets, parseFormula } from '#indicators/index.ts';
import type { Text } from '#kernel/i18n.ts';
import type { RegionTx } from '#kernel/regions.ts';
import type { Action, Post } from '#people/index.ts';
import { type Names, readNames } from './names.ts';
import { agenciesFor, mayDo } from './scope.ts';

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
}

/** Work in a transaction of its own: a long list is walked in short ones, so that no page waits for it. */
export type Read = <T>(work: (tx: RegionTx) => Promise<T>) => Promise<T>;
const piece = 1_000;

/** Cycles that have begun and are not closed. */
const openCycles = async (tx: RegionTx, today: string): Promise<Cycle[]> => (await cycles.list(tx)).filter((cycle) => cycle.state !== 'closed' && cycle.opensOn <= today);

type Asks = keyof typeof permissionFor;

/** Items that the posts may do one of some things to, by what is asked of them; walks every item that may be, until each list is full. */
async function walkItems(read: Read, { posts, today }: Asked, names: Names, asks: Partial<Record<Asks, ValueState[]>>): Promise<Record<Asks, DueItem[]>> {
  const found: Record<Asks, DueItem[]> = { enter: [], approve: [], verify: [], publish: [], return: [] };
  const scopes = (Object.keys(asks) as Asks[]).map((action) => ({ action, states: asks[action] ?? [], agencies: agenciesFor(posts, permissionFor[action]) })).filter(({ agencies }) => agencies?.length !== 0);
  if (scopes.length === 0) return found;
  const agencies = scopes.some((one) => one.agencies === null) ? null : [...new Set(scopes.flatMap((one) => one.agencies ?? []))];
  for (const cycle of await read((tx) => openCycles(tx, today))) {
    for (let after: ItemKey | null | undefined; after !== null; ) {
      const { items, next } = await read((tx) => cycles.items(tx, { cycle: cycle.code, agencies, limit: piece, after: after ?? undefined }));
      for (const item of items) {
        for (const { action, states } of scopes) if (states.includes(item.state) && (action !== 'publish' || item.publish) && mayDo(posts, permissionFor[action], item, names)) found[action].push(dueItem(item, cycle, action, today));
      }
      after = next;
      if (scopes.every(({ action }) => found[action].length >= mostListed)) break;
    }
  }
  for (const list of Object.values(found)) list.sort(order).splice(mostListed);
  return found;
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
  /** What waits for a decision of these posts, by step: how many, at most `mostListed`. */
  waiting: { action: 'approve' | 'verify' | 'publish'; count: number }[];
}

/** What is due, by whom asks, now. `chosen` is an item that was pressed; another agency's is as one that is not there. */
export async function readWork(read: Read, asking: Asked, chosen: ItemKey | null): Promise<Work> {
  const names = await read(readNames);
  const [found, passed] = [await walkItems(read, asking, names, { enter: due, approve: statesBefore('approve'), verify: statesBefore('verify'), publish: statesBefore('publish') }), await walkItems(read, asking, names, { enter: past })];
  const open = found.enter.filter((item) => !item.locked);
  const sent = passed.enter.sort((a, b) => (b.at?.getTime() ?? 0) - (a.at?.getTime() ?? 0));
  const waiting = (['approve', 'verify', 'publish'] as const).flatMap((action) => (found[action].length > 0 ? [{ action, count: found[action].length }] : []));
  const wanted = chosen ? await read((tx) => itemOf(tx, asking, names, chosen)) : open[0];
  const [asked = null] = wanted ? await read((tx) => withEarlier(tx, [wanted])) : [];
  return { names, today: asking.today, due: open, asked, sent, waiting };
}

const due: ValueState[] = ['none', 'entered', 'returned', 'withdrawn'];
const past: ValueState[] = ['submitted', 'approved', 'verified', 'published'];

/** One item that the posts may enter, however long the lists are. */
async function itemOf(tx: RegionTx, { posts, today }: Asked, names: Names, key: ItemKey): Promise<DueItem | null> {
  const [item] = await cycles.itemsAt(tx, [key]);
  const cycle = item && (await openCycles(tx, today)).find((one) => one.code === item.cycleCode);
  if (!item || !cycle || !mayDo(posts, 'value.enter', item, names)) return null;
  const asked = dueItem(item, cycle, 'enter', today);
  return asked.locked ? null : asked;
}

/** Everything that is due of these posts, with its past: for the table of many values. */
export async function readGrid(read: Read, asking: Asked): Promise<{ names: Names; items: DueItem[] }> {
  const names = await read(readNames);
  const { enter } = await walkItems(read, asking, names, { enter: due });
  return { names, items: await read((tx) => withEarlier(tx, enter.filter((item) => !item.locked))) };
}

/** What waits for one step of these posts, with its past. */
export async function readSteps(read: Read, asking: Asked, action: 'approve' | 'verify' | 'publish'): Promise<{ names: Names; items: DueItem[] }> {
  const names = await read(readNames);
  const found = await walkItems(read, asking, names, { [action]: statesBefore(action) });
  return { names, items: await read((tx) => withEarlier(tx, found[action])) };
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
