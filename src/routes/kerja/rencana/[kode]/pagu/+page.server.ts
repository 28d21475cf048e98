import { redirect, type RequestEvent } from '@sveltejs/kit';
import { planPages } from '#editing/index.ts';
import { authoring, versionReads } from '#plan/index.ts';
import { isKept, openForm, seenOf } from '../../../asking.ts';
import { again, mayI, numberIn, pathTo, planAddress, postNames, refusedBy, typedIn, versionAt } from '../../plan-routes.ts';
import type { Actions, PageServerLoad } from './$types';

type Answer = Parameters<typeof planPages.funding>[0]['answer'];
type Event = Pick<RequestEvent, 'locals' | 'url'> & { params: { kode: string } };

async function shown({ locals, url, params }: Event, answer: Answer) {
  const node = url.searchParams.get('simpul')?.slice(0, 100) ?? null;
  const [from, most] = [numberIn(url, 'mulai'), planPages.rowsOfPage];
  const { more, ...found } = await locals.read(async (tx) => {
    const plan = await versionAt(tx, params.kode, url);
    const key = { planCode: plan.code, planVersion: plan.version };
    const roots = node === null ? await versionReads.below(tx, key, null, 0, 2) : [];
    const top = node ?? (roots.length === 1 ? (roots[0]?.code ?? null) : null); // from the one root on, with what lies below it
    const path = top === null ? [] : pathTo(await versionReads.path(tx, key, top), top);
    const own = from > 0 ? undefined : path.at(-1);
    const rows = await versionReads.below(tx, key, top, from, most + 1);
    const nodes = [...(own ? [{ ...own, below: 0 }] : []), ...rows.slice(0, most)];
    return { plan, nodes, path: path.slice(0, -1), more: rows.length > most, funding: await versionReads.funding(tx, key, nodes.map(({ code }) => code)), by: await postNames(tx, locals.lang) };
  });
  const editable = found.plan.draft !== null && found.plan.status === 'draft' && (await mayI(locals, 'plan.edit'));
  const address = planAddress(locals, params.kode);
  const next = more ? `${address}/pagu?versi=${found.plan.version}${node === null ? '' : `&simpul=${encodeURIComponent(node)}`}&mulai=${from + most}` : null;
  const said = (['saved', 'same'] as const).find((one) => url.searchParams.get('kabar') === one) ?? null;
  return planPages.funding({ ...found, lang: locals.lang, address, node, next, editable, answer, said: answer ? null : said });
}

export const load: PageServerLoad = async (event) => {
  if (await isKept(event.locals, event.request)) return { funding: null };
  await event.locals.need('work.see');
  return { funding: await shown(event, null) };
};

export const actions: Actions = {
  default: async (event) => {
    const { locals, request, url, params } = event;
    const { form, kept } = await openForm({ locals, request });
    if (kept) return kept;
    const post = await locals.need('plan.edit');
    const plan = await locals.read((tx) => versionAt(tx, params.kode, url));
    let changed: boolean;
    try {
      changed = await locals.write((tx) => authoring.edit(locals.ctx(post), tx, { planCode: plan.code, planVersion: plan.version, seen: seenOf(form, 'seen') ?? -1, operation: { kind: 'fund', amounts: planPages.amountsFrom(form, locals.lang) } }));
    } catch (error) {
      const { status, errors, others } = refusedBy(error, 'pagu', locals.lang, form);
      return again(status, { funding: await shown(event, { values: typedIn(form), errors, others }) });
    }
    const here = new URLSearchParams(url.searchParams);
    here.set('kabar', changed ? 'saved' : 'same');
    redirect(303, `${planAddress(locals, params.kode)}/pagu?${here}`);
  },
};
