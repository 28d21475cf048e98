import { homePage, telling } from '#portal/index.ts';
import { drawnHere } from '#ui/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({ view: drawnHere(homePage(telling(await locals.model(), locals.lang, locals.base))) });
