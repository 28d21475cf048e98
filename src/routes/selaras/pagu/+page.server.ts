import { z } from 'zod';
import { oneCode, readQuery } from '#kernel/query.ts';
import { pages, reads, telling } from '#portal/index.ts';
import { drawnHere } from '#ui/index.ts';
import type { PageServerLoad } from './$types';

const query = z.object({ rencana: oneCode });

export const load: PageServerLoad = async ({ locals, url }) => {
  const { rencana } = readQuery(query, url.searchParams);
  const model = await locals.model();
  return { view: drawnHere(pages.budget(pages.fromPlan(telling(model, locals.lang, locals.base), rencana), await reads.promised(model, locals.read))) };
};
