import { redirect } from '@sveltejs/kit';
import { sendCookies } from '#app/send-cookies.ts';
import { signing } from '#people/index.ts';
import { linkTo } from '#ui/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({ signedIn: (await locals.person()) !== null });

export const actions: Actions = {
  default: async ({ locals, cookies, setHeaders }) => {
    const { signIn, asking } = locals.sign();
    sendCookies(cookies, await signing.signOut(signIn, asking));
    setHeaders({ 'clear-site-data': '"cache"' }); // with https; what was drawn for one must not be found by the next at the same machine
    redirect(303, linkTo(locals, '/keluar'));
  },
};
