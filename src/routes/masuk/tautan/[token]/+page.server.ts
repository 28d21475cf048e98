import { fail, redirect } from '@sveltejs/kit';
import { sendCookies } from '#app/send-cookies.ts';
import { dayIn } from '#app/who-asks.ts';
import { Fault } from '#kernel/faults.ts';
import { peopleForms, signing } from '#people/index.ts';
import { linkTo } from '#ui/index.ts';
import type { Actions, PageServerLoad } from './$types';

const statusOf: Record<string, number> = { spent: 410, expired: 410, unknown: 404 };

export const load: PageServerLoad = async ({ locals, params }) => {
  const region = await locals.read(async (tx) => tx.region);
  const link = await signing.readLink(locals.sign().signIn, params.token, region);
  const status = statusOf[link.kind];
  if (status !== undefined) locals.status = status;
  return { link: link.kind === 'password' ? { ...link, accepts: false } : link, name: link.kind === 'first' ? ((await locals.person())?.name ?? null) : null };
};

export const actions: Actions = {
  default: async ({ locals, params, request, cookies }) => {
    const { signIn, asking } = locals.sign();
    const region = await locals.read(async (tx) => tx.region);
    const link = await signing.readLink(signIn, params.token, region);
    if (link.kind !== 'first' && link.kind !== 'password') return fail(statusOf[link.kind] ?? 404, { name: '', email: '', errors: {} });
    const person = link.kind === 'first' ? await locals.person() : null;
    const typed = peopleForms.readLinkForm(await request.formData(), link, person !== null, locals.lang);
    if (Object.keys(typed.errors).length > 0) return fail(422, typed);
    const today = dayIn(locals.site.region?.timeZone ?? 'Asia/Jakarta', signIn.clock());
    if (link.kind === 'password' && link.accepts) {
      const taken = await signing.takeCall(signIn, asking, { token: params.token, region }, typed);
      if (!('cookies' in taken)) return fail(taken.kind === 'refused' ? 422 : 429, { ...typed, errors: peopleForms.whyNotTaken(taken.kind, locals.lang) });
      sendCookies(cookies, taken.cookies);
      redirect(303, linkTo(locals, taken.kind === 'code' ? '/masuk/kode' : '/akun'));
    }
    try {
      const known = await signing.spendLink(signIn, { token: params.token, region, today, address: asking.address, secure: asking.secure }, person ? { accountId: person.accountId } : typed);
      sendCookies(cookies, known);
    } catch (error) {
      if (error instanceof Fault && error.code === 'account.exists') return fail(422, { ...typed, errors: peopleForms.addressIsTaken(locals.lang) });
      throw error;
    }
    redirect(303, person ? linkTo(locals, '/akun') : `${linkTo(locals, '/masuk')}?siap`);
  },
};
