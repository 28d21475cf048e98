import { fail, redirect } from '@sveltejs/kit';
import { itemKey, readItemKey } from '#data/ui.ts';
import { Fault } from '#kernel/faults.ts';
import { drafts } from '#masterplan/index.ts';
import { permit } from '#people/index.ts';
import { linkTo } from '#ui/index.ts';
import { type Answer, checkEntry, pages, readTyped, reads, saveEntries, speak, stateText, titleOf, valueText } from '#workspace/index.ts';
import { askingOf, isKept, needSomewhere, openForm } from './asking.ts';
import type { Actions, PageServerLoad } from './$types';

const chosenIn = (url: URL) => {
  const given = url.searchParams.get('butir');
  if (given === null) return null;
  const key = readItemKey(given);
  if (!key) throw new Fault('item.unknown', 404, { given: given.slice(0, 100), expected: 'an item of a cycle' });
  return key;
};

export const load: PageServerLoad = async ({ locals, url, request }) => {
  if (await isKept(locals, request)) return { work: null, uses: [] };
  const asking = await askingOf(locals, url);
  const chosen = chosenIn(url);
  const work = await reads.work(locals.read, asking, chosen);
  const mayReview = asking.posts.some((post) => permit([post], 'masterplan.decide', { pillarCode: post.pillarCode }) !== null);
  return locals.read(async (tx) => {
    if (chosen && work.asked === null) throw new Fault('item.unknown', 404, { given: itemKey(chosen), expected: 'an item that you may fill in' });
    const uses = work.asked ? await reads.usedBy(tx, work.asked) : [];
    const [saved, speaking] = [savedIn(url), speak(locals.site, work.names, asking.today)];
    const key = saved ? readItemKey(saved.key) : null;
    const before = key ? [...work.sent, ...work.due].find((item) => item.key === saved?.key) : undefined;
    const told = saved === null ? null : saved.key === '-' ? ('nothing' as const) : before ? { sent: saved.sent, title: titleOf(before, work.names, locals.lang), value: valueText(speaking, before) } : null;
    return { work: pages.work(speaking, work, uses, { answer: null, saved: told, enters: asking.posts.some((post) => post.role === 'operator' || post.role === 'agency_head'), reviews: mayReview ? (await drafts.list(tx)).filter(({ state }) => state === 'proposed') : [] }) };
  });
};

function savedIn(url: URL): { key: string; sent: boolean } | null {
  const [sent, kept] = [url.searchParams.get('terkirim'), url.searchParams.get('tersimpan')];
  return sent !== null ? { key: sent, sent: true } : kept !== null ? { key: kept, sent: false } : null;
}

export const actions: Actions = {
  default: async ({ locals, url, request }) => {
    const { form, kept } = await openForm({ locals, request });
    if (kept) return kept;
    await needSomewhere(locals, 'value.enter');
    const asking = await askingOf(locals);
    const chosen = chosenIn(url);
    if (!chosen) throw new Fault('item.unknown', 404, { given: '', expected: 'an item of a cycle' });
    const typed = readTyped(form);
    const submit = form.get('go') !== 'keep';
    const work = await reads.work(locals.read, asking, chosen);
    if (!work.asked) throw new Fault('item.unknown', 404, { given: itemKey(chosen), expected: 'an item that you may fill in' });
    const speaking = speak(locals.site, work.names, asking.today);
    const again = async (status: 409 | 422, answer: Answer) => {
      const { asked } = work;
      const uses = asked ? await locals.read((tx) => reads.usedBy(tx, asked)) : [];
      return fail(status, { work: pages.work(speaking, work, uses, { answer, saved: null, enters: true }) });
    };
    const checked = checkEntry(typed, work.asked, work.asked.range, locals.lang);
    if ('problem' in checked) return again(422, { typed, wrong: checked });
    const taken = await locals.write((tx) => saveEntries(tx, asking, [{ ...checked, key: itemKey(chosen), seen: typed.seen }], submit));
    const [moved] = 'moved' in taken ? taken.moved : [];
    if (moved) {
      work.asked = { ...work.asked, ...moved };
      return again(409, { typed, moved: { value: valueText(speaking, moved), by: stateText(speaking, moved) } });
    }
    const key = 'recorded' in taken && taken.recorded === 0 ? '-' : itemKey(chosen);
    redirect(303, `${linkTo(locals.site, '/kerja')}?${submit ? 'terkirim' : 'tersimpan'}=${encodeURIComponent(key)}`);
  },
};
