import { fail, redirect } from '@sveltejs/kit';
import { itemKey, readItemKey } from '#data/ui.ts';
import { Fault } from '#kernel/faults.ts';
import { linkTo } from '#ui/index.ts';
import { checkEntry, type GridAnswer, pages, readTyped, reads, saveEntries, speak, valueText } from '#workspace/index.ts';
import { askingOf, isKept, needSomewhere, openForm } from '../asking.ts';
import type { Actions, PageServerLoad } from './$types';

async function tableFor({ locals, url }: { locals: App.Locals; url: URL }, given: { answer: GridAnswer | null; recorded: number | null }) {
  const asking = await askingOf(locals, url);
  const found = await reads.grid(locals.read, asking, Object.keys(given.answer?.rows ?? {}).flatMap((key) => readItemKey(key) ?? []));
  return pages.grid(speak(locals.site, found.names, asking.today), found, given);
}

function itemIn(given: string) {
  const key = readItemKey(given);
  if (!key) throw new Fault('item.unknown', 404, { given: given.slice(0, 100), expected: 'an item of a cycle' });
  return key;
}

export const load: PageServerLoad = async ({ locals, url, request }) => {
  if (await isKept(locals, request)) return { table: null };
  locals.scripted = true;
  const recorded = /^\d{1,6}$/.exec(url.searchParams.get('tercatat') ?? '')?.[0];
  return { table: await tableFor({ locals, url }, { answer: null, recorded: recorded === undefined ? null : Number(recorded) }) };
};

export const actions: Actions = {
  default: async ({ locals, request, url }) => {
    locals.scripted = true;
    const { form, kept } = await openForm({ locals, request });
    if (kept) return kept;
    await needSomewhere(locals, 'value.enter');
    const asking = await askingOf(locals, url);
    const written = form.getAll('key').map(String).filter((key) => readTyped(form, `${key}.`).value.trim() !== '');
    const { names, items } = await reads.grid(locals.read, asking, written.map(itemIn));
    const speaking = speak(locals.site, names, asking.today);
    const keys = new Set(written);
    const rows: GridAnswer['rows'] = {};
    const entries: Parameters<typeof saveEntries>[2] = [];
    for (const item of items) {
      const typed = readTyped(form, `${item.key}.`);
      if (!keys.has(item.key)) continue;
      const checked = checkEntry(typed, item, item.range, locals.lang);
      rows[item.key] = 'problem' in checked ? { typed, wrong: checked } : { typed };
      if (!('problem' in checked)) entries.push({ ...checked, key: item.key, seen: typed.seen });
    }
    if (Object.values(rows).some((row) => row.wrong)) return fail(422, { table: await tableFor({ locals, url }, { answer: { rows }, recorded: null }) });
    const taken = await locals.write((tx) => saveEntries(tx, asking, entries, form.get('go') !== 'keep'));
    if ('moved' in taken) {
      for (const item of taken.moved) Object.assign(rows[itemKey(item)] ?? {}, { moved: valueText(speaking, item) });
      return fail(409, { table: await tableFor({ locals, url }, { answer: { rows }, recorded: null }) });
    }
    redirect(303, `${linkTo(locals.site, '/kerja/tabel')}?tercatat=${taken.recorded}`);
  },
};
