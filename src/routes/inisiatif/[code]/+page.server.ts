import { pages, reads, telling } from '#portal/index.ts';
import { drawnHere } from '#ui/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const model = await locals.model();
  const tell = telling(model, locals.lang, locals.base);
  const view = drawnHere(pages.initiative(tell, params.code));
  return { view, findings: drawnHere(pages.findingsAbout(tell, await reads.inSync(model, locals.read), 'initiative', params.code)) };
};
