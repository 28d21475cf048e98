import { fieldValue } from '#data/ui.ts';
import { formatPeriod } from '#ui/index.ts';
import type { Typed, Wrong } from './check-entry.ts';
import { shownValue, titleOf } from './names.ts';
import type { DueItem } from './read-work.ts';
import { itemHref, type Speaking, usualText, wrongText } from './work-page.ts';

export interface GridRow {
  key: string;
  href: string;
  seen: number | null;
  title: string;
  before: string | null;
  usual: string | null;
  /** The unit beside the field. */
  unit: string;
  value: string;
  note: string;
  provisional: boolean;
  wrong: string | null;
  /** A note is asked for, so its field is shown. */
  word: boolean;
}

export interface GridPage {
  title: string;
  said: string | null;
  wrong: string | null;
  rows: GridRow[];
  /** Where a list that is too long for one page goes on. */
  more: string | null;
}

/** What was typed, row by row, with what is wrong with it or what another recorded. */
export interface GridAnswer {
  rows: Record<string, { typed: Typed; wrong?: Wrong; moved?: string }>;
}

/** Rows of the form are named by their number in the list, which is the same as long as what is due is the same: the key goes with each. */
export function gridPage(speaking: Speaking, { items, more }: { items: DueItem[]; more: string | null }, given: { answer: GridAnswer | null; recorded: number | null }): GridPage {
  const { say } = speaking;
  const rows = Object.values(given.answer?.rows ?? {});
  const [wrong, moved] = [rows.filter((row) => row.wrong).length, rows.filter((row) => row.moved !== undefined).length];
  return {
    title: say('grid.title'), said: given.recorded === null ? null : given.recorded === 0 ? say('saved.nothing') : say('saved.many', { count: given.recorded }),
    wrong: wrong > 0 ? say('grid.wrong', { count: wrong }) : moved > 0 ? say('grid.moved', { count: moved }) : null,
    more, rows: items.map((item) => rowOf(speaking, item, given.answer?.rows[item.key])),
  };
}

function rowOf(speaking: Speaking, item: DueItem, answer: GridAnswer['rows'][string] | undefined): GridRow {
  const { names, lang, say, site } = speaking;
  const last = item.earlier.at(-1);
  const { problem, readings = [] } = answer?.wrong ?? {};
  const ambiguous = problem === 'ambiguous' ? say('grid.ambiguous', { given: answer?.typed.value.slice(0, 30) ?? '', one: fieldValue(readings[0] ?? null, lang), other: fieldValue(readings[1] ?? null, lang) }) : null;
  const moved = answer?.moved === undefined ? null : say('grid.theirs', { value: answer.moved });
  return {
    key: item.key, href: itemHref(site, item.key), seen: item.revision, title: titleOf(item, names, lang),
    before: last ? say('before', { period: formatPeriod(last.period, lang), value: shownValue(last.value, item, names, lang) }) : null,
    usual: item.range ? say('between', usualText(speaking, item, item.range, true)) : null, unit: (names.unit(item.unitCode)?.shown[lang] ?? '').replace('#', '').trim(),
    value: answer?.typed.value ?? fieldValue(item.value, lang), note: answer?.typed.note ?? (item.state === 'returned' ? '' : (item.noteId ?? '')), provisional: answer ? answer.typed.provisional : item.quality === 'provisional',
    wrong: ambiguous ?? moved ?? (answer?.wrong ? wrongText(speaking, item, { typed: answer.typed, wrong: answer.wrong }) : null), word: problem === 'unusual' || problem === 'huge' || problem === 'note_long' || (answer?.typed.note ?? '') !== '',
  };
}
