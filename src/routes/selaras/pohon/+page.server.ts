import { z } from 'zod';
import { Fault } from '#kernel/faults.ts';
import { oneCode, readQuery } from '#kernel/query.ts';
import { pages, reads, telling } from '#portal/index.ts';
import { drawnHere } from '#ui/index.ts';
import type { PageServerLoad } from './$types';

const query = z.object({ misi: oneCode, rencana: oneCode });

export const load: PageServerLoad = async ({ locals, url }) => {
  const { misi, rencana } = readQuery(query, url.searchParams);
  const model = await locals.model();
  const view = pages.tree(pages.fromPlan(telling(model, locals.lang, locals.base), rencana), await reads.promised(model, locals.read), misi ?? null);
  if (!view) throw new Fault('plan.node_unknown', 404, { given: misi ?? '', expected: 'a mission of the plan' });
  return { view: drawnHere(view) };
};
