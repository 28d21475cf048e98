import { readQuery } from '#kernel/query.ts';
import { areaQuery, pages, readPeople, telling } from '#portal/index.ts';
import { drawnHere } from '#ui/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const query = readQuery(areaQuery, url.searchParams);
  const model = await locals.model();
  return { view: drawnHere(pages.areas(telling(model, locals.lang, locals.base), await locals.read((tx) => readPeople(tx, model)), query)) };
};
