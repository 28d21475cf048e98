import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { pageNumber, readQuery } from '#kernel/query.ts';
import { linkedData, pages, reads, telling } from '#portal/index.ts';
import { drawnHere } from '#ui/index.ts';
import type { PageServerLoad } from './$types';

const query = z.object({ halaman: pageNumber });

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const model = await locals.model();
  const tell = telling(model, locals.lang, locals.base);
  const elsewhere = pages.indicatorElsewhere(tell, params.code);
  if (elsewhere !== null) redirect(308, elsewhere);
  const { halaman } = readQuery(query, url.searchParams);
  const cells = model.indicators.has(params.code) ? await locals.read((tx) => reads.areaCells(tx, model, params.code)) : [];
  const rules = await locals.read((tx) => reads.rules(tx, model, params.code));
  const linked = linkedData.indicator(tell, params.code);
  const view = drawnHere(pages.indicator(tell, params.code, cells, halaman, rules));
  return { view, findings: drawnHere(pages.findingsAbout(tell, await reads.inSync(model, locals.read), 'indicator', params.code)), linked: linked && drawnHere(linked) };
};
