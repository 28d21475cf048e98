import { unchanging } from '#app/unchanging.ts';
import { Fault } from '#kernel/faults.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, request, url }) => {
  const version = locals.site.region?.arms;
  const drawing = version ? (await locals.model()).region.arms : null;
  if (!version || drawing === null) throw new Fault('arms.none', 404, { given: locals.region, expected: 'a region with arms' });
  // The drawing was read by `isPlainSvg`; opened by itself it still may do nothing.
  return unchanging(request, url, version, drawing, { 'content-type': 'image/svg+xml', 'content-security-policy': "default-src 'none'; sandbox", 'cross-origin-resource-policy': 'same-origin' });
};
