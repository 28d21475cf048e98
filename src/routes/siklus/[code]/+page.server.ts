import { fail, redirect } from '@sveltejs/kit';
import { formOf } from '#app/form-of.ts';
import { cycles } from '#data/index.ts';
import { calendarOf, type CycleStep, cycleSteps, itemKey, readItemKey } from '#data/ui.ts';
import { Fault } from '#kernel/faults.ts';
import { systemClock } from '#kernel/clock.ts';
import { currentPeriod, isPeriod } from '#kernel/periods.ts';
import { cleaned } from '#kernel/query.ts';
import { formatDate } from '#ui/index.ts';
import { cycling, importing, speak, textOf } from '#workspace/index.ts';
import { askingOf } from '../../kerja/asking.ts';
import type { Actions, PageServerLoad } from './$types';

type Told = Parameters<typeof cycling.page>[4];
/** Items of a page whose publication is told and changed. */
const some = 200;

async function pageFor(locals: App.Locals, code: string, url: URL, told: Told) {
  const asking = await askingOf(locals);
  const cycle = await locals.read((tx) => cycles.find(tx, code));
  if (!cycle) throw new Fault('cycle.unknown', 404, { given: code.slice(0, 60), expected: 'the code of a cycle' });
  const after = readItemKey(url.searchParams.get('mulai') ?? '') ?? undefined;
  const found = { walked: await cycling.walk(locals.read, code), holidays: await locals.read((tx) => cycles.holidays(tx)), some: { after, ...(await locals.read((tx) => cycles.items(tx, { cycle: code, limit: some, after }))) } };
  return cycling.page(speak(locals.site, await locals.read(importing.names), asking.today), cycle, found, cycling.may(asking.posts), told);
}

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const say = cycling.words(locals.lang);
  const items = /^\d{1,7}$/.exec(url.searchParams.get('isian') ?? '')?.[0];
  return { view: await pageFor(locals, params.code, url, items ? { said: say('cycle.opened', { items: Number(items) }) } : url.searchParams.has('sudah') ? { said: say('cycle.done') } : {}) };
};

const isDay = (given: string): boolean => /^\d{4}-\d\d-\d\d$/.test(given) && isPeriod(given);
const todayOf = (locals: App.Locals): string => currentPeriod(systemClock(), 'day', locals.site.region?.timeZone ?? 'UTC').text;
const reasonOf = (form: FormData): string => cleaned(textOf(form, 'reason')).slice(0, 500);
/** Back to where the form stood. */
const done = (url: URL): never => redirect(303, `${url.pathname}?${new URLSearchParams({ ...(url.searchParams.has('mulai') ? { mulai: url.searchParams.get('mulai') ?? '' } : {}), sudah: '1' })}`);

export const actions: Actions = {
  close: async ({ locals, params, request, url }) => {
    const ctx = locals.ctx(await locals.need('cycle.manage'));
    const reason = reasonOf(await formOf(request));
    if (reason === '') return fail(422, { view: await pageFor(locals, params.code, url, { wrong: [{ text: cycling.words(locals.lang)('cycle.wrong.close'), at: 'alasan-tutup' }] }) });
    await locals.write((tx) => cycles.setState(ctx, tx, params.code, { state: 'closed', reason, until: null }));
    return done(url);
  },
  reopen: async ({ locals, params, request, url }) => {
    const ctx = locals.ctx(await locals.need('cycle.reopen'));
    const form = await formOf(request);
    const say = cycling.words(locals.lang);
    const [reason, until] = [reasonOf(form), textOf(form, 'until').trim()];
    const wrong: NonNullable<Told['wrong']> = reason === '' ? [{ at: 'alasan', text: say('cycle.wrong.reason') }] : [];
    if (until !== '' && !isDay(until)) wrong.push({ at: 'sampai', text: say('cycle.wrong.day', { given: until.slice(0, 40) }) });
    else if (until !== '' && until < todayOf(locals)) wrong.push({ at: 'sampai', text: say('cycle.wrong.past', { given: until }) });
    if (wrong.length > 0) return fail(422, { view: await pageFor(locals, params.code, url, { wrong, typed: { reason, until } }) });
    await locals.write((tx) => cycles.setState(ctx, tx, params.code, { state: 'reopened', reason, until: until === '' ? null : until }));
    return done(url);
  },
  days: async ({ locals, params, request, url }) => {
    const ctx = locals.ctx(await locals.need('cycle.manage'));
    const form = await formOf(request);
    const say = cycling.words(locals.lang);
    const days = Object.fromEntries(cycleSteps.map((step) => [step, textOf(form, step).trim().slice(0, 40)])) as Record<CycleStep, string>;
    const reason = reasonOf(form);
    const cycle = await locals.read((tx) => cycles.find(tx, params.code));
    const early = new Map(cycles.outOfOrder(cycle?.opensOn ?? '', Object.fromEntries(cycleSteps.flatMap((step, n) => (isDay(days[step]) ? [[cycles.dayNames[n], days[step]]] : [])))).map((one) => [one.name, one.earliest]));
    const wrong: NonNullable<Told['wrong']> = cycleSteps.flatMap((step, n) => {
      const [told, expected] = [{ step: say(`cycles.step.${step}`), given: days[step] }, early.get(cycles.dayNames[n] ?? 'enterBy')];
      if (!isDay(days[step])) return [{ at: `t-${step}` as const, text: say('cycle.wrong.day.of', told) }];
      return expected ? [{ at: `t-${step}` as const, text: say('cycle.wrong.order', { ...told, expected }) }] : [];
    });
    if (reason === '') wrong.push({ at: 'alasan-tenggat', text: say('cycle.wrong.days.reason') });
    const wanted = { enterBy: days.enter, submitBy: days.submit, approveBy: days.approve, verifyBy: days.verify, publishBy: days.publish };
    let sure = '';
    if (wrong.length === 0 && cycle) {
      const calendar = calendarOf(await locals.read((tx) => cycles.holidays(tx)));
      const doubts = cycles.doubted(wanted, { period: cycle.period, today: todayOf(locals), were: cycle, calendar });
      sure = doubts.map(({ name, given }) => `${name} ${given}`).join('; ');
      if (textOf(form, 'sure') !== sure) for (const { name, given, why } of doubts) wrong.push({ at: 'yakin', text: say(`cycle.doubt.${why}`, { step: say(`cycles.step.${cycleSteps[cycles.dayNames.indexOf(name)] ?? 'enter'}`), given: formatDate(given, locals.lang) }) });
    }
    if (wrong.length > 0) return fail(422, { view: await pageFor(locals, params.code, url, { wrong, typed: { days, daysReason: reason, sure } }) });
    await locals.write((tx) => cycles.changeDays(ctx, tx, params.code, { days: wanted, reason }));
    return done(url);
  },
  publication: async ({ locals, params, request, url }) => {
    const ctx = locals.ctx(await locals.need('cycle.manage'));
    const form = await formOf(request);
    const keysOf = (name: string) => form.getAll(name).flatMap((one) => readItemKey(String(one)) ?? []).filter((key) => key.cycleCode === params.code).slice(0, some);
    const hidden = new Set(keysOf('hidden').map(itemKey));
    await locals.write(async (tx) => {
      for (const item of await cycles.itemsAt(tx, keysOf('shown'))) {
        if (item.publish === hidden.has(itemKey(item))) await cycles.controlPublication(ctx, tx, item, !hidden.has(itemKey(item)));
      }
    });
    return done(url);
  },
};
