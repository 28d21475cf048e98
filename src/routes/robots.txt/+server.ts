import { robots } from '#portal/index.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, url }) =>
  new Response(robots(locals.homes.map((home) => ({ ...home, origin: home.origin ?? url.origin }))), { headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' } });
