import { fail } from '@sveltejs/kit';
import { accountList, linkAddress, officeOf } from '#app/accounts-page.ts';
import { accounts } from '#people/index.ts';
import { linkTo } from '#ui/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const post = await locals.need('account.manage');
  return { accounts: await accountList(locals, officeOf(locals, post)) };
};

export const actions: Actions = {
  undang: async ({ locals, request, url }) => {
    const office = officeOf(locals, await locals.need('account.manage'));
    const typed = accounts.forms.readInvite(await request.formData(), locals.lang);
    if (Object.keys(typed.errors).length > 0) return fail(422, { ...typed, made: null });
    const { accountId, token } = await accounts.invite(office, typed);
    return { name: '', email: '', errors: {}, made: { name: typed.name, href: `${linkTo(locals, '/akun/daftar')}/${accountId}`, link: token === null ? null : linkAddress(locals, url.origin, token) } };
  },
};
