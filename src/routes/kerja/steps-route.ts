import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { itemKey } from '#data/ui.ts';
import { pages, reads, saveSteps, speak, type StepAction, type StepsAnswer, textOf } from '#workspace/index.ts';
import { askingOf, isKept, needSomewhere, openForm, seenOf } from './asking.ts';

/** Only what the asker's own posts may decide is listed. */
async function listFor({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>, action: StepAction, given: { answer: StepsAnswer | null; done: { step: string; count: number } | null }) {
  const asking = await askingOf(locals, url);
  const found = await reads.steps(locals.read, asking, action);
  return pages.steps(speak(locals.site, found.names, asking.today), action, found, given);
}

/** What waits for one step, to be drawn. */
export async function loadSteps({ locals, url, request }: Pick<RequestEvent, 'locals' | 'url' | 'request'>, action: StepAction) {
  if (await isKept(locals, request)) return { list: null };
  const [step = '', count = ''] = (url.searchParams.get('sudah') ?? '').split(':');
  return { list: await listFor({ locals, url }, action, { answer: null, done: /^\d{1,6}$/.test(count) ? { step, count: Number(count) } : null }) };
}

/** Takes the step, or returns, with what was marked: all or nothing. */
export async function sendSteps({ locals, url, request }: Pick<RequestEvent, 'locals' | 'url' | 'request'>, action: StepAction) {
  const { form, kept } = await openForm({ locals, request });
  if (kept) return kept;
  const asking = await askingOf(locals);
  const step = form.get('step') === 'return' ? 'return' : action;
  await needSomewhere(locals, `value.${step}`);
  const chosen = form.getAll('item').filter((one): one is string => typeof one === 'string');
  const reason = textOf(form, 'reason');
  const again = async (status: 409 | 422, wrong: StepsAnswer['wrong']) => fail(status, { list: await listFor({ locals, url }, action, { answer: { chosen, reason, wrong }, done: null }) });
  if (chosen.length === 0) return again(422, 'none');
  if (step === 'return' && reason.trim() === '') return again(422, 'reason');
  const taken = await locals.write((tx) => saveSteps(tx, asking, step, chosen.map((key) => ({ key, seen: seenOf(form, `seen:${key}`) })), reason));
  if ('moved' in taken) return again(409, { moved: taken.moved.map(itemKey) });
  redirect(303, `${url.pathname}?sudah=${step}:${taken.recorded}`);
}
