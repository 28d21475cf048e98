import { createHash } from 'node:crypto';
import pkg from '../../../package.json' with { type: 'json' };
import type { z } from '@hono/zod-openapi';
import { csvText, plainNumber } from '#kernel/csv.ts';
import { knows } from '#kernel/etag.ts';
import type { RegionModel } from '#portal/index.ts';
import type { ShownSnapshot } from './context.ts';
import { maybeText, text } from './rows.ts';

/** No source states a licence that we know, so none is claimed. The same words as on `/data`. */
export const licence = 'Each figure belongs to its source: name that source when you use it. Lists, files and the whole pack may be passed on with that naming.';

/** What the rows were read from, in every answer. */
export const metaOf = (model: RegionModel, snapshot: ShownSnapshot) => ({
  region: model.region.code, name: model.region.name, fictional: model.region.fictional, view: 'published' as const, snapshot: snapshot.id, revision: snapshot.revision, asOf: snapshot.asOf, madeAt: snapshot.madeAt.toISOString(), licence,
});

/** The tag of an answer: of the same snapshot the same release gives the same answer. Weak, because it may be compressed on its way. */
export const tagOf = (snapshot: string, question: string): string => `W/"${createHash('sha256').update(`${pkg.version} ${snapshot} ${question}`).digest('base64url').slice(0, 22)}"`;

/** 304 where the client has this answer already. `*` is no answer that anybody has: it gets a whole one, so that it never hides a refusal. */
export const unchanged = (given: string | null, tag: string): Response | null => (given?.trim() !== '*' && knows(given, tag) ? new Response(null, { status: 304, headers: { ...fresh, etag: tag } }) : null);

/** Asked for each time: a snapshot may be a second old. */
export const fresh = { 'cache-control': 'no-cache', vary: 'accept, accept-encoding' };

/** Columns that hold the same words in both languages. */
const pairsOf = (schema: z.ZodObject): Set<string> =>
  new Set(Object.entries(schema.shape).filter(([, one]) => one === text || one === maybeText).map(([name]) => name));

const cell = (value: unknown): string => (value === null || value === undefined ? '' : typeof value === 'number' ? plainNumber(value) : typeof value === 'object' ? JSON.stringify(value) : String(value));

/** Rows as a table: both languages of a text have a column of their own, lists and records stand as JSON; of a region that does not exist every row says so. */
export function csvOf(schema: z.ZodObject, rows: Record<string, unknown>[], fictional: boolean): string {
  const mark = (name: string): string[] => (fictional ? [name] : []);
  const [names, pairs] = [Object.keys(schema.shape), pairsOf(schema)];
  const cells = (row: Record<string, unknown>): string[] =>
    names.flatMap((name) => {
      const pair = row[name] as { id: string; en: string } | null | undefined;
      return pairs.has(name) ? [pair?.id ?? '', pair?.en ?? ''] : [cell(row[name])];
    });
  return csvText([names.flatMap((name) => (pairs.has(name) ? [`${name}Id`, `${name}En`] : [name])).concat(mark('fictional')), ...rows.map((row) => cells(row).concat(mark('true')))]);
}
