import { accessPage } from '#app/access-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const post = await locals.need('access.see');
  return { view: await accessPage(locals, post, url.searchParams) };
};
