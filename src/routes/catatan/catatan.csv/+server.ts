import { logFile } from '#app/log-page.ts';
import type { RequestHandler } from './$types';

/** The log as a file, which no spreadsheet runs as a formula. */
export const GET: RequestHandler = async ({ locals, url, request }) => {
  const post = await locals.need('log.read');
  const headers = { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="${locals.region ?? ''}-catatan.csv"`, 'cache-control': 'no-store' };
  return new Response(request.method === 'HEAD' ? null : logFile(locals, post, url.searchParams), { headers });
};
