import { fail, redirect } from '@sveltejs/kit';
import { cleaned } from '#kernel/query.ts';
import { readTable } from '#kernel/sync-rows.ts';
import { drafts } from '#masterplan/index.ts';
import { masterplanPage, reviewWords, tableOf } from '#review/index.ts';
import { textOf } from '#workspace/index.ts';
import { isKept, openForm } from '../asking.ts';
import { hrefIn, mayIn, timeIn } from './opening.ts';
import type { Actions, PageServerLoad } from './$types';

async function shown(locals: App.Locals, answer: { typed: string; error: string } | null) {
  await locals.need('masterplan.read');
  const mayEdit = await mayIn(locals, 'masterplan.edit');
  const [masterplan, all, versions] = await locals.read(async (tx) => [(await readTable(tx, tableOf('umum')))[0]?.data ?? null, await drafts.list(tx), await drafts.versions(tx)] as const);
  return masterplanPage({ lang: locals.lang, masterplan, all, versions, href: hrefIn(locals), timeOf: timeIn(locals), mayEdit, answer });
}

export const load: PageServerLoad = async ({ locals, request }) => ({ view: (await isKept(locals, request)) ? null : await shown(locals, null) });

export const actions: Actions = {
  mulai: async ({ locals, request }) => {
    const { form, kept } = await openForm({ locals, request });
    if (kept) return kept;
    const ctx = locals.ctx(await locals.need('masterplan.edit'));
    const typed = textOf(form, 'nama');
    const name = cleaned(typed);
    if (name === '' || name.length > 120) return fail(422, { view: await shown(locals, { typed, error: reviewWords(locals.lang)('begin.wrong') }) });
    const id = await locals.write((tx) => drafts.begin(ctx, tx, name));
    redirect(303, `${hrefIn(locals)(`/kerja/masterplan/${id}`)}?pesan=begun`);
  },
};
