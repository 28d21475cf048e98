import { published } from '#data/index.ts';
import { knows } from '#kernel/etag.ts';
import { Fault } from '#kernel/faults.ts';
import { feeds, tagOf } from '#open-data/index.ts';
import type { RequestHandler } from './$types';

/** Rows of recording that are looked at for news. */
const most = 2_000;

export const GET: RequestHandler = async ({ locals, params, request, url }) => {
  const model = await locals.model();
  const [, kind = '', code = ''] = /^([a-z-]{1,30})(?:\/(.{1,200}))?\.atom$/s.exec(params.path) ?? [];
  if (kind === '') throw new Fault('feed.unknown', 404, { given: params.path.slice(0, 80), expected: 'umpan/semua.atom' });
  const subject = feeds.subject(model, { kind, code }, locals.lang);
  const tag = tagOf(model.snapshot.id, `${locals.lang} ${params.path}`);
  const headers = { 'content-type': 'application/atom+xml; charset=utf-8', etag: tag, 'cache-control': 'no-cache', 'access-control-allow-origin': '*' };
  if (knows(request.headers.get('if-none-match'), tag)) return new Response(null, { status: 304, headers });
  const changed = await locals.read((tx) => published.latest(tx, model.region.code, subject.elements, most));
  const feed = feeds.of(model, locals.site, subject, changed);
  return new Response(feeds.atom(feed, locals.site.home.origin ?? url.origin, locals.lang, `Serasan, ${model.region.name[locals.lang]}`), { headers });
};
