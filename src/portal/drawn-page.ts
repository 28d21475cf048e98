import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** A drawn page as it goes out, compressed once, with the tag by which a browser asks whether it is still the same. */
export interface DrawnPage {
  etag: string;
  plain: Buffer;
  br: Buffer;
  gzip: Buffer;
}

export function drawnPage(html: string): DrawnPage {
  const plain = Buffer.from(html);
  return {
    etag: `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`, plain,
    br: brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length } }), gzip: gzipSync(plain),
  };
}

/** The best form that a request's `accept-encoding` allows. */
export function formFor(page: DrawnPage, accepted: string): { body: Buffer; encoding: 'br' | 'gzip' | null } {
  const allows = (name: string): boolean => new RegExp(`(^|[\\s,])${name}(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))\\s*(;|,|$)`).test(accepted);
  if (allows('br')) return { body: page.br, encoding: 'br' };
  if (allows('gzip')) return { body: page.gzip, encoding: 'gzip' };
  return { body: page.plain, encoding: null };
}
