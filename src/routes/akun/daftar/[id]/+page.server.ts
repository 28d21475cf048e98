import { fail, redirect } from '@sveltejs/kit';
import { placeNames } from '#app/account-page.ts';
import { accountAdmin, linkAddress, officeOf } from '#app/accounts-page.ts';
import { accounts, peopleForms } from '#people/index.ts';
import { linkTo } from '#ui/index.ts';
import type { Actions, PageServerLoad } from './$types';

type PostFields = ReturnType<typeof accounts.forms.readPost>['fields'];

export const load: PageServerLoad = async ({ locals, params }) => {
  const post = await locals.need('account.manage');
  return { view: await accountAdmin(locals, officeOf(locals, post), params.id) };
};

/** What the rules of accounts refuse is told on the page itself. */
async function told<T>(locals: App.Locals, fields: PostFields | null, work: () => Promise<T>) {
  try {
    return { done: await work() };
  } catch (error) {
    const errors = accounts.forms.whyRefused(error, locals.lang);
    if (errors) return { refused: fail(409, { link: null, fields, errors }) };
    throw error;
  }
}

export const actions: Actions = {
  beri: async ({ locals, params, request }) => {
    const office = officeOf(locals, await locals.need('account.manage'));
    const names = await locals.read((tx) => placeNames(tx, locals.lang));
    const { post, fields, errors } = accounts.forms.readPost(await request.formData(), names, office.today, locals.lang);
    if (Object.keys(errors).length > 0) return fail(422, { link: null, fields, errors });
    const { id } = await accounts.read(office, { id: params.id });
    const { refused } = await told(locals, fields, () => accounts.grantPost(office, { ...post, accountId: id }));
    if (refused) return refused;
    redirect(303, `${linkTo(locals, '/akun/daftar')}/${params.id}`);
  },
  akhiri_sesi: async ({ locals, params }) => {
    const office = officeOf(locals, await locals.need('account.manage'));
    const account = await accounts.read(office, { id: params.id });
    await accounts.endAllSessions(office, account);
    redirect(303, `${linkTo(locals, '/akun/daftar')}/${params.id}`);
  },
  tautan: async ({ locals, params, request, url }) => {
    const office = officeOf(locals, await locals.need('account.manage'));
    const account = await accounts.read(office, { id: params.id });
    const { lepas } = peopleForms.textsOf(await request.formData());
    const { done, refused } = await told(locals, null, () => accounts.renewLink(office, account, lepas !== undefined));
    return refused ?? { link: linkAddress(locals, url.origin, done), fields: null, errors: {} };
  },
  lupakan: async ({ locals, params }) => {
    const office = officeOf(locals, await locals.need('account.manage'));
    const account = await accounts.read(office, { id: params.id });
    const { refused } = await told(locals, null, () => accounts.forget(office, account));
    if (refused) return refused;
    redirect(303, linkTo(locals, '/akun/daftar'));
  },
};
