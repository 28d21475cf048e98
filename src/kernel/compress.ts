import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

export type Encoding = 'br' | 'gzip';

/** The better of what a request's `accept-encoding` allows; null where it allows neither. */
export function encodingFor(accepted: string | null): Encoding | null {
  const allows = (name: string): boolean => new RegExp(`(^|[\\s,])${name}(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))\\s*(;|,|$)`).test(accepted ?? '');
  return allows('br') ? 'br' : allows('gzip') ? 'gzip' : null;
}

/** `quality` is brotli's: 4 for what is sent once, 2 where that is long, 6 for what is kept. */
export function compress(body: Uint8Array, encoding: Encoding, quality: 2 | 4 | 6): Buffer {
  if (encoding === 'gzip') return gzipSync(body);
  return brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_LGWIN]: 18, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } });
}

/** An answer that is written at once, compressed at once: a stream through other threads costs a page ten times the processor time. */
export async function compressWhole(response: Response, accepted: string | null): Promise<Response> {
  const type = response.headers.get('content-type') ?? '';
  const encoding = encodingFor(accepted);
  if (!encoding || !response.body || response.headers.has('content-encoding') || !/^(text\/|application\/([\w.]+\+)?(json|xml)|image\/svg)/.test(type)) return response;
  const body = new Uint8Array(await response.arrayBuffer());
  const headers = new Headers(response.headers);
  if (!/accept-encoding/i.test(headers.get('vary') ?? '')) headers.append('vary', 'accept-encoding');
  if (body.length < 1_000) return new Response(body, { status: response.status, headers });
  const sent = new Uint8Array(compress(body, encoding, body.length > 200_000 ? 2 : 4));
  headers.set('content-encoding', encoding);
  headers.set('content-length', String(sent.length));
  return new Response(sent, { status: response.status, headers });
}
