import { redirect } from '@sveltejs/kit';
import { sendCookies } from '#app/send-cookies.ts';
import { signing } from '#people/index.ts';
import { linkTo } from '#ui/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({ signedIn: (await locals.person()) !== null });

export const actions: Actions = {
  default: async ({ locals, cookies }) => {
    const { signIn, asking } = locals.sign();
    sendCookies(cookies, await signing.signOut(signIn, asking));
    redirect(303, linkTo(locals, '/keluar'));
  },
};
