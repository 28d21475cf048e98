import { fail, redirect } from '@sveltejs/kit';
import { ownPath } from '#app/own-path.ts';
import { sendCookies } from '#app/send-cookies.ts';
import { peopleForms, signing } from '#people/index.ts';
import { linkTo } from '#ui/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  await locals.read(async () => undefined);
  const back = ownPath(url.searchParams.get('kembali'), linkTo(locals, '/akun'));
  if (await locals.person()) redirect(303, back);
  return { back };
};

export const actions: Actions = {
  default: async ({ locals, request, cookies }) => {
    await locals.read(async () => undefined); // where no region is, nobody is tried: no log would tell of it
    const { signIn, asking } = locals.sign();
    const { kode = '', kembali } = peopleForms.textsOf(await request.formData());
    const back = ownPath(kembali, linkTo(locals, '/akun'));
    if (await locals.person()) redirect(303, back);
    const entered = await signing.enterCode(signIn, asking, kode.slice(0, 40));
    if (entered.kind !== 'in') return fail(entered.kind === 'locked' ? 429 : 422, { back, errors: peopleForms.whyNoCode(entered.kind, 'code', locals.lang) });
    sendCookies(cookies, entered.cookies);
    redirect(303, back);
  },
};
