import type { Lang } from '#kernel/i18n.ts';
import type { Tables } from '#kernel/pack-part.ts';
import { rowsOf } from '#kernel/pack-parts.ts';
import { drafts, type Remark } from '#masterplan/index.ts';
import { peopleWords, type Role } from '#people/index.ts';
import { type Chapter, chaptersOf, chapterSubject, initiativeSubject, promisesOf, type Promises, type Row, rowName, servesOf } from './chapters.ts';
import { standingOf, type Standing, unsettled } from './remark-standing.ts';
import { changeLines, type ChangeLine, columnWord, money, named, type Opened, tell, when } from './told.ts';
import { reviewWords, type SayReview } from './words.ts';

/** What whoever reads may do with a thing. */
export interface MayReview {
  decide(thing: { pillarCode: string | null }): boolean;
  withdraw(remark: Remark): boolean;
  edit: boolean;
}
/** A form that is shown again: of which thing, what was typed, what is wrong. */
export interface ReviewAnswer {
  subject: string;
  key: string;
  typed: Record<string, string>;
  errors: Record<string, string>;
}
export interface RemarkView {
  id: string;
  decision: string;
  /** What became of it, in words; null where it asks for nothing. */
  standing: string | null;
  holds: boolean;
  text: string | null;
  by: string;
  at: string;
  owner: string | null;
  due: string | null;
  answer: string | null;
  /** The thing was changed after this was decided. */
  changedSince: boolean;
  mayAnswer: boolean;
  /** A drop can be carried out by one button, once the draft is being written again. */
  carryOut: 'now' | 'later' | null;
  mayWithdraw: boolean;
  mayReopen: boolean;
}
export interface ThingView {
  subject: string;
  key: string;
  anchor: string;
  name: string;
  mark: string | null;
  facts: { label: string; value: string | null }[];
  serves: { text: string; basis: string }[];
  changes: ChangeLine['fields'];
  remarks: RemarkView[];
  form: { open: boolean; typed: Record<string, string>; errors: Record<string, string> } | null;
}
export interface ChapterPage {
  title: string;
  draft: { name: string; state: string; href: string };
  said: string | null;
  errors: Record<string, string>;
  chapters: { title: string; href: string; open: string | null; current: boolean }[];
  vision: { plan: string; text: string | null; masterplan: string | null; missions: { letter: string | null; text: string; by: string[] }[] } | null;
  lead: string[];
  others: { title: string; rows: { text: string; more: string; mark: string | null }[] }[];
  initiatives: ThingView[];
  whole: ThingView;
  agencies: { value: string; text: string }[];
  next: { title: string; href: string } | null;
}

export interface ReviewGiven {
  lang: Lang;
  opened: Opened;
  code: string;
  address: string;
  may: MayReview;
  answer: ReviewAnswer | null;
  said: string | null;
  timeOf(at: Date): string;
}
type Drawn = ReviewGiven & { chapters: Chapter[] };

/** A chapter's title: its pillar, or what it is about. */
export function chapterTitle({ code, pillar }: Pick<Chapter, 'code' | 'pillar'>, lang: Lang): string {
  return pillar ? rowName(pillar, lang) : reviewWords(lang)(`chapter.${code as 'arah' | 'analisis' | 'lain' | 'tata-kelola'}`);
}

/** Undefined where the draft has no such chapter. */
export function chapterPage(asked: ReviewGiven): ChapterPage | undefined {
  const { lang, opened, code, address, said, answer } = asked;
  const say = reviewWords(lang);
  const chapters = chaptersOf(opened);
  const given: Drawn = { ...asked, chapters };
  const at = chapters.findIndex((one) => one.code === code);
  const chapter = chapters[at];
  if (!chapter) return undefined;
  const promises = promisesOf(opened.wanted, opened, lang);
  const next = chapters[at + 1];
  const held = unsettled(opened);
  const openOf = (of: string): string | null => { const n = held.filter((one) => one.chapter === of).length; return n > 0 ? say('open.count', { n }) : null; };
  return {
    title: chapterTitle(chapter, lang), draft: { name: opened.draft.name, state: say(`state.${opened.draft.state}`), href: address }, said, errors: answer?.errors ?? {},
    chapters: chapters.map((one) => ({ title: chapterTitle(one, lang), href: `${address}/${one.code}`, current: one.code === code, open: openOf(one.code) })),
    vision: promises && visionOf(opened, promises, chapter, lang),
    lead: leadOf(opened, chapter, lang),
    others: chapter.others.map(({ kind, rows }) => ({ title: say(`kind.${kind as 'swot'}`), rows: rows.map((row) => ({ text: rowName(row, lang), more: moreOf(opened.wanted, row, lang), mark: row.mark && say(`mark.${row.mark}`) })) })),
    initiatives: chapter.initiatives.map((row) => initiativeOf(given, row, chapter)),
    whole: thingOf(given, { subject: chapterSubject, key: chapter.code, name: say('chapter.whole') }, chapter, { facts: [], serves: [], changes: [], mark: null }),
    agencies: agenciesOf(opened.wanted), next: next ? { title: chapterTitle(next, lang), href: `${address}/${next.code}` } : null,
  };
}

const agenciesOf = (all: Tables): { value: string; text: string }[] =>
  rowsOf(all, 'people.agency').map(({ data }) => ({ value: String(data.code), text: String(data.name) })).sort((a, b) => a.text.localeCompare(b.text, 'id'));

/** Beside the chapter: the vision, and each mission with those of the chapter's initiatives that serve it. */
function visionOf(opened: Opened, promises: Promises, chapter: Chapter, lang: Lang): ChapterPage['vision'] {
  const { wanted } = opened;
  const kept = chapter.initiatives.filter(({ mark }) => mark !== 'removed');
  const by = (mission: string): string[] => kept.filter((row) => servesOf(wanted, opened, row.data.code, lang).some((one) => promises.missionOf(one.planCode, one.nodeCode) === mission)).map((row) => rowName(row, lang));
  const own = rowsOf(wanted, 'masterplan.masterplan')[0]?.data.vision as Record<Lang, string> | null | undefined;
  return { plan: promises.plan, text: promises.vision, masterplan: own?.[lang] ?? null, missions: promises.missions.map((mission) => ({ letter: mission.letter, text: mission.text, by: by(mission.code) })) };
}

function leadOf({ wanted }: Opened, { pillar, initiatives }: Chapter, lang: Lang): string[] {
  const say = reviewWords(lang);
  if (!pillar) return [];
  const purpose = tell(wanted, 'masterplan.pillar', 'purpose', pillar.data.purpose, lang);
  const person = tell(wanted, 'masterplan.pillar', 'person_in_charge', pillar.data.person_in_charge, lang);
  return [...(purpose ? [purpose] : []), person ? say('person', { person }) : say('person.none'), ...(initiatives.length === 0 ? [say('initiatives.none')] : [])];
}

/** What else a row says, in one line. */
function moreOf(all: Tables, { subject, data }: Row, lang: Lang): string {
  const columns = ['element', 'side', 'state', 'action_group', 'kind', 'number', 'signed_on', 'held_on', 'role', 'period', 'horizon', 'initiative_code', 'body_code', 'agency_code', 'starts_on', 'ends_on', 'swot_code', 'strategy_code', 'cost_estimate', 'legal_basis', 'vision'];
  return columns.filter((name) => name in data).flatMap((name) => tell(all, subject, name, data[name], lang) ?? []).join(' · ');
}

function initiativeOf(given: Drawn, row: Row, chapter: Chapter): ThingView {
  const { lang, opened } = given;
  const { data } = row;
  const say = reviewWords(lang);
  const all = row.mark === 'removed' ? opened.inForce : opened.wanted;
  const dated = (text: unknown, day: unknown): string | null => {
    const told = [(text as Record<Lang, string> | null)?.[lang], when(day, lang)].filter(Boolean).join(', ');
    return told === '' ? null : told;
  };
  const word = (name: string): string => columnWord(name, lang);
  const facts = [
    { label: word('kind'), value: tell(all, row.subject, 'kind', data.kind, lang) },
    { label: word('agency_code'), value: data.agency_code ? named(all, 'agency', data.agency_code, lang) : null },
    { label: word('summary'), value: tell(all, row.subject, 'summary', data.summary, lang) },
    { label: say('fact.cost'), value: money(data.cost_estimate, lang) },
    { label: word('quick_win'), value: dated(data.quick_win, data.quick_win_on) },
    { label: word('first_milestone'), value: dated(data.first_milestone, data.first_milestone_on) },
  ];
  const serves = servesOf(all, opened, data.code, lang).map(({ text, plan, basis }) => ({ text: `${text} (${plan})`, basis: say(`basis.${basis as 'document'}`) }));
  const [line] = row.mark === 'changed' ? changeLines(drafts.differenceOf(drafts.tables, { [row.subject]: row.before ? [row.before] : [] }, { [row.subject]: [data] }), opened.inForce, opened.wanted, lang) : [];
  return thingOf(given, { subject: row.subject, key: row.key, name: rowName(row, lang) }, chapter, { facts, serves, changes: line?.fields ?? [], mark: row.mark && say(`mark.${row.mark}`) });
}

function thingOf(given: Drawn, { subject, key, name }: { subject: string; key: string; name: string }, chapter: Chapter, told: Pick<ThingView, 'facts' | 'serves' | 'changes' | 'mark'>): ThingView {
  const { opened: { draft }, may, answer } = given;
  const mayDecide = drafts.mayDecide(draft.state) && may.decide({ pillarCode: chapter.pillar ? String(chapter.pillar.data.code) : null });
  const again = answer && answer.subject === subject && answer.key === key ? answer : null;
  const changed = draft.rows.find((row) => row.subject === subject && row.key === key)?.changedAt;
  return {
    subject, key, name, ...told, anchor: subject === chapterSubject ? 'bab' : `i-${key}`,
    remarks: draft.remarks.filter((one) => one.subject === subject && one.key === key).map((one) => remarkView(given, one, { mayDecide, changed, standing: standingOf(given.opened, given.chapters, one) })),
    form: mayDecide ? { open: again !== null, typed: again?.typed ?? {}, errors: again?.errors ?? {} } : null,
  };
}

function remarkView({ lang, opened, may, timeOf }: Pick<ReviewGiven, 'lang' | 'opened' | 'may' | 'timeOf'>, one: Remark, { mayDecide, changed, standing }: { mayDecide: boolean; changed: Date | undefined; standing: Standing }): RemarkView {
  const say: SayReview = reviewWords(lang);
  const holds = standing === 'open' || standing === 'unfulfilled';
  const alive = drafts.mayDecide(opened.draft.state);
  return {
    id: one.id, decision: say(`decision.${one.decision}`), standing: standing === 'kept' ? null : say(`standing.${standing}`), holds, text: one.text, by: peopleWords(lang)(`role.${one.role as Role}`), at: timeOf(one.madeAt),
    owner: one.ownerAgency === null ? null : named(opened.wanted, 'agency', one.ownerAgency, lang), due: when(one.dueOn, lang), answer: one.answer,
    changedSince: changed !== undefined && changed > one.madeAt && one.closedAt === null, mayAnswer: alive && standing === 'open' && may.edit,
    carryOut: alive && holds && may.edit && one.decision === 'drop' && one.subject === initiativeSubject ? (opened.draft.state === 'draft' ? 'now' : 'later') : null,
    mayWithdraw: alive && holds && may.withdraw(one), mayReopen: alive && mayDecide && standing !== 'kept' && standing !== 'open',
  };
}
