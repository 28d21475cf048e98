import type { RequestHandler } from './$types';

/** Programs ask here that read no page: the mark itself is a drawing. */
export const GET: RequestHandler = () => new Response(null, { status: 308, headers: { location: '/favicon.svg', 'cache-control': 'public, max-age=86400' } });
