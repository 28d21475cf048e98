import { fail, redirect } from '@sveltejs/kit';
import { ownPath } from '#app/own-path.ts';
import { sendCookies } from '#app/send-cookies.ts';
import { peopleForms, signing } from '#people/index.ts';
import { linkTo } from '#ui/index.ts';
import type { Actions, PageServerLoad } from './$types';

/** Where who signs in begins: at what is due, where that is theirs (`akun` sends on). */
const home = (locals: App.Locals): string => `${linkTo(locals, '/akun')}?masuk`;

export const load: PageServerLoad = async ({ locals, url }) => {
  await locals.read(async () => undefined); // an address without its region is no place to sign in
  return { back: ownPath(url.searchParams.get('kembali'), home(locals)), made: url.searchParams.has('siap'), name: (await locals.person())?.name ?? null };
};

export const actions: Actions = {
  default: async ({ locals, request, cookies }) => {
    await locals.read(async () => undefined); // where no region is, nobody is tried: no log would tell of it
    const { signIn, asking } = locals.sign();
    const { email, password, back, errors } = peopleForms.readSignIn(await request.formData(), locals.lang);
    const to = ownPath(back, home(locals));
    if (Object.keys(errors).length > 0) return fail(422, { back: to, email, errors });
    const result = await signing.signIn(signIn, asking, { email, password });
    if (!('cookies' in result)) return fail(result.kind === 'refused' ? 422 : 429, { back: to, email, errors: peopleForms.whySignInFailed(result.kind, locals.lang) });
    sendCookies(cookies, result.cookies);
    redirect(303, result.kind === 'code' ? `${linkTo(locals, '/masuk/kode')}?kembali=${encodeURIComponent(to)}` : to);
  },
};
