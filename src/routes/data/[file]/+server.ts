import { Readable } from 'node:stream';
import { publicPack } from '#app/public-pack.ts';
import { knows } from '#kernel/etag.ts';
import { Fault } from '#kernel/faults.ts';
import { dataPackage, describeIn, findDataset, tagOf, writeDataset } from '#open-data/index.ts';
import { publicHref } from '#ui/index.ts';
import type { RequestHandler } from './$types';

const types = { csv: 'text/csv; charset=utf-8', json: 'application/json', zip: 'application/zip' } as const;

/** A file of the region: a dataset as CSV or JSON, the descriptor, the whole pack. Written while it is sent. */
export const GET: RequestHandler = async ({ locals, params, request }) => {
  const model = await locals.model();
  const { open } = locals;
  const [, name = '', end] = /^([a-z-]{1,40})\.(csv|json|zip)$/.exec(params.file) ?? [];
  const dataset = end === 'zip' ? undefined : findDataset(name);
  if (!open?.snapshot || (!dataset && params.file !== 'datapackage.json' && params.file !== 'pack.zip')) throw new Fault('file.unknown', 404, { given: params.file.slice(0, 60), expected: 'a file of /data' });
  const tag = tagOf(open.snapshot.id, `${locals.lang} ${params.file}`);
  const headers = { 'content-type': types[end as keyof typeof types], etag: tag, 'cache-control': 'no-cache', 'access-control-allow-origin': '*', 'content-disposition': `attachment; filename="${model.region.code}-${params.file}"` };
  if (knows(request.headers.get('if-none-match'), tag)) return new Response(null, { status: 304, headers });
  if (request.method === 'HEAD') return new Response(null, { headers });
  if (params.file === 'pack.zip') return new Response(await publicPack(locals.read, open.snapshot), { headers });
  if (!dataset) return new Response(`${JSON.stringify(dataPackage(model, open.snapshot, { describe: describeIn(locals.lang), home: publicHref(locals.site, '/data', locals.lang), lang: locals.lang }), null, 2)}\n`, { headers });
  return new Response(Readable.toWeb(Readable.from(writeDataset(open, dataset, end === 'csv' ? 'csv' : 'json'))) as ReadableStream, { headers });
};
