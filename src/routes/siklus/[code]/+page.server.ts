import { fail, redirect } from '@sveltejs/kit';
import { formOf } from '#app/form-of.ts';
import { cycles } from '#data/index.ts';
import { itemKey, readItemKey } from '#data/ui.ts';
import { Fault } from '#kernel/faults.ts';
import { systemClock } from '#kernel/clock.ts';
import { currentPeriod, isPeriod } from '#kernel/periods.ts';
import { cleaned } from '#kernel/query.ts';
import { cycling, importing, speak, textOf } from '#workspace/index.ts';
import { askingOf } from '../../kerja/asking.ts';
import type { Actions, PageServerLoad } from './$types';

async function pageFor(locals: App.Locals, code: string, told: { said: string | null; wrong: string | null }) {
  const asking = await askingOf(locals);
  const cycle = await locals.read((tx) => cycles.find(tx, code));
  if (!cycle) throw new Fault('cycle.unknown', 404, { given: code.slice(0, 60), expected: 'the code of a cycle' });
  const items = await cycling.walk(locals.read, code);
  return cycling.page(speak(locals.site, await locals.read(importing.names), asking.today), cycle, items, cycling.may(asking.posts), told);
}

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const say = cycling.words(locals.lang);
  const items = /^\d{1,7}$/.exec(url.searchParams.get('isian') ?? '')?.[0];
  return { view: await pageFor(locals, params.code, { said: items ? say('cycle.opened', { items: Number(items) }) : url.searchParams.has('sudah') ? say('cycle.done') : null, wrong: null }) };
};

const reasonOf = (form: FormData): string => cleaned(textOf(form, 'reason')).slice(0, 500);
const done = (url: URL): never => redirect(303, `${url.pathname}?sudah=1`);

export const actions: Actions = {
  close: async ({ locals, params, request, url }) => {
    const ctx = locals.ctx(await locals.need('cycle.manage'));
    const reason = reasonOf(await formOf(request));
    await locals.write((tx) => cycles.setState(ctx, tx, params.code, { state: 'closed', reason: reason === '' ? null : reason, until: null }));
    return done(url);
  },
  reopen: async ({ locals, params, request, url }) => {
    const ctx = locals.ctx(await locals.need('cycle.reopen'));
    const form = await formOf(request);
    const say = cycling.words(locals.lang);
    const [reason, until] = [reasonOf(form), textOf(form, 'until').trim()];
    const again = async (wrong: string) => fail(422, { view: await pageFor(locals, params.code, { said: null, wrong }) });
    if (reason === '') return again(say('cycle.wrong.reason'));
    if (until !== '' && !(/^\d{4}-\d\d-\d\d$/.test(until) && isPeriod(until))) return again(say('cycle.wrong.day', { given: until.slice(0, 40) }));
    if (until !== '' && until < currentPeriod(systemClock(), 'day', locals.site.region?.timeZone ?? 'UTC').text) return again(say('cycle.wrong.past', { given: until }));
    await locals.write((tx) => cycles.setState(ctx, tx, params.code, { state: 'reopened', reason, until: until === '' ? null : until }));
    return done(url);
  },
  publication: async ({ locals, params, request, url }) => {
    const ctx = locals.ctx(await locals.need('cycle.manage'));
    const form = await formOf(request);
    const keysOf = (name: string) => form.getAll(name).flatMap((one) => readItemKey(String(one)) ?? []).filter((key) => key.cycleCode === params.code).slice(0, 200);
    const hidden = new Set(keysOf('hidden').map(itemKey));
    await locals.write(async (tx) => {
      for (const item of await cycles.itemsAt(tx, keysOf('shown'))) {
        if (item.publish === hidden.has(itemKey(item))) await cycles.controlPublication(ctx, tx, item, !hidden.has(itemKey(item)));
      }
    });
    return done(url);
  },
};
