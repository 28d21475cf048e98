import { pages, readAreaCells, telling } from '#portal/index.ts';
import { drawnHere } from '#ui/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const model = await locals.model();
  const cells = model.indicators.has(params.code) ? await locals.read((tx) => readAreaCells(tx, params.code)) : [];
  return { view: drawnHere(pages.indicator(telling(model, locals.lang, locals.base), params.code, cells)) };
};
