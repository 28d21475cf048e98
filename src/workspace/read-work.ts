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

/** Cycles that have begun and are not closed. */
const openCycles = async (tx: RegionTx, today: string): Promise<Cycle[]> => (await cycles.list(tx)).filter((cycle) => cycle.state !== 'closed' && cycle.opensOn <= today);

/** The items in some states that the posts may do something to, by deadline. */
async function readItems(tx: RegionTx, { posts, today }: Asked, names: Names, action: keyof typeof permissionFor, states: ValueState[]): Promise<DueItem[]> {
  const agencies = agenciesFor(posts, permissionFor[action]);
  if (agencies?.length === 0) return [];
  const found: DueItem[] = [];
  for (const cycle of await openCycles(tx, today)) {
    const items = await cycles.items(tx, { cycles: [cycle.code], agencies, states, limit: mostListed });
    found.push(...items.filter((item) => mayDo(posts, permissionFor[action], item, names)).map((item) => dueItem(item, cycle, action, today)));
  }
  return found.sort(order).slice(0, mostListed);
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
export async function readWork(tx: RegionTx, asking: Asked, chosen: ItemKey | null): Promise<Work> {
  const names = await readNames(tx);
  const due = (await readItems(tx, asking, names, 'enter', ['none', 'entered', 'returned', 'withdrawn'])).filter((item) => !item.locked);
  const sent = await readItems(tx, asking, names, 'enter', ['submitted', 'approved', 'verified', 'published']);
  const waiting: Work['waiting'] = [];
  for (const action of ['approve', 'verify', 'publish'] as const) {
    const items = await readItems(tx, asking, names, action, statesBefore(action));
    const count = items.filter((item) => action !== 'publish' || item.publish).length;
    if (count > 0) waiting.push({ action, count });
  }
  const key = chosen ? itemKey(chosen) : null;
  const wanted = key === null ? due[0] : (due.find((item) => item.key === key) ?? sent.find((item) => item.key === key));
  const [asked = null] = wanted ? await withEarlier(tx, [wanted]) : [];
  sent.sort((a, b) => (b.at?.getTime() ?? 0) - (a.at?.getTime() ?? 0));
  return { names, today: asking.today, due, asked, sent, waiting };
}

/** Everything that is due of these posts, with its past: for the table of many values. */
export async function readGrid(tx: RegionTx, asking: Asked): Promise<{ names: Names; items: DueItem[] }> {
  const names = await readNames(tx);
  const items = (await readItems(tx, asking, names, 'enter', ['none', 'entered', 'returned', 'withdrawn'])).filter((item) => !item.locked);
  return { names, items: await withEarlier(tx, items) };
}

/** What waits for one step of these posts, with its past. */
export async function readSteps(tx: RegionTx, asking: Asked, action: 'approve' | 'verify' | 'publish'): Promise<{ names: Names; items: DueItem[] }> {
  const names = await readNames(tx);
  const items = (await readItems(tx, asking, names, action, statesBefore(action))).filter((item) => action !== 'publish' || item.publish);
  return { names, items: await withEarlier(tx, items) };
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
