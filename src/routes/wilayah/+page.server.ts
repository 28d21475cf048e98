import { readQuery } from '#kernel/query.ts';
import { pages, queries, reads, telling } from '#portal/index.ts';
import { drawnHere } from '#ui/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const query = readQuery(queries.areas, url.searchParams);
  const model = await locals.model();
  return { view: drawnHere(pages.areas(telling(model, locals.lang, locals.base), await locals.read((tx) => reads.people(tx, model)), query)) };
};
