import { importing } from '#workspace/index.ts';
import { askingOf } from '../../asking.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals }) => {
  const asking = await askingOf(locals);
  const text = await importing.template((work) => locals.read(work), asking, locals.lang);
  return new Response(`\uFEFF${text}`, { headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="${locals.region ?? ''}-${asking.today}.csv"`, 'cache-control': 'no-store' } });
};
