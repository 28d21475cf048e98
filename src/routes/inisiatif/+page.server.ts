import { readQuery } from '#kernel/query.ts';
import { pages, queries, telling } from '#portal/index.ts';
import { drawnHere } from '#ui/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const model = await locals.model();
  return { view: drawnHere(pages.initiatives(telling(model, locals.lang, locals.base), readQuery(queries.initiatives(model), url.searchParams))) };
};
