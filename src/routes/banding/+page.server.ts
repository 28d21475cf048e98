import { pages, telling } from '#portal/index.ts';
import { drawnHere } from '#ui/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const view = await pages.compare(telling(await locals.model(), locals.lang, locals.base), url.searchParams, locals.read);
  locals.status = view.status;
  return { view: drawnHere(view) };
};
