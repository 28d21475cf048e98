import { hindrances } from '#app/masterplan-drafts.ts';
import { draftPage } from '#review/index.ts';
import { hrefIn, openHere } from '../../masterplan/opening.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  await locals.need('masterplan.read');
  const opened = await openHere(locals, params.draft);
  return { view: draftPage({ lang: locals.lang, opened, hindrances: hindrances(opened), href: hrefIn(locals), may: { edit: false, adopt: false }, said: null, answer: null }) };
};
