import { fail, redirect } from '@sveltejs/kit';
import { formOf } from '#app/form-of.ts';
import { cycles } from '#data/index.ts';
import { isPeriod } from '#kernel/periods.ts';
import { cleaned } from '#kernel/query.ts';
import { formatDate } from '#ui/index.ts';
import { cycling, importing, speak, textOf } from '#workspace/index.ts';
import { askingOf } from '../../kerja/asking.ts';
import type { Actions, PageServerLoad } from './$types';

async function calendarFor(locals: App.Locals, answer: Parameters<typeof cycling.calendar>[3], said: string | null = null) {
  const asking = await askingOf(locals);
  return locals.read(async (tx) => cycling.calendar(speak(locals.site, await importing.names(tx), asking.today), await cycles.holidays(tx), cycling.may(asking.posts), answer, said));
}

/** What was done to which day, told after the form. */
const done = { tambah: 'calendar.added', ganti: 'calendar.changed', hapus: 'calendar.removed' } as const;
const isDay = (given: string): boolean => /^\d{4}-\d\d-\d\d$/.test(given) && isPeriod(given);
/** What a mark in the form says may be replaced. */
const sureOf = ({ day, kind, nameId }: { day: string; kind: string; nameId: string }): string => `${day} ${kind} ${nameId}`;
const isWeekend = (day: string): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

export const load: PageServerLoad = async ({ locals, url }) => {
  const [asked, day] = [url.searchParams.get('jadi') ?? '', url.searchParams.get('hari') ?? ''];
  const what = Object.hasOwn(done, asked) ? done[asked as keyof typeof done] : null;
  return { view: await calendarFor(locals, null, what && isDay(day) ? cycling.words(locals.lang)(what, { day: formatDate(day, locals.lang) }) : null) };
};

export const actions: Actions = {
  default: async ({ locals, request, url }) => {
    const ctx = locals.ctx(await locals.need('calendar.edit'));
    const form = await formOf(request);
    const say = cycling.words(locals.lang);
    const typed = { day: textOf(form, 'day').trim().slice(0, 20), name: cleaned(textOf(form, 'name')).slice(0, 200), kind: textOf(form, 'kind').slice(0, 20), sure: '' };
    const again = async (...wrong: NonNullable<Parameters<typeof cycling.calendar>[3]>['wrong']) => fail(422, { view: await calendarFor(locals, { wrong, typed }) });
    const back = (what: keyof typeof done): never => redirect(303, `${url.pathname}?${new URLSearchParams({ jadi: what, hari: typed.day })}`);
    const wrongDay = isDay(typed.day) ? [] : [{ at: 'hari' as const, text: say('cycle.wrong.day', { given: typed.day }) }];
    if (form.get('do') === 'remove') {
      if (wrongDay.length > 0) return again(...wrongDay);
      await locals.write((tx) => cycles.removeHoliday(ctx, tx, typed.day));
      return back('hapus');
    }
    const kind = cycling.kinds.find((one) => one === typed.kind);
    if (wrongDay.length > 0 || typed.name === '' || kind === undefined) return again(...wrongDay, ...(typed.name === '' ? [{ at: 'nama' as const, text: say('calendar.wrong.name') }] : []), ...(kind === undefined ? [{ at: 'jenis' as const, text: say('calendar.wrong.kind') }] : []));
    if (kind === 'working' && !isWeekend(typed.day)) return again({ at: 'jenis', text: say('calendar.wrong.working', { day: formatDate(typed.day, locals.lang) }) });
    // Looked for and written in one transaction: two may add the same day.
    const sure = textOf(form, 'sure');
    const { there, put } = await locals.write((tx) => cycles.setHoliday(ctx, tx, { day: typed.day, kind, nameId: typed.name, nameEn: typed.name, sourceCode: null }, (known) => sure === sureOf(known)));
    typed.sure = there ? sureOf(there) : '';
    if (there && !put) return again({ at: 'yakin', text: say('calendar.there', { day: formatDate(typed.day, locals.lang), name: locals.lang === 'id' ? there.nameId : there.nameEn, kind: say(`calendar.kind.${cycling.kinds.find((one) => one === there.kind) ?? 'national'}`) }) });
    return back(there ? 'ganti' : 'tambah');
  },
};
