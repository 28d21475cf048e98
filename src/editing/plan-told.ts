import { diffWordsWithSpace } from 'diff';
import type { Lang } from '#kernel/i18n.ts';
import type { EditNode, PlanLevel } from '#plan/index.ts';
import { formatNumber } from '#ui/index.ts';
import { type PlanKey, planWords } from './plan-words.ts';

export interface Words {
  what: 'same' | 'added' | 'removed';
  text: string;
}
/** A field that differs; each line is one thing of it: a year's amount, a link. */
export interface ToldField {
  field: string;
  lines: Words[][];
}
export interface Telling {
  lang: Lang;
  levels: readonly PlanLevel[];
  /** Names of sources, agencies, indicators and initiatives by kind and code, `source/k1`; what has none is told by its code. */
  names?: ReadonlyMap<string, string>;
}
type Content = Omit<EditNode, 'code' | 'parentCode'>;
export type ContentField = keyof Content;

const fields = ['level', 'textId', 'textEn', 'shortId', 'shortEn', 'letter', 'weight', 'basis', 'servesCode', 'sourceCode', 'noteId', 'noteEn', 'links', 'funding', 'factors', 'contributions'] as const satisfies readonly ContentField[];
/** What is compared word by word; all else is a whole: half a number says nothing. */
const texts: readonly ContentField[] = ['textId', 'textEn', 'shortId', 'shortEn', 'noteId', 'noteEn'];
/** What a node that came or went had beside its text. */
const beside: readonly ContentField[] = ['weight', 'funding', 'links', 'factors', 'contributions'];

/** Two texts word by word: what both have, what is gone, what is new. */
export function wordsBetween(before: string, after: string): Words[] {
  const parts = diffWordsWithSpace(before, after, { maxEditLength: 400 }) ?? [{ value: before, removed: true, added: false }, { value: after, removed: false, added: true }];
  return parts.map(({ value, added, removed }) => ({ what: added ? 'added' : removed ? 'removed' : 'same', text: value }));
}

/** Both whole, the old one before the new one. */
export function wholesBetween(before: string, after: string): Words[] {
  if (before === after) return before === '' ? [] : [{ what: 'same', text: before }];
  const [gone, come]: Words[][] = [before === '' ? [] : [{ what: 'removed', text: before }], after === '' ? [] : [{ what: 'added', text: after }]];
  return [...(gone ?? []), ...(before !== '' && after !== '' ? [{ what: 'same' as const, text: ' → ' }] : []), ...(come ?? [])];
}

/** Null where nothing of the field differs. */
export function fieldBetween(telling: Telling, field: ContentField, before: Partial<Content> | null, after: Partial<Content> | null): ToldField | null {
  const [was, is] = [itemsOf(telling, field, before), itemsOf(telling, field, after)];
  const lines = [...new Set([...was.keys(), ...is.keys()])].flatMap((name) => {
    const [old, now] = [was.get(name) ?? '', is.get(name) ?? ''];
    if (old === now) return [];
    return [[...(name === '' ? [] : [{ what: 'same' as const, text: `${name}: ` }]), ...(texts.includes(field) ? wordsBetween(old, now) : wholesBetween(old, now))]];
  });
  return lines.length === 0 ? null : { field: planWords(telling.lang)(`field.${field}` as PlanKey), lines };
}

/** Everything in which two contents of a node differ; of one that came or went what hung on it. */
export const fieldsBetween = (telling: Telling, before: Partial<Content> | null, after: Partial<Content> | null): ToldField[] =>
  (before && after ? fields : beside).flatMap((field) => fieldBetween(telling, field, before, after) ?? []);

/** What a field says, by the names of its parts: one without a name, or one of each year, link, factor, agency. */
function itemsOf({ lang, levels, names }: Telling, field: ContentField, node: Partial<Content> | null): Map<string, string> {
  const say = planWords(lang);
  const known = (one: { textId: string; textEn: string }): string => (lang === 'id' ? one.textId : one.textEn);
  const number = (value: string): string => formatNumber(value, { lang });
  const named = (kind: string, code: string): string => names?.get(`${kind}/${code}`) ?? code;
  if (field === 'funding') return new Map((node?.funding ?? []).map(({ period, amount }) => [period, say('rupiah', { amount: number(amount) })]));
  if (field === 'factors') return new Map((node?.factors ?? []).map((one) => [one.code, known(one)]));
  if (field === 'contributions') return new Map((node?.contributions ?? []).map((one) => [named('agency', one.agencyCode), [say(one.role === 'lead' ? 'role.lead' : 'role.contributor'), known(one), ...(one.factorCode === null ? [] : [`→ ${one.factorCode}`])].join(': ')]));
  if (field === 'links') return new Map((node?.links ?? []).map((one) => [say(one.kind === 'indicator' ? 'link.indicator' : 'link.initiative', { code: named(one.kind, one.code) }), [say(one.role === 'primary' ? 'link.primary' : 'link.supporting'), ...(one.weight === null ? [] : [say('weight.is', { weight: number(one.weight) })])].join(', ')]));
  const value = node?.[field] ?? null;
  if (value === null) return new Map();
  if (field === 'level') return new Map([['', levels.find((level) => level.code === value)?.name[lang] ?? String(value)]]);
  if (field === 'sourceCode') return new Map([['', named('source', String(value))]]);
  if (field === 'basis') return new Map([['', say(value === 'document' ? 'basis.document' : 'basis.reading')]]);
  return new Map([['', field === 'weight' ? number(String(value)) : String(value)]]);
}
