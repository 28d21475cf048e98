import { pages, reads, telling } from '#portal/index.ts';
import { drawnHere } from '#ui/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const model = await locals.model();
  return { view: drawnHere(pages.selaras(telling(model, locals.lang, locals.base), await reads.inSync(model, locals.read), await reads.promised(model, locals.read))) };
};
