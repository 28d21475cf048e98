import { editWords, errorsFrom, wordFor } from '#editing/index.ts';
import type { Lang } from '#kernel/i18n.ts';
import type { PackValue } from '#kernel/pack-file.ts';
import type { Tables } from '#kernel/pack-part.ts';
import { rowsOf } from '#kernel/pack-parts.ts';
import { isPeriod } from '#kernel/periods.ts';
import { type Changed, type Data, type Draft, drafts, type Outdated, splitLegalBasis } from '#masterplan/index.ts';
import { formatNumber, formatPeriod } from '#ui/index.ts';
import { formColumns, kindOf, tableOf } from './kinds.ts';

/** A draft beside what is in force, as `app/masterplan-drafts.ts` opens it. */
export interface Opened {
  draft: Draft;
  inForce: Tables;
  wanted: Tables;
  outdated: Outdated[];
  /** Of each plan the version in force. */
  plans: ReadonlyMap<string, number>;
}

/** What a row is called: its name, or what it says. */
export function nameOf(data: Data, lang: Lang): string {
  const pair = data.name;
  if (pair !== null && typeof pair === 'object') return (pair as Record<Lang, string>)[lang];
  const said = ['name', 'text', 'finding', 'step', 'title', 'post', 'subject'].map((word) => data[`${word}_${lang}`] ?? data[`${word}_id`]).find((one) => one !== null && one !== undefined);
  return String(said ?? data.name ?? data.code ?? '');
}

const tablesOfRefs: Record<string, string> = {
  source: 'places.source', agency: 'people.agency', pillar: 'masterplan.pillar', 'sub-dimension': 'masterplan.sub_dimension', readiness: 'masterplan.readiness', 'line of the SWOT': 'masterplan.swot', strategy: 'masterplan.strategy',
  initiative: 'masterplan.initiative', body: 'masterplan.body',
};
const titled = (data: Data, lang: Lang): string => (data.publisher ? [data.publisher, data.title].filter(Boolean).join(', ') : nameOf(data, lang));

/** The name of what has a code of this kind; the code itself where nothing has it. */
export function named(all: Tables, ref: string, code: unknown, lang: Lang): string {
  const found = rowsOf(all, tablesOfRefs[ref] ?? '').find(({ data }) => data.code === code);
  return found ? titled(found.data, lang) : String(code ?? '');
}

/** The codes that a form may choose among. */
export const codesIn = (all: Tables, lang: Lang): Record<string, { value: string; text: string }[]> =>
  Object.fromEntries(Object.entries(tablesOfRefs).map(([ref, table]) => [ref, rowsOf(all, table).map(({ data }) => ({ value: String(data.code), text: `${titled(data, lang).slice(0, 90)} (${String(data.code)})` })).sort((a, b) => a.text.localeCompare(b.text, lang))]));

/** Rupiah to the last one, since it will be signed; null stays null, for nobody knows it. */
export const money = (amount: unknown, lang: Lang): string | null => (amount === null || amount === undefined ? null : `Rp${formatNumber(String(amount), { lang })}`);
export const when = (period: unknown, lang: Lang): string | null => (typeof period === 'string' && isPeriod(period) ? formatPeriod(period, lang) : null);

/** A legal basis with its day as people say it. */
export function legalText(legalBasis: string, lang: Lang): string {
  const { number, day } = splitLegalBasis(legalBasis);
  return [number, when(day, lang) ?? day].filter((part) => part !== null).join(', ');
}

/** A value of a row in words: a name for a code, a word for a choice. Null where there is none. */
export function tell(all: Tables, subject: string, column: string, value: PackValue | undefined, lang: Lang): string | null {
  if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return null;
  if (typeof value === 'object') return 'id' in value ? String((value as Record<Lang, string>)[lang]) : JSON.stringify(value);
  if (typeof value === 'boolean') return editWords(lang)(value ? 'opt.yes' : 'opt.no');
  const made = formColumns(kindOf(subject)).find(({ name }) => name === column);
  if (column === 'cost_estimate') return money(value, lang);
  if (column === 'legal_basis') return legalText(String(value), lang);
  if (made?.ref) return named(all, made.ref, value, lang);
  const options = made && 'options' in made.type ? (made.type.options as unknown[]) : [];
  if (Array.isArray(options) && options.includes(value)) return wordFor(editWords(lang), `opt.${String(value)}`) ?? String(value);
  return (/_on$|^period|^started$/.test(column) ? when(value, lang) : null) ?? String(value);
}
/** A column's name in words. */
export const columnWord = (column: string, lang: Lang): string => wordFor(editWords(lang), `col.${column}`) ?? column;

/** What is wrong with a row, in the words of the screen. */
export const toldProblem = ({ field, given, expected }: { field: string; given: string; expected: string }, lang: Lang): { field: string; told: string } =>
  ({ field: field.split(', ').map((name) => columnWord(name, lang)).join(', '), told: errorsFrom([{ field, given, expected }], {}, lang)[''] ?? '' });

export interface ChangeLine {
  kind: string;
  subject: string;
  key: string;
  name: string;
  change: 'added' | 'changed' | 'removed';
  fields: { label: string; before: string | null; after: string | null }[];
}

/** Changed rows in words; `before` and `after` are all definitions, for the names of codes. */
export function changeLines(changes: Changed[], before: Tables, after: Tables, lang: Lang): ChangeLine[] {
  return changes.map(({ subject, key, before: old, after: now, fields }) => ({
    kind: kindOf(subject), subject, key, name: nameOf(now ?? old ?? {}, lang), change: old === null ? 'added' : now === null ? 'removed' : 'changed',
    fields: fields.map((name) => ({ label: columnWord(name, lang), before: tell(before, subject, name, old?.[name], lang), after: tell(after, subject, name, now?.[name], lang) })),
  }));
}

/** What the draft would change of what is in force. */
export const draftChanges = ({ inForce, wanted }: Opened): Changed[] => drafts.differenceOf(drafts.tables, drafts.contentOf(drafts.tables, inForce), drafts.contentOf(drafts.tables, wanted));
export const keyIn = (subject: string, data: Data): string => drafts.keyOf(tableOf(kindOf(subject)), data);
