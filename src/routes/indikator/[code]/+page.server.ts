import { indicatorData, pages, readAreaCells, telling } from '#portal/index.ts';
import { drawnHere } from '#ui/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const model = await locals.model();
  const cells = model.indicators.has(params.code) ? await locals.read((tx) => readAreaCells(tx, params.code)) : [];
  const tell = telling(model, locals.lang, locals.base);
  const linked = indicatorData(tell, params.code);
  return { view: drawnHere(pages.indicator(tell, params.code, cells)), linked: linked && drawnHere(linked) };
};
