import { fail, redirect } from '@sveltejs/kit';
import { readDefinitions } from '#app/change-definition.ts';
import { changePhases, type Phases, phasesOf, type PhasesOf, seenPhases, tryPhases, withValue } from '#app/change-phases.ts';
import { targetDoubts } from '#app/doubt-target.ts';
import { editPages, editWords, phasePages } from '#editing/index.ts';
import { systemClock } from '#kernel/clock.ts';
import { Fault } from '#kernel/faults.ts';
import type { Tables } from '#kernel/pack-part.ts';
import { currentPeriod } from '#kernel/periods.ts';
import { linkTo } from '#ui/index.ts';
import { textOf } from '#workspace/index.ts';
import { isKept, openForm } from '../../../asking.ts';
import { areasOf, nameOf, nameOfCode } from '../../names.ts';
import type { Actions, PageServerLoad } from './$types';

type Answer = Parameters<typeof phasePages.page>[0]['answer'];

/** `indicator / area / period / plan`, as a target is found by. Throws `definition.unknown` (404). */
function asked(url: URL): PhasesOf {
  const given = url.searchParams.get('kode') ?? '';
  const [indicator = '', area = '', period = '', plan = '', ...more] = given.split(' / ');
  const year = /^(?:19|20|21)\d\d/.exec(period)?.[0];
  if (!year || more.length > 0) throw new Fault('definition.unknown', 404, { given: given.slice(0, 80), expected: 'a code of this region' });
  return { indicator, area, plan: plan === '' ? null : plan, year };
}

const codeFor = ({ indicator, area, plan }: PhasesOf, year: string): string => [indicator, area, year, plan ?? ''].join(' / ');
const address = (locals: App.Locals, of: PhasesOf, year = of.year): string => `${linkTo(locals.site, '/kerja/ubah/target/pentahapan')}?kode=${encodeURIComponent(codeFor(of, year))}`;
const rowsOf = ({ rows }: Phases) => rows.map(({ period, data }) => ({ period, value: data === null ? null : String(data.value), to: data?.value_to ? String(data.value_to) : null }));
const isRange = ({ indicator }: Phases): boolean => indicator.target_kind === 'range';

function shown(locals: App.Locals, all: Tables, phases: Phases, { answer = null, saved = null }: { answer?: Answer; saved?: number | null } = {}) {
  const { of, indicator } = phases;
  const { lang } = locals;
  return phasePages.page({
    lang, name: nameOfCode(all, 'indicators.indicator', of.indicator, lang), place: nameOfCode(all, 'places.area', of.area, lang), plan: of.plan === null ? null : nameOfCode(all, 'plan.plan', of.plan, lang), unit: nameOfCode(all, 'data.unit', String(indicator.unit_code ?? ''), lang), mode: indicator.period_mode === null ? null : String(indicator.period_mode),
    year: of.year, range: isRange(phases), rows: rowsOf(phases), seen: seenPhases(phases), href: { list: linkTo(locals.site, '/kerja/ubah/target'), year: (year) => address(locals, of, year) }, answer, saved,
  });
}

export const load: PageServerLoad = async ({ locals, url, request }) => {
  if (await isKept(locals, request)) return { view: null };
  await locals.needAny();
  const of = asked(url);
  const all = await locals.read(readDefinitions);
  await locals.need('target.edit', { areas: areasOf(of.area, all) }); // before it is told what there is
  const saved = /^\d{1,3}$/.exec(url.searchParams.get('tersimpan') ?? '')?.[0];
  return { view: shown(locals, all, phasesOf(all, of), { saved: saved === undefined ? null : Number(saved) }) };
};

export const actions: Actions = {
  default: async ({ locals, url, request }) => {
    const { form, kept } = await openForm({ locals, request });
    if (kept) return kept;
    await locals.needAny();
    const of = asked(url);
    const all = await locals.read(readDefinitions);
    const post = await locals.need('target.edit', { areas: areasOf(of.area, all) });
    const phases = phasesOf(all, of);
    const [seen, reason] = [textOf(form, 'seen').slice(0, 40), textOf(form, 'alasan').trim().slice(0, 500)];
    const typed = Object.fromEntries(phases.rows.map(({ period }) => [period, { value: textOf(form, phasePages.field(period)).trim().slice(0, 80), to: textOf(form, phasePages.field(period, 'to')).trim().slice(0, 80) }]));
    const again = (status: 409 | 422, errors: Record<string, string>, doubted = '') => fail(status, { view: shown(locals, all, phases, { answer: { typed, errors, reason, doubted } }) });
    const moved = () => again(409, { '': editWords(locals.lang)('moved') });
    if (seen !== seenPhases(phases)) return moved();
    const { values, errors, unread } = phasePages.read(rowsOf(phases), typed, isRange(phases), locals.lang);
    const day = currentPeriod(systemClock(), 'day', locals.site.region?.timeZone ?? 'UTC').text;
    const wanted = values.map(({ period, value, valueTo }) => withValue(phases, period, value, valueTo));
    const problems = tryPhases(all, wanted, day).problems.filter(({ expected, other }) => !unread.some((period) => expected.split(/[ ,:]/).includes(period) || other?.period === period)); // what cannot be read yet is not held against the rest
    const told = { ...phasePages.errors(problems, locals.lang, (data) => nameOf(data, locals.lang, all)), ...errors };
    if (Object.keys(told).length > 0) return again(422, told);
    const doubts = wanted.flatMap((data) => targetDoubts(all, data));
    if (doubts.length > 0 && (reason === '' || textOf(form, 'ragu') !== editPages.doubtKey(doubts))) return again(422, { alasan: editPages.doubt(doubts, locals.lang) }, editPages.doubtKey(doubts));
    let changed: number;
    try {
      changed = await locals.write((tx) => changePhases(locals.ctx(post), tx, { of, seen, values, day }, reason === '' ? null : reason));
    } catch (error) {
      if (error instanceof Fault && error.code === 'definition.moved') return moved();
      throw error;
    }
    redirect(303, `${address(locals, of)}&tersimpan=${changed}`);
  },
};
