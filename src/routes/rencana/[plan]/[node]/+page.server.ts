import { z } from 'zod';
import { pageNumber, readQuery } from '#kernel/query.ts';
import { pages, reads, telling } from '#portal/index.ts';
import { drawnHere } from '#ui/index.ts';
import type { PageServerLoad } from './$types';

const query = z.object({ halaman: pageNumber });

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { halaman } = readQuery(query, url.searchParams);
  const model = await locals.model();
  const tell = telling(model, locals.lang, locals.base);
  const view = drawnHere(pages.node(tell, params.plan, params.node, halaman));
  const at = `${params.plan}/${model.plans.get(params.plan)?.version}/${params.node}`;
  return { view, findings: drawnHere(pages.findingsAbout(tell, await reads.inSync(model, locals.read), 'node', at)) };
};
