import { pages, telling } from '#portal/index.ts';
import { drawnHere } from '#ui/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({ view: drawnHere(pages.initiative(telling(await locals.model(), locals.lang, locals.base), params.code)) });
