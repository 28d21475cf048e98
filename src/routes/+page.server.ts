import { linkedData, pages, reads, telling } from '#portal/index.ts';
import { drawnHere } from '#ui/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const model = await locals.model();
  const tell = telling(model, locals.lang, locals.base);
  return { view: drawnHere(pages.home(tell, await reads.lastTwoFrozen(model, locals.read))), linked: drawnHere(linkedData.region(tell)) };
};
