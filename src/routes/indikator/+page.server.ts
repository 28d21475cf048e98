import { indicatorList, telling } from '#portal/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({ view: indicatorList(telling(await locals.model(), locals.lang, locals.base)) });
