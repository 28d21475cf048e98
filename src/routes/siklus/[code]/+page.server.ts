import { fail, redirect } from '@sveltejs/kit';
import { cycles } from '#data/index.ts';
import { readItemKey } from '#data/ui.ts';
import { Fault } from '#kernel/faults.ts';
import { isPeriod } from '#kernel/periods.ts';
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

export const actions: Actions = {
  default: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const say = cycling.words(locals.lang);
    const again = async (wrong: string) => fail(422, { view: await pageFor(locals, params.code, { said: null, wrong }) });
    const reason = cleaned(textOf(form, 'reason')).slice(0, 500);
    const until = textOf(form, 'until').trim();
    switch (form.get('do')) {
      case 'close': {
        const ctx = locals.ctx(await locals.need('cycle.manage'));
        await locals.write((tx) => cycles.setState(ctx, tx, params.code, { state: 'closed', reason: reason === '' ? null : reason, until: null }));
        break;
      }
      case 'reopen': {
        const ctx = locals.ctx(await locals.need('cycle.reopen'));
        if (reason === '') return again(say('cycle.wrong.reason'));
        if (until !== '' && !(/^\d{4}-\d\d-\d\d$/.test(until) && isPeriod(until))) return again(say('cycle.wrong.day', { given: until.slice(0, 40) }));
        await locals.write((tx) => cycles.setState(ctx, tx, params.code, { state: 'reopened', reason, until: until === '' ? null : until }));
        break;
      }
      case 'publication': {
        const ctx = locals.ctx(await locals.need('cycle.manage'));
        const keysOf = (name: string) => form.getAll(name).map((one) => readItemKey(String(one))).filter((key) => key?.cycleCode === params.code).slice(0, 200);
        const hidden = new Set(keysOf('hidden').map((key) => JSON.stringify(key)));
        await locals.write(async (tx) => {
          const shown = keysOf('shown').flatMap((key) => key ?? []);
          const now = new Map((await cycles.itemsAt(tx, shown)).map((item) => [`${item.elementCode}~${item.areaCode}~${item.seriesCode}`, item.publish]));
          for (const key of shown) {
            const publish = !hidden.has(JSON.stringify(key));
            if (now.get(`${key.elementCode}~${key.areaCode}~${key.seriesCode}`) === !publish) await cycles.controlPublication(ctx, tx, key, publish);
          }
        });
        break;
      }
      default:
        throw new Fault('query.invalid', 400, { given: textOf(form, 'do').slice(0, 40), expected: 'close, reopen, publication' });
    }
    return redirect(303, `${url.pathname}?sudah=1`);
  },
};
