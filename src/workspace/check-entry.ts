import { type CycleItem, isHuge, isPlausible, isPossible, type PlausibleRange, readNumber } from '#data/ui.ts';
import type { Lang } from '#kernel/i18n.ts';
import { cleaned } from '#kernel/query.ts';

/** What a person typed for one item, as it came: it is shown again as it is when something must be changed. */
export interface Typed {
  value: string;
  note: string;
  provisional: boolean;
  /** The figure does not apply here; the note says why. */
  none: boolean;
  /** Chosen where a number may be read in two ways. */
  reading: string;
  seen: number | null;
}

export type EntryProblem = 'empty' | 'text' | 'digits' | 'whole' | 'yes_no' | 'negative' | 'ambiguous' | 'unusual' | 'huge' | 'note_long' | 'note_missing';
/** What is wrong with one item, and at which field. */
export interface Wrong {
  problem: EntryProblem;
  readings: string[];
}
export interface Right {
  value: string | null;
  applicable: boolean;
  quality: 'final' | 'provisional';
  note: string | null;
}

const longestNote = 500;

/** What a form field may hold, cut where nobody writes as much. */
export const textOf = (form: { get(name: string): unknown }, name: string): string => {
  const given = form.get(name);
  return typeof given === 'string' ? given.slice(0, 4_000) : '';
};

/** Reads one item's fields; several items of one form are told apart by `of`. */
export function readTyped(form: { get(name: string): unknown }, of = ''): Typed {
  const field = (name: string): string => textOf(form, of + name);
  const seen = /^\d{1,15}$/.exec(field('seen'))?.[0];
  return { value: field('value'), note: field('note'), provisional: field('provisional') !== '', none: field('none') !== '', reading: field('reading'), seen: seen === undefined ? null : Number(seen) };
}

/** The entry that was typed, or what is to be changed. A value outside its usual range is taken with a word that says why. */
export function checkEntry(typed: Typed, item: Pick<CycleItem, 'valueType' | 'counts'>, range: PlausibleRange | null, lang: Lang): Right | Wrong {
  const wrong = (problem: EntryProblem, readings: string[] = []): Wrong => ({ problem, readings });
  const note = cleaned(typed.note);
  if (note.length > longestNote) return wrong('note_long');
  const rest = { quality: typed.provisional ? 'provisional' : 'final', note: note === '' ? null : note } as const;
  if (typed.none) return note === '' ? wrong('note_missing') : { value: null, applicable: false, ...rest };
  const read = readNumber(typed.value, item.valueType, lang);
  if ('problem' in read) return wrong(read.problem);
  const value = 'value' in read ? read.value : read.readings.find((one) => one === typed.reading);
  if (value === undefined) return wrong('ambiguous', 'readings' in read ? read.readings : []);
  if (!isPossible(Number(value), item.counts, range)) return wrong('negative');
  if (note === '' && isHuge(Number(value), range)) return wrong('huge');
  if (note === '' && !isPlausible(Number(value), range)) return wrong('unusual');
  return { value, applicable: true, ...rest };
}
