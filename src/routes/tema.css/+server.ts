import { unchanging } from '#app/unchanging.ts';
import { Fault } from '#kernel/faults.ts';
import { themeSheet, themeVersion } from '#ui/index.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, request, url }) => {
  const theme = locals.site.region?.theme;
  if (!theme) throw new Fault('theme.none', 404, { given: locals.region, expected: 'a region with colours of its own' });
  return unchanging(request, url, themeVersion(theme), themeSheet(theme), { 'content-type': 'text/css; charset=utf-8' });
};
