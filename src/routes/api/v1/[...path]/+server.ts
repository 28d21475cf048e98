import { type ApiContext, makeApi } from '#open-data/index.ts';
import type { RequestHandler } from './$types';

const api = makeApi();

/** One handler for every method and address of the API; what it may reach comes along as its environment. */
export const fallback: RequestHandler = ({ request, locals }) => api.fetch(request, locals.api as ApiContext);
