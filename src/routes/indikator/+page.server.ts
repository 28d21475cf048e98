import { readQuery } from '#kernel/query.ts';
import { pages, queries, telling } from '#portal/index.ts';
import { drawnHere } from '#ui/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const model = await locals.model();
  return { view: drawnHere(pages.indicators(telling(model, locals.lang, locals.base), readQuery(queries.indicators(model), url.searchParams))) };
};
