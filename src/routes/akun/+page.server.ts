import { fail, redirect } from '@sveltejs/kit';
import { accountPage } from '#app/account-page.ts';
import { sendCookies } from '#app/send-cookies.ts';
import { peopleForms, permit, signing } from '#people/index.ts';
import { linkTo } from '#ui/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const person = await locals.signedIn();
  if (url.searchParams.has('masuk') && permit(person.posts, 'work.see')) redirect(303, linkTo(locals, '/kerja'));
  // Whose posts wait for the second factor can do nothing before: that comes first, and their work right after.
  if (url.searchParams.has('masuk') && person.waiting.length > 0 && !person.secondFactor) redirect(303, `${linkTo(locals, '/akun/kunci-kedua')}?kembali=${encodeURIComponent(linkTo(locals, permit(person.waiting, 'work.see') ? '/kerja' : '/akun'))}`);
  return { view: await accountPage(locals, person), changed: url.searchParams.has('diganti') };
};

export const actions: Actions = {
  sandi: async ({ locals, request, cookies }) => {
    const { accountId, email, name } = await locals.signedIn();
    const { signIn, asking } = locals.sign();
    const { present, wanted, errors } = peopleForms.readPasswordForm(await request.formData(), [email, name], locals.lang);
    if (Object.keys(errors).length > 0) return fail(422, { errors });
    const changed = await signing.changePassword(signIn, asking, { accountId, email, present, wanted });
    if (changed.kind !== 'done') return fail(422, { errors: peopleForms.whyRefused(changed.kind, 'kini', locals.lang) });
    sendCookies(cookies, changed.result);
    redirect(303, `${linkTo(locals, '/akun')}?diganti`);
  },
  akhiri: async ({ locals, request }) => {
    const { accountId } = await locals.signedIn();
    const { sesi = '' } = peopleForms.textsOf(await request.formData());
    const { signIn, asking } = locals.sign();
    await signing.endOwnSessions(signIn, asking, accountId, { id: sesi });
    redirect(303, linkTo(locals, '/akun'));
  },
  akhiri_lain: async ({ locals }) => {
    const { accountId, sessionId } = await locals.signedIn();
    const { signIn, asking } = locals.sign();
    await signing.endOwnSessions(signIn, asking, accountId, { allBut: sessionId });
    redirect(303, linkTo(locals, '/akun'));
  },
};
