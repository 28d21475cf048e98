import source from './script.js?raw';
import type { RequestHandler } from './$types';

/** The one script of a plan's outline; the outline works without it. */
export const GET: RequestHandler = () => new Response(source, { headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache' } });
