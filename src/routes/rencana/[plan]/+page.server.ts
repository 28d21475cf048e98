import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { pageNumber, readQuery } from '#kernel/query.ts';
import { pages, telling } from '#portal/index.ts';
import { drawnHere } from '#ui/index.ts';
import type { PageServerLoad } from './$types';

const query = z.object({ halaman: pageNumber });

/** A plan is a part of the page of plans; one that is too large for that has its own. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { halaman } = readQuery(query, url.searchParams);
  const tell = telling(await locals.model(), locals.lang, locals.base);
  const address = pages.planAt(tell, params.plan);
  if (address.includes('#')) redirect(307, address);
  return { view: drawnHere(pages.plan(tell, params.plan, halaman)) };
};
