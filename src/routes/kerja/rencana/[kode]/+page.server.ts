import { redirect, type RequestEvent } from '@sveltejs/kit';
import { consequenceOf, consequenceOfLast } from '#app/plan-consequence.ts';
import { planPages } from '#editing/index.ts';
import { Fault } from '#kernel/faults.ts';
import type { Action } from '#people/index.ts';
import { authoring, type PlanVersion, treeRules, type VersionKey, versionReads } from '#plan/index.ts';
import { textOf } from '#workspace/index.ts';
import { askingOf, isKept, openForm, seenOf } from '../../asking.ts';
import { again, agencyNames, decreeOf, filesAddress, mayI, numberIn, pathTo, planAddress, plansAddress, postNames, refusedBy, typedIn, versionAt } from '../plan-routes.ts';
import type { Actions, PageServerLoad } from './$types';

/** Of a larger plan the consequence is not worked out after each step in its outline. */
const mostShown = 2_000;
type Answer = Parameters<typeof planPages.outline>[0]['answer'];
type Event = Pick<RequestEvent, 'locals' | 'url'> & { params: { kode: string } };
const needed: Record<string, Action> = { ajukan: 'plan.propose', tarik: 'plan.propose', tetapkan: 'plan.adopt', catat: 'plan.remark', tutup: 'plan.remark' };
const keyOf = (plan: PlanVersion): VersionKey => ({ planCode: plan.code, planVersion: plan.version });

/** One level of the outline, whatever the plan's size: the path to a node, and a page of what lies below. */
async function shown({ locals, url, params }: Event, answer: Answer) {
  const code = url.searchParams.get('simpul')?.slice(0, 100) ?? null;
  const from = numberIn(url, 'mulai');
  const most = planPages.rowsOfPage;
  const found = await locals.read(async (tx) => {
    const plan = await versionAt(tx, params.kode, url);
    const tree = code === null ? treeRules.of([]) : await versionReads.path(tx, keyOf(plan), code);
    if (code !== null && !tree.nodes.has(code)) throw new Fault('plan.node_unknown', 404, { given: code, expected: 'a node of this version' });
    const rows = await versionReads.below(tx, keyOf(plan), code, from, most + 1);
    const last = plan.draft && plan.status === 'draft' ? ((await versionReads.last(tx, keyOf(plan))) ?? null) : null;
    const unbalanced = last && last.revision === plan.draft?.revision ? await versionReads.unbalanced(tx, keyOf(plan), plan.levels, last.changes) : [];
    const large = await versionReads.exceeds(tx, keyOf(plan), mostShown);
    return { plan, unbalanced, large, path: pathTo(tree, code), rows: rows.slice(0, most), more: rows.length > most, last, remarks: plan.draft ? await versionReads.remarks(tx, keyOf(plan)) : { open: [], closed: [], closedCount: 0 }, agencies: await agencyNames(tx), by: await postNames(tx, locals.lang) };
  });
  const may = { edit: await mayI(locals, 'plan.edit'), propose: await mayI(locals, 'plan.propose'), adopt: await mayI(locals, 'plan.adopt'), remark: await mayI(locals, 'plan.remark'), file: await mayI(locals, 'masterplan.read') };
  const said = (['saved', 'moved', 'same', 'undone'] as const).find((one) => url.searchParams.get('kabar') === one) ?? null;
  const stepped = said === 'moved' && !answer && found.last && !found.large ? await consequenceOfLast(locals, keyOf(found.plan), found.last) : null;
  return planPages.outline({ ...found, stepped, lang: locals.lang, today: (await askingOf(locals)).today, from, address: planAddress(locals, params.kode), fileAddress: filesAddress(locals), may, answer, said: answer ? null : said });
}

export const load: PageServerLoad = async (event) => {
  const { locals, request } = event;
  if (await isKept(locals, request)) return { outline: null };
  await locals.need('work.see');
  locals.scripted = true;
  return { outline: await shown(event, null) };
};

export const actions: Actions = {
  default: async (event) => {
    const { locals, request, url, params } = event;
    locals.scripted = true;
    const { form, kept } = await openForm({ locals, request });
    if (kept) return kept;
    const op = textOf(form, 'op').slice(0, 120);
    await locals.need(needed[op] ?? 'plan.edit');
    const plan = await locals.read((tx) => versionAt(tx, params.kode, url));
    const [values, check] = [typedIn(form), textOf(form, 'go') === 'check'];
    let done: { kabar: string; simpul: string | null };
    try {
      if (check) {
        const consequence = await consequenceFor(event, plan, op, form);
        return { outline: await shown(event, { op, values, errors: {}, others: [], unready: [], consequence }) };
      }
      done = await doneBy(event, plan, op, form);
    } catch (error) {
      const { status, ...refused } = refusedBy(error, op, locals.lang);
      return again(status, { outline: await shown(event, { op, values, ...refused, consequence: null }) });
    }
    if (op === 'buang') redirect(303, `${plansAddress(locals)}?kabar=dibuang`);
    const here = new URLSearchParams({ versi: String(plan.version), ...(done.simpul === null ? {} : { simpul: done.simpul }), ...(url.searchParams.has('mulai') ? { mulai: String(numberIn(url, 'mulai')) } : {}), kabar: done.kabar });
    const moved = textOf(form, op === 'seret' ? 'moved' : 'go').split(' ').at(-1) ?? '';
    redirect(303, `${planAddress(locals, params.kode)}?${here}${op === 'langkah' || op === 'seret' ? `#n-${encodeURIComponent(moved)}` : ''}`);
  },
};

const unknown = (op: string): Fault => new Fault('form.invalid', 400, { given: op, expected: 'an operation of this page' });

function editOf({ locals, url }: Event, plan: PlanVersion, op: string, form: FormData) {
  const operation = planPages.operationFrom(op, url.searchParams.get('simpul')?.slice(0, 100) ?? null, form, locals.lang);
  if (!operation) throw unknown(op);
  return { ...keyOf(plan), seen: seenOf(form, 'seen') ?? -1, operation };
}

const consequenceFor = (event: Event, plan: PlanVersion, op: string, form: FormData) => consequenceOf(event.locals, editOf(event, plan, op, form));

/** A text as it is counted: a browser sends two signs for each end of a line. */
function written(form: FormData, name: string): string {
  const given = form.get(name);
  return typeof given === 'string' ? given.replaceAll('\r\n', '\n') : '';
}

async function doneBy(event: Event, plan: PlanVersion, op: string, form: FormData): Promise<{ kabar: string; simpul: string | null }> {
  const { locals, url } = event;
  const simpul = url.searchParams.get('simpul')?.slice(0, 100) ?? null;
  const ctx = locals.ctx(await locals.need(needed[op] ?? 'plan.edit'));
  const key = { ...keyOf(plan), seen: seenOf(form, 'seen') ?? -1 };
  if (op === 'buang') await locals.write((tx) => authoring.throwAway(ctx, tx, { ...key, reason: written(form, 'reason') }));
  else if (op === 'catat') await locals.write((tx) => authoring.remark(ctx, tx, { ...keyOf(plan), nodeCode: simpul, text: written(form, 'text'), ownerAgency: textOf(form, 'owner').slice(0, 60) || null, dueOn: textOf(form, 'dueOn').trim().slice(0, 40) || null }));
  else if (op === 'tutup') await locals.write((tx) => authoring.decide(ctx, tx, { ...keyOf(plan), id: textOf(form, 'id').slice(0, 60), decided: textOf(form, 'decided').slice(0, 40) }));
  else if (op === 'ajukan') await authoring.propose(ctx, locals, key);
  else if (op === 'tarik') await locals.write((tx) => authoring.takeBack(ctx, tx, keyOf(plan)));
  else if (op === 'tetapkan') await authoring.adopt(ctx, locals, { ...keyOf(plan), legal: { number: textOf(form, 'legalNumber'), day: textOf(form, 'legalDay').trim().slice(0, 40), file: await decreeOf(locals, form) } });
  else if (op === 'batal') {
    await locals.write((tx) => authoring.undo(ctx, tx, key));
    return { kabar: 'undone', simpul: await there(event, plan, simpul) };
  } else {
    const changed = await locals.write((tx) => authoring.edit(ctx, tx, editOf(event, plan, op, form)));
    const step = op === 'langkah' || op === 'seret';
    return { kabar: changed ? (step ? 'moved' : 'saved') : 'same', simpul: op === 'hapus' || op === 'gabung' ? (await locals.read((tx) => parentBefore(tx, plan))) : simpul };
  }
  return { kabar: 'saved', simpul };
}

/** The node of the page, where an undo has left it. */
async function there({ locals }: Event, plan: PlanVersion, code: string | null): Promise<string | null> {
  return code === null ? null : locals.read(async (tx) => ((await versionReads.path(tx, keyOf(plan), code)).nodes.has(code) ? code : null));
}

/** Where a node stood that has just gone. */
async function parentBefore(tx: Parameters<typeof versionReads.last>[0], plan: PlanVersion): Promise<string | null> {
  const last = await versionReads.last(tx, keyOf(plan));
  return last?.changes.find(({ code, after }) => after === null && code === last.nodeCodes[0])?.before?.parentCode ?? null;
}
