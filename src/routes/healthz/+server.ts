import { json } from '@sveltejs/kit';
import { health } from '#app/health.ts';
import { Fault } from '#kernel/faults.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, url }) => {
  // In another language or of a region there is no such page.
  if (!locals.health) throw new Fault('page.unknown', 404, { given: url.pathname, expected: '/healthz' });
  const told = await health(locals.health.db, new Date());
  return json(told, { status: told.status === 'ok' ? 200 : 503, headers: { 'cache-control': 'no-store' } });
};
