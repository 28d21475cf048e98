import { fail, redirect } from '@sveltejs/kit';
import { systemClock } from '#kernel/clock.ts';
import { recordFile } from '#kernel/file-store.ts';
import { drafts } from '#masterplan/index.ts';
import { permit } from '#people/index.ts';
import { commitmentsPage, committed, reviewWords } from '#review/index.ts';
import { Fault } from '#kernel/faults.ts';
import { textOf } from '#workspace/index.ts';
import { isKept, openForm } from '../../../asking.ts';
import { hrefIn, openFor, openHere, saidIn, scanOf, timeIn } from '../../../masterplan/opening.ts';
import type { Actions, PageServerLoad } from './$types';

async function shown(locals: App.Locals, id: string, said: string | null, errors: Record<string, string>) {
  const opened = await openHere(locals, id);
  const { posts } = await locals.signedIn();
  const kept = await locals.read((tx) => drafts.commitments(tx, id));
  return commitmentsPage({ lang: locals.lang, opened, kept, href: hrefIn(locals), timeOf: timeIn(locals), mayKeep: (agencyCode) => permit(posts, 'commitment.keep', { agencyCode }) !== null, said, errors });
}

export const load: PageServerLoad = async ({ locals, params, url, request }) => ({ view: (await isKept(locals, request)) ? null : await shown(locals, params.draft, saidIn(locals, url), {}) });

export const actions: Actions = {
  simpan: async ({ locals, params, request }) => {
    const { form, kept } = await openForm({ locals, request });
    if (kept) return kept;
    const agencyCode = textOf(form, 'agency');
    const opened = await openFor(locals, params.draft, 'commitment.keep');
    const ctx = locals.ctx(await locals.need('commitment.keep', { agencyCode }));
    if (!committed({ lang: locals.lang, opened }).some(({ code }) => code === agencyCode)) throw new Fault('definition.unknown', 404, { given: agencyCode.slice(0, 80), expected: 'an agency of this draft' });
    const file = await scanOf(locals, form);
    if (file === null || typeof file === 'string') return fail(422, { view: await shown(locals, params.draft, null, { [`f-${agencyCode}`]: file ?? reviewWords(locals.lang)('file.none') }) });
    await locals.write(async (tx) => {
      await recordFile(tx, file, { at: systemClock(), actor: ctx.actor, who: ctx.who });
      await drafts.commit(ctx, tx, params.draft, agencyCode, file.digest);
    });
    redirect(303, `${hrefIn(locals)(`/kerja/tinjauan/${params.draft}/komitmen`)}?pesan=kept`);
  },
};
