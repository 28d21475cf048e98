import { expect, test } from 'vitest';
import { makeModelCache } from './model-cache.ts';
import type { RegionModel } from './region-model.ts';

const model = (id: string) => ({ snapshot: { id } }) as RegionModel;

test('a snapshot is read once, also by requests that come together', async () => {
  const cache = makeModelCache();
  let reads = 0;
  const read = async () => {
    reads += 1;
    return model('a');
  };
  await Promise.all([cache.get('16.03', 'a', read), cache.get('16.03', 'a', read)]);
  await cache.get('16.03', 'a', read);
  expect(reads).toBe(1);
  await cache.get('99.01', 'a', read);
  expect(reads).toBe(2);
});

test('the longest unused goes first', async () => {
  const cache = makeModelCache(2);
  const ids: string[] = [];
  const read = (id: string) => async () => {
    ids.push(id);
    return model(id);
  };
  for (const id of ['a', 'b', 'a', 'c', 'a', 'b']) await cache.get('16.03', id, read(id));
  expect(ids).toEqual(['a', 'b', 'c', 'b']);
  expect(cache.size).toBe(2);
});

test('of a region whose snapshot is renewed again and again two stay', async () => {
  const cache = makeModelCache();
  await cache.get('99.01', 'z', async () => model('z'));
  for (const id of ['a', 'b', 'c', 'd']) await cache.get('16.03', id, async () => model(id));
  expect(cache.size).toBe(3);
  expect((await cache.get('16.03', 'c', async () => model('again'))).snapshot.id).toBe('c');
  expect((await cache.get('16.03', 'a', async () => model('again'))).snapshot.id).toBe('again');
});

test('a failed reading is not kept', async () => {
  const cache = makeModelCache();
  await expect(cache.get('16.03', 'a', async () => Promise.reject(new Error('away')))).rejects.toThrow('away');
  expect((await cache.get('16.03', 'a', async () => model('a'))).snapshot.id).toBe('a');
});
