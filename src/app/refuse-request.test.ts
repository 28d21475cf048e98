import { expect, it } from 'vitest';
import { visible, protocolOf, refusal } from './refuse-request.ts';
import { knows } from '#kernel/etag.ts';

it('takes the first of several protocols, and http for what is none', () => {
  expect(['https, http', 'http,https', 'HTTPS', undefined, 'gopher', ''].map(protocolOf)).toEqual(['https', 'http', 'https', 'http', 'http', 'http']);
});
it('refuses a host that would shift the path', () => {
  const hosts = ['localhost:3000', '127.0.0.1', '[::1]:3000', 'data.muaraenimkab.go.id', 'x/y?z#', 'a b', 'x@y', '', 'http://x'];
  expect(hosts.map((host) => refusal('GET', { host })?.status ?? 200)).toEqual([200, 200, 200, 200, 400, 400, 400, 400, 400]);
});
it('serves reading alone', () => {
  expect(['GET', 'HEAD', 'POST', 'DELETE'].map((method) => refusal(method, { host: 'x' })?.status ?? 200)).toEqual([200, 200, 405, 405]);
});
it('refuses a body where none belongs', () => {
  const asked = (method: string, url: string, headers: Record<string, string>) => refusal(method, { host: 'x', ...headers }, url)?.status ?? 200;
  expect(['/', '/data/values.csv', '/umpan/semua.atom', '/tempel/indikator/P0.svg', '/api/v1/regions'].map((url) => asked('GET', url, { 'content-length': '3' }))).toEqual([400, 400, 400, 400, 400]);
  expect([asked('GET', '/', { 'transfer-encoding': 'chunked' }), asked('HEAD', '/', { 'content-length': '1' }), asked('GET', '/', { 'content-length': '0' }), asked('POST', '/', { 'content-length': '3' })]).toEqual([400, 400, 200, 405]);
});
it('lets a file of some megabytes reach each form that takes one, and no other', () => {
  const asked = (path: string, megabytes: number): number => refusal('POST', { host: 'x', 'content-length': String(megabytes * 1024 * 1024) }, `/daerah/99.01${path}`)?.status ?? 200;
  expect(['/kerja/impor', '/kerja/masterplan/d1', '/kerja/rencana/rpjmd?versi=2', '/kerja/tinjauan/d1/komitmen'].map((path) => [asked(path, 12), asked(path, 26)])).toEqual([[200, 413], [200, 413], [200, 413], [200, 413]]);
  expect(['/kerja', '/kerja/rencana', '/kerja/rencana/rpjmd/pagu', '/kerja/tautan', '/kerja/tinjauan/d1/gov'].map((path) => asked(path, 2))).toEqual([413, 413, 413, 413, 413]);
});
it('knows a page that the browser has, however the tag is written', () => {
  const tag = 'W/"abc"';
  expect(['W/"abc"', '"abc"', '*', '"x", "abc"', '"x"', null].map((given) => knows(given, tag))).toEqual([true, true, true, true, false, false]);
});
it('repeats no sign that nobody sees', () => expect(visible('a\u0000b\u202ec\u200bd é')).toBe('a\uFFFDb\uFFFDc\uFFFDd é'));
