import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

describe('the public address', () => {
  it.each([['https://serasan.example'], ['http://localhost:3000'], ['https://a.b-c.example:8443']])('%s is taken', (given) => expect(readConfig({ SERASAN_ORIGIN: given }).origin).toBe(given));
  it('is not needed', () => expect([readConfig({}).origin, readConfig({ SERASAN_ORIGIN: '' }).origin]).toEqual([null, null]));
  it.each([['serasan.example'], ['https://serasan.example/'], ['https://serasan.example/x'], ['https://Serasan.example'], ['ftp://serasan.example'], ['https://user:pw@serasan.example'], ['https://x.example"><script>'], ['https://'], ['https://x.example\n']])(
    '%j is named with what was expected', (given) => expect(() => readConfig({ SERASAN_ORIGIN: given })).toThrow(/SERASAN_ORIGIN[\s\S]*such as https:\/\/serasan\.example/));
});
