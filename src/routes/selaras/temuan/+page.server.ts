import { z } from 'zod';
import { pageNumber, readQuery } from '#kernel/query.ts';
import { pages, reads, telling } from '#portal/index.ts';
import { drawnHere } from '#ui/index.ts';
import type { PageServerLoad } from './$types';

const query = z.object({ halaman: pageNumber });

export const load: PageServerLoad = async ({ locals, url }) => {
  const { halaman } = readQuery(query, url.searchParams);
  const model = await locals.model();
  return { view: drawnHere(pages.findings(telling(model, locals.lang, locals.base), await reads.inSync(model, locals.read), halaman)) };
};
