import { redirect } from '@sveltejs/kit';
import { planPages } from '#editing/index.ts';
import { listAgencies } from '#people/index.ts';
import { authoring, versionReads, type VersionKey } from '#plan/index.ts';
import { textOf } from '#workspace/index.ts';
import { isKept, openForm } from '../asking.ts';
import type { Actions, PageServerLoad } from './$types';
import { again, mayI, planAddress, plansAddress, refusedBy, typedIn } from './plan-routes.ts';

type Answer = Parameters<typeof planPages.list>[0]['answer'];

async function shown(locals: App.Locals, answer: Answer, thrown = false) {
  const { plans, agencies } = await locals.read(async (tx) => ({ plans: await versionReads.all(tx), agencies: await listAgencies(tx) }));
  return planPages.list({ lang: locals.lang, plans, address: plansAddress(locals), mayEdit: await mayI(locals, 'plan.edit'), agencies: agencies.map((agency) => ({ value: agency.code, text: agency.shortName })), answer, thrown });
}

export const load: PageServerLoad = async ({ locals, request, url }) => {
  if (await isKept(locals, request)) return { list: null };
  await locals.need('work.see');
  return { list: await shown(locals, null, url.searchParams.get('kabar') === 'dibuang') };
};

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const { form, kept } = await openForm({ locals, request });
    if (kept) return kept;
    const post = await locals.need('plan.edit');
    const amends = textOf(form, 'op') === 'ubah';
    const values = new Map([...typedIn(form)].map(([name, value]) => [name.replace(/^baru-/, ''), value]));
    const text = (name: string): string => (values.get(name)?.[0] ?? '').trim().slice(0, 300);
    let key: VersionKey;
    try {
      const fields = Object.fromEntries(planPages.newPlanFields.map((name) => [name, text(name)])) as Record<(typeof planPages.newPlanFields)[number], string>;
      const ctx = locals.ctx(post);
      key = await (amends ? authoring.amend(ctx, locals.write, text('code')) : locals.write((tx) => authoring.begin(ctx, tx, { ...fields, parentCode: fields.parentCode || null, agencyCode: fields.agencyCode || null })));
    } catch (error) {
      const refused = refusedBy(error, 'baru', locals.lang);
      return again(refused.status, { list: await shown(locals, { values: amends ? new Map() : values, errors: refused.errors }) });
    }
    redirect(303, `${planAddress(locals, key.planCode)}?versi=${key.planVersion}`);
  },
};
