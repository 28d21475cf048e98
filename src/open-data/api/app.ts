import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { cors } from 'hono/cors';
import { Fault } from '#kernel/faults.ts';
import { answerProblem, type C, refusals, regionParam, jsonAlone, respond, snapshotOf, unknownRegion } from './answers.ts';
import { changesRoute } from './changes.ts';
import type { ApiEnv, ShownSnapshot } from './context.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { explainRoutes } from './explain.ts';
import { kindOf } from './negotiate.ts';
import { about } from './openapi-about.ts';
import { csvOf, fresh, metaOf, tagOf, unchanged } from './reply.ts';
import { type Filters, filterSchemas, refuseUnknown, type Resource, resources } from './resources.ts';
import { meta, pick, regionRow } from './rows.ts';

/** Rows of a list, where it goes on, and what it was read from. */
const listOf = (row: z.ZodObject) => z.object({ data: z.array(row), next: z.string().nullable().openapi({ description: 'Give it as `cursor` for the rest; null at the end. The last page may be empty, and a narrow filter over a large list may answer with fewer rows than asked for: go on while there is a `next`' }), meta });
const limitParam = z.string('one number').regex(/^[1-9]\d{0,3}$/).refine((text) => Number(text) <= 1000).default('100').transform(Number).openapi({ type: 'integer', minimum: 1, maximum: 1000, default: 100, description: 'Rows at most' });

/** The whole API; one request brings its region and store along as `env`. Every refusal is problem details (RFC 9457). */
export function makeApi(): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>({
    defaultHook: (result, c) => {
      if (!result.success) throw faultOf(result.error as z.ZodError, result.target, (name) => c.req.queries(name)?.join(', '));
    },
  });
  app.onError((error, c) => answerProblem(c, error));
  app.notFound((c) => answerProblem(c, new Fault('page.unknown', 404, { given: c.req.path.slice(0, 200), expected: 'an address of /api/v1/openapi.json' })));
  app.use('*', cors({ origin: '*', allowMethods: ['GET', 'HEAD', 'OPTIONS'], exposeHeaders: ['ETag', 'Link', 'RateLimit', 'RateLimit-Policy', 'Retry-After'], maxAge: 86_400 }));
  const api = new OpenAPIHono<ApiEnv>({ defaultHook: app.defaultHook });
  regionRoutes(api);
  for (const resource of resources) listRoute(api, resource);
  for (const resource of resources.filter((one) => one.single)) singleRoute(api, resource);
  explainRoutes(api);
  changesRoute(api);
  app.route('/api/v1', api);
  let document: { text: string; tag: string } | null = null; // made once: it is large, and the same for all
  app.get('/api/v1/openapi.json', (c) => {
    const text = document?.text ?? JSON.stringify(app.getOpenAPI31Document(about));
    document ??= { text, tag: tagOf('document', text) };
    return unchanged(c.req.header('if-none-match') ?? null, document.tag) ?? c.body(text, 200, { ...fresh, etag: document.tag, 'content-type': 'application/json' });
  });
  return app;
}

/** What was not understood of an address: which part, and what it may be. */
function faultOf(error: z.ZodError, target: string, given: (name: string) => string | undefined): Fault {
  const issue = error.issues[0];
  const path = issue?.path.map(String).join('.') ?? '';
  if (issue?.code === 'unrecognized_keys') return new Fault('query.invalid', 400, { given: issue.keys.join(', ').slice(0, 100), expected: 'a filter that /api/v1/openapi.json names for this address' });
  const expected = path === 'limit' ? '1 to 1000' : issue?.code === 'invalid_value' ? issue.values.join(', ') : (issue?.message ?? '');
  return new Fault('query.invalid', 400, { given: `${path || target}${given(path) === undefined ? '' : `=${given(path)}`}`.slice(0, 100), expected: `${path ? `${path}: ` : ''}${expected}` });
}

function regionRoutes(api: OpenAPIHono<ApiEnv>): void {
  const row = regionRow.extend({ snapshot: z.object({ id: z.string(), revision: z.number().int(), asOf: z.string(), madeAt: z.string() }) }).openapi('RegionShown');
  const read = async (c: C, code: string): Promise<Record<string, unknown>> => {
    const snapshot = c.env.open.find((one) => one.code === code)?.snapshot;
    if (!snapshot) throw unknownRegion(c);
    const { region } = await c.env.modelOf(code);
    return pick(row, { ...region, snapshot: { id: snapshot.id, revision: snapshot.revision, asOf: snapshot.asOf, madeAt: snapshot.madeAt.toISOString() } });
  };
  const all = createRoute({ method: 'get', path: '/regions', operationId: 'listRegions', tags: ['regions'], summary: 'Regions of this installation that have something published', request: { query: z.strictObject({}) }, responses: { 200: { description: 'Regions', content: { 'application/json': { schema: z.object({ data: z.array(row) }) } } }, 400: refusals[400], 406: refusals[406], 429: refusals[429] } });
  api.openapi(all, async (c) => {
    jsonAlone(c);
    const data = await Promise.all(c.env.open.filter((one) => one.snapshot).map((one) => read(c, one.code)));
    return c.json({ data } as never, 200, fresh);
  });
  const one = createRoute({ method: 'get', path: '/regions/{region}', operationId: 'getRegion', tags: ['regions'], summary: 'One region', request: { params: regionParam, query: z.strictObject({}) }, responses: { 200: { description: 'The region', content: { 'application/json': { schema: z.object({ data: row, meta }) } } }, ...refusals } });
  api.openapi(one, async (c) => respond(c, async () => ({ data: await read(c, String(c.req.param('region'))) })) as never);
}

function listRoute(api: OpenAPIHono<ApiEnv>, resource: Resource): void {
  const filters = Object.fromEntries(resource.filters.map((name) => [name, filterSchemas[name] as z.ZodType]));
  const query = z.strictObject({ ...filters, limit: limitParam, cursor: z.string().max(2000).optional().openapi({ description: '`next` of the answer before' }) });
  const route = createRoute({
    method: 'get', path: `/regions/{region}/${resource.name}`, operationId: `list${titled(resource.name)}`, tags: [resource.name], summary: resource.summary,
    description: `In order of ${resource.key.join(', ')}. JSON, or a table with \`Accept: text/csv\`.`, request: { params: regionParam, query },
    responses: { 200: { description: 'Rows', content: { 'application/json': { schema: listOf(resource.row) }, 'text/csv': { schema: z.string() } } }, ...refusals },
  });
  api.openapi(route, (async (c: C) => {
    const snapshot = snapshotOf(c);
    const kind = kindOf(c.req.header('accept') ?? null);
    const { limit, cursor, ...given } = (c.req as unknown as { valid(target: 'query'): { limit: number; cursor?: string } & Filters }).valid('query');
    const question = `${c.req.path}?${new URLSearchParams(Object.entries(given).filter((one): one is [string, string] => one[1] !== undefined).sort())}`;
    const tag = tagOf(snapshot.id, `${kind} ${question} ${limit} ${cursor ?? ''}`);
    refuseUnknown(await c.env.model(), resource.name, given);
    const place = `${snapshot.id} ${question}`;
    const after = cursor === undefined ? null : readCursor(cursor, place, resource.key.length);
    const same = unchanged(c.req.header('if-none-match') ?? null, tag);
    if (same) return same;
    if (kind === 'json' && resource.text) return passOn(c, resource.text, { given, after, limit, place, tag, snapshot });
    const found = await resource.list(c.env, given, { after, limit });
    const rows = found.rows.map((row) => pick(resource.row, row));
    const next = found.on && writeCursor(place, found.on);
    const headers: Record<string, string> = { ...fresh, etag: tag, ...linkTo(c, given, limit, next) };
    if (kind === 'csv') return c.body(csvOf(resource.row, rows, (await c.env.model()).region.fictional), 200, { ...headers, 'content-type': 'text/csv; charset=utf-8' });
    return c.json({ data: rows, next, meta: metaOf(await c.env.model(), snapshot) }, 200, headers);
  }) as never);
}

interface Passing {
  given: Filters;
  after: string[] | null;
  limit: number;
  place: string;
  tag: string;
  snapshot: ShownSnapshot;
}

/** A list whose rows leave as they are stored. */
async function passOn(c: C, text: NonNullable<Resource['text']>, { given, after, limit, place, tag, snapshot }: Passing): Promise<Response> {
  const found = await text(c.env, given, { after, limit });
  const next = found.on && writeCursor(place, found.on);
  const body = `{"data":[${found.text}],"next":${JSON.stringify(next)},"meta":${JSON.stringify(metaOf(await c.env.model(), snapshot))}}`;
  return c.body(body, 200, { ...fresh, etag: tag, ...linkTo(c, given, limit, next), 'content-type': 'application/json' });
}

function linkTo(c: C, given: Filters, limit: number, next: string | null): Record<string, string> {
  if (next === null) return {};
  const asked = Object.entries(given).filter((one): one is [string, string] => one[1] !== undefined);
  return { link: `<${c.req.path}?${new URLSearchParams([...asked, ['limit', String(limit)], ['cursor', next]])}>; rel="next"` };
}

function singleRoute(api: OpenAPIHono<ApiEnv>, resource: Resource): void {
  const params = regionParam.extend({ code: z.string().max(200).openapi({ description: 'Its code' }) });
  const route = createRoute({
    method: 'get', path: `/regions/{region}/${resource.name}/{code}`, operationId: `get${titled(resource.name)}`, tags: [resource.name], summary: `${resource.summary}: one of them`, request: { params, query: z.strictObject({}) },
    responses: { 200: { description: 'The row', content: { 'application/json': { schema: z.object({ data: resource.row, meta }) } } }, ...refusals },
  });
  api.openapi(route, (async (c: C) => {
    snapshotOf(c);
    const code = String(c.req.param('code'));
    return respond(c, async () => {
      const all = await resource.list(c.env, {}, { after: null, limit: Number.POSITIVE_INFINITY });
      const found = all.rows.find((row) => row.code === code);
      if (!found) throw new Fault(`${resource.name}.unknown`, 404, { given: code.slice(0, 60), expected: `a code of /regions/${c.req.param('region')}/${resource.name}` });
      return { data: pick(resource.row, found) };
    });
  }) as never);
}

const titled = (name: string): string => name.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
