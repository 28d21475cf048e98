import { z } from 'zod';
import { Fault } from '#kernel/faults.ts';
import { sitemap, sitemapPaths } from '#portal/index.ts';
import type { RequestHandler } from './$types';

/** The routes that draw pages, as the build found them. */
const routes = Object.keys(import.meta.glob('../**/+page.server.ts')).map((file) => file.slice(2).replace(/\/\+page\.server\.ts$/, '') || '/');
const partNumber = z.string().regex(/^[1-9]\d{0,4}$/).transform(Number);

export const GET: RequestHandler = async ({ locals, url }) => {
  const model = await locals.model();
  const given = url.searchParams.get('bagian');
  const part = given === null ? null : (partNumber.safeParse(given).data ?? 0);
  const { home, lang } = locals.site;
  const written = sitemap(sitemapPaths(model, routes), model.snapshot.asOf, { home: { ...home, origin: home.origin ?? url.origin }, lang }, part);
  if (written === null) throw new Fault('sitemap.part', 404, { given, expected: 'the number of a part' });
  // Without a known origin the addresses are of this request: not to be kept for another.
  return new Response(written, { headers: { 'content-type': 'application/xml; charset=utf-8', 'cache-control': home.origin ? 'no-cache' : 'no-store' } });
};
