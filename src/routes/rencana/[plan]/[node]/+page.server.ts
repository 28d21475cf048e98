import { z } from 'zod';
import { planPages } from '#editing/index.ts';
import { pageNumber, readQuery } from '#kernel/query.ts';
import { versionReads } from '#plan/index.ts';
import { pages, reads, telling } from '#portal/index.ts';
import { drawnHere, linkTo } from '#ui/index.ts';
import type { PageServerLoad } from './$types';

const query = z.object({ halaman: pageNumber });

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { halaman } = readQuery(query, url.searchParams);
  const model = await locals.model();
  const tell = telling(model, locals.lang, locals.base);
  if (!model.plans.get(params.plan)?.nodes.some(({ code }) => code === params.node)) {
    const gone = await locals.read((tx) => versionReads.gone(tx, params.plan, params.node));
    if (gone) {
      locals.status = 410;
      return { gone: planPages.gone(locals.lang, gone, linkTo(locals.site, `/rencana/${encodeURIComponent(params.plan)}`)) };
    }
  }
  const view = drawnHere(pages.node(tell, params.plan, params.node, halaman));
  const at = `${params.plan}/${model.plans.get(params.plan)?.version}/${params.node}`;
  return { view, findings: drawnHere(pages.findingsAbout(tell, await reads.inSync(model, locals.read), 'node', at)) };
};
