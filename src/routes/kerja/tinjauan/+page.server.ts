import { drafts } from '#masterplan/index.ts';
import { masterplanPage } from '#review/index.ts';
import { hrefIn, timeIn } from '../masterplan/opening.ts';
import type { PageServerLoad } from './$types';

/** Drafts that can be read and decided; one that has ended is found among the masterplan's. */
export const load: PageServerLoad = async ({ locals }) => {
  await locals.need('masterplan.read');
  const all = (await locals.read(drafts.list)).filter(({ state }) => drafts.mayDecide(state));
  return { view: masterplanPage({ lang: locals.lang, masterplan: null, all, versions: [], href: hrefIn(locals), timeOf: timeIn(locals), mayEdit: false, answer: null }) };
};
