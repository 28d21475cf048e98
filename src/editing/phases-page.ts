import type { Lang } from '#kernel/i18n.ts';
import { formatPeriod } from '#ui/index.ts';
import { expectedIn, givenIn } from './expected-words.ts';
import type { FieldErrors } from './edit-form.ts';
import { editWords } from './words.ts';

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
  code: string;
  back: { text: string; href: string };
  range: boolean;
  fields: PhaseField[];
  years: { text: string; href: string }[];
  errors: FieldErrors;
  reason: string;
  seen: string;
  said: string | null;
}
interface Given {
  lang: Lang;
  name: string;
  place: string;
  plan: string | null;
  code: string;
  year: string;
  range: boolean;
  unit: string;
  rows: { period: string; value: string | null; to: string | null }[];
  seen: string;
  href: { list: string; year: (year: string) => string };
  answer?: { typed: Record<string, TypedPhase>; errors: FieldErrors; reason: string } | null;
  saved?: number | null;
}

/** The field of a period in the form; its second bound has another. */
export const phaseField = (period: string, which: 'value' | 'to' = 'value'): string => `${which}-${period}`;

export function phasesPage({ lang, name, place, plan, code, year, range, unit, rows, seen, href, answer = null, saved = null }: Given): PhasesPage {
  const say = editWords(lang);
  const years = [Number(year) - 1, Number(year) + 1].map(String);
  return {
    title: say('phases.title', { name, year }), lead: [place, plan, unit].filter(Boolean).join(', '), code, back: { text: say('kind.target'), href: href.list }, range,
    fields: rows.map(({ period, value, to }) => ({ period, label: formatPeriod(period, lang), value: answer?.typed[period]?.value ?? value ?? '', to: answer?.typed[period]?.to ?? to ?? '', isNew: value === null })),
    years: years.map((one) => ({ text: one, href: href.year(one) })), errors: answer?.errors ?? {}, reason: answer?.reason ?? '', seen, said: saved === null ? null : say('phases.saved', { n: saved }),
  };
}

const decimal = /^-?\d{1,18}([.,]\d{1,12})?$/;
/** Thousands to one reader, thousandths to another: `4.800` was meant as one of them. */
const twoWays = /^-?[1-9]\d{0,2}[.,]\d{3}$/;

/**
 * What is to be recorded of what was typed: a period left empty has no target yet. A target that there is cannot be emptied, and what is no number
 * is told at its field.
 */
export function readPhases(rows: Given['rows'], typed: Record<string, TypedPhase>, range: boolean, lang: Lang): { values: { period: string; value: string; valueTo: string | null }[]; errors: FieldErrors } {
  const say = editWords(lang);
  const errors: FieldErrors = {};
  const values: { period: string; value: string; valueTo: string | null }[] = [];
  for (const { period, value: there, to: thereTo } of rows) {
    const { value, to } = typed[period] ?? { value: '', to: '' };
    if (value === '' && to === '' && there === null) continue;
    const label = formatPeriod(period, lang);
    for (const [which, text] of [['value', value], ...(range ? [['to', to]] : [])] as ['value' | 'to', string][]) {
      if (text === '') errors[phaseField(period, which)] = `${label}: ${say(there === null ? 'phases.half' : 'phases.emptied')}`;
      else if (!decimal.test(text) || (twoWays.test(text) && text !== (which === 'to' ? thereTo : there))) errors[phaseField(period, which)] = `${label}: ${say('phases.number', { given: text.slice(0, 40) })}`;
    }
    const plain = (text: string): string => text.replace(',', '.');
    values.push({ period, value: plain(value), valueTo: range ? plain(to) : null });
  }
  if (values.length === 0) errors[''] = say('phases.none');
  return { values, errors };
}

/** Problems of the whole region as errors of the form, each at its period where it has one. */
export function phaseErrors(problems: { period: string | null; field: string; given: string; expected: string }[], lang: Lang): FieldErrors {
  const say = editWords(lang);
  const errors: FieldErrors = {};
  for (const { period, field, given, expected } of problems) {
    const told = `${period === null ? '' : `${formatPeriod(period, lang)}: `}${say('wrong', { given: givenIn(given, lang), expected: expectedIn(expected, lang) })}`;
    errors[period === null ? '' : phaseField(period, field === 'value_to' ? 'to' : 'value')] = told;
  }
  return errors;
}

/** One name at the door. */
export const phasePages = { page: phasesPage, read: readPhases, errors: phaseErrors, field: phaseField };
