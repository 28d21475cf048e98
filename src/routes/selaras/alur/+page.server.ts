import { z } from 'zod';
import { pageNumber, readQuery } from '#kernel/query.ts';
import { pages, telling } from '#portal/index.ts';
import { drawnHere, linkTo } from '#ui/index.ts';
import type { PageServerLoad } from './$types';

const query = z.object({ halaman: pageNumber, rencana: z.string().min(1).max(100).optional() });

export const load: PageServerLoad = async ({ locals, url }) => {
  const { halaman, rencana } = readQuery(query, url.searchParams);
  return { view: drawnHere(pages.flow(telling(await locals.model(), locals.lang, locals.base, rencana), linkTo(locals.site, '/selaras/alur'), halaman)) };
};
