import { fail, redirect } from '@sveltejs/kit';
import { placeNames } from '#app/account-page.ts';
import { accountAdmin, linkAddress, officeOf } from '#app/accounts-page.ts';
import { accounts, peopleForms } from '#people/index.ts';
import { linkTo } from '#ui/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const post = await locals.need('account.manage');
  return { view: await accountAdmin(locals, officeOf(locals, post), params.id) };
};

export const actions: Actions = {
  beri: async ({ locals, params, request }) => {
    const office = officeOf(locals, await locals.need('account.manage'));
    const names = await locals.read((tx) => placeNames(tx, locals.lang));
    const { post, fields, errors } = accounts.forms.readPost(await request.formData(), names, office.today, locals.lang);
    if (Object.keys(errors).length > 0) return fail(422, { link: null, fields, errors });
    const { id } = await accounts.read(office, { id: params.id });
    await accounts.grantPost(office, { ...post, accountId: id });
    redirect(303, `${linkTo(locals, '/akun/daftar')}/${params.id}`);
  },
  akhiri_sesi: async ({ locals, params }) => {
    const office = officeOf(locals, await locals.need('account.manage'));
    const account = await accounts.read(office, { id: params.id });
    await accounts.endAllSessions(office, account.id);
    redirect(303, `${linkTo(locals, '/akun/daftar')}/${params.id}`);
  },
  tautan: async ({ locals, params, request, url }) => {
    const office = officeOf(locals, await locals.need('account.manage'));
    const account = await accounts.read(office, { id: params.id });
    const { lepas } = peopleForms.textsOf(await request.formData());
    return { link: linkAddress(locals, url.origin, await accounts.renewLink(office, account, lepas !== undefined)), fields: null, errors: {} };
  },
  lupakan: async ({ locals, params }) => {
    const office = officeOf(locals, await locals.need('account.manage'));
    await accounts.forget(office, await accounts.read(office, { id: params.id }));
    redirect(303, linkTo(locals, '/akun/daftar'));
  },
};
