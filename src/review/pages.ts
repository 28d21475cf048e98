import { type Choice, type FieldErrors, fieldsOf, type FieldView, type Typed, typedFrom } from '#editing/index.ts';
import type { Lang } from '#kernel/i18n.ts';
import type { PackProblem } from '#kernel/pack-file.ts';
import { type Data, drafts } from '#masterplan/index.ts';
import { chaptersOf, rowsOfDraft } from './chapters.ts';
import { chapterTitle } from './chapter-page.ts';
import { decidedCounts, decidedName, unsettled, type Unsettled } from './remark-standing.ts';
import { formColumns, type Kind, kinds, tableOf } from './kinds.ts';
import { changeLines, type ChangeLine, codesIn, draftChanges, legalText, nameOf, type Opened, toldProblem } from './told.ts';
import { reviewWords } from './words.ts';

type Listed = Awaited<ReturnType<typeof drafts.list>>[number];
type Version = Awaited<ReturnType<typeof drafts.versions>>[number];

export interface MasterplanPage {
  title: string;
  inForce: string;
  drafts: { name: string; state: string; begun: string; href: string; reviewHref: string }[];
  versions: { title: string; legal: string; adopted: string | null; fileHref: string | null; compareHref: string | null }[];
  mayEdit: boolean;
  typed: string;
  errors: Record<string, string>;
}

interface MasterplanGiven {
  lang: Lang;
  masterplan: Data | null;
  all: Listed[];
  versions: Version[];
  href(path: string): string;
  timeOf(at: Date): string;
  mayEdit: boolean;
  answer: { typed: string; error: string } | null;
}

/** Drafts and versions of the masterplan. */
export function masterplanPage({ lang, masterplan, all, versions, href, timeOf, mayEdit, answer }: MasterplanGiven): MasterplanPage {
  const say = reviewWords(lang);
  return {
    title: say('title'), inForce: masterplan ? say('inforce', { name: nameOf(masterplan, lang), legal: masterplan.legal_basis === null ? say('legal.none') : legalText(String(masterplan.legal_basis), lang) }) : say('inforce.none'),
    drafts: all.map((one) => ({ name: one.name, state: say(`state.${one.state}`), begun: timeOf(one.begunAt), href: href(`/kerja/masterplan/${one.id}`), reviewHref: href(`/kerja/tinjauan/${one.id}`) })),
    versions: versions.map((one, n) => ({
      title: say('version', { n: one.version, name: one.name }), legal: one.legalNumber === null ? say('legal.none') : legalText([one.legalNumber, one.legalDay].filter(Boolean).join(', '), lang), adopted: one.adoptedAt ? timeOf(one.adoptedAt) : null,
      fileHref: one.file === null ? null : href(`/kerja/berkas/${one.file}`),
      compareHref: versions[n + 1] ? href(`/kerja/masterplan/beda?dari=${versions[n + 1]?.version}&ke=${one.version}`) : null,
    })),
    mayEdit, typed: answer?.typed ?? '', errors: answer ? { nama: answer.error } : {},
  };
}

export interface DraftPage {
  id: string;
  name: string;
  state: string;
  said: string | null;
  errors: Record<string, string>;
  /** `href` null for who only reads. */
  kinds: { title: string; href: string | null; count: string; changed: string | null }[];
  changesTitle: string;
  changes: (ChangeLine & { kindWord: string; changeWord: string })[];
  outdated: { subject: string; key: string; name: string; ours: ChangeLine['fields']; now: string }[];
  hindrances: { text: string; href: string | null }[];
  /** Of how many things the leaders have decided: a fact, no condition. */
  decided: string;
  reviewHref: string;
  chapters: { title: string; href: string; open: string | null }[];
  may: { edit: boolean; propose: boolean; takeBack: boolean; withdraw: boolean; adopt: boolean };
  typed: { nomor: string; hari: string };
}

interface DraftGiven {
  lang: Lang;
  opened: Opened;
  hindrances: { state: boolean; unsettled: Unsettled[]; outdated: number; problems: Pick<PackProblem, 'field' | 'given' | 'expected'>[]; unchanged: boolean };
  href(path: string): string;
  may: { edit: boolean; adopt: boolean };
  said: string | null;
  answer: { typed: { nomor: string; hari: string }; errors: Record<string, string> } | null;
}

/** A draft beside what is in force: what it holds, what it changes, and what stands between it and its adoption. */
export function draftPage({ lang, opened, hindrances, href, may, said, answer }: DraftGiven): DraftPage {
  const say = reviewWords(lang);
  const { draft } = opened;
  const [here, review] = [href(`/kerja/masterplan/${draft.id}`), href(`/kerja/tinjauan/${draft.id}`)];
  const changes = draftChanges(opened);
  const writing = draft.state === 'draft' && may.edit;
  const held = unsettled(opened);
  const openIn = (code: string): number => held.filter(({ chapter }) => chapter === code).length;
  return {
    id: draft.id, name: draft.name, state: say(`state.${draft.state}`), said, errors: answer?.errors ?? {}, reviewHref: review, typed: answer?.typed ?? { nomor: '', hari: '' },
    kinds: (Object.keys(kinds) as Kind[]).map((kind) => {
      const changed = changes.filter(({ subject }) => subject === tableOf(kind).name).length;
      return { title: say(`kind.${kind}`), href: may.edit ? `${here}/${kind}` : null, count: say('rows.count', { n: rowsOfDraft(opened, kinds[kind]).filter(({ mark }) => mark !== 'removed').length }), changed: changed > 0 ? say('changed.count', { n: changed }) : null };
    }),
    changesTitle: say(draft.version === null ? 'changes' : 'changes.adopted', { n: draft.version ?? 0 }), changes: linesOf(changes, opened, lang),
    outdated: drafts.mayDecide(draft.state) ? opened.outdated.map((one) => {
      const [line] = changeLines([{ subject: one.subject, key: one.key, before: one.now, after: one.definition, fields: one.now && one.definition ? Object.keys(one.definition).filter((name) => JSON.stringify(one.now?.[name] ?? null) !== JSON.stringify(one.definition?.[name] ?? null)) : [] }], opened.inForce, opened.wanted, lang);
      return { subject: one.subject, key: one.key, name: line?.name ?? one.key, ours: line?.fields ?? [], now: one.now === null ? say('outdated.gone') : say('outdated.other') };
    }) : [],
    hindrances: drafts.mayDecide(draft.state) ? hindrancesOf(hindrances, opened, review, lang) : [], decided: decidedTold(opened, lang),
    chapters: chaptersOf(opened).map((one) => ({ title: chapterTitle(one, lang), href: `${review}/${one.code}`, open: openIn(one.code) > 0 ? say('open.count', { n: openIn(one.code) }) : null })),
    may: { edit: writing, propose: writing, takeBack: draft.state === 'proposed' && may.edit, withdraw: drafts.mayDecide(draft.state) && may.edit, adopt: draft.state === 'proposed' && may.adopt },
  };
}

/** What stands between a draft and its adoption: each decision by its name, with the way to it. */
function hindrancesOf(found: DraftGiven['hindrances'], opened: Opened, review: string, lang: Lang): DraftPage['hindrances'] {
  const say = reviewWords(lang);
  const chapters = chaptersOf(opened);
  const bare = (text: string) => ({ text, href: null });
  const asked = found.unsettled.map(({ remark, standing, chapter }) => {
    const name = decidedName(chapters, remark, lang, (one) => chapterTitle(one, lang));
    return { text: say(standing === 'open' ? 'hinder.open' : `hinder.unfulfilled.${remark.decision as 'drop' | 'change'}`, { name, decision: say(`decision.${remark.decision}`) }), href: chapter === '' ? null : `${review}/${chapter}#c-${remark.id}` };
  });
  return [
    ...(found.unchanged ? [bare(say('hinder.unchanged'))] : []), ...asked, ...(found.outdated > 0 ? [bare(say('hinder.outdated', { n: found.outdated }))] : []),
    ...found.problems.slice(0, 20).map((one) => bare(say('hinder.problem', toldProblem(one, lang)))), ...(found.state ? [bare(say('hinder.state'))] : []),
  ];
}

function decidedTold(opened: Opened, lang: Lang): string {
  const { initiatives: [a, b], chapters: [c, d] } = decidedCounts(opened);
  return reviewWords(lang)('decided.fact', { a, b, c, d });
}

/** Changed rows with the words that the pages show. */
export function linesOf(changes: ReturnType<typeof draftChanges>, { inForce, wanted }: Pick<Opened, 'inForce' | 'wanted'>, lang: Lang): DraftPage['changes'] {
  const say = reviewWords(lang);
  return changeLines(changes, inForce, wanted, lang).map((line) => ({ ...line, kindWord: say(`kind.${line.kind as Kind}`), changeWord: say(`mark.${line.change}`) }));
}

export interface RowPage {
  title: string;
  draft: { name: string; href: string };
  kind: { title: string; href: string };
  /** Null is the form of one row. */
  list: { text: string; code: string; mark: string | null; href: string }[] | null;
  addHref: string | null;
  said: string | null;
  errors: FieldErrors;
  /** `at` says in the address of the form which row it is. */
  form: { fields: FieldView[]; seen: string; at: string; mayRemove: boolean } | null;
}

interface RowGiven {
  lang: Lang;
  opened: Opened;
  kind: Kind;
  address: string;
  /** The row that is changed; undefined is the list. */
  row: { key: string | null; data: Data | null } | undefined;
  seen: string;
  said: string | null;
  answer: { typed: Typed; errors: FieldErrors } | null;
}

/** The rows of one kind in a draft, or the form of one of them. */
export function rowPage({ lang, opened, kind, address, row, seen, said, answer }: RowGiven): RowPage {
  const say = reviewWords(lang);
  const here = `${address}/${kind}`;
  const columns = formColumns(kind);
  const writing = opened.draft.state === 'draft';
  const base = { draft: { name: opened.draft.name, href: address }, kind: { title: say(`kind.${kind}`), href: here }, said };
  if (row === undefined) return {
    ...base, title: say(`kind.${kind}`), errors: {}, form: null, addHref: writing && !(kind === 'umum' && rowsOfDraft(opened, kinds[kind]).length > 0) ? `${here}?baru` : null,
    list: rowsOfDraft(opened, kinds[kind]).map((one) => ({ text: nameOf(one.data, lang), code: one.key, mark: one.mark && say(`mark.${one.mark}`), href: one.mark === 'removed' ? '' : `${here}?kode=${encodeURIComponent(one.key)}` })),
  };
  const codes: Record<string, Choice[]> = codesIn(opened.wanted, lang);
  return {
    ...base, title: row.data ? nameOf(row.data, lang) : say('row.new', { kind: say(`kind.${kind}`) }), list: null, addHref: null, errors: answer?.errors ?? {},
    form: writing ? { fields: fieldsOf({ columns, fixed: tableOf(kind).key, codes }, answer?.typed ?? typedFrom(columns, row.data, lang), answer?.errors ?? {}, lang, row.data === null), seen, at: row.key === null ? '&baru' : `&kode=${encodeURIComponent(row.key)}`, mayRemove: row.data !== null && kind !== 'umum' } : null,
  };
}

export interface DifferencePage {
  title: string;
  lead: string;
  lines: DraftPage['changes'];
  versions: { value: string; text: string }[];
  from: string;
  to: string;
}

/** What two versions have otherwise, row by row. */
export function differencePage({ lang, versions, from, to, all }: { lang: Lang; versions: Version[]; from: Version & { rows: Record<string, Data[]> }; to: Version & { rows: Record<string, Data[]> }; all: Opened['inForce'] }): DifferencePage {
  const say = reviewWords(lang);
  const changes = drafts.differenceOf(drafts.tables, from.rows, to.rows);
  const tablesOf = ({ rows }: { rows: Record<string, Data[]> }): Opened['inForce'] => new Map([...all, ...Object.entries(rows).map(([name, own]) => [name, own.map((data) => ({ file: '', line: 0, data }))] as const)]);
  const count = (change: ChangeLine['change']): number => lines.filter((one) => one.change === change).length;
  const lines = linesOf(changes, { inForce: tablesOf(from), wanted: tablesOf(to) }, lang);
  const told = (one: Version): string => say('version', { n: one.version, name: one.name });
  return {
    title: say('difference', { from: from.version, to: to.version }), lead: lines.length === 0 ? say('difference.none') : say('difference.lead', { added: count('added'), changed: count('changed'), removed: count('removed') }), lines,
    versions: versions.map((one) => ({ value: String(one.version), text: told(one) })), from: String(from.version), to: String(to.version),
  };
}
