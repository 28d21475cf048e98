import { fail, redirect } from '@sveltejs/kit';
import { carryOut } from '#app/masterplan-drafts.ts';
import { Fault } from '#kernel/faults.ts';
import { rowsOf } from '#kernel/pack-parts.ts';
import { isPeriod } from '#kernel/periods.ts';
import { type Decision, drafts, type Remark } from '#masterplan/index.ts';
import { permit } from '#people/index.ts';
import { chapterPage, chaptersOf, pillarOf, type ReviewAnswer, reviewWords, toldProblem } from '#review/index.ts';
import { textOf } from '#workspace/index.ts';
import { isKept, openForm } from '../../../asking.ts';
import { hrefIn, mayIn, openFor, openHere, saidIn, timeIn, todayIn } from '../../../masterplan/opening.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

type Event = Pick<RequestEvent, 'locals' | 'params'>;
type Wrong = { form: 'jawab' | 'cabut' | 'jalankan'; id: string; text: string; error: string };

async function shown({ locals, params }: Event, { said = null, answer = null, wrong = null }: { said?: string | null; answer?: ReviewAnswer | null; wrong?: Wrong | null }) {
  const opened = await openHere(locals, params.draft);
  const { posts } = await locals.signedIn();
  const may = { edit: await mayIn(locals, 'masterplan.edit'), withdraw: (remark: Remark) => posts.some((post) => permit([post], 'masterplan.decide', { pillarCode: post.pillarCode }) !== null && drafts.mayWithdraw(remark, { postId: post.id, role: post.role })), decide: (thing: { pillarCode: string | null }) => permit(posts, 'masterplan.decide', thing) !== null };
  const view = chapterPage({ lang: locals.lang, opened, code: params.chapter, address: hrefIn(locals)(`/kerja/tinjauan/${params.draft}`), may, answer, said, timeOf: timeIn(locals) });
  if (!view) throw new Fault('page.unknown', 404, { given: params.chapter.slice(0, 80), expected: 'a chapter of this draft' });
  return { view, wrong };
}

export const load: PageServerLoad = async (event) => ((await isKept(event.locals, event.request)) ? { view: null, wrong: null } : shown(event, { said: saidIn(event.locals, event.url) }));

const textIn = (form: FormData, name: string): string => textOf(form, name).replaceAll('\r\n', '\n').replaceAll('\0', '').trim().slice(0, 2_000);

/** What is wrong with a decision as it was typed; what it lacks is asked of the rules. A chapter is kept or changed: only an initiative can be dropped. */
function errorsOf(locals: App.Locals, subject: string, typed: Record<string, string>, agencies: string[]): Record<string, string> {
  const say = reviewWords(locals.lang);
  const { decision, text, owner = '', due = '' } = typed;
  if (!drafts.decisions.includes(decision as Decision) || (subject === 'chapter' && decision === 'drop')) return { decision: say('wrong.decision') };
  const isDay = /^\d{4}-\d\d-\d\d$/.test(due) && isPeriod(due);
  const wrong: Record<string, boolean> = { text: decision !== 'keep' && text === '', owner: (owner === '' && decision === 'change') || (owner !== '' && !agencies.includes(owner)), due: (due === '' && decision === 'change') || (due !== '' && (!isDay || due < todayIn(locals))) };
  return Object.fromEntries((['text', 'owner', 'due'] as const).filter((name) => wrong[name]).map((name) => [name, name === 'due' && due !== '' ? say(isDay ? 'wrong.due.past' : 'wrong.day', { given: due }) : say(`wrong.${name}`)]));
}

const back = ({ locals, params }: Event, said: string, anchor: string): never => redirect(303, `${hrefIn(locals)(`/kerja/tinjauan/${params.draft}/${encodeURIComponent(params.chapter)}`)}?pesan=${said}#${anchor}`);

export const actions: Actions = {
  putuskan: async (event) => {
    const { locals, params } = event;
    const { form, kept } = await openForm(event);
    if (kept) return kept;
    const opened = await openFor(locals, params.draft, 'masterplan.decide');
    const about = { subject: textOf(form, 'subject'), key: textOf(form, 'key') };
    const thing = pillarOf(chaptersOf(opened), about.subject, about.key);
    const post = await locals.need('masterplan.decide', thing ?? {});
    if (!thing) throw new Fault('definition.unknown', 404, { given: about.key.slice(0, 80), expected: 'an initiative or a chapter of this draft' });
    const typed = Object.fromEntries(['decision', 'text', 'owner', 'due'].map((name) => [name, textIn(form, name)]));
    const errors = errorsOf(locals, about.subject, typed, rowsOf(opened.wanted, 'people.agency').map(({ data }) => String(data.code)));
    if (Object.keys(errors).length > 0) return fail(422, await shown(event, { answer: { ...about, typed, errors } }));
    const orNull = (name: string): string | null => (typed[name] === '' ? null : (typed[name] ?? null));
    await locals.write((tx) => drafts.decide(locals.ctx(post), tx, params.draft, { ...about, role: post.role, decision: typed.decision as Decision, text: orNull('text'), ownerAgency: orNull('owner'), dueOn: orNull('due') }));
    back(event, 'decided', about.subject === 'chapter' ? 'bab' : `i-${about.key}`);
  },
  cabut: async (event) => {
    const { locals, params } = event;
    const { form, kept } = await openForm(event);
    if (kept) return kept;
    const [remark, text] = [textOf(form, 'remark'), textIn(form, 'alasan')];
    const opened = await openFor(locals, params.draft, 'masterplan.decide');
    const found = opened.draft.remarks.find(({ id }) => id === remark);
    const post = await locals.need('masterplan.decide', (found && pillarOf(chaptersOf(opened), found.subject, found.key)) ?? {});
    if (text === '') return fail(422, await shown(event, { wrong: { form: 'cabut', id: remark, text, error: reviewWords(locals.lang)('wrong.withdraw') } }));
    await locals.write((tx) => drafts.withdraw(locals.ctx(post), tx, params.draft, remark, text, post.role));
    back(event, 'withdrawn', `c-${remark}`);
  },
  jalankan: async (event) => {
    const { locals, params } = event;
    const { form, kept } = await openForm(event);
    if (kept) return kept;
    const ctx = locals.ctx(await locals.need('masterplan.edit'));
    const [remark, say] = [textOf(form, 'remark'), reviewWords(locals.lang)];
    const { problems } = await locals.write((tx) => carryOut(ctx, tx, params.draft, remark, say('carried.out')));
    if (problems.length > 0) return fail(422, await shown(event, { wrong: { form: 'jalankan', id: remark, text: '', error: problems.slice(0, 3).map((one) => say('hinder.problem', toldProblem(one, locals.lang))).join(' ') } }));
    back(event, 'carried', `c-${remark}`);
  },
  jawab: async (event) => {
    const { locals, params } = event;
    const { form, kept } = await openForm(event);
    if (kept) return kept;
    const ctx = locals.ctx(await locals.need('masterplan.edit'));
    const [remark, text] = [textOf(form, 'remark'), textIn(form, 'jawaban')];
    if (text === '') return fail(422, await shown(event, { wrong: { form: 'jawab', id: remark, text, error: reviewWords(locals.lang)('wrong.answer') } }));
    await locals.write((tx) => drafts.answer(ctx, tx, params.draft, remark, text));
    back(event, 'answered', `c-${remark}`);
  },
  buka: async (event) => {
    const { locals, params } = event;
    const { form, kept } = await openForm(event);
    if (kept) return kept;
    const remark = textOf(form, 'remark');
    const opened = await openFor(locals, params.draft, 'masterplan.decide');
    const found = opened.draft.remarks.find(({ id }) => id === remark);
    const post = await locals.need('masterplan.decide', (found && pillarOf(chaptersOf(opened), found.subject, found.key)) ?? {});
    await locals.write((tx) => drafts.reopen(locals.ctx(post), tx, params.draft, remark));
    back(event, 'reopened', `c-${remark}`);
  },
};
