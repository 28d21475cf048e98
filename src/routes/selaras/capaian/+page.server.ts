import { z } from 'zod';
import { oneCode, readQuery } from '#kernel/query.ts';
import { pages, telling } from '#portal/index.ts';
import { drawnHere } from '#ui/index.ts';
import type { PageServerLoad } from './$types';

const query = z.object({ rencana: oneCode });

export const load: PageServerLoad = async ({ locals, url }) => {
  const { rencana } = readQuery(query, url.searchParams);
  return { view: drawnHere(pages.achieved(pages.fromPlan(telling(await locals.model(), locals.lang, locals.base), rencana))) };
};
