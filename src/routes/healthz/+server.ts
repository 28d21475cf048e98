import { json } from '@sveltejs/kit';
import { health } from '#app/health.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals }) => {
  const told = locals.health ? await health(locals.health.db, new Date()) : null;
  return json(told ?? { status: 'down' }, { status: told?.status === 'ok' ? 200 : 503, headers: { 'cache-control': 'no-store' } });
};
