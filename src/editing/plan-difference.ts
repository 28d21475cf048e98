import { diffWordsWithSpace } from 'diff';
import type { Lang } from '#kernel/i18n.ts';
import type { EditTree, PlanVersion, treeRules } from '#plan/index.ts';
import { formatNumber } from '#ui/index.ts';
import { planWords, type SayPlan } from './plan-words.ts';

type NodeDifference = ReturnType<typeof treeRules.difference>[number];
export interface Words {
  what: 'same' | 'added' | 'removed';
  text: string;
}
export interface DifferenceView {
  title: string;
  lead: string | null;
  counts: string | null;
  back: { text: string; href: string };
  versions: { value: string; text: string }[];
  from: string;
  to: string;
  rows: { code: string; level: string; text: string; what: string[]; moved: { before: string; after: string } | null; changes: { field: string; words: Words[] }[] }[];
  next: string | null;
}
export interface DifferenceGiven {
  lang: Lang;
  /** Those that may be compared, newest first. */
  versions: PlanVersion[];
  from: PlanVersion | null;
  to: PlanVersion;
  before: EditTree | null;
  difference: NodeDifference[];
  start: number;
  address: string;
  back: { text: string; href: string };
}

export const differencesOfPage = 100;

/** Two versions of a plan, node by node; texts word by word. */
export function differencePage({ lang, versions, from, to, before, difference, start, address, back }: DifferenceGiven): DifferenceView {
  const say = planWords(lang);
  const count = (of: (one: NodeDifference) => boolean): string => formatNumber(difference.filter(of).length, { lang });
  const name = lang === 'id' ? to.shortNameId : to.shortNameEn;
  const levelName = (code: string): string => to.levels.find((level) => level.code === code)?.name[lang] ?? code;
  const more = difference.length > start + differencesOfPage;
  return {
    title: say('diff.title', { name }), lead: from ? say('diff.lead', { from: from.version, to: to.version }) : say('diff.only'), back,
    counts: from ? (difference.length === 0 ? say('diff.none') : say('diff.counts', { added: count((one) => one.what === 'added'), removed: count((one) => one.what === 'removed'), moved: count((one) => one.what === 'kept' && one.moved !== null), changed: count((one) => one.changed.length > 0) })) : null,
    versions: versions.map((one) => ({ value: String(one.version), text: `${say('version', { n: one.version })}${one.legalBasis === null ? '' : `, ${one.legalBasis}`}` })), from: String(from?.version ?? ''), to: String(to.version),
    rows: difference.slice(start, start + differencesOfPage).map((one) => rowOf(one, lang, say, levelName, before)),
    next: more && from ? `${address}?dari=${from.version}&ke=${to.version}&mulai=${start + differencesOfPage}` : null,
  };
}

function rowOf({ code, what, moved, changed, node }: NodeDifference, lang: Lang, say: SayPlan, levelName: (code: string) => string, before: EditTree | null): DifferenceView['rows'][number] {
  const place = ({ parentCode, behind }: { parentCode: string | null; behind: string | null }): string => (behind === null ? say('diff.place.first', { parent: parentCode ?? say('history.top') }) : say('diff.place', { parent: parentCode ?? say('history.top'), behind }));
  const told = (field: string, value: unknown): string => textOfField(field, value, lang, levelName);
  const kinds = [...(what === 'kept' ? [] : [say(`diff.${what}`)]), ...(what === 'kept' && moved ? [say('diff.moved')] : []), ...(changed.length > 0 ? [say('diff.changed')] : [])];
  return {
    code, level: levelName(node.level), text: lang === 'id' ? node.textId : node.textEn, what: kinds, moved: what === 'kept' && moved && before ? { before: place(moved.before), after: place(moved.after) } : null,
    changes: changed.map(({ field, before: was, after }) => ({ field: say(`field.${field}`), words: wordsBetween(told(field, was), told(field, after)) })),
  };
}

function textOfField(field: string, value: unknown, lang: Lang, levelName: (code: string) => string): string {
  if (value === null) return '';
  if (field === 'level') return levelName(String(value));
  if (field === 'basis') return planWords(lang)(value === 'document' ? 'basis.document' : 'basis.reading');
  if (field === 'weight') return formatNumber(String(value), { lang });
  if (field === 'funding') return (value as { period: string; amount: string }[]).map(({ period, amount }) => `${period}: ${formatNumber(amount, { lang })}`).join('; ');
  if (field === 'factors') return (value as { textId: string; textEn: string }[]).map((one) => (lang === 'id' ? one.textId : one.textEn)).join('; ');
  if (field === 'contributions') return (value as { agencyCode: string; textId: string; textEn: string }[]).map((one) => `${one.agencyCode}: ${lang === 'id' ? one.textId : one.textEn}`).join('; ');
  if (field === 'links') return (value as { code: string; role: string; weight: string | null }[]).map(({ code, weight }) => `${code}${weight === null ? '' : ` (${weight})`}`).join(', ');
  return String(value);
}

/** Two texts word by word: what both have, what is gone, what is new. */
export function wordsBetween(before: string, after: string): Words[] {
  const parts = diffWordsWithSpace(before, after, { maxEditLength: 400 }) ?? [{ value: before, removed: true, added: false }, { value: after, removed: false, added: true }];
  return parts.map(({ value, added, removed }) => ({ what: added ? 'added' : removed ? 'removed' : 'same', text: value }));
}
