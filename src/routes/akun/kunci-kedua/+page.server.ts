import { fail, redirect } from '@sveltejs/kit';
import { ownPath } from '#app/own-path.ts';
import { sendCookies } from '#app/send-cookies.ts';
import { peopleForms, signing, views } from '#people/index.ts';
import { linkTo } from '#ui/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const person = await locals.signedIn();
  return { back: ownPath(url.searchParams.get('kembali'), linkTo(locals, '/akun')), view: { on: person.secondFactor, waiting: person.waiting.length > 0 } };
};

const asked = async (request: Request, fallback: string): Promise<{ password: string; code: string; back: string; secret: string; spare: string[] }> => {
  const { sandi = '', kode = '', kunci = '', cadangan = '', kembali } = peopleForms.textsOf(await request.formData());
  return { password: sandi.slice(0, 128), code: kode.slice(0, 40), back: ownPath(kembali, fallback), secret: kunci.slice(0, 200), spare: cadangan.slice(0, 400).split(' ').filter((one) => one !== '') };
};

export const actions: Actions = {
  mulai: async ({ locals, request }) => {
    const { accountId, email, secondFactor } = await locals.signedIn();
    const { signIn, asking } = locals.sign();
    const { password, back } = await asked(request, linkTo(locals, '/akun'));
    if (secondFactor) redirect(303, linkTo(locals, '/akun/kunci-kedua')); // one that is on is taken off first
    const begun = await signing.beginFactor(signIn, asking, { accountId, email, password });
    if (begun.kind !== 'done') return fail(422, { back, made: null, confirming: false, errors: peopleForms.whyRefused(begun.kind, 'sandi', locals.lang) });
    return { back, made: { ...begun.result, qr: views.qr(begun.result.uri) }, confirming: true, errors: {} };
  },
  pasang: async ({ locals, request, cookies }) => {
    const { email, secondFactor } = await locals.signedIn();
    if (secondFactor) redirect(303, linkTo(locals, '/akun/kunci-kedua'));
    const { signIn, asking } = locals.sign();
    const { code, back, secret, spare } = await asked(request, linkTo(locals, '/akun'));
    const confirmed = await signing.confirmFactor(signIn, asking, code);
    const made = confirmed.kind === 'wrong' ? signing.sameFactor(email, secret, spare) : null;
    if (confirmed.kind !== 'in') return fail(confirmed.kind === 'locked' ? 429 : 422, { back, made: made && { ...made, qr: views.qr(made.uri) }, confirming: true, errors: peopleForms.whyNoCode(confirmed.kind, 'factor.confirm', locals.lang) });
    sendCookies(cookies, confirmed.cookies);
    redirect(303, back);
  },
  lepas: async ({ locals, request, cookies }) => {
    const { accountId, email } = await locals.signedIn();
    const { signIn, asking } = locals.sign();
    const { password, back } = await asked(request, linkTo(locals, '/akun'));
    const removed = await signing.removeFactor(signIn, asking, { accountId, email, password });
    if (removed.kind !== 'done') return fail(422, { back, made: null, confirming: false, errors: peopleForms.whyRefused(removed.kind, 'sandi', locals.lang) });
    sendCookies(cookies, removed.result);
    redirect(303, linkTo(locals, '/akun/kunci-kedua'));
  },
};
