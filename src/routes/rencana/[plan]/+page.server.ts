import { redirect } from '@sveltejs/kit';
import { pages, telling } from '#portal/index.ts';
import type { PageServerLoad } from './$types';

/** A plan has no page of its own: it is a part of the page of plans. */
export const load: PageServerLoad = async ({ locals, params }) => redirect(308, pages.planAt(telling(await locals.model(), locals.lang, locals.base), params.plan));
