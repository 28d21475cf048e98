import { systemClock } from '#kernel/clock.ts';
import { makePaper } from '#review/index.ts';
import { openHere, timeIn } from '../../../../masterplan/opening.ts';
import type { RequestHandler } from './$types';

/** Minutes, lists of changes, matrix and commitment sheets, as they stand now. */
export const GET: RequestHandler = async ({ locals, params }) => {
  await locals.need('masterplan.read');
  const opened = await openHere(locals, params.draft);
  const { region } = locals.site;
  const { type, bytes } = await makePaper({ lang: locals.lang, opened, region: region?.name[locals.lang] ?? '', fictional: region?.fictional ? region.notice[locals.lang] : null, at: systemClock(), timeOf: timeIn(locals) }, params.file);
  return new Response(new Uint8Array(bytes), { headers: { 'content-type': type, 'content-disposition': `attachment; filename="${params.file}"`, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' } });
};
