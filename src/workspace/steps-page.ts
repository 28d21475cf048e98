import { isLikeOthers, isPlausible } from '#data/ui.ts';
import { formatNumber, formatPeriod } from '#ui/index.ts';
import { shownValue, titleOf } from './names.ts';
import type { DueItem } from './read-work.ts';
import { dueText, itemHref, type Speaking, usualText, valueText } from './work-page.ts';

export type StepAction = 'approve' | 'verify' | 'publish';

export interface StepRow {
  key: string;
  seen: number | null;
  href: string;
  title: string;
  agency: string;
  value: string;
  before: string | null;
  usual: string | null;
  note: string | null;
  /** What it was when it was sent back, and why. */
  back: string | null;
  due: { text: string; late: boolean };
  checked: boolean;
  /** Why who asks may not take the step, or what to look at first; null for neither. */
  hands: string | null;
  /** Who asks entered or approved it, so another decides. */
  own: boolean;
  /** Was changed since the page was opened. */
  moved: boolean;
}

export interface StepsPage {
  action: StepAction;
  title: string;
  said: string | null;
  wrong: string | null;
  reason: string;
  groups: { title: string; rows: StepRow[] }[];
  /** Where a list that is too long for one page goes on. */
  more: string | null;
}

/** What came back from the form. */
export interface StepsAnswer {
  chosen: string[];
  reason: string;
  wrong: 'none' | 'reason' | { moved: string[] };
}

/** What waits for one step: what departs from the usual first, and unmarked, so that the rest can be decided at once. */
export function stepsPage(speaking: Speaking, action: StepAction, { items, more }: { items: DueItem[]; more: string | null }, given: { answer: StepsAnswer | null; done: { step: string; count: number } | null }): StepsPage {
  const { say, lang } = speaking;
  const { answer, done } = given;
  const moved = answer && typeof answer.wrong === 'object' ? answer.wrong.moved : [];
  const beside = Map.groupBy(items.filter(({ value }) => value !== null), ({ elementCode, seriesCode, period }) => `${elementCode} ${seriesCode} ${period}`);
  const isAlike = ({ elementCode, seriesCode, period, value, key }: DueItem): boolean => isLikeOthers(Number(value), (beside.get(`${elementCode} ${seriesCode} ${period}`) ?? []).filter((one) => one.key !== key).map((one) => Number(one.value)));
  const groupOf = (item: DueItem): 'steps.unusual' | 'steps.first' | 'steps.usual' => {
    if (item.value === null || item.hands?.alone === true || !isPlausible(Number(item.value), item.range)) return 'steps.unusual';
    return item.range === null && !isAlike(item) ? 'steps.first' : 'steps.usual';
  };
  const row = (item: DueItem): StepRow => rowOf(speaking, item, { checked: item.hands?.own ? false : answer ? answer.chosen.includes(item.key) && !moved.includes(item.key) : groupOf(item) === 'steps.usual', moved: moved.includes(item.key) });
  const groups = (['steps.unusual', 'steps.first', 'steps.usual'] as const).flatMap((key) => {
    const of = items.filter((item) => groupOf(item) === key);
    return of.length === 0 ? [] : [{ title: say(key, { count: formatNumber(of.length, { lang }) }), rows: of.map(row) }];
  });
  const wrong = answer === null ? null : answer.wrong === 'none' ? say('steps.none') : answer.wrong === 'reason' ? say('steps.none.reason') : say('steps.moved', { count: answer.wrong.moved.length });
  const steps = { approve: 'steps.done.approve', verify: 'steps.done.verify', publish: 'steps.done.publish', return: 'steps.done.return' } as const;
  const step = done ? steps[done.step as keyof typeof steps] : undefined;
  return { action, title: say(`steps.${action}.title`, { count: items.length }), said: done && step ? say('steps.done', { count: done.count, step: say(step) }) : null, wrong, reason: answer?.reason ?? '', groups, more };
}

function rowOf(speaking: Speaking, item: DueItem, { checked, moved }: { checked: boolean; moved: boolean }): StepRow {
  const { names, lang, say, site } = speaking;
  const last = item.earlier.at(-1);
  return {
    key: item.key, seen: item.revision, href: itemHref(site, item.key), title: titleOf(item, names, lang), agency: names.agency(item.agencyCode), value: valueText(speaking, item),
    before: last ? say('last', { period: formatPeriod(last.period, lang), value: shownValue(last.value, item, names, lang) }) : null,
    usual: item.range ? say('usual', usualText(speaking, item, item.range)) : null, note: item.noteId, back: item.back ? say(item.back.value === item.value && item.back.applicable === item.applicable ? 'steps.back.same' : 'steps.back', { reason: item.back.reason ?? '', before: valueText(speaking, { ...item, value: item.back.value, applicable: item.back.applicable }), after: valueText(speaking, item) }) : null, due: dueText(speaking, item.deadline), checked, moved, own: item.hands?.own === true, hands: item.hands?.own ? say('steps.own') : item.hands?.alone ? say('steps.alone') : null,
  };
}
