import { linkedData, pages, telling } from '#portal/index.ts';
import { drawnHere } from '#ui/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const tell = telling(await locals.model(), locals.lang, locals.base);
  const view = drawnHere(pages.agency(tell, params.code));
  const linked = linkedData.agency(tell, params.code);
  return { view, linked: linked && drawnHere(linked) };
};
