import { createHash } from 'node:crypto';
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { published } from '#data/index.ts';
import { Fault } from '#kernel/faults.ts';
import type { RegionModel } from '#portal/index.ts';
import { type C, jsonAlone, refusals, regionParam, snapshotOf } from './answers.ts';
import type { ApiContext, ApiEnv } from './context.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { fresh, metaOf, tagOf, unchanged } from './reply.ts';
import { resources, toValueRow } from './resources.ts';
import { meta, pick, valueRow } from './rows.ts';

type Change = Record<string, unknown>;

/** Lists that follow from the others: whoever has values and definitions can compute them. */
const derived = new Set(['values', 'cells', 'flags', 'achievements', 'scores', 'frozen-scores', 'frozen-indicators']);
export const definitionLists = resources.filter((one) => !derived.has(one.name));

const change = z.union([
  z.object({ kind: z.literal('definitions'), list: z.enum(definitionLists.map((one) => one.name) as [string, ...string[]]), rows: z.array(z.record(z.string(), z.unknown())).openapi({ description: 'The whole list, as it now is: it replaces the one before' }) }).openapi('DefinitionsChange'),
  z.object({ kind: z.literal('value'), action: z.enum(['put', 'withdraw']), revision: z.number().int(), key: valueRow.pick({ elementCode: true, areaCode: true, period: true, seriesCode: true }), value: z.union([valueRow, z.null()]) }).openapi('ValueChange'),
]);
export const changesSchema = z.object({
  data: z.array(change), next: z.string().nullable(),
  until: z.object({ revision: z.number().int(), definitions: z.string() }).openapi({ description: 'What you have after all pages: the `since` and `definitions` of your next question' }), meta,
});

/** Every change since a revision, in order; replayed from nothing it gives the state. */
export function changesRoute(api: OpenAPIHono<ApiEnv>): void {
  const whole = z.string().regex(/^\d{1,10}$/, 'a whole number').transform(Number);
  const query = z.strictObject({
    since: whole.refine((n) => n <= 2147483647, 'a revision').default(0).openapi({ type: 'integer', description: 'The last revision you have; 0 for all' }),
    definitions: z.string().max(64).optional().openapi({ description: '`until.definitions` of the answer before: definitions come again only when they changed' }),
    limit: whole.refine((n) => n >= 1 && n <= 1000, '1 to 1000').default(100).openapi({ type: 'integer', minimum: 1, maximum: 1000 }), cursor: z.string().max(2000).optional(),
  });
  const route = createRoute({
    method: 'get', path: '/regions/{region}/changes', operationId: 'listChanges', tags: ['changes'], summary: 'What changed since a revision',
    description: 'First the lists of definitions, each whole, when they are not those that you have; then every value that was put or withdrawn, in order of revision. Replayed from nothing this gives /values and the lists.',
    request: { params: regionParam, query }, responses: { 200: { description: 'Changes', content: { 'application/json': { schema: changesSchema } } }, ...refusals },
  });
  api.openapi(route, (async (c: C) => {
    const snapshot = snapshotOf(c);
    jsonAlone(c);
    const asked = (c.req as unknown as { valid(target: 'query'): z.output<typeof query> }).valid('query');
    const tag = tagOf(snapshot.id, `${c.req.path} ${JSON.stringify(asked)}`);
    const model = await c.env.model();
    const place = `${snapshot.id} ${c.req.path} ${asked.since} ${asked.definitions ?? ''}`;
    if (asked.since > snapshot.revision) throw new Fault('query.invalid', 400, { given: `since=${asked.since}`, expected: `at most ${snapshot.revision}, the newest revision` });
    const after = asked.cursor === undefined ? null : readCursor(asked.cursor, place, 6);
    if (after && !isPlace(after)) throw new Fault('cursor.invalid', 400, { given: asked.cursor?.slice(0, 60), expected: '`next` of an earlier answer, as it was' });
    const same = unchanged(c.req.header('if-none-match') ?? null, tag);
    if (same) return same;
    const own = await definitionsOf(c.env, model);
    const found = await changesAfter(c.env, { own: asked.definitions === own.digest ? [] : own.lists, since: asked.since, limit: asked.limit, after });
    return c.json({ data: found.data, next: found.next === null ? null : writeCursor(place, found.next), until: { revision: snapshot.revision, definitions: own.digest }, meta: metaOf(model, snapshot) }, 200, { ...fresh, etag: tag });
  }) as never);
}

interface Asked {
  own: { list: string; rows: Change[] }[];
  since: number;
  limit: number;
  after: string[] | null;
}

/** A cursor comes from outside, whatever wrote it: the number of a list, or a revision and a value's key. */
const isPlace = ([kind, number = '']: string[]): boolean => (kind === 'd' || kind === 'v') && /^\d{1,10}$/.test(number);

/** The key of a change: `d` and the number of the list, or `v`, the revision and the value's key. */
async function changesAfter(context: ApiContext, { own, since, limit, after }: Asked): Promise<{ data: Change[]; next: string[] | null }> {
  const from = after === null ? 0 : after[0] === 'd' ? Number(after[1]) + 1 : own.length;
  const lists = own.slice(from, from + limit).map(({ list, rows }, n) => ({ key: ['d', String(from + n), '', '', '', ''], change: { kind: 'definitions', list, rows } as Change }));
  const room = limit + 1 - lists.length;
  const values = await context.read((tx) => published.since(tx, after?.[0] === 'v' ? after.slice(1) : null, since, room));
  const all = [...lists, ...values.map((one) => ({
    key: ['v', String(one.revision), one.elementCode, one.areaCode, one.period, one.seriesCode],
    change: {
      kind: 'value', action: one.withdrawn ? 'withdraw' : 'put', revision: one.revision, key: { elementCode: one.elementCode, areaCode: one.areaCode, period: one.period, seriesCode: one.seriesCode },
      value: one.withdrawn ? null : pick(valueRow, toValueRow(one)),
    } as Change,
  }))];
  const shown = all.slice(0, limit);
  return { data: shown.map((one) => one.change), next: all.length > limit || from + lists.length < own.length ? (shown.at(-1)?.key ?? null) : null };
}

const kept = new WeakMap<RegionModel, { digest: string; lists: Asked['own'] }>();

/** The lists of definitions and their digest, once for a model. */
async function definitionsOf(context: ApiContext, model: RegionModel): Promise<{ digest: string; lists: Asked['own'] }> {
  const found = kept.get(model);
  if (found) return found;
  const lists = await Promise.all(definitionLists.map(async (one) => ({ list: one.name, rows: (await one.list({ ...context, model: async () => model }, {}, { after: null, limit: Number.POSITIVE_INFINITY })).rows.map((row) => pick(one.row, row)) })));
  const made = { digest: createHash('sha256').update(JSON.stringify(lists)).digest('base64url').slice(0, 22), lists };
  kept.set(model, made);
  return made;
}
