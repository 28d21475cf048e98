import type { Lang, Text } from '#kernel/i18n.ts';
import type { PlanLink, PlanVersion } from '#plan/index.ts';
import { formatList, formatNumber } from '#ui/index.ts';
import { type LinkKey, linkWords, type SayLink } from './link-words.ts';

/** What may be linked, by `initiative/code` and `indicator/code`. */
export interface LinkNames {
  things: Map<string, Text>;
  nodes: Map<string, Text>;
  agencies: Map<string, string>;
}
export interface LinkListGiven {
  lang: Lang;
  plans: PlanVersion[];
  plan: PlanVersion;
  names: LinkNames;
  /** Those of the page that fit `q`; one more than a page where there are more. */
  links: Pick<PlanLink, 'kind' | 'code' | 'nodeCode' | 'role' | 'weight' | 'basis' | 'reasonId' | 'reasonEn' | 'evidence'>[];
  /** Null where nobody asked for them: with many nodes they take a while. `serving` are the initiatives that serve some node. */
  suggested: { open: Suggested[]; serving: ReadonlySet<string> } | null;
  /** One more than a page where there are more. */
  rejected: { kind: string; code: string; nodeCode: string; reason: string | null; because: Record<string, unknown>; at: Date; actor: string; postId: string | null }[];
  rejectedFrom: number;
  may: boolean;
  by: (postId: string | null, actor: string) => string;
  /** Of the page, without a question. */
  address: string;
  plansHref: string;
  q: string;
  from: number;
  suggestedFrom: number;
  said: LinkKey | null;
  /** A form that was refused: which suggestion, what was typed, and why. */
  answer: { key: string; reason: string; errors: Record<string, string> } | null;
}
interface Suggested {
  kind: 'initiative' | 'indicator';
  code: string;
  nodeCode: string;
  words: string[];
  likeness: number;
  indicators: string[];
  agencies: string[];
}

export interface SuggestionView {
  key: string;
  id: string;
  kind: string;
  thing: string;
  node: string;
  why: string;
  mends: string | null;
  accept: { href: string; label: string } | null;
  /** The label of the form that rejects it, or takes a rejection back. */
  act: { label: string; error: string | null; reason: string } | null;
  told: { by: string; at: Date; reason: string } | null;
}
export interface LinkListView {
  title: string;
  said: string | null;
  errors: Record<string, string>;
  plans: { text: string; href: string; here: boolean }[];
  note: string | null;
  add: string | null;
  suggested: { rows: SuggestionView[]; total: number; next: string | null; ask: string | null };
  rejected: { rows: SuggestionView[]; next: string | null; first: string | null };
  q: string;
  plan: { code: string; version: number };
  links: { id: string; node: string; nodeCode: string; kind: string; thing: string; facts: string; reason: string | null; evidence: string | null; href: string; label: string; word: string }[];
  next: string | null;
  first: string | null;
  address: string;
}

export const linksOfPage = 25;
const suggestionsOfPage = 10;
export const rejectedOfPage = 25;

/** One way to name a link in an address and in a form: its node, what is linked. */
export const linkKey = ({ nodeCode, kind, code }: { nodeCode: string; kind: string; code: string }): string => [nodeCode, kind, code].join('~');
const planQuery = (plan: PlanVersion): string => `rencana=${encodeURIComponent(plan.code)}&versi=${plan.version}`;

export function linkList(given: LinkListGiven): LinkListView {
  const { lang, plan, links, address, q, from, said, answer, may } = given;
  const say = linkWords(lang);
  const here = `${address}?${planQuery(plan)}`;
  const at = (mulai: number): string => `${here}${q === '' ? '' : `&q=${encodeURIComponent(q)}`}&mulai=${mulai}#tautan`;
  return {
    title: say('title'), said: said ? say(said) : null, errors: answer?.errors ?? {}, address, q, plan: { code: plan.code, version: plan.version },
    plans: given.plans.map((one) => ({ text: planName(say, lang, one), href: `${address}?${planQuery(one)}`, here: one.code === plan.code && one.version === plan.version })),
    note: may ? (isDraft(plan) ? say('draft.note') : null) : say('role.note'), add: may ? `${here}&baru` : null,
    suggested: suggestedOf(given, say, here), rejected: rejectedOf(given, say, here),
    links: links.slice(0, linksOfPage).map((link) => rowOf(given, say, link)), next: links.length > linksOfPage ? at(from + linksOfPage) : null, first: from > 0 ? at(0) : null,
  };
}

export const isDraft = (plan: PlanVersion): boolean => plan.draft !== null && plan.status !== 'adopted';
export const planName = (say: SayLink, lang: Lang, plan: PlanVersion): string => say(isDraft(plan) ? 'plan.draft' : 'plan.of', { name: lang === 'id' ? plan.shortNameId : plan.shortNameEn, n: plan.version });
export const thingName = (names: LinkNames, lang: Lang, kind: string, code: string): string => names.things.get(`${kind}/${code}`)?.[lang] ?? code;
export const nodeName = (names: LinkNames, lang: Lang, code: string): string => names.nodes.get(code)?.[lang] ?? code;

function rowOf({ lang, names, address, plan, may }: LinkListGiven, say: SayLink, link: LinkListGiven['links'][number]): LinkListView['links'][number] {
  const [thing, node] = [thingName(names, lang, link.kind, link.code), nodeName(names, lang, link.nodeCode)];
  const word = may && !(link.basis === 'document' && plan.status === 'adopted') ? 'change' : 'look';
  const facts = [say(`role.${link.role}` as LinkKey), say(`basis.${link.basis}` as LinkKey), ...(link.weight === null ? [] : [say('weight', { weight: formatNumber(link.weight, { lang }) })])];
  return {
    id: `t-${linkKey(link)}`, node, nodeCode: link.nodeCode, kind: say(`kind.${link.kind}` as LinkKey), thing, facts: facts.join(', '), reason: lang === 'id' ? link.reasonId : (link.reasonEn ?? link.reasonId),
    evidence: link.evidence === null ? null : say('evidence', { evidence: link.evidence }), href: `${address}?${planQuery(plan)}&tautan=${encodeURIComponent(linkKey(link))}`, label: say(`${word}.of`, { thing, node }), word: say(word),
  };
}

function suggestedOf(given: LinkListGiven, say: SayLink, here: string): LinkListView['suggested'] {
  const { suggested, suggestedFrom: from } = given;
  if (suggested === null) return { rows: [], total: 0, next: null, ask: `${here}&usulan=1#usulan` };
  const mends = (one: Suggested): boolean => one.kind === 'initiative' && !suggested.serving.has(one.code);
  const all = [...suggested.open.filter(mends), ...suggested.open.filter((one) => !mends(one))];
  return {
    rows: all.slice(from, from + suggestionsOfPage).map((one) => openOf(given, say, here, one, mends(one))), total: all.length,
    next: all.length > from + suggestionsOfPage ? `${here}&usulan=${from + suggestionsOfPage}#usulan` : null, ask: null,
  };
}

function openOf({ lang, names, may, answer }: LinkListGiven, say: SayLink, here: string, one: Suggested, mends: boolean): SuggestionView {
  const key = linkKey(one);
  const [thing, node] = [thingName(names, lang, one.kind, one.code), nodeName(names, lang, one.nodeCode)];
  const own = answer?.key === key ? answer : null;
  return {
    key, id: `u-${key}`, kind: say(`kind.${one.kind}`), thing, node, why: say('because', { why: whyOf(say, lang, names, { ...one, likeness: Math.round(one.likeness * 100) }) }), mends: mends ? say('mends') : null,
    accept: may ? { href: `${here}&baru&usul=${encodeURIComponent(key)}`, label: say('accept.of', { thing, node }) } : null,
    act: may ? { label: say('reject.of', { thing, node }), error: own?.errors[`alasan-${key}`] ?? null, reason: own?.reason ?? '' } : null, told: null,
  };
}

/** All that speaks for a suggestion, in words. */
export function whyOf(say: SayLink, lang: Lang, names: LinkNames, because: { words?: unknown; likeness?: unknown; indicators?: unknown; agencies?: unknown }): string {
  const texts = (given: unknown): string[] => (Array.isArray(given) ? given.filter((one) => typeof one === 'string') : []);
  const [words, indicators, agencies] = [texts(because.words), texts(because.indicators), texts(because.agencies)];
  const parts = [
    ...(words.length > 0 ? [say('why.words', { words: formatList(words.slice(0, 6).map((one) => `“${one}”`), lang) })] : []),
    ...(typeof because.likeness === 'number' && because.likeness >= 20 ? [say('why.likeness', { n: because.likeness })] : []),
    ...(indicators.length > 0 ? [say('why.indicators', { names: formatList(indicators.map((code) => thingName(names, lang, 'indicator', code)), lang) })] : []),
    ...(agencies.length > 0 ? [say('why.agencies', { names: formatList(agencies.map((code) => names.agencies.get(code) ?? code), lang) })] : []),
  ];
  return parts.join('; ');
}

function rejectedOf(given: LinkListGiven, say: SayLink, here: string): LinkListView['rejected'] {
  const { rejected, rejectedFrom: from } = given;
  const at = (ditolak: number): string => `${here}&ditolak=${ditolak}#ditolak`;
  return { rows: rejected.slice(0, rejectedOfPage).map((one) => rejectedRow(given, say, one)), next: rejected.length > rejectedOfPage ? at(from + rejectedOfPage) : null, first: from > 0 ? at(0) : null };
}

function rejectedRow({ lang, names, may, by, answer }: LinkListGiven, say: SayLink, one: LinkListGiven['rejected'][number]): SuggestionView {
  const key = linkKey(one);
  const [thing, node] = [thingName(names, lang, one.kind, one.code), nodeName(names, lang, one.nodeCode)];
  return {
    key, id: `d-${key}`, kind: say(`kind.${one.kind}` as LinkKey), thing, node, why: say('because', { why: whyOf(say, lang, names, one.because) }), mends: null, accept: null,
    act: may ? { label: say('takeback.of', { thing, node }), error: answer?.key === key ? (answer.errors[''] ?? null) : null, reason: '' } : null,
    told: { by: say('rejected.by', { by: by(one.postId, one.actor) }), at: one.at, reason: one.reason ?? '' },
  };
}
