import { knows } from '#kernel/etag.ts';
import { embed, tagOf } from '#open-data/index.ts';
import { linkTo } from '#ui/index.ts';
import type { RequestHandler } from './$types';

/** Only these pages may stand in a frame of another site. */
const framed = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *";

export const GET: RequestHandler = async ({ locals, params, request, url }) => {
  const model = await locals.model();
  const code = params.file.replace(/\.svg$/, '');
  const drawing = code !== params.file;
  const tag = tagOf(model.snapshot.id, `${locals.lang} ${params.kind} ${params.file}`);
  const headers = { 'content-type': drawing ? 'image/svg+xml; charset=utf-8' : 'text/html; charset=utf-8', etag: tag, 'cache-control': 'no-cache', 'content-security-policy': framed, 'cross-origin-resource-policy': 'cross-origin', 'access-control-allow-origin': '*' };
  const piece = embed.pieceOf(model, locals.site, params.kind, code);
  if (knows(request.headers.get('if-none-match'), tag)) return new Response(null, { status: 304, headers });
  const origin = locals.site.home.origin ?? url.origin;
  if (drawing) return new Response(embed.drawPiece(piece, origin), { headers });
  return new Response(embed.piecePage(piece, origin, { lang: locals.lang, image: linkTo(locals.site, `/tempel/${params.kind}/${encodeURIComponent(code)}.svg`), open: embed.words(locals.lang)('home') }), { headers });
};
