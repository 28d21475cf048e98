import { fail, redirect } from '@sveltejs/kit';
import { formOf } from '#app/form-of.ts';
import { cycles } from '#data/index.ts';
import { calendarOf, type CycleStep, cycleSteps, daysUntil, planDeadlines } from '#data/ui.ts';
import { systemClock } from '#kernel/clock.ts';
import { Fault } from '#kernel/faults.ts';
import { currentPeriod, isPeriod, parsePeriod, periodBefore } from '#kernel/periods.ts';
import { formatDate, formatPeriod, linkTo } from '#ui/index.ts';
import { cycling, importing, speak, textOf } from '#workspace/index.ts';
import { askingOf } from '../kerja/asking.ts';
import type { Actions, PageServerLoad } from './$types';

type Answer = Parameters<typeof cycling.list>[3];

async function listFor(locals: App.Locals, answer: Answer) {
  const asking = await askingOf(locals);
  return locals.read(async (tx) => cycling.list(speak(locals.site, await importing.names(tx), asking.today), await cycles.list(tx), cycling.may(asking.posts), answer));
}

export const load: PageServerLoad = async ({ locals }) => ({ list: await listFor(locals, null) });

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const post = await locals.need('cycle.manage');
    const form = await formOf(request);
    const say = cycling.words(locals.lang);
    const days = Object.fromEntries(cycleSteps.map((step) => [step, textOf(form, step).slice(0, 10)])) as Record<CycleStep, string>;
    const typed = { period: textOf(form, 'period').slice(0, 40), locks: form.get('locks') !== null, sure: '', days };
    const again = async (...wrong: NonNullable<Answer>['wrong']) => fail(422, { list: await listFor(locals, { wrong, typed }) });
    const least = (step: CycleStep): number => (step === 'enter' ? 1 : 0); // it opens on the day after its period: with none it would be due before
    const odd = cycleSteps.filter((step) => !/^\d{1,3}$/.test(days[step]) || Number(days[step]) > 200 || Number(days[step]) < least(step));
    const wrong = odd.map((step) => ({ at: `d-${step}` as const, text: say('cycles.wrong.days', { step: say(`cycles.step.${step}`), least: least(step), given: days[step] }) }));
    const isAsked = isPeriod(typed.period) && parsePeriod(typed.period).kind !== 'day';
    if (!isAsked || wrong.length > 0) return again(...(isAsked ? [] : [{ at: 'masa' as const, text: say('cycles.wrong.period', { given: typed.period }) }]), ...wrong);
    const period = parsePeriod(typed.period).text;
    const code = period.toLowerCase().replace('q', '-tw');
    const before = periodBefore(period).text;
    const asked = Object.fromEntries(cycleSteps.map((step) => [step, Number(days[step])])) as Record<CycleStep, number>;
    const planned = planDeadlines(period, asked, calendarOf(await locals.read((tx) => cycles.holidays(tx))));
    const today = currentPeriod(systemClock(), 'day', locals.site.region?.timeZone ?? 'UTC').text;
    const doubt = planned.submitBy < today ? say('cycles.doubt.past', { day: formatDate(planned.submitBy, locals.lang) }) : daysUntil(today, planned.opensOn) > 400 ? say('cycles.doubt.far', { day: formatDate(planned.opensOn, locals.lang) }) : null;
    typed.sure = `${period} ${planned.submitBy}`;
    if (doubt !== null && textOf(form, 'sure') !== typed.sure) return again({ at: 'yakin', text: doubt });
    try {
      const items = await locals.write(async (tx) => {
        const opened = await cycles.open(locals.ctx(post), tx, { code, nameId: `Pengumpulan ${formatPeriod(period, 'id')}`, nameEn: `Collection for ${formatPeriod(period, 'en')}`, period, ...planned, locks: typed.locks ? 'enter;submit' : null, noteId: null, noteEn: null, sourceCode: null });
        if (opened === 0) throw new Fault('cycle.empty', 422, { given: before, expected: 'a period before it that has values' });
        return opened;
      });
      return redirect(303, `${linkTo(locals.site, `/siklus/${code}`)}?isian=${items}`);
    } catch (error) {
      if (error instanceof Fault && error.code === 'cycle.exists') return again({ at: 'masa', text: say('cycles.wrong.exists', { given: code }) });
      if (error instanceof Fault && error.code === 'cycle.empty') return again({ at: 'masa', text: say('cycles.wrong.empty') });
      throw error;
    }
  },
};
