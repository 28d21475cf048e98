import { fail, redirect } from '@sveltejs/kit';
import { formOf } from '#app/form-of.ts';
import { adoptDraft, hindrances, openDraft } from '#app/masterplan-drafts.ts';
import { systemClock } from '#kernel/clock.ts';
import { Fault } from '#kernel/faults.ts';
import { recordFile } from '#kernel/file-store.ts';
import { isPeriod } from '#kernel/periods.ts';
import { cleaned } from '#kernel/query.ts';
import { drafts } from '#masterplan/index.ts';
import { draftPage, reviewWords } from '#review/index.ts';
import { textOf } from '#workspace/index.ts';
import { isKept, keptForm, openForm } from '../../asking.ts';
import { hrefIn, mayIn, openHere, saidIn, scanOf, todayIn } from '../opening.ts';
import type { Actions, PageServerLoad } from './$types';

type Answer = Parameters<typeof draftPage>[0]['answer'];

async function shown(locals: App.Locals, id: string, said: string | null, answer: Answer) {
  const opened = await openHere(locals, id);
  const may = { edit: await mayIn(locals, 'masterplan.edit'), adopt: await mayIn(locals, 'masterplan.adopt') };
  return draftPage({ lang: locals.lang, opened, hindrances: hindrances(opened), href: hrefIn(locals), may, said, answer });
}

export const load: PageServerLoad = async ({ locals, params, url, request }) => ({ view: (await isKept(locals, request)) ? null : await shown(locals, params.draft, saidIn(locals, url), null) });

const stepTo = (step: 'propose' | 'take_back' | 'withdraw'): Actions[string] => async ({ locals, params, request }) => {
  const kept = await keptForm(locals, await formOf(request));
  if (kept) return kept;
  const ctx = locals.ctx(await locals.need('masterplan.edit'));
  await locals.write((tx) => drafts.step(ctx, tx, params.draft ?? '', step));
  redirect(303, `${hrefIn(locals)(`/kerja/masterplan/${params.draft}`)}?pesan=${step}`);
};

export const actions: Actions = {
  ajukan: stepTo('propose'),
  tarik: stepTo('take_back'),
  batalkan: stepTo('withdraw'),
  terima: async ({ locals, params, request }) => {
    const { form, kept } = await openForm({ locals, request });
    if (kept) return kept;
    const ctx = locals.ctx(await locals.need('masterplan.edit'));
    const about = { subject: textOf(form, 'subject'), key: textOf(form, 'key') };
    await locals.write(async (tx) => {
      const found = (await openDraft(tx, params.draft)).outdated.find((one) => one.subject === about.subject && one.key === about.key);
      if (found) await drafts.acceptNow(ctx, tx, params.draft, about, found.now);
    });
    redirect(303, `${hrefIn(locals)(`/kerja/masterplan/${params.draft}`)}?pesan=accepted`);
  },
  berlakukan: async ({ locals, params, request }) => {
    const { form, kept } = await openForm({ locals, request });
    if (kept) return kept;
    const ctx = locals.ctx(await locals.need('masterplan.adopt'));
    const say = reviewWords(locals.lang);
    const typed = { nomor: cleaned(textOf(form, 'nomor')).slice(0, 200), hari: textOf(form, 'hari').trim().slice(0, 40) };
    const again = async (status: number, errors: Record<string, string>) => fail(status, { view: await shown(locals, params.draft, null, { typed, errors }) });
    const isDay = /^\d{4}-\d\d-\d\d$/.test(typed.hari) && isPeriod(typed.hari) && typed.hari <= todayIn(locals);
    const errors = { ...(typed.nomor === '' ? { nomor: say('adopt.wrong.number') } : {}), ...(isDay ? {} : { hari: typed.hari === '' ? say('adopt.wrong.day.none') : say('adopt.wrong.day', { given: typed.hari }) }) };
    if (Object.keys(errors).length > 0) return again(422, errors);
    const file = await scanOf(locals, form);
    if (typeof file === 'string') return again(422, { berkas: file });
    let version: number;
    try {
      version = await locals.write(async (tx) => {
        if (file) await recordFile(tx, file, { at: systemClock(), actor: ctx.actor, who: ctx.who });
        return adoptDraft(ctx, tx, params.draft, { number: typed.nomor, day: typed.hari, file: file?.digest ?? null });
      });
    } catch (error) {
      if (error instanceof Fault && (error.code.startsWith('draft.') || error.code === 'definition.refused') && error.status !== 404) return again(error.status, { '': say('adopt.refused') });
      throw error;
    }
    redirect(303, `${hrefIn(locals)(`/kerja/masterplan/${params.draft}`)}?pesan=adopt&versi=${version}`);
  },
};
