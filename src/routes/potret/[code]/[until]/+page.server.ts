import { z } from 'zod';
import { pageNumber, readQuery } from '#kernel/query.ts';
import { pages, reads, telling } from '#portal/index.ts';
import { drawnHere } from '#ui/index.ts';
import type { PageServerLoad } from './$types';

const query = z.object({ halaman: pageNumber });

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { halaman } = readQuery(query, url.searchParams);
  const tell = telling(await locals.model(), locals.lang, locals.base);
  const [from, until] = await locals.read(async (tx) => [await reads.frozen(tx, params.code), await reads.frozen(tx, params.until)] as const);
  return { view: drawnHere(pages.changes(tell, from, until, halaman)) };
};
