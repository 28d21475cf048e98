import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { compressWhole } from './compress.ts';

const long = 'angka '.repeat(1_000);
const asked = (accepted: string | null, body: string | null = long, headers: Record<string, string> = { 'content-type': 'text/html; charset=utf-8', 'content-length': '6000' }) => compressWhole(new Response(body, { status: body === null ? 304 : 200, headers }), accepted);
const bytes = async (response: Response): Promise<Buffer> => Buffer.from(await response.arrayBuffer());

describe('an answer that is written at once', () => {
  it('is compressed as the request allows', async () => {
    const [br, gzip, plain] = [await asked('gzip, br'), await asked('gzip'), await asked(null)];
    expect([br, gzip, plain].map((one) => one.headers.get('content-encoding'))).toEqual(['br', 'gzip', null]);
    expect(Number(br.headers.get('content-length'))).toBeLessThan(100);
    expect([br, gzip].map((one) => one.headers.get('vary'))).toEqual(['accept-encoding', 'accept-encoding']);
    expect([brotliDecompressSync(await bytes(br)), gunzipSync(await bytes(gzip)), await bytes(plain)].map(String)).toEqual([long, long, long]);
  });
  it('stays as it is where that gains nothing', async () => {
    expect((await asked('br', 'short')).headers.get('content-encoding')).toBeNull();
    expect((await asked('br', null)).status).toBe(304);
    expect((await asked('br', long, { 'content-type': 'application/zip' })).headers.get('content-encoding')).toBeNull();
    expect(await (await asked('br', long, { 'content-type': 'text/csv', 'content-encoding': 'gzip' })).text()).toBe(long);
  });
  it('names each thing it varies by once', async () => expect((await asked('br', long, { 'content-type': 'application/json', vary: 'accept, accept-encoding' })).headers.get('vary')).toBe('accept, accept-encoding'));
});
