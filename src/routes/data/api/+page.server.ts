import { readConfig } from '#kernel/config.ts';
import { apiPage } from '#open-data/index.ts';
import { drawnHere } from '#ui/index.ts';
import type { PageServerLoad } from './$types';

const { port, apiLimit } = readConfig(process.env);
const limits = { port, limit: apiLimit };

export const load: PageServerLoad = async ({ locals }) => ({ view: drawnHere(apiPage(await locals.model(), locals.site, limits)) });
