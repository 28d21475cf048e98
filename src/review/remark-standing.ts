import type { Lang } from '#kernel/i18n.ts';
import { rowsOf } from '#kernel/pack-parts.ts';
import { drafts, type Remark } from '#masterplan/index.ts';
import { type Chapter, chaptersOf, chapterSubject, initiativeSubject, rowName } from './chapters.ts';
import { type Opened, keyIn } from './told.ts';

/**
 * How it stands with a decision: `kept` asks for nothing; `open` has no answer; `unfulfilled` has one, but the draft is not as was asked;
 * `done` is in the draft; `withdrawn` is not asked for any more. Words alone do nothing: only the draft, or who asked, ends it.
 */
export type Standing = 'kept' | 'open' | 'unfulfilled' | 'done' | 'withdrawn';

/** Whether a row of the draft belongs to the thing that was decided: the initiative with its steps and actions, or all of a chapter. */
function belongs(remark: Remark, chapter: Chapter | undefined): (row: { subject: string; key: string; data: Record<string, unknown> }) => boolean {
  if (remark.subject === initiativeSubject) return ({ subject, key, data }) => (subject === initiativeSubject ? key === remark.key : data.initiative_code === remark.key);
  const own = new Set([...(chapter?.pillar ? [chapter.pillar] : []), ...(chapter?.initiatives ?? []), ...(chapter?.others ?? []).flatMap(({ rows }) => rows)].map(({ subject, key }) => `${subject} ${key}`));
  return ({ subject, key }) => own.has(`${subject} ${key}`);
}

export function standingOf(opened: Pick<Opened, 'draft' | 'wanted'>, chapters: Chapter[], remark: Remark): Standing {
  if (remark.decision === 'keep') return 'kept';
  if (remark.withdrawnAt !== null) return 'withdrawn';
  if (drafts.isOpen(remark)) return 'open';
  return isFulfilled(opened, chapters, remark) ? 'done' : 'unfulfilled';
}

/** A drop is done when the thing is gone; a change when something of it was changed in the draft after it was asked for. */
function isFulfilled({ draft, wanted }: Pick<Opened, 'draft' | 'wanted'>, chapters: Chapter[], remark: Remark): boolean {
  const there = remark.subject === chapterSubject || rowsOf(wanted, remark.subject).some(({ data }) => keyIn(remark.subject, data) === remark.key);
  if (remark.decision === 'drop') return !there;
  const mine = belongs(remark, chapters.find(({ code }) => code === remark.key));
  return there && draft.rows.some((row) => row.changedAt > remark.madeAt && mine({ subject: row.subject, key: row.key, data: row.definition ?? row.before ?? {} }));
}

/** What holds back the adoption: decisions without an answer, and answered ones that the draft does not have. */
export interface Unsettled {
  remark: Remark;
  standing: 'open' | 'unfulfilled';
  /** The chapter where it is read. */
  chapter: string;
}
export function unsettled(opened: Opened): Unsettled[] {
  const chapters = chaptersOf(opened);
  return opened.draft.remarks.flatMap((remark) => {
    const standing = standingOf(opened, chapters, remark);
    const chapter = chapters.find(({ code, initiatives }) => (remark.subject === chapterSubject ? code === remark.key : initiatives.some(({ key }) => key === remark.key)));
    return standing === 'open' || standing === 'unfulfilled' ? [{ remark, standing, chapter: chapter?.code ?? '' }] : [];
  });
}

/** The name of what was decided; its key where nothing of that key is there any more. */
export function decidedName(chapters: Chapter[], { subject, key }: Pick<Remark, 'subject' | 'key'>, lang: Lang, titleOf: (chapter: Chapter) => string): string {
  if (subject === chapterSubject) return chapters.filter(({ code }) => code === key).map(titleOf)[0] ?? key;
  const row = chapters.flatMap(({ initiatives }) => initiatives).find((one) => one.key === key);
  return row ? rowName(row, lang) : key;
}

/** Of how many initiatives and chapters somebody has decided something. A fact to be read: what nobody has decided holds nothing back. */
export function decidedCounts(opened: Opened): { initiatives: [number, number]; chapters: [number, number] } {
  const chapters = chaptersOf(opened);
  const has = (subject: string, key: string): boolean => opened.draft.remarks.some((one) => one.subject === subject && one.key === key);
  const initiatives = chapters.flatMap((chapter) => chapter.initiatives);
  return { initiatives: [initiatives.filter(({ key }) => has(initiativeSubject, key)).length, initiatives.length], chapters: [chapters.filter(({ code }) => has(chapterSubject, code)).length, chapters.length] };
}
