import { pages, telling } from '#portal/index.ts';
import { countFrozen } from '#scores/index.ts';
import { drawnHere } from '#ui/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) =>
  ({ view: drawnHere(pages.frozenList(telling(await locals.model(), locals.lang, locals.base), await locals.read(countFrozen))) });
