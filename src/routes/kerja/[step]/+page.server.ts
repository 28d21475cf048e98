import { fail, redirect } from '@sveltejs/kit';
import { itemKey } from '#data/ui.ts';
import { Fault } from '#kernel/faults.ts';
import { linkTo } from '#ui/index.ts';
import { pages, reads, saveSteps, speak, type StepAction, type StepsAnswer, textOf } from '#workspace/index.ts';
import { askingOf, isKept, keptForm, seenOf } from '../asking.ts';
import type { Actions, PageServerLoad } from './$types';

const steps: Record<string, StepAction> = { setujui: 'approve', periksa: 'verify', terbitkan: 'publish' };

function actionOf(step: string): StepAction {
  const action = steps[step];
  if (!action) throw new Fault('page.unknown', 404, { given: step.slice(0, 60), expected: Object.keys(steps).join(', ') });
  return action;
}

/** Only who may take the step anywhere sees what waits for it. */
async function listFor(locals: App.Locals, action: StepAction, given: { answer: StepsAnswer | null; done: { step: string; count: number } | null }) {
  const asking = await askingOf(locals);
  const { names, items } = await locals.read((tx) => reads.steps(tx, asking, action));
  return pages.steps(speak(locals.site, names, asking.today), action, items, given);
}

export const load: PageServerLoad = async ({ locals, params, url, request }) => {
  const action = actionOf(params.step);
  if (await isKept(locals, request)) return { list: null };
  const [step = '', count = ''] = (url.searchParams.get('sudah') ?? '').split(':');
  return { list: await listFor(locals, action, { answer: null, done: /^\d{1,6}$/.test(count) ? { step, count: Number(count) } : null }) };
};

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const action = actionOf(params.step);
    const form = await request.formData();
    const kept = await keptForm(locals, form);
    if (kept) return kept;
    const asking = await askingOf(locals);
    const step = form.get('step') === 'return' ? 'return' : action;
    const chosen = form.getAll('item').filter((one): one is string => typeof one === 'string');
    const reason = textOf(form, 'reason');
    const again = async (status: 409 | 422, wrong: StepsAnswer['wrong']) => fail(status, { list: await listFor(locals, action, { answer: { chosen, reason, wrong }, done: null }) });
    if (chosen.length === 0) return again(422, 'none');
    if (step === 'return' && reason.trim() === '') return again(422, 'reason');
    const taken = await locals.write((tx) => saveSteps(tx, asking, step, chosen.map((key) => ({ key, seen: seenOf(form, `seen:${key}`) })), reason));
    if ('moved' in taken) return again(409, { moved: taken.moved.map(itemKey) });
    redirect(303, `${linkTo(locals.site, `/kerja/${params.step}`)}?sudah=${step}:${taken.recorded}`);
  },
};
