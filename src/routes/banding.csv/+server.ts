import { compareCsv, telling } from '#portal/index.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, url }) => {
  const csv = await compareCsv(telling(await locals.model(), locals.lang, locals.base), url.searchParams, locals.read);
  return new Response(csv, {
    headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="banding-${locals.region}.csv"`, 'cache-control': 'no-store' },
  });
};
