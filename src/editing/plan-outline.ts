import type { Lang } from '#kernel/i18n.ts';
import type { EditNode, PlanLevel, PlanNode, PlanOperation, PlanVersion } from '#plan/index.ts';
import { formatNumber } from '#ui/index.ts';
import { legalOf } from './plan-difference.ts';
import { type FormsGiven, formsOf, type OutlineForm } from './plan-forms.ts';
import { type RemarksGiven, remarksView, type RemarksView } from './plan-remarks.ts';
import { type ToldUnready, unreadyTold } from './plan-refusals.ts';
import { resultLines } from './plan-result-forms.ts';
import { fieldsBetween } from './plan-told.ts';
import { type PlanKey, planWords } from './plan-words.ts';

export const rowsOfPage = 50;
export interface ToldOperation {
  revision: number;
  what: string;
  at: string;
  by: string;
}
export interface OutlineGiven {
  lang: Lang;
  plan: PlanVersion;
  /** From the root down, the chosen node last; empty is the top. */
  path: EditNode[];
  rows: (PlanNode & { below: number })[];
  from: number;
  more: boolean;
  address: string;
  may: { edit: boolean; propose: boolean; adopt: boolean; remark: boolean; file: boolean };
  /** Where kept files are. */
  fileAddress: string;
  by: (postId: string | null, actor: string) => string;
  last: PlanOperation | null;
  remarks: RemarksGiven['remarks'];
  /** Agencies by their codes, in the order of a list. */
  agencies: Map<string, string>;
  /** Where weights do not hold since the newest operation. */
  unbalanced: Parameters<typeof unreadyTold>[1];
  /** So large that the consequence of a step is not shown by itself. */
  large: boolean;
  /** What a step that has just been saved did to the scores. */
  stepped: Consequence | null;
  /** The region's own day. */
  today: string;
  answer: { op: string; values: Map<string, string[]>; errors: Record<string, string>; others: PlanOperation[]; unready: ToldUnready[]; consequence: Consequence | null } | null;
  said: 'saved' | 'moved' | 'same' | 'undone' | null;
}
interface Consequence {
  scores: { code: string; text: { id: string; en: string }; period: string; before: number | null; after: number | null }[];
  /** How many nodes are changed. */
  nodes: number;
}
export interface OutlineView {
  title: string;
  planName: string;
  status: string;
  readonly: string | null;
  large: boolean;
  seen: number;
  node: { code: string; level: string; weight: string | null; note: string | null } | null;
  crumbs: { text: string; href?: string }[];
  rows: { code: string; level: string; text: string; weight: string | null; below: string | null; href: string }[];
  next: string | null;
  first: string | null;
  forms: OutlineForm[];
  /** What decides the node's success, and who contributes. */
  results: { title: string; lines: string[] }[];
  errors: Record<string, string>;
  others: (ToldOperation & { now: string[] })[];
  asked: string[];
  /** What keeps the draft from being proposed, as it was refused or as the newest operation left it, each with its way. */
  unready: { title: string; rows: { text: string; href: string }[] } | null;
  consequence: { title: string; lead: string; rows: { text: string; period: string; before: string; after: string }[] } | null;
  said: string | null;
  undo: { revision: number; what: string } | null;
  remarks: RemarksView;
  /** What a leader has begun to write of this node, or of the whole version; null for who may not. */
  remark: { text: string; dueOn: string; owner: string; owners: { value: string; text: string }[]; today: string } | null;
  links: { text: string; href: string }[];
  state: { propose: boolean; takeBack: boolean; adopt: boolean; throwAway: boolean };
  legal: Record<'legalNumber' | 'legalDay', string>;
  /** By what it was adopted, who proposed it and who wrote that down, and the decree's file for who may read it. */
  adopted: { text: string | null; by: string; file: string | null } | null;
}

export const toldOperation = (lang: Lang, one: PlanOperation, by: OutlineGiven['by']): ToldOperation => {
  const say = planWords(lang);
  const kind = say(`kind.${one.kind}` as PlanKey);
  return { revision: one.revision, what: one.undoes === null ? say('did', { kind, nodes: someOf(lang, one.nodeCodes) }) : say('did.undo', { kind, n: one.undoes }), at: new Date(one.at).toISOString(), by: by(one.postId, one.actor) };
};

/** The first codes, and how many more there are. */
function someOf(lang: Lang, codes: readonly string[]): string {
  const all = [...new Set(codes)];
  return all.length > 6 ? `${all.slice(0, 6).join(', ')} ${planWords(lang)('and.more', { n: all.length - 6 })}` : all.join(', ');
}

/** What an operation made of each node, in words: where it stands, what it says, and what else is new of it. */
export function becameOf(lang: Lang, levels: readonly PlanLevel[], { changes }: Pick<PlanOperation, 'changes'>): string[] {
  const say = planWords(lang);
  const news = (fields: ReturnType<typeof fieldsBetween>): string[] => fields.flatMap(({ field, lines }) => lines.map((line) => `${field}: ${line.filter(({ what }) => what !== 'removed').map(({ text }) => text.replace(' → ', '')).join('')}`));
  const told = changes.slice(0, 6).map(({ code, before, after }) => {
    if (!after) return `${code}: ${say('history.gone')}`;
    const beside = fieldsBetween({ lang, levels }, before && { ...before, textId: after.textId, textEn: after.textEn }, after);
    return `${code}: ${[say('history.place', { parent: after.parentCode ?? say('history.top'), at: after.at + 1 }), `“${after.textId}” / “${after.textEn}”`, ...news(beside)].join('; ')}`;
  });
  return changes.length > 6 ? [...told, say('and.more', { n: changes.length - 6 })] : told;
}

const nameIn = (lang: Lang, node: Pick<EditNode, 'textId' | 'textEn' | 'shortId' | 'shortEn'>): string => (lang === 'id' ? (node.shortId ?? node.textId) : (node.shortEn ?? node.textEn));

export function outlinePage(given: OutlineGiven): OutlineView {
  const { lang, plan, path, rows, answer, may } = given;
  const say = planWords(lang);
  const node = path.at(-1) ?? null;
  const levelName = (code: string): string => plan.levels.find((level) => level.code === code)?.name[lang] ?? code;
  const textOf = (one: Pick<EditNode, 'textId' | 'textEn'>): string => (lang === 'id' ? one.textId : one.textEn);
  const planName = `${lang === 'id' ? plan.shortNameId : plan.shortNameEn}, ${say('version', { n: plan.version })}`;
  const editable = may.edit && plan.status === 'draft' && plan.draft !== null;
  const parts = new Set(plan.levels.filter((level) => level.component).map(({ code }) => code));
  const few = given.from === 0 && !given.more;
  const below: FormsGiven['below'] = few ? rows.map((row) => ({ code: row.code, text: `${row.code} ${nameIn(lang, row)}`, weight: row.weight, part: parts.has(row.level) })) : [];
  const forms = editable ? formsOf({ lang, levels: plan.levels, serves: plan.parentCode !== null, agencies: given.agencies, node, below, typed: answer }) : [];
  return {
    title: node ? textOf(node) : (lang === 'id' ? plan.nameId : plan.nameEn), planName, status: say(`status.${plan.status}` as PlanKey), readonly: editable ? null : readonlyOf(given), large: given.large, seen: plan.draft?.revision ?? 0,
    node: node ? { code: node.code, level: levelName(node.level), weight: node.weight === null ? null : say('weight.is', { weight: formatNumber(node.weight, { lang }) }), note: lang === 'id' ? node.noteId : node.noteEn } : null,
    crumbs: crumbsOf(given, planName),
    rows: rows.map((row) => ({ code: row.code, level: levelName(row.level), text: textOf(row), weight: row.weight === null ? null : say('weight.is', { weight: formatNumber(row.weight, { lang }) }), below: row.below > 0 ? say('below.n', { n: row.below }) : null, href: hrefOf(given, row.code) })),
    next: given.more ? `${hrefOf(given, node?.code ?? null)}&mulai=${given.from + rowsOfPage}` : null, first: given.from > 0 ? hrefOf(given, node?.code ?? null) : null,
    forms, results: node ? resultLines({ lang, agencies: given.agencies, node }) : [], errors: answer?.errors ?? {}, others: (answer?.others ?? []).map((one) => ({ ...toldOperation(lang, one, given.by), now: becameOf(lang, plan.levels, one) })), asked: answer ? [...answer.values].filter(([name]) => !['op', 'seen', 'go'].includes(name)).flatMap(([, all]) => all.filter((one) => one !== '')) : [],
    consequence: answer?.consequence ? consequenceView(lang, answer.consequence, false) : given.stepped ? consequenceView(lang, given.stepped, true) : null, unready: unreadyView(given), said: given.said ? say(given.said) : null,
    undo: editable && given.last ? { revision: given.last.revision, what: say('undo.of', { what: toldOperation(lang, given.last, given.by).what }) } : null,
    remarks: remarksView({ ...given, hrefOf: (code) => hrefOf(given, code) }), remark: remarkForm(given),
    links: linksOf(given), state: { propose: may.propose && plan.status === 'draft' && plan.draft !== null, takeBack: may.propose && plan.status === 'proposed' && plan.draft !== null, adopt: may.adopt && plan.status === 'proposed' && plan.draft !== null, throwAway: may.edit && plan.status !== 'adopted' && plan.draft !== null },
    legal: { legalNumber: typedOf(answer, 'legalNumber'), legalDay: typedOf(answer, 'legalDay') }, adopted: adoptedOf(given),
  };
}

/** What a leader writes; what was refused stands in it again. */
function remarkForm({ may, plan, answer, agencies, today }: OutlineGiven): OutlineView['remark'] {
  if (!may.remark || plan.status === 'adopted' || plan.draft === null) return null;
  const typed = answer?.op === 'catat' ? answer : null;
  return { text: typedOf(typed, 'text'), dueOn: typedOf(typed, 'dueOn'), owner: typedOf(typed, 'owner'), owners: [...agencies].map(([value, text]) => ({ value, text })), today };
}

function adoptedOf({ lang, plan, by, may, fileAddress }: OutlineGiven): OutlineView['adopted'] {
  const say = planWords(lang);
  const { draft } = plan;
  if (plan.status === 'draft') return null;
  const legal = legalOf(lang, plan);
  const who = [...(draft?.proposedAt ? [say('proposed.by', { by: by(draft.proposedBy, '–') })] : []), ...(draft?.adoptedAt ? [say('adopted.by', { by: by(draft.adoptedBy, '–') })] : [])];
  return { text: legal === null ? null : say('legal.is', { legal }), by: who.join(', '), file: plan.legalFile !== null && may.file ? `${fileAddress}/${plan.legalFile}` : null };
}

const typedOf = (answer: OutlineGiven['answer'], name: string): string => answer?.values.get(name)?.[0] ?? '';
const hrefOf = ({ address, plan }: OutlineGiven, code: string | null): string => `${address}?versi=${plan.version}${code === null ? '' : `&simpul=${encodeURIComponent(code)}`}`;

function crumbsOf(given: OutlineGiven, planName: string): OutlineView['crumbs'] {
  const say = planWords(given.lang);
  const above = given.path.slice(0, -1).map((one) => ({ text: nameIn(given.lang, one), href: hrefOf(given, one.code) }));
  const node = given.path.at(-1);
  return [{ text: say('title'), href: given.address.replace(/\/[^/]+$/, '') }, node ? { text: planName, href: hrefOf(given, null) } : { text: planName }, ...above, ...(node ? [{ text: node.code }] : [])];
}

function readonlyOf({ lang, plan }: OutlineGiven): string {
  const say = planWords(lang);
  if (plan.status === 'adopted') return say('readonly.adopted');
  if (plan.draft === null) return say('readonly.pack');
  return say(plan.status === 'proposed' ? 'readonly.proposed' : 'readonly.role');
}

function linksOf(given: OutlineGiven): OutlineView['links'] {
  const say = planWords(given.lang);
  const { plan, address } = given;
  const node = given.path.at(-1)?.code;
  const links = [{ text: say('funding'), href: `${address}/pagu?versi=${plan.version}${node === undefined ? '' : `&simpul=${encodeURIComponent(node)}`}` }];
  links.push({ text: say('kind.link'), href: `${address.replace(/\/rencana\/[^/]+$/, '/tautan')}?rencana=${encodeURIComponent(plan.code)}${plan.status === 'adopted' ? '' : `&versi=${plan.version}`}` });
  if (plan.draft) links.push({ text: say('history'), href: `${address}/riwayat?versi=${plan.version}` });
  if (plan.draft?.fromVersion) links.push({ text: say('difference'), href: `${address}/perubahan?dari=${plan.draft.fromVersion}&ke=${plan.version}` });
  return links;
}

function consequenceView(lang: Lang, { scores, nodes }: Consequence, saved: boolean): OutlineView['consequence'] {
  const say = planWords(lang);
  const told = (value: number | null): string => (value === null ? say('score.none') : formatNumber(value, { lang, decimals: 2 }));
  const lead = [say(saved ? 'consequence.saved' : 'consequence.fine', { n: nodes }), scores.length === 0 ? say('consequence.none') : say('consequence.scores', { n: scores.length })].join(' ');
  return { title: say(saved ? 'consequence.done' : 'consequence'), lead, rows: scores.slice(0, 40).map((one) => ({ text: `${one.code} ${one.text[lang]}`, period: one.period, before: told(one.before), after: told(one.after) })) };
}

function unreadyView(given: OutlineGiven): OutlineView['unready'] {
  const { lang, answer, plan } = given;
  const say = planWords(lang);
  const refused = answer?.unready ?? [];
  const found = refused.length > 0 ? refused : plan.status === 'draft' ? unreadyTold(lang, given.unbalanced) : [];
  return found.length === 0 ? null : { title: say(refused.length > 0 ? 'unready.refused' : 'unready.now'), rows: found.map(({ node, text }) => ({ text, href: hrefOf(given, node) })) };
}
