import { redirect } from '@sveltejs/kit';
import { readQuery } from '#kernel/query.ts';
import { districtAt, pages, queries, reads, telling } from '#portal/index.ts';
import { drawnHere } from '#ui/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const tell = telling(await locals.model(), locals.lang, locals.base);
  const elsewhere = pages.areaElsewhere(tell, params.code);
  if (elsewhere !== null) redirect(308, elsewhere);
  const { code } = districtAt(tell, params.code);
  const query = readQuery(queries.areas, url.searchParams);
  const known = await locals.read((tx) => reads.area(tx, tell, code, query.halaman));
  return { view: drawnHere(pages.area(tell, code, known, query)) };
};
