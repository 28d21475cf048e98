import { linkTo } from '#ui/index.ts';
import { compareVersions } from '../../../kerja/rencana/compare-versions.ts';
import type { PageServerLoad } from './$types';

/** Of adopted versions alone: a draft is nobody's yet. */
export const load: PageServerLoad = async ({ locals, url, params }) => {
  const address = linkTo(locals.site, `/rencana/${encodeURIComponent(params.plan)}`);
  return { view: await compareVersions(locals.read, { lang: locals.lang, code: params.plan, url, address: `${address}/perubahan`, back: address, may: (version) => version.status === 'adopted' }) };
};
