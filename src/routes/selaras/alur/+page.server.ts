import { z } from 'zod';
import { oneCode, pageNumber, readQuery } from '#kernel/query.ts';
import { pages, telling } from '#portal/index.ts';
import { drawnHere, linkTo } from '#ui/index.ts';
import type { PageServerLoad } from './$types';

const query = z.object({ halaman: pageNumber, rencana: oneCode });

export const load: PageServerLoad = async ({ locals, url }) => {
  const { halaman, rencana } = readQuery(query, url.searchParams);
  return { view: drawnHere(pages.flow(pages.fromPlan(telling(await locals.model(), locals.lang, locals.base), rencana), linkTo(locals.site, '/selaras/alur'), halaman)) };
};
