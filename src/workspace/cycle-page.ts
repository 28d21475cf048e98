import { cycles } from '#data/index.ts';
import { type Cycle, type CycleItem, type CycleStep, cycleSteps, deadlineOf, type Holiday, itemKey, type ItemKey, type ValueState, valueStates } from '#data/ui.ts';
import type { Lang } from '#kernel/i18n.ts';
import type { Post } from '#people/index.ts';
import { formatDate, formatList, formatNumber, formatPeriod, linkTo } from '#ui/index.ts';
import { type CycleKey, cycleWords } from './cycle-words.ts';
import { titleOf } from './names.ts';
import type { Read } from './read-work.ts';
import { agenciesFor } from './scope.ts';
import type { Speaking } from './work-page.ts';

/** What the posts may do with cycles. */
export const mayWith = (posts: Post[]) => ({ manage: agenciesFor(posts, 'cycle.manage') === null, reopen: agenciesFor(posts, 'cycle.reopen') === null, calendar: agenciesFor(posts, 'calendar.edit') === null });
export type MayWith = ReturnType<typeof mayWith>;

export interface CyclesPage {
  title: string;
  rows: { href: string; name: string; state: string; days: string }[];
  calendarHref: string;
  may: boolean;
  wrong: CycleWrong[];
  typed: { period: string; locks: boolean; sure: string; days: Record<CycleStep, string> };
}

export const usualDays: Record<CycleStep, string> = { enter: '5', submit: '2', approve: '3', verify: '4', publish: '3' };

export function cyclesPage({ site, lang }: Speaking, all: Cycle[], may: MayWith, answer: { wrong: CycleWrong[]; typed: CyclesPage['typed'] } | null): CyclesPage {
  const say = cycleWords(lang);
  const day = (cycle: Cycle, step: CycleStep): string => formatDate(deadlineOf(cycle, step) ?? '', lang);
  return {
    title: say('cycles.title'), may: may.manage, calendarHref: linkTo(site, '/siklus/libur'), wrong: answer?.wrong ?? [], typed: answer?.typed ?? { period: '', locks: false, sure: '', days: usualDays },
    rows: [...all].reverse().map((cycle) => ({
      href: linkTo(site, `/siklus/${encodeURIComponent(cycle.code)}`), name: lang === 'id' ? cycle.nameId : cycle.nameEn, state: stateOf(cycle, lang),
      days: say('cycles.days', Object.fromEntries(cycleSteps.map((step) => [step, day(cycle, step)]))),
    })),
  };
}

/** Open, closed, or open again and until when. */
const stateOf = (cycle: Cycle, lang: Lang): string => (cycle.state === 'reopened' && cycle.reopenedUntil ? cycleWords(lang)('cycles.state.until', { day: formatDate(cycle.reopenedUntil, lang) }) : cycleWords(lang)(`cycles.state.${cycle.state}` as CycleKey));

/** Items of a cycle, walked in short transactions, at most so many. */
const mostWalked = 20_000;
export async function walkCycle(read: Read, code: string): Promise<{ items: CycleItem[]; capped: boolean }> {
  const items: CycleItem[] = [];
  let after: ItemKey | null | undefined;
  while (after !== null && items.length < mostWalked) {
    const found: Awaited<ReturnType<typeof cycles.items>> = await read((tx) => cycles.items(tx, { cycle: code, limit: 1_000, after: after ?? undefined }));
    items.push(...found.items);
    after = found.next;
  }
  return { items, capped: after !== null };
}

/** What is wrong with a form of a cycle, and the id of the field it is at. */
export interface CycleWrong {
  text: string;
  at: 'masa' | `d-${CycleStep}` | 'alasan' | 'sampai' | 'alasan-tutup' | 'alasan-tenggat' | `t-${CycleStep}` | 'yakin';
}
/** What came with a form, kept where it must be changed. */
export interface CycleTyped {
  reason?: string;
  until?: string;
  closeReason?: string;
  daysReason?: string;
  /** What is doubted, which a mark in the form says is meant so: it answers that, and nothing that is typed later. */
  sure?: string;
  days?: Record<CycleStep, string>;
}
export interface CycleTold {
  said?: string;
  wrong?: CycleWrong[];
  typed?: CycleTyped;
}
interface CycleFound {
  walked: { items: CycleItem[]; capped: boolean };
  /** Some of its items, of which each is published or not. */
  some: { items: CycleItem[]; next: ItemKey | null; after: ItemKey | undefined };
  holidays: Holiday[];
}

export interface CyclePage {
  title: string;
  lead: string;
  said: string | null;
  wrong: CycleWrong[];
  typed: CycleTyped;
  reason: string | null;
  days: { label: string; day: string; locked: boolean }[];
  /** Years of its deadlines of which the calendar knows no holiday yet. */
  uncharted: string | null;
  /** The steps' deadlines as they can be changed; empty for who may not. */
  changing: { name: CycleStep; label: string; day: string }[];
  columns: string[];
  agencies: { name: string; counts: string[] }[];
  capped: string | null;
  publication: { key: string; title: string; hidden: boolean }[];
  /** Where the list of what is published begins, and where it goes on; null for its head and its end. */
  from: string | null;
  more: string | null;
  canClose: boolean;
  canReopen: boolean;
  canPublish: boolean;
}

export function cyclePage(speaking: Speaking, cycle: Cycle, { walked: { items, capped }, some, holidays }: CycleFound, may: MayWith, { said = undefined, wrong = [], typed = {} }: CycleTold): CyclePage {
  const { lang, names } = speaking;
  const say = cycleWords(lang);
  const states = valueStates.filter((state) => items.some((item) => item.state === state));
  const counted = (of: CycleItem[], state: ValueState): string => formatNumber(of.filter((item) => item.state === state).length, { lang });
  const locks = (cycle.locks ?? '').split(';');
  const reason = cycle.reason ?? '';
  const known = new Set(holidays.map(({ day }) => day.slice(0, 4)));
  const unknown = [...new Set(cycleSteps.map((step) => (deadlineOf(cycle, step) ?? '').slice(0, 4)))].filter((year) => !known.has(year));
  return {
    title: lang === 'id' ? cycle.nameId : cycle.nameEn, lead: `${formatPeriod(cycle.period, lang)}, ${stateOf(cycle, lang)}`, said: said ?? null, wrong, typed,
    reason: cycle.state === 'reopened' ? say('cycle.reopened', { reason }) : cycle.state === 'closed' ? say('cycle.closed', { reason }) : null,
    days: [{ label: say('cycles.opens'), day: formatDate(cycle.opensOn, lang), locked: false }, ...cycleSteps.map((step) => ({ label: say(`cycles.step.${step}`), day: formatDate(deadlineOf(cycle, step) ?? '', lang), locked: locks.includes(step) }))],
    uncharted: unknown.length === 0 ? null : say('cycle.uncharted', { years: formatList(unknown, lang) }),
    changing: may.manage && cycle.state !== 'closed' ? cycleSteps.map((name) => ({ name, label: say(`cycles.step.${name}`), day: typed.days?.[name] ?? deadlineOf(cycle, name) ?? '' })) : [],
    columns: states.map((state) => speaking.say(`state.${state}`)), capped: capped ? say('cycle.capped', { count: formatNumber(items.length, { lang }) }) : null,
    agencies: [...Map.groupBy(items, (item) => item.agencyCode ?? '')].map(([agency, of]) => ({ name: names.agency(agency === '' ? null : agency) || '–', counts: states.map((state) => counted(of, state)) })),
    from: some.after ? itemKey(some.after) : null, more: some.next ? itemKey(some.next) : null,
    publication: some.items.map((item) => ({ key: itemKey(item), title: titleOf(item, names, lang), hidden: !item.publish })),
    canClose: may.manage && cycle.state !== 'closed', canReopen: may.reopen && (cycle.state === 'closed' || cycle.locks !== null), canPublish: may.manage && cycle.state !== 'closed',
  };
}

export interface CalendarPage {
  title: string;
  said: string | null;
  wrong: CalendarWrong[];
  may: boolean;
  rows: { day: string; shown: string; name: string; kind: string; remove: string }[];
  typed: { day: string; name: string; kind: string; sure: string };
}
export interface CalendarWrong {
  text: string;
  at: 'hari' | 'nama' | 'jenis' | 'yakin';
}

export const holidayKinds = ['national', 'collective', 'regional', 'working'] as const;

export function calendarPage({ lang }: Speaking, days: Holiday[], may: MayWith, answer: { wrong: CalendarWrong[]; typed: CalendarPage['typed'] } | null, said: string | null): CalendarPage {
  const say = cycleWords(lang);
  return {
    title: say('calendar.title'), may: may.calendar, said, wrong: answer?.wrong ?? [], typed: answer?.typed ?? { day: '', name: '', kind: 'regional', sure: '' },
    rows: days.map((one) => ({ day: one.day, shown: formatDate(one.day, lang), name: lang === 'id' ? one.nameId : one.nameEn, kind: say(`calendar.kind.${one.kind}` as CycleKey), remove: say('calendar.remove', { day: formatDate(one.day, lang) }) })),
  };
}
