import { logPage } from '#app/log-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const post = await locals.need('log.read');
  return { view: await logPage(locals, post, url.searchParams) };
};
