import type { Lang } from '#kernel/i18n.ts';
import type { EditTree, PlanVersion, treeRules } from '#plan/index.ts';
import { formatNumber, formatPeriod } from '#ui/index.ts';
import { fieldBetween, fieldsBetween, type Telling, type ToldField } from './plan-told.ts';
import { planWords } from './plan-words.ts';

type NodeDifference = ReturnType<typeof treeRules.difference>[number];
/** A link that was read into a version after it was adopted, by its newest change. */
export interface LaterLink {
  at: Date;
  node: string;
  kind: string;
  code: string;
  gone: boolean;
}
export interface DifferenceView {
  title: string;
  lead: string | null;
  counts: string | null;
  /** By what the newer one was adopted. */
  legal: string | null;
  back: { text: string; href: string };
  versions: { value: string; text: string }[];
  from: string;
  to: string;
  rows: { code: string; level: string; text: string; what: string[]; moved: { before: string; after: string } | null; changes: ToldField[] }[];
  later: { title: string; rows: { text: string; at: Date }[] } | null;
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
  /** Nodes that were merged between the two, each with the one it went into. */
  merged: ReadonlyMap<string, string>;
  later: LaterLink[];
  names: Telling['names'];
  start: number;
  address: string;
  back: { text: string; href: string };
}

export const differencesOfPage = 100;

/** Two versions of a plan, node by node; texts word by word. */
export function differencePage(given: DifferenceGiven): DifferenceView {
  const { lang, versions, from, to, difference, start, address, back } = given;
  const say = planWords(lang);
  const count = (of: (one: NodeDifference) => boolean): string => formatNumber(difference.filter(of).length, { lang });
  const name = lang === 'id' ? to.shortNameId : to.shortNameEn;
  const more = difference.length > start + differencesOfPage;
  return {
    title: say('diff.title', { name }), lead: from ? say('diff.lead', { from: from.version, to: to.version }) : say('diff.only'), back, legal: legalOf(lang, to),
    counts: from ? (difference.length === 0 ? say('diff.none') : say('diff.counts', { added: count((one) => one.what === 'added'), removed: count((one) => one.what === 'removed'), moved: count((one) => one.what === 'kept' && one.moved !== null), changed: count((one) => one.changed.length > 0) })) : null,
    versions: versions.map((one) => ({ value: String(one.version), text: `${say('version', { n: one.version })}${legalOf(lang, one) === null ? '' : `, ${legalOf(lang, one)}`}` })), from: String(from?.version ?? ''), to: String(to.version),
    rows: difference.slice(start, start + differencesOfPage).map((one) => rowOf(given, one)), later: laterOf(given),
    next: more && from ? `${address}?dari=${from.version}&ke=${to.version}&mulai=${start + differencesOfPage}` : null,
  };
}

/** By which document a version was adopted, and when; null of what says neither. */
export function legalOf(lang: Lang, { legalBasis, legalDay }: Pick<PlanVersion, 'legalBasis' | 'legalDay'>): string | null {
  if (legalBasis === null) return null;
  return legalDay ? `${legalBasis}, ${formatPeriod(legalDay, lang)}` : legalBasis;
}

function rowOf({ lang, to, before, merged, names }: DifferenceGiven, { code, what, moved, changed, node }: NodeDifference): DifferenceView['rows'][number] {
  const say = planWords(lang);
  const telling: Telling = { lang, levels: to.levels, ...(names ? { names } : {}) };
  const place = ({ parentCode, behind }: { parentCode: string | null; behind: string | null }): string => (behind === null ? say('diff.place.first', { parent: parentCode ?? say('history.top') }) : say('diff.place', { parent: parentCode ?? say('history.top'), behind }));
  const into = what === 'removed' ? merged.get(code) : undefined;
  const kinds = [...(what === 'kept' ? [] : [into === undefined ? say(`diff.${what}`) : say('diff.merged', { into })]), ...(what === 'kept' && moved ? [say('diff.moved')] : []), ...(changed.length > 0 ? [say('diff.changed')] : [])];
  return {
    code, level: to.levels.find((level) => level.code === node.level)?.name[lang] ?? node.level, text: lang === 'id' ? node.textId : node.textEn, what: kinds,
    moved: what === 'kept' && moved && before ? { before: place(moved.before), after: place(moved.after) } : null,
    changes: what === 'kept' ? changed.flatMap(({ field, before: was, after }) => fieldBetween(telling, field, { [field]: was }, { [field]: after }) ?? []) : fieldsBetween(telling, what === 'removed' ? node : null, what === 'added' ? node : null),
  };
}

/** What was read into the version since: no part of what was adopted. */
function laterOf({ lang, to, from, later, names }: DifferenceGiven): DifferenceView['later'] {
  const say = planWords(lang);
  if (later.length === 0) return null;
  const rows = later.map(({ at, node, kind, code, gone }) => ({ at, text: say(gone ? 'diff.later.gone' : 'diff.later.row', { node, thing: say(kind === 'indicator' ? 'link.indicator' : 'link.initiative', { code: names?.get(`${kind}/${code}`) ?? code }) }) }));
  return { title: say('diff.later', { n: Math.max(to.version, from?.version ?? 0) }), rows };
}
