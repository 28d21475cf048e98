import { unchanging } from '#app/unchanging.ts';
import { Fault } from '#kernel/faults.ts';
import { getRegion } from '#places/index.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, request, url }) => {
  const version = locals.site.region?.arms;
  // As fresh as the version, which is kept for a year: the model of a snapshot may still hold the drawing before.
  const drawing = version ? (await locals.read(getRegion)).arms : null;
  if (!version || drawing === null) throw new Fault('arms.none', 404, { given: locals.region, expected: 'a region with arms' });
  // The drawing was read by `isPlainSvg`; opened by itself it still may do nothing.
  return unchanging(request, url, version, drawing, { 'content-type': 'image/svg+xml', 'content-security-policy': "default-src 'none'; sandbox", 'cross-origin-resource-policy': 'same-origin' });
};
