import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { Fault, toProblem } from '#kernel/faults.ts';
import type { ApiEnv } from './context.ts';
import { kindOf } from './negotiate.ts';
import { fresh, metaOf, tagOf, unchanged } from './reply.ts';
import { problem } from './rows.ts';

export type C = Context<ApiEnv>;
export const problemType = 'application/problem+json; charset=utf-8';

/** An answer that refuses, as every address may give it. */
const refused = (description: string) => ({ description, content: { 'application/problem+json': { schema: problem } } });
export const refusals = {
  304: { description: 'Nothing changed since the `ETag` that was sent' }, 400: refused('Something in the address is not understood; `expected` says what would be'),
  404: refused('No such region, row or address'), 406: refused('Neither JSON nor CSV was wanted'), 429: refused('Too many requests; `Retry-After` says when to come back'),
};
export const regionParam = z.object({ region: z.string().max(60).openapi({ description: 'Code of the region', example: '16.03' }) });

export function answerProblem(c: C, error: unknown): Response {
  const found = toProblem(error, 'en');
  if (found.status >= 500) console.error(`${c.req.method} ${c.req.path}`, error);
  return new Response(JSON.stringify(found), { status: found.status, headers: { 'content-type': problemType, 'cache-control': 'no-store' } });
}

export const unknownRegion = (c: C): Fault => new Fault('region.unknown', 404, { given: String(c.req.param('region')).slice(0, 60), expected: c.env.open.map((one) => one.code).join(', ') });

/** The snapshot that an answer is read from. Throws `region.unknown` (404) for a region that is not open here, or another than the one that was opened for this request. */
export function snapshotOf(c: C): NonNullable<ApiEnv['Bindings']['snapshot']> {
  if (c.env.snapshot && c.env.region === c.req.param('region')) return c.env.snapshot;
  throw unknownRegion(c);
}

/** What is no list is no table. Throws `accept.unknown` (406). */
export function jsonAlone(c: C): void {
  const accept = c.req.header('accept') ?? null;
  if (kindOf(accept) === 'csv') throw new Fault('accept.unknown', 406, { given: accept?.slice(0, 100), expected: 'application/json: this is no list' });
}

/** JSON with what it was read from, or 304 before anything is read. */
export async function respond(c: C, work: () => Promise<Record<string, unknown>>): Promise<Response> {
  const snapshot = snapshotOf(c);
  jsonAlone(c);
  const tag = tagOf(snapshot.id, c.req.url.slice(new URL(c.req.url).origin.length));
  const same = unchanged(c.req.header('if-none-match') ?? null, tag);
  if (same) return same;
  return c.json({ ...(await work()), meta: metaOf(await c.env.model(), snapshot) }, 200, { ...fresh, etag: tag });
}

