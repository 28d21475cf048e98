import { compareVersions } from '../../compare-versions.ts';
import { planAddress } from '../../plan-routes.ts';
import type { PageServerLoad } from './$types';

/** Of any two versions, drafts too: for who works here. */
export const load: PageServerLoad = async ({ locals, url, params }) => {
  await locals.need('work.see');
  const address = planAddress(locals, params.kode);
  return { view: await compareVersions(locals.read, { lang: locals.lang, code: params.kode, url, address: `${address}/perubahan`, back: address, may: () => true }) };
};
