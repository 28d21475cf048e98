import { pages, regionData, telling } from '#portal/index.ts';
import { drawnHere } from '#ui/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const tell = telling(await locals.model(), locals.lang, locals.base);
  return { view: drawnHere(pages.home(tell)), linked: drawnHere(regionData(tell)) };
};
