import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { exceptions } from '#alignment/index.ts';
import { excepting, mendPath } from '#editing/index.ts';
import { Fault } from '#kernel/faults.ts';
import { pageNumber, readQuery } from '#kernel/query.ts';
import { pages, reads, telling } from '#portal/index.ts';
import { drawnHere, linkTo } from '#ui/index.ts';
import { textOf } from '#workspace/index.ts';
import { askingOf, isKept, openForm } from '../asking.ts';
import { mayI } from '../rencana/plan-routes.ts';
import type { Actions, PageServerLoad } from './$types';

const query = z.object({ halaman: pageNumber, kabar: z.enum(['tersimpan', 'dicabut']).optional() });

/** The findings of today: the public page tells those of the day up to which things are known. */
async function shown({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>) {
  const { today } = await askingOf(locals);
  const { halaman, kabar } = readQuery(query, url.searchParams);
  const model = await locals.model();
  const tell = telling(model, locals.lang, locals.base);
  const said = kabar ? excepting.words(locals.lang)(kabar === 'tersimpan' ? 'saved' : 'ended') : null;
  const view = drawnHere(pages.findings(tell, await reads.inSync(model, locals.read, today), halaman, linkTo(locals.site, '/kerja/temuan')));
  const mend = Object.fromEntries(view.rules.flatMap((rule) => rule.rows).flatMap(({ key }) => {
    const path = mendPath(key);
    return path === null ? [] : [[key, linkTo(locals.site, path)] as const];
  }));
  return { said, may: await mayI(locals, 'lint.except'), until: `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`.replace(/-02-29$/, '-02-28'), view, mend };
}

export const load: PageServerLoad = async (event) => ({ found: (await isKept(event.locals, event.request)) ? null : await shown(event) });

export const actions: Actions = {
  default: async (event) => {
    const { locals, request } = event;
    const { form, kept } = await openForm({ locals, request });
    if (kept) return kept;
    const ctx = locals.ctx(await locals.need('lint.except'));
    const { today } = await askingOf(locals);
    const [op, key, reason, until] = [textOf(form, 'op'), textOf(form, 'key').slice(0, 300), textOf(form, 'alasan').slice(0, 1_000), textOf(form, 'sampai').trim().slice(0, 40)];
    if (op !== 'kecuali' && op !== 'cabut') throw new Fault('form.invalid', 400, { given: op.slice(0, 40), expected: 'kecuali, cabut' });
    const finding = exceptions.read(key);
    try {
      await locals.write((tx) => (op === 'kecuali' ? exceptions.put(ctx, tx, { ...finding, today, reason, untilDay: until }) : exceptions.end(ctx, tx, finding)));
    } catch (error) {
      const refused = excepting.refusal(error, key, locals.lang);
      if (!refused) throw error;
      return fail(refused.status, { answer: { key, reason, until, errors: refused.errors } });
    }
    redirect(303, `${linkTo(locals.site, '/kerja/temuan')}?kabar=${op === 'kecuali' ? 'tersimpan' : 'dicabut'}`);
  },
};
