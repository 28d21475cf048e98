import { createHash } from 'node:crypto';
import { compress, type Encoding, encodingFor } from '#kernel/compress.ts';

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
    br: compress(plain, 'br', 6), gzip: compress(plain, 'gzip', 6),
  };
}

/** The best form that a request's `accept-encoding` allows. */
export function formFor(page: DrawnPage, accepted: string): { body: Buffer; encoding: Encoding | null } {
  const encoding = encodingFor(accepted);
  return { body: encoding ? page[encoding] : page.plain, encoding };
}
