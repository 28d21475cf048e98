import { fail, redirect } from '@sveltejs/kit';
import { formOf } from '#app/form-of.ts';
import { cycles } from '#data/index.ts';
import { isPeriod } from '#kernel/periods.ts';
import { cleaned } from '#kernel/query.ts';
import { cycling, importing, speak, textOf } from '#workspace/index.ts';
import { askingOf } from '../../kerja/asking.ts';
import type { Actions, PageServerLoad } from './$types';

async function calendarFor(locals: App.Locals, answer: Parameters<typeof cycling.calendar>[3]) {
  const asking = await askingOf(locals);
  return locals.read(async (tx) => cycling.calendar(speak(locals.site, await importing.names(tx), asking.today), await cycles.holidays(tx), cycling.may(asking.posts), answer));
}

export const load: PageServerLoad = async ({ locals }) => ({ view: await calendarFor(locals, null) });

export const actions: Actions = {
  default: async ({ locals, request, url }) => {
    const ctx = locals.ctx(await locals.need('calendar.edit'));
    const form = await formOf(request);
    const say = cycling.words(locals.lang);
    const typed = { day: textOf(form, 'day').trim().slice(0, 20), name: cleaned(textOf(form, 'name')).slice(0, 200), kind: textOf(form, 'kind').slice(0, 20) };
    const again = async (wrong: string) => fail(422, { view: await calendarFor(locals, { wrong, typed }) });
    if (!/^\d{4}-\d\d-\d\d$/.test(typed.day) || !isPeriod(typed.day)) return again(say('cycle.wrong.day', { given: typed.day }));
    if (form.get('do') === 'remove') {
      await locals.write((tx) => cycles.removeHoliday(ctx, tx, typed.day));
      return redirect(303, url.pathname);
    }
    const kind = cycling.kinds.find((one) => one === typed.kind);
    if (typed.name === '' || kind === undefined) return again(say('calendar.wrong.name'));
    await locals.write((tx) => cycles.setHoliday(ctx, tx, { day: typed.day, kind, nameId: typed.name, nameEn: typed.name, sourceCode: null }));
    return redirect(303, url.pathname);
  },
};
