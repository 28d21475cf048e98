import { fail, redirect } from '@sveltejs/kit';
import { handingOver, officeOf, postPage } from '#app/accounts-page.ts';
import { Fault } from '#kernel/faults.ts';
import { accounts } from '#people/index.ts';
import { linkTo } from '#ui/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({ view: await postPage(locals, params.id) });

export const actions: Actions = {
  serahkan: async ({ locals, params, request }) => {
    const post = await locals.need('post.handover', await handingOver(locals, params.id));
    const office = officeOf(locals, post);
    const { reason, email, errors } = accounts.forms.readReason(await request.formData(), locals.lang);
    const typed = { action: 'serahkan', email, reason };
    const account = await accounts.read(office, { email }).catch(() => null);
    const all = { ...(account ? {} : accounts.forms.unknownHere(locals.lang)), ...errors };
    if (!account || Object.keys(all).length > 0) return fail(422, { typed, errors: all });
    try {
      await accounts.handOverPost(office, params.id, account.id, reason);
    } catch (error) {
      if (error instanceof Fault && error.code === 'post.same_holder') return fail(422, { typed, errors: accounts.forms.sameHolder(locals.lang) });
      const refused = accounts.forms.whyRefused(error, locals.lang);
      if (refused) return fail(409, { typed, errors: refused });
      throw error;
    }
    redirect(303, linkTo(locals, '/akun'));
  },
  akhiri: async ({ locals, params, request }) => {
    const office = officeOf(locals, await locals.need('account.manage'));
    const { reason, errors } = accounts.forms.readReason(await request.formData(), locals.lang);
    const typed = { action: 'akhiri', email: '', reason };
    if (Object.keys(errors).length > 0) return fail(422, { typed, errors });
    try {
      await accounts.endPost(office, params.id, reason);
    } catch (error) {
      if (error instanceof Fault && error.code === 'post.last_administrator') return fail(422, { typed, errors: accounts.forms.lastAdministrator(locals.lang) });
      throw error;
    }
    redirect(303, linkTo(locals, '/akun/daftar'));
  },
};
