import { fieldValue } from '#data/ui.ts';
import type { Lang } from '#kernel/i18n.ts';
import type { PlanLink, PlanVersion } from '#plan/index.ts';
import { formatNumber } from '#ui/index.ts';
import { isDraft, type LinkNames, linkKey, nodeName, planName, thingName, whyOf } from './link-list.ts';
import { type LinkKey, linkWordFor, linkWords, type SayLink } from './link-words.ts';

type Link = Pick<PlanLink, 'kind' | 'code' | 'nodeCode' | 'role' | 'weight' | 'basis' | 'reasonId' | 'reasonEn' | 'sourceCode' | 'evidence'>;
type Typed = ReadonlyMap<string, string>;
export interface LinkFormGiven {
  lang: Lang;
  plan: PlanVersion;
  names: LinkNames;
  sources: { value: string; text: string }[];
  /** Null adds one. */
  link: Link | null;
  /** Links of the node that is chosen: those of the same kind weigh together. */
  links: Link[];
  /** A suggestion that is about to be accepted. */
  /** The plan has more nodes than a list takes: they are named by their code. */
  many: boolean;
  suggestion: { kind: string; code: string; nodeCode: string; because: Record<string, unknown> } | null;
  may: boolean;
  /** What stood there when the form was shown. */
  seen: string;
  versions: { version: number; at: Date | null; actor: string; postId: string | null; reason: string | null; definition: Record<string, unknown> | null }[];
  by: (postId: string | null, actor: string) => string;
  address: string;
  plansHref: string;
  answer: { typed: Typed; errors: Record<string, string> } | null;
  said: LinkKey | null;
}
export interface LinkField {
  name: string;
  label: string;
  hint: string | null;
  error: string | null;
  value: string;
  kind: 'choice' | 'line' | 'lines';
  choices: { value: string; text: string }[];
  optional: boolean;
}
export interface LinkFormView {
  title: string;
  lead: string;
  back: { text: string; href: string };
  said: string | null;
  errors: Record<string, string>;
  why: string | null;
  seen: string;
  revision: number | null;
  suggestion: string | null;
  fields: LinkField[];
  fixed: { words: string; href: string; link: string } | null;
  facts: string[];
  remove: { sisters: LinkField[]; reason: LinkField } | null;
  versions: { title: string; at: Date | null; by: string; reason: string | null; lines: string[] }[];
}

/** More nodes than this are named by their code, not chosen from a list. */
export const mostChosen = 400;

export function linkForm(given: LinkFormGiven): LinkFormView {
  const { lang, plan, names, link, suggestion, may, answer, address } = given;
  const say = linkWords(lang);
  const fixed = link !== null && link.basis === 'document' && plan.status === 'adopted';
  const thing = link ? thingName(names, lang, link.kind, link.code) : '';
  const back = `${address}?rencana=${encodeURIComponent(plan.code)}&versi=${plan.version}`;
  const sisters = link ? sistersOf(given, say, link.kind, link.nodeCode, link.code, 'ambil-') : [];
  return {
    title: link ? say('form.title', { thing }) : say('form.new'), lead: link ? nodeName(names, lang, link.nodeCode) : planName(say, lang, plan), back: { text: say('title'), href: back }, said: given.said ? say(given.said) : null,
    errors: answer?.errors ?? {}, seen: given.seen, revision: isDraft(plan) ? (plan.draft?.revision ?? null) : null, suggestion: suggestion ? linkKey(suggestion) : null,
    why: suggestion ? say('because', { why: whyOf(say, lang, names, suggestion.because) }) : null,
    fields: !may || fixed ? [] : fieldsOf(given, say),
    fixed: fixed ? { words: say('fixed.document'), href: given.plansHref, link: say('fixed.plans') } : null, facts: link && (!may || fixed) ? factsOf(given, say, link) : [],
    remove: link && may && !fixed ? { sisters, reason: fieldOf(given, say, { name: 'ambil-why', label: say('f.why'), value: '', optional: true }) } : null,
    versions: given.versions.map((one) => ({
      title: say('history.version', { n: one.version }), at: one.at, by: one.at === null ? say('history.first') : say('history.by', { by: given.by(one.postId, one.actor) }), reason: one.reason,
      lines: one.definition === null ? [say('history.gone')] : factsOf(given, say, one.definition as unknown as Link),
    })),
  };
}

function factsOf({ lang, sources }: LinkFormGiven, say: SayLink, link: Pick<Link, 'role' | 'basis' | 'weight' | 'reasonId' | 'reasonEn' | 'evidence' | 'sourceCode'>): string[] {
  const weight = link.weight === null || link.weight === undefined ? [] : [say('weight', { weight: formatNumber(link.weight, { lang }) })];
  return [
    [linkWordFor(say, `role.${link.role}`, {}) ?? link.role, linkWordFor(say, `basis.${link.basis}`, {}) ?? link.basis, ...weight].join(', '), (lang === 'id' ? link.reasonId : link.reasonEn) ?? '',
    link.evidence ? say('evidence', { evidence: link.evidence }) : '', sources.find((one) => one.value === link.sourceCode)?.text ?? link.sourceCode ?? '',
  ].filter((one) => one !== '');
}

function fieldOf({ answer }: LinkFormGiven, _say: SayLink, one: Partial<LinkField> & Pick<LinkField, 'name' | 'label' | 'value'>): LinkField {
  return { hint: null, kind: 'line', choices: [], optional: false, ...one, value: answer?.typed.get(one.name) ?? one.value, error: answer?.errors[one.name] ?? null };
}

/** The other indicators of the node, with which it weighs 100: in a draft, where the document is still being written. */
function sistersOf(given: LinkFormGiven, say: SayLink, kind: string, nodeCode: string, code: string, prefix: string): LinkField[] {
  if (kind !== 'indicator' || given.plan.status === 'adopted') return [];
  return given.links.filter((one) => one.kind === kind && one.nodeCode === nodeCode && one.code !== code)
    .map((one) => fieldOf(given, say, { name: `${prefix}weight~${one.code}`, label: say('f.sister', { thing: thingName(given.names, given.lang, one.kind, one.code) }), value: fieldValue(one.weight ?? null, given.lang), optional: true }));
}

function fieldsOf(given: LinkFormGiven, say: SayLink): LinkField[] {
  const { lang, plan, names, link, suggestion, sources, answer } = given;
  const start = link ?? (suggestion ? { ...empty, ...suggestion, reasonId: reasonOf('id', given), reasonEn: reasonOf('en', given) } : empty);
  const things = [...names.things].map(([value, name]) => ({ value, text: `${name[lang]} (${say(`kind.${value.split('/')[0]}` as LinkKey).toLocaleLowerCase(lang)})` })).sort((a, b) => a.text.localeCompare(b.text, lang));
  const field = (one: Partial<LinkField> & Pick<LinkField, 'name' | 'label' | 'value'>): LinkField => fieldOf(given, say, one);
  const choice = (name: string, value: string, options: { value: string; text: string }[], rest: Partial<LinkField> = {}): LinkField => field({ name, label: say(`f.${name}` as LinkKey), value, kind: 'choice', choices: options, ...rest });
  const roles = (['primary', 'supporting'] as const).map((one) => ({ value: one, text: say(`role.${one}`) }));
  const bases = (isDraft(plan) || plan.status !== 'adopted' ? (['document', 'reading'] as const) : (['reading'] as const)).map((one) => ({ value: one, text: say(`basis.${one}`) }));
  const nodes = [...names.nodes].map(([value, name]) => ({ value, text: `${value} ${name[lang]}` }));
  const chosen = answer?.typed.get('node') ?? start.nodeCode;
  const [kind = '', code = ''] = (answer?.typed.get('thing') ?? (start.code === '' ? '' : `${start.kind}/${start.code}`)).split('/');
  const which = link ? [] : [
    choice('thing', start.code === '' ? '' : `${start.kind}/${start.code}`, [{ value: '', text: say('choose') }, ...things]),
    given.many ? field({ name: 'node', label: say('f.node.code'), value: start.nodeCode }) : choice('node', start.nodeCode, [{ value: '', text: say('choose') }, ...nodes]),
  ];
  return [
    ...which, choice('role', start.role, roles, { hint: say('hint.role') }), choice('basis', bases.length === 1 ? 'reading' : start.basis, bases),
    field({ name: 'reasonId', label: say('f.reasonId'), value: start.reasonId ?? '', kind: 'lines' }), field({ name: 'reasonEn', label: say('f.reasonEn'), value: start.reasonEn ?? '', kind: 'lines' }),
    field({ name: 'evidence', label: say('f.evidence'), hint: say('hint.evidence'), value: start.evidence ?? '', optional: true }), choice('sourceCode', start.sourceCode ?? '', [{ value: '', text: '–' }, ...sources], { optional: true }),
    field({ name: 'weight', label: say('f.weight'), hint: say('hint.weight'), value: fieldValue(start.weight ?? null, lang), optional: true }), ...sistersOf(given, say, kind, chosen, code, ''),
    ...(link ? [field({ name: 'why', label: say('f.why'), value: '', optional: true })] : []),
  ];
}

const empty: Link = { kind: '', code: '', nodeCode: '', role: 'primary', weight: null, basis: 'reading', reasonId: '', reasonEn: '', sourceCode: null, evidence: null };

/** What speaks for a suggestion is a first reason, which its reader mends. */
function reasonOf(lang: Lang, { names, suggestion }: LinkFormGiven): string {
  const why = suggestion ? whyOf(linkWords(lang), lang, names, suggestion.because) : '';
  return why === '' ? '' : `${why.charAt(0).toLocaleUpperCase(lang)}${why.slice(1)}.`;
}
