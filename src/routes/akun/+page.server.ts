import { accountPage } from '#app/account-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const person = await locals.signedIn();
  return { view: await accountPage(locals, person) };
};
