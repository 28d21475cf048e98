import { z } from 'zod';
import { pageNumber, readQuery } from '#kernel/query.ts';
import { pages, reads, telling } from '#portal/index.ts';
import { drawnHere, linkTo } from '#ui/index.ts';
import { askingOf } from '../asking.ts';
import type { PageServerLoad } from './$types';

const query = z.object({ halaman: pageNumber });

/** The findings of today: the public page tells those of the day up to which things are known. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { today } = await askingOf(locals);
  const { halaman } = readQuery(query, url.searchParams);
  const model = await locals.model();
  const tell = telling(model, locals.lang, locals.base);
  return { view: drawnHere(pages.findings(tell, await reads.inSync(model, locals.read, today), halaman, linkTo(locals.site, '/kerja/temuan'))) };
};
