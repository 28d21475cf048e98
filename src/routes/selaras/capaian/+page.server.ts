import { pages, telling } from '#portal/index.ts';
import { drawnHere } from '#ui/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({ view: drawnHere(pages.achieved(telling(await locals.model(), locals.lang, locals.base))) });
