import { agencyData, pages, telling } from '#portal/index.ts';
import { drawnHere } from '#ui/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const tell = telling(await locals.model(), locals.lang, locals.base);
  const view = drawnHere(pages.agency(tell, params.code));
  const linked = agencyData(tell, params.code);
  return { view, linked: linked && drawnHere(linked) };
};
