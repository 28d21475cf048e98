import { fail, redirect } from '@sveltejs/kit';
import { imports } from '#data/index.ts';
import { systemClock } from '#kernel/clock.ts';
import { Fault } from '#kernel/faults.ts';
import { cleaned } from '#kernel/query.ts';
import { importing, pages, speak, textOf } from '#workspace/index.ts';
import { askingOf, needSomewhere } from '../../asking.ts';
import type { Actions, PageServerLoad } from './$types';

async function viewOf(locals: App.Locals, id: string, stands: number | null, unsaid = false) {
  const asking = await askingOf(locals);
  const { accountId } = await locals.signedIn();
  return locals.read(async (tx) => pages.import(speak(locals.site, await importing.names(tx), asking.today), await importing.find(tx, asking, accountId, id, systemClock()), stands, unsaid));
}

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const stands = /^\d{1,6}$/.exec(url.searchParams.get('tetap') ?? '')?.[0];
  return { view: await viewOf(locals, params.id, stands === undefined ? null : Number(stands)) };
};

export const actions: Actions = {
  default: async ({ locals, params, request, url }) => {
    await needSomewhere(locals, 'value.import');
    const asking = await askingOf(locals);
    const { accountId } = await locals.signedIn();
    const ctx = locals.ctx(importing.post(asking.posts));
    const form = await request.formData();
    const { one } = await locals.read((tx) => importing.find(tx, asking, accountId, params.id, systemClock()));
    const reason = cleaned(textOf(form, 'reason')).slice(0, 500) || null;
    switch (form.get('do')) {
      case 'confirm':
        if (one.state === 'ready' && (one.counts.unusual ?? 0) > 0 && reason === null) return fail(422, { view: await viewOf(locals, params.id, null, true) });
        await locals.write((tx) => imports.confirm(ctx, tx, params.id, reason));
        return redirect(303, url.pathname);
      case 'drop':
        await locals.write((tx) => imports.drop(ctx, tx, params.id));
        void imports.sweep(ctx.db, locals.region ?? '').catch(() => undefined); // what is left goes with the next one
        return redirect(303, url.pathname);
      case 'undo': {
        const stands = await locals.write((tx) => imports.undo(ctx, tx, params.id, reason));
        return redirect(303, `${url.pathname}?tetap=${stands}`);
      }
      default:
        throw new Fault('query.invalid', 400, { given: textOf(form, 'do').slice(0, 40), expected: 'confirm, drop, undo' });
    }
  },
};
