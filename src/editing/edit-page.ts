import type { Lang } from '#kernel/i18n.ts';
import type { PackRow } from '#kernel/pack-file.ts';
import { formatNumber } from '#ui/index.ts';
import { type Choice, doubtKey, doubtText, type FieldErrors, type FieldView, fieldsOf, type FormOf, type Typed, typedFrom } from './edit-form.ts';
import { type Example, writeExamples } from './lines.ts';
import { toldChange } from './told-change.ts';
import { editWords, wordFor } from './words.ts';

type Data = PackRow['data'];
export type Kind = 'indikator' | 'target' | 'data' | 'aturan' | 'perangkat-daerah' | 'wilayah';
export const kinds: Kind[] = ['indikator', 'target', 'data', 'aturan', 'perangkat-daerah', 'wilayah'];

/** What a check found: nothing wrong, the formula told, and what would change. */
export interface Found {
  told: string | null;
  cells: { what: string; before: string; after: string }[];
  scores: { what: string; before: string; after: string }[];
}
export interface Version {
  version: number;
  at: string | null;
  by: string;
  reason: string | null;
  definition: Record<string, unknown> | null;
}
export interface EditPage {
  kind: Kind;
  /** The code that is changed; null adds one. */
  code: string | null;
  title: string;
  /** Its code; its name where the code is made of several. */
  crumb: string;
  back: { text: string; href: string };
  fields: FieldView[];
  errors: FieldErrors;
  reason: string;
  /** The doubts that are told, as the form sends them back. */
  doubted: string;
  /** What stood there when the form was shown: who saves over something else is told. */
  seen: string;
  said: string | null;
  found: { told: string | null; parts: { title: string; rows: Found['cells']; more: string | null }[] } | null;
  versions: { title: string; at: string | null; by: string | null; reason: string | null; changed: { name: string; before: string; after: string }[]; gone: boolean }[];
}
export interface Given {
  lang: Lang;
  kind: Kind;
  code: string | null;
  name: string;
  form: FormOf;
  data: Data | null;
  /** What a new one begins with. */
  start?: Data | null;
  seen: string;
  versions: Version[];
  href: string;
  /** What was sent, where the form is shown again. */
  answer?: { typed: Typed; errors: FieldErrors; reason: string; found: Found | null; moved: boolean; doubted?: string } | null;
  done?: 'saved' | 'same' | null;
}

/** Rows told of what would change; the rest is counted. */
const most = 40;

export function editPage({ lang, kind, code, name, form, data, start = null, seen, versions, href, answer = null, done = null }: Given): EditPage {
  const say = editWords(lang);
  const errors: FieldErrors = { ...answer?.errors, ...(answer?.moved ? { '': say('moved') } : {}) };
  const part = (key: 'cells' | 'scores', rows: Found['cells']) => ({ title: say(`check.${key}`, { n: rows.length }), rows: rows.slice(0, most).map((row) => ({ ...row, ...toldChange(row, lang) })), more: rows.length > most ? say('check.more', { n: rows.length - most }) : null });
  return {
    kind, code, title: code === null ? say('form.new', { kind: say(`kind.${kind}`) }) : say('form.title', { name }), crumb: code === null || code.includes(' / ') ? name : code, back: { text: say(`kind.${kind}`), href },
    fields: fieldsOf(form, answer?.typed ?? typedFrom(form.columns, data ?? start, lang), errors, lang, code === null), errors, reason: answer?.reason ?? '', doubted: answer?.doubted ?? '', seen, said: done ? [say(done), ...(done === 'saved' ? understood(lang, form, versions) : [])].join(' ') : null,
    found: answer?.found ? { told: answer.found.told, parts: [part('cells', answer.found.cells), part('scores', answer.found.scores)] } : null,
    versions: versions.map((one, n) => ({
      title: say('history.version', { n: one.version }), at: one.at, by: one.at === null ? say('history.first') : say('history.by', { by: one.by }), reason: one.reason, gone: one.definition === null,
      changed: versions[n + 1] && one.definition ? changedBetween(lang, form, versions[n + 1]?.definition ?? {}, one.definition) : [],
    })),
  };
}

/** How the numbers of the newest version were read. */
function understood(lang: Lang, form: FormOf, [newest, last]: Version[]): string[] {
  if (!newest?.definition) return [];
  const numbers = new Set(form.columns.filter(({ shape }) => shape === 'decimal').map(({ name }) => name));
  const changed = changedBetween(lang, form, last?.definition ?? {}, Object.fromEntries(Object.entries(newest.definition).filter(([name]) => numbers.has(name))));
  return changed.map((one) => editWords(lang)('saved.numbers', one));
}

function changedBetween(lang: Lang, { columns }: FormOf, before: Record<string, unknown>, after: Record<string, unknown>): { name: string; before: string; after: string }[] {
  const say = editWords(lang);
  const bare = (value: unknown): unknown => (Array.isArray(value) && value.length === 0 ? null : (value ?? null));
  const isExamples = (value: unknown): value is Example[] => Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null && 'values' in one);
  const told = (value: unknown): string => (isExamples(value) && value.length > 0 ? writeExamples(value) : bare(value) === null ? say('none') : typeof value === 'object' && value !== null ? ('id' in value && lang in value ? String((value as Record<string, unknown>)[lang]) : JSON.stringify(value)) : String(value));
  const shown = (name: string, value: unknown): string => {
    const column = columns.find((one) => one.name === name);
    if (bare(value) === null || column === undefined) return told(value);
    return column.shape === 'decimal' || column.shape === 'double' ? formatNumber(String(value), { lang }) : column.expected.startsWith('one of ') ? (wordFor(say, `opt.${String(value)}`) ?? String(value)) : told(value);
  };
  return Object.keys(after).filter((name) => JSON.stringify(bare(before[name])) !== JSON.stringify(bare(after[name]))).map((name) => ({ name: wordFor(say, `col.${name}`) ?? name, before: shown(name, before[name]), after: shown(name, after[name]) }));
}

export interface EditList {
  kind: Kind;
  title: string;
  q: string;
  rows: (Choice & { href: string })[];
  more: string | null;
  addHref: string | null;
  said: string | null;
}

/** Rows on one page; who looks for another searches. */
const mostRows = 200;

/** Definitions by name, those whose name or code holds what was searched. */
export function editList(lang: Lang, kind: Kind, { all, q, address, mayAdd }: { all: Choice[]; q: string; address: string; mayAdd: boolean }): EditList {
  const say = editWords(lang);
  const wanted = q.toLowerCase().split(/\s+/).filter((word) => word !== '');
  const found = all.filter(({ value, text }) => wanted.every((word) => `${value} ${text}`.toLowerCase().includes(word))).sort((a, b) => a.text.localeCompare(b.text, lang) || (a.value < b.value ? -1 : 1));
  return {
    kind, title: say(`kind.${kind}`), q, rows: found.slice(0, mostRows).map((one) => ({ ...one, href: `${address}?kode=${encodeURIComponent(one.value)}` })),
    more: found.length > mostRows ? say('list.more', { n: mostRows }) : null, addHref: mayAdd ? `${address}?baru` : null, said: null,
  };
}

/** A form, a list, and why a target is doubted: one name at the door. */
export const editPages = { page: editPage, list: editList, doubt: doubtText, doubtKey };
