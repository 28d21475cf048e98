import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { drawnPage, formFor } from './drawn-page.ts';
import { makePageCache } from './page-cache.ts';

const page = (size: number) => ({ etag: 'e', plain: Buffer.alloc(size), br: Buffer.alloc(0), gzip: Buffer.alloc(0) });

it('keeps pages within its bytes and drops the longest unused first', () => {
  const cache = makePageCache(10_000);
  for (const key of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k']) cache.put(key, page(880));
  cache.get('b');
  cache.put('l', page(880));
  cache.put('m', page(880));
  expect(cache.bytes).toBeLessThanOrEqual(10_000);
  expect(cache.get('a')).toBeUndefined();
  expect(cache.get('b')).toBeDefined();
});

it('counts a page that is put again once, and keeps no giant', () => {
  const cache = makePageCache(10_000);
  cache.put('a', page(100));
  const { bytes } = cache;
  cache.put('a', page(100));
  expect(cache.bytes).toBe(bytes);
  cache.put('giant', page(5000));
  expect(cache.get('giant')).toBeUndefined();
});

it('compresses once, and answers in the form that the browser allows', () => {
  const drawn = drawnPage('<p>angka</p>');
  expect(brotliDecompressSync(drawn.br).toString()).toBe('<p>angka</p>');
  expect(gunzipSync(drawn.gzip).toString()).toBe('<p>angka</p>');
  expect(['gzip, deflate, br', 'gzip', 'br;q=0, gzip;q=0.5', 'identity', '', 'brx'].map((accepted) => formFor(drawn, accepted).encoding)).toEqual(['br', 'gzip', 'gzip', null, null, null]);
  expect(drawnPage('<p>angka</p>').etag).toBe(drawn.etag);
  expect(drawnPage('<p>lain</p>').etag).not.toBe(drawn.etag);
});
