import { z } from 'zod';
import { pageNumber, readQuery } from '#kernel/query.ts';
import { pages, readAreaCells, telling } from '#portal/index.ts';
import { drawnHere } from '#ui/index.ts';
import type { PageServerLoad } from './$types';

const query = z.object({ halaman: pageNumber });

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const model = await locals.model();
  const { halaman } = readQuery(query, url.searchParams);
  const cells = model.indicators.has(params.code) ? await locals.read((tx) => readAreaCells(tx, params.code)) : [];
  return { view: drawnHere(pages.indicator(telling(model, locals.lang, locals.base), params.code, cells, halaman)) };
};
