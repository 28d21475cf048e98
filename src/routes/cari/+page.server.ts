import { pages, queries, telling } from '#portal/index.ts';
import { drawnHere } from '#ui/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const view = pages.search(telling(await locals.model(), locals.lang, locals.base), queries.search(url.searchParams));
  locals.status = view.status;
  return { view: drawnHere(view) };
};
