import type { Lang } from '#kernel/i18n.ts';
import type { Sheet } from '#kernel/spreadsheet.ts';
import type { Remark } from '#masterplan/index.ts';
import { peopleWords, type Role } from '#people/index.ts';
import { chaptersOf, chapterSubject, initiativeSubject, promisesOf, type Row, rowName, rowsOfDraft, servesOf } from '../chapters.ts';
import { chapterTitle } from '../chapter-page.ts';
import { linesOf } from '../pages.ts';
import { standingOf } from '../remark-standing.ts';
import { columnWord, draftChanges, money, named, nameOf, type Opened, when } from '../told.ts';
import { reviewWords } from '../words.ts';

/** What every paper says of itself: plain texts, in one language. */
export interface PaperHead {
  lang: string;
  region: string;
  title: string;
  about: string;
  page: string;
  fictional: string | null;
}
export interface PaperGiven {
  lang: Lang;
  opened: Opened;
  /** The region's name, and what stands on all of a region that does not exist. */
  region: string;
  fictional: string | null;
  at: Date;
  timeOf(at: Date): string;
}

type Word = 'pdf.minutes' | 'pdf.changes' | 'pdf.commitment';
function headOf({ lang, opened, region, fictional, at, timeOf }: PaperGiven, word: Word, of = ''): PaperHead {
  const say = reviewWords(lang);
  return { lang, region, fictional, title: `${say(word)}${of === '' ? '' : `: ${of}`}`, about: say('pdf.about', { draft: opened.draft.name, state: say(`state.${opened.draft.state}`), at: timeOf(at) }), page: say('pdf.page') };
}

/** Each decision in the order of the chapters, then of time. */
function decided({ lang, opened, timeOf }: PaperGiven) {
  const say = reviewWords(lang);
  const chapters = chaptersOf(opened);
  return chapters.flatMap((chapter) => {
    const things: { subject: string; key: string; name: string }[] = [{ subject: chapterSubject, key: chapter.code, name: say('chapter.whole') }, ...chapter.initiatives.map((row) => ({ subject: row.subject, key: row.key, name: rowName(row, lang) }))];
    return things.flatMap(({ subject, key, name }) => opened.draft.remarks.filter((one) => one.subject === subject && one.key === key).map((one) => ({
      id: one.id, chapter: chapterTitle(chapter, lang), name, decision: say(`decision.${one.decision}`), text: one.text ?? '', by: peopleWords(lang)(`role.${one.role as Role}`), at: timeOf(one.madeAt),
      owner: one.ownerAgency === null ? '' : named(opened.wanted, 'agency', one.ownerAgency, lang), ownerAgency: one.ownerAgency, due: when(one.dueOn, lang) ?? '', answer: one.answer ?? '',
      state: one.decision === 'keep' ? '' : say(`standing.${standingOf(opened, chapters, one) as 'open'}`),
    })));
  });
}

export function minutesOf(given: PaperGiven) {
  const say = reviewWords(given.lang);
  return {
    ...headOf(given, 'pdf.minutes'), none: say('pdf.none'), attended: say('pdf.attended'), head: [say('pdf.thing'), say('pdf.decision'), say('pdf.remark'), say('pdf.work'), say('pdf.outcome')],
    rows: decided(given).map((one) => [`${one.chapter}: ${one.name}`, `${one.decision} (${one.by}, ${one.at})`, one.text, [one.owner, one.due].filter((part) => part !== '').join(', '), [one.state, one.answer].filter((part) => part !== '').join(': ')]),
  };
}

export function changesOf(given: PaperGiven) {
  const say = reviewWords(given.lang);
  const none = say('none');
  return {
    ...headOf(given, 'pdf.changes'), none: say('changes.none'), head: [say('pdf.kind'), say('pdf.name'), say('pdf.change'), say('pdf.detail')],
    rows: linesOf(draftChanges(given.opened), given.opened, given.lang).map((line) => [line.kindWord, line.name, line.changeWord, line.fields.map(({ label, before, after }) => `${label}: ${before ?? none} → ${after ?? none}`).join('\n')]),
  };
}

/** What somebody can commit to: it stays in the draft, and it has not stopped. */
const commitments = (opened: Opened): Row[] => rowsOfDraft(opened, 'initiative').filter(({ mark, data }) => mark !== 'removed' && data.state !== 'stopped');

/** What the leaders ask an agency to do: to change what stays. Why a thing is dropped is no task, and what was withdrawn is none any more. */
function tasksOf(opened: Opened): Remark[] {
  const kept = new Set(commitments(opened).map(({ key }) => key));
  return opened.draft.remarks.filter((one) => one.decision === 'change' && one.withdrawnAt === null && (one.subject !== initiativeSubject || kept.has(one.key)));
}

/** Agencies that the draft gives work to: of an initiative, or by a decision. */
export function committed({ opened, lang }: Pick<PaperGiven, 'opened' | 'lang'>): { code: string; name: string; initiatives: number }[] {
  const initiatives = commitments(opened).filter(({ data }) => data.agency_code);
  const codes = new Set([...initiatives.map(({ data }) => String(data.agency_code)), ...tasksOf(opened).flatMap(({ ownerAgency }) => ownerAgency ?? [])]);
  return [...codes].map((code) => ({ code, name: named(opened.wanted, 'agency', code, lang), initiatives: initiatives.filter(({ data }) => data.agency_code === code).length })).sort((a, b) => a.name.localeCompare(b.name, lang));
}

export function commitmentOf(given: PaperGiven, agency: { code: string; name: string }) {
  const { lang, opened } = given;
  const say = reviewWords(lang);
  const missing = say('fact.missing');
  const dated = (text: unknown, day: unknown): string => [(text as Record<Lang, string> | null)?.[lang], when(day, lang)].filter(Boolean).join(', ') || missing;
  const tasks = new Set(tasksOf(opened).filter((one) => one.ownerAgency === agency.code).map(({ id }) => id));
  const own = commitments(opened).filter(({ data }) => data.agency_code === agency.code);
  return {
    ...headOf(given, 'pdf.commitment', agency.name), commit: say('pdf.commit', { agency: agency.name }), tasks: say('pdf.tasks'), tasksNone: say('pdf.tasks.none'),
    initiatives: own.map((row) => ({
      name: rowName(row, lang),
      facts: [
        [say('serves'), servesOf(opened.wanted, opened, row.data.code, lang).map(({ text, plan }) => `${text} (${plan})`).join('; ') || say('serves.none')], [say('fact.cost'), money(row.data.cost_estimate, lang) ?? missing],
        [columnWord('quick_win', lang), dated(row.data.quick_win, row.data.quick_win_on)], [columnWord('first_milestone', lang), dated(row.data.first_milestone, row.data.first_milestone_on)],
      ],
    })),
    asked: decided(given).filter(({ id }) => tasks.has(id)).map((one) => `${one.name}: ${one.text}${one.due === '' ? '' : ` (${one.due})`}`),
    signs: [say('pdf.sign.head', { agency: agency.name }), say('pdf.sign.leader')], place: say('pdf.sign.place'), sign: say('pdf.sign'),
  };
}

/** Missions × pillars, each cell the initiatives that stand there; and the initiatives one a row. */
export function matrixSheets({ lang, opened }: PaperGiven): Sheet[] {
  const say = reviewWords(lang);
  const promises = promisesOf(opened.wanted, opened, lang);
  const initiatives = rowsOfDraft(opened, 'initiative').filter(({ mark }) => mark !== 'removed').map((row) => ({ row, serves: servesOf(opened.wanted, opened, row.data.code, lang) }));
  const pillars = rowsOfDraft(opened, 'pillar').filter(({ mark }) => mark !== 'removed');
  const missionsOf = (one: (typeof initiatives)[number]): string[] => one.serves.flatMap(({ planCode, nodeCode }) => promises?.missionOf(planCode, nodeCode) ?? []);
  const homeless = initiatives.filter(({ row }) => !pillars.some((pillar) => pillar.data.code === row.data.pillar_code));
  const cell = (of: typeof initiatives): string => of.map(({ row }) => rowName(row, lang)).join('\n');
  const line = (title: string, of: typeof initiatives): string[] => [title, ...pillars.map((pillar) => cell(of.filter(({ row }) => row.data.pillar_code === pillar.data.code))), ...(homeless.length > 0 ? [cell(of.filter((one) => homeless.includes(one)))] : [])];
  const word = (name: string): string => columnWord(name, lang);
  const cost = (given: unknown): number | null => (given === null || given === undefined ? null : Number(given));
  return [
    { name: say('xlsx.matrix'), rows: [[say('xlsx.mission'), ...pillars.map((pillar) => rowName(pillar, lang)), ...(homeless.length > 0 ? [say('xlsx.nopillar')] : [])], ...(promises?.missions ?? []).map((mission) => line([mission.letter, mission.text].filter(Boolean).join(' '), initiatives.filter((one) => missionsOf(one).includes(mission.code)))), line(say('xlsx.none'), initiatives.filter((one) => missionsOf(one).length === 0))] },
    {
      name: say('initiatives'), rows: [[say('xlsx.code'), say('pdf.name'), say('xlsx.pillar'), say('xlsx.agency'), say('xlsx.serves'), say('xlsx.cost'), word('quick_win'), word('quick_win_on'), word('first_milestone'), word('first_milestone_on')],
        ...initiatives.map(({ row: { key, data }, serves }) => [key, nameOf(data, lang), data.pillar_code ? named(opened.wanted, 'pillar', data.pillar_code, lang) : null, data.agency_code ? named(opened.wanted, 'agency', data.agency_code, lang) : null, serves.map(({ text, plan }) => `${text} (${plan})`).join('\n'), cost(data.cost_estimate), ...['quick_win', 'first_milestone'].flatMap((name) => [(data[name] as Record<Lang, string> | null | undefined)?.[lang] ?? null, (data[`${name}_on`] as string | null) ?? null])])],
    },
  ];
}

export function changeSheets(given: PaperGiven): Sheet[] {
  const { lang, opened } = given;
  const say = reviewWords(lang);
  const lines = linesOf(draftChanges(opened), opened, lang);
  return [
    { name: say('pdf.change'), rows: [[say('pdf.kind'), say('xlsx.code'), say('pdf.name'), say('pdf.change'), say('xlsx.field'), say('xlsx.before'), say('xlsx.after')], ...lines.flatMap((line) => (line.fields.length === 0 ? [{ label: null, before: null, after: null }] : line.fields).map(({ label, before, after }) => [line.kindWord, line.key, line.name, line.changeWord, label, before, after]))] },
    { name: say('xlsx.decisions'), rows: [[say('pdf.kind'), say('pdf.thing'), say('pdf.decision'), say('pdf.remark'), say('xlsx.by'), say('xlsx.at'), say('xlsx.owner'), say('xlsx.due'), say('pdf.outcome'), say('xlsx.answer')], ...decided(given).map((one) => [one.chapter, one.name, one.decision, one.text, one.by, one.at, one.owner, one.due, one.state, one.answer])] },
  ];
}
