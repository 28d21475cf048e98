import { fieldValue } from '#data/ui.ts';
import type { Lang } from '#kernel/i18n.ts';
import type { PackRow } from '#kernel/pack-file.ts';
import { formatPeriod } from '#ui/index.ts';
import { expectedIn, givenIn } from './expected-words.ts';
import { type FieldErrors, twoWays } from './edit-form.ts';
import { readBeside } from './plain-number.ts';
import { editWords } from './words.ts';

type Data = PackRow['data'];

/** What was typed for one period; `to` where the target is a range. */
export interface TypedPhase {
  value: string;
  to: string;
}
export interface PhaseField {
  period: string;
  label: string;
  value: string;
  to: string;
  /** There is no target yet. */
  isNew: boolean;
}
export interface PhasesPage {
  title: string;
  lead: string;
  /** How the numbers of a year hang together, and how they are written. */
  notes: string[];
  back: { text: string; href: string };
  range: boolean;
  fields: PhaseField[];
  years: { text: string; href: string }[];
  errors: FieldErrors;
  reason: string;
  /** The doubts that are told, as the form sends them back. */
  doubted: string;
  seen: string;
  said: string | null;
}
interface Given {
  lang: Lang;
  name: string;
  place: string;
  plan: string | null;
  year: string;
  range: boolean;
  unit: string;
  /** The indicator's `period_mode`. */
  mode: string | null;
  rows: { period: string; value: string | null; to: string | null }[];
  seen: string;
  href: { list: string; year: (year: string) => string };
  answer?: { typed: Record<string, TypedPhase>; errors: FieldErrors; reason: string; doubted: string } | null;
  saved?: number | null;
}

/** The field of a period in the form; its second bound has another. */
export const phaseField = (period: string, which: 'value' | 'to' = 'value'): string => `${which}-${period}`;

export function phasesPage({ lang, name, place, plan, year, range, unit, mode, rows, seen, href, answer = null, saved = null }: Given): PhasesPage {
  const say = editWords(lang);
  const years = [Number(year) - 1, Number(year) + 1].map(String);
  return {
    title: say('phases.title', { name, year }), notes: [...(rows.length > 1 && (mode === 'cumulative' || mode === 'latest') ? [say(`phases.${mode}`)] : []), say('phases.note')], lead: [place, plan, unit].filter(Boolean).join(', '), back: { text: say('kind.target'), href: href.list }, range,
    fields: rows.map(({ period, value, to }) => ({ period, label: formatPeriod(period, lang), value: answer?.typed[period]?.value ?? fieldValue(value, lang), to: answer?.typed[period]?.to ?? fieldValue(to, lang), isNew: value === null })),
    years: years.map((one) => ({ text: one, href: href.year(one) })), errors: answer?.errors ?? {}, reason: answer?.reason ?? '', doubted: answer?.doubted ?? '', seen, said: saved === null ? null : say('phases.saved', { n: saved }),
  };
}

/**
 * What is to be recorded of what was typed: a period left empty has no target yet. A target that there is cannot be emptied, and what is no number
 * is told at its field; its period is `unread`, the others may still be tried. What stands as it was shown stays digit for digit.
 */
export function readPhases(rows: Given['rows'], typed: Record<string, TypedPhase>, range: boolean, lang: Lang): { values: { period: string; value: string; valueTo: string | null }[]; errors: FieldErrors; unread: string[] } {
  const say = editWords(lang);
  const errors: FieldErrors = {};
  const values: ReturnType<typeof readPhases>['values'] = [];
  const unread: string[] = [];
  for (const { period, value: there, to: thereTo } of rows) {
    const { value, to } = typed[period] ?? { value: '', to: '' };
    if (value === '' && to === '' && there === null) continue;
    const label = formatPeriod(period, lang);
    const wrong = (which: 'value' | 'to', text: string): null => {
      errors[phaseField(period, which)] = `${label}: ${text}`;
      return null;
    };
    const readAt = (which: 'value' | 'to', text: string, was: string | null): string | null => {
      if (was !== null && [was, fieldValue(was, lang)].includes(text)) return was;
      if (text === '') return wrong(which, say(there === null ? 'phases.half' : 'phases.emptied'));
      const read = readBeside(text, lang, was ?? rows.find(({ value: one }) => one !== null)?.value ?? null);
      if ('readings' in read) return wrong(which, say('wrong.two_ways', twoWays(text, read, lang)));
      return 'value' in read ? read.value : wrong(which, say('phases.number', { given: text.slice(0, 40) }));
    };
    const [low, high] = [readAt('value', value, there), range ? readAt('to', to, thereTo) : null];
    if (low === null || (range && high === null)) unread.push(period);
    else values.push({ period, value: low, valueTo: high });
  }
  if (values.length + unread.length === 0) errors[''] = say('phases.none');
  return { values, errors, unread };
}

/** Problems of the whole region as errors of the form, each at its period where it has one. */
export function phaseErrors(problems: { period: string | null; field: string; given: string; expected: string; expectedId?: string; other?: Data | null }[], lang: Lang, nameOf: (data: Data) => string = () => ''): FieldErrors {
  const say = editWords(lang);
  const errors: FieldErrors = {};
  for (const { period, field, given, expected, expectedId, other = null } of problems) {
    const told = `${period === null ? (other ? `${nameOf(other)}: ` : '') : `${formatPeriod(period, lang)}: `}${say('wrong', { given: givenIn(given, lang, field), expected: lang === 'id' && expectedId !== undefined ? expectedId : expectedIn(expected, lang) })}`;
    const at = period === null ? '' : phaseField(period, field === 'value_to' ? 'to' : 'value');
    errors[at] = errors[at] ? `${errors[at]} ${told}` : told;
  }
  return errors;
}

/** One name at the door. */
export const phasePages = { page: phasesPage, read: readPhases, errors: phaseErrors, field: phaseField };
