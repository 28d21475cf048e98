import { expect, it } from 'vitest';
import { makePageCache } from './page-cache.ts';

const page = (size: number) => ({ html: 'x'.repeat(size), etag: 'e' });

it('keeps pages within its bytes and drops the longest unused first', () => {
  const cache = makePageCache(10_000);
  for (const key of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k']) cache.put(key, page(440));
  cache.get('b');
  cache.put('l', page(440));
  cache.put('m', page(440));
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
