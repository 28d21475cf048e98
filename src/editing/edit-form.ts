import { fieldValue, type ReadNumber, readNumber } from '#data/ui.ts';
import type { Lang } from '#kernel/i18n.ts';
import type { Column } from '#kernel/pack-columns.ts';
import { type PackProblem, type PackRow, readFields } from '#kernel/pack-file.ts';
import { formatNumber, formatPeriod } from '#ui/index.ts';
import { type Example, readExamples, readStages, type Stage, writeExamples, writeStages } from './lines.ts';
import { expectedIn, givenIn } from './expected-words.ts';
import { readBeside, readMoney, readShare } from './plain-number.ts';
import { editWords, type SayEdit, wordFor } from './words.ts';

type Data = PackRow['data'];
export type Typed = Record<string, string>;
/** By field; what is about none of them under an empty name. */
export type FieldErrors = Record<string, string>;
export type Choice = { value: string; text: string };

export interface FieldView {
  name: string;
  label: string;
  hint: string | null;
  kind: 'line' | 'lines' | 'choice';
  value: string;
  choices: Choice[];
  error: string | null;
  required: boolean;
  /** It is what the thing is, and stays. */
  fixed: boolean;
}

/** What a form is made of: the columns of its table, and the codes that they may name. */
export interface FormOf {
  columns: Column[];
  /** Columns that stay once the thing is there. */
  fixed: string[];
  /** Codes by kind, with their names. */
  codes: Record<string, Choice[]>;
}

const long = new Set(['formula', 'left_side', 'right_side', 'definition', 'definition_id', 'definition_en', 'note', 'note_id', 'note_en', 'instruction_id', 'instruction_en', 'worked_examples', 'milestones', 'purpose', 'summary', 'vision', 'finding_id', 'finding_en', 'text_id', 'text_en', 'quick_win', 'first_milestone', 'pillar_reason']);
const optionsOf = (column: Column): string[] | null => ('options' in column.type && Array.isArray(column.type.options) && column.type.options.every((one) => typeof one === 'string') ? (column.type.options as string[]) : null);
const languages = ['id', 'en'] as const;

const shares = ['weight', 'tolerance'];
const isMoney = ({ expected }: Column): boolean => expected.startsWith('rupiah');

/** The fields' texts of a definition as it stands, numbers in the writing of the language. Degrees keep their point, as on every map. */
export function typedFrom(columns: Column[], data: Data | null, lang: Lang): Typed {
  const typed: Typed = {};
  for (const { name, shape } of columns) {
    const value = data?.[name] ?? null;
    if (shape === 'pair') for (const lang of languages) typed[`${name}.${lang}`] = (value as { id: string; en: string } | null)?.[lang] ?? '';
    else if (shape === 'list') typed[name] = ((value ?? []) as string[]).join('; ');
    else if (shape === 'json') typed[name] = name === 'milestones' ? writeStages((value ?? []) as Stage[]) : writeExamples((value ?? []) as Example[]);
    else if (shape === 'decimal') typed[name] = fieldValue(value === null ? null : String(value), lang);
    else typed[name] = value === null ? '' : shape === 'flag' ? (value ? 'yes' : 'no') : String(value);
  }
  return typed;
}

/** What was typed, cut to what a form may hold. */
export function typedIn(columns: Column[], form: FormData): Typed {
  const names = columns.flatMap(({ name, shape }) => (shape === 'pair' ? languages.map((lang) => `${name}.${lang}`) : [name]));
  return Object.fromEntries(names.map((name) => {
    const given = form.get(name);
    return [name, typeof given === 'string' ? given.replaceAll('\r\n', '\n').slice(0, 20_000).trim() : ''];
  }));
}

/** What was typed as the row of a pack; `errors` where it is none. A number that stands as it was shown stays digit for digit as it `was`. */
export function rowFrom(columns: Column[], typed: Typed, lang: Lang, was: Data | null = null): { data: Data } | { errors: FieldErrors } {
  const say = editWords(lang);
  const given: Record<string, unknown> = {};
  const errors: FieldErrors = {};
  const shown = typedFrom(columns, was, lang);
  for (const column of columns) {
    const { name, shape } = column;
    const text = typed[name] ?? '';
    if (shape === 'pair') {
      const [id, en] = languages.map((one) => typed[`${name}.${one}`] ?? '');
      if (id || en) given[name] = { id, en };
      if ((id === '') !== (en === '')) errors[`${name}.${id === '' ? 'id' : 'en'}`] = say('wrong.pair');
    } else if (text !== '') {
      if (shape === 'json') {
        const read = name === 'milestones' ? readStages(text) : readExamples(text);
        if ('bad' in read) errors[name] = say(name === 'milestones' ? 'wrong.stages' : 'wrong.examples', { line: read.bad.line, given: read.bad.given });
        else given[name] = read.rows;
      } else if (shape === 'decimal' && was?.[name] != null && [shown[name], String(was[name])].includes(text)) given[name] = String(was[name]);
      else if (shape === 'decimal' || shape === 'integer') {
        const read = shape === 'integer' ? readNumber(text, 'integer', lang) : isMoney(column) ? readMoney(text, lang) : shares.includes(name) ? readShare(text, lang) : readBeside(text, lang, was?.[name] == null ? null : String(was[name]));
        if ('readings' in read) errors[name] = say('wrong.two_ways', twoWays(text, read, lang));
        given[name] = 'value' in read ? read.value : 'readings' in read ? read.readings[0] : text;
      } else given[name] = shape === 'list' ? text.split(/[;,]/).map((one) => one.trim()).filter((one) => one !== '') : shape === 'double' ? text.replace(/^(-?\d+),(\d+)$/, '$1.$2') : text;
    }
  }
  const problems: PackProblem[] = [];
  const data = readFields('form', given, columns, () => 1, (problem) => problems.push(problem));
  for (const { field, given: what, expected } of problems) {
    const pair = !(field in typed);
    for (const name of pair ? languages.map((one) => `${field}.${one}`).filter((one) => !typed[one]) : [field]) errors[name] ??= what === 'nothing' ? say('wrong.empty', { expected: expectedIn(expected, lang) }) : say('wrong', { given: givenIn(what, lang, field), expected: expectedIn(expected, lang) });
  }
  return data && Object.keys(errors).length === 0 ? { data } : { errors };
}

/** Why targets are doubted, at the field of the reason. */
export const doubtText = (doubts: Doubt[], lang: Lang): string =>
  [...doubts.map(({ value, near, period }) => editWords(lang)('doubt.target', { value: formatNumber(value, { lang }), near: formatNumber(near, { lang }), period: formatPeriod(period, lang) })), editWords(lang)('doubt.say')].join(' ');

interface Doubt {
  value: string;
  near: string;
  period: string;
}
/** What is doubted, to be sent back with the reason: a reason answers the doubts that were told, and no others. */
export const doubtKey = (doubts: Doubt[]): string => doubts.map(({ value, near, period }) => `${period} ${value} ${near}`).join('; ');

/** Both readings of a number, each written so that it has one. */
export const twoWays = (given: string, { readings: [one, other] }: Extract<ReadNumber, { readings: unknown }>, lang: Lang): { given: string; one: string; other: string } => ({ given: given.slice(0, 40), one: fieldValue(one, lang), other: fieldValue(other, lang) });

/** Problems of the whole region as errors of this form: at the field that they are about, where it is one of the form's; what would be wrong at another definition is told with its name. */
export function errorsFrom(problems: (Pick<PackProblem, 'field' | 'given' | 'expected' | 'expectedId'> & { other?: Data | null })[], typed: Typed, lang: Lang, nameOf: (data: Data) => string = () => ''): FieldErrors {
  const say = editWords(lang);
  const errors: FieldErrors = {};
  for (const { field, given, expected, expectedId, other } of problems) {
    const name = other ? nameOf(other) : '';
    const own = name !== '' ? '' : field.split(', ').flatMap((name) => (name in typed ? [name] : `${name}.id` in typed ? [`${name}.id`] : []))[0] ?? '';
    const told = `${name === '' ? '' : `${name}: `}${say('wrong', { given: givenIn(given, lang, field), expected: lang === 'id' && expectedId !== undefined ? expectedId : expectedIn(expected, lang) })}`;
    errors[own] = errors[own] ? `${errors[own]} ${told}` : told;
  }
  return errors;
}

export function fieldsOf({ columns, fixed, codes }: FormOf, typed: Typed, errors: FieldErrors, lang: Lang, isNew: boolean): FieldView[] {
  const say = editWords(lang);
  return columns.flatMap((column): FieldView[] => {
    const { name, shape, ref, required } = column;
    const options = optionsOf(column)?.map((value) => ({ value, text: wordOf(say, value) })) ?? (ref ? codes[ref] : undefined) ?? (shape === 'flag' ? [{ value: 'yes', text: say('opt.yes') }, { value: 'no', text: say('opt.no') }] : []);
    const base = {
      hint: hintOf(say, name), kind: options.length > 0 ? ('choice' as const) : long.has(name) ? ('lines' as const) : ('line' as const), required, fixed: !isNew && fixed.includes(name),
      choices: options.length === 0 ? [] : required ? options : [{ value: '', text: say('none') }, ...options],
    };
    if (shape !== 'pair') return [{ ...base, name, label: labelOf(say, name), value: typed[name] ?? '', error: errors[name] ?? null }];
    return languages.map((one) => ({ ...base, name: `${name}.${one}`, label: `${labelOf(say, name)} (${say(`lang.${one}`)})`, hint: null, value: typed[`${name}.${one}`] ?? '', error: errors[`${name}.${one}`] ?? null }));
  });
}

const wordOf = (say: SayEdit, value: string): string => wordFor(say, `opt.${value}`) ?? value;
const labelOf = (say: SayEdit, name: string): string => wordFor(say, `col.${name}`) ?? name;
const hintOf = (say: SayEdit, name: string): string | null => wordFor(say, `hint.${name}`);
