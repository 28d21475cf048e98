import { lastTwoFrozen, pages, telling } from '#portal/index.ts';
import { drawnHere } from '#ui/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const model = await locals.model();
  return { view: drawnHere(pages.home(telling(model, locals.lang, locals.base), await lastTwoFrozen(model, locals.read))) };
};
