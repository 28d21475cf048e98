import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { choice, cleaned, isReadable, pageNumber, readQuery, words } from './query.ts';

const schema = z.object({ pilar: choice(['smart-economy', 'smart-living']), halaman: pageNumber });
const read = (text: string) => readQuery(schema, new URLSearchParams(text));

describe('the parameters of a page', () => {
  it.each([
    ['', { pilar: '', halaman: 1 }], ['pilar=&halaman=', { pilar: '', halaman: 1 }], ['pilar=smart-living&halaman=3', { pilar: 'smart-living', halaman: 3 }],
    ['utm=x&pilar=smart-economy&pilar=smart-living', { pilar: 'smart-economy', halaman: 1 }],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected));

  it.each(['halaman=0', 'halaman=-1', 'halaman=abc', 'halaman=1.5', 'halaman=99999999999999999999', `pilar=${'x'.repeat(10_000)}`, 'pilar=%00'])('%.30s is refused', (text) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ code: 'query.invalid', status: 400 }));
  });
  it('says what it understands, and repeats no more than it must', () => {
    try {
      read(`pilar=${'x'.repeat(10_000)}`);
    } catch (error) {
      expect(error).toMatchObject({ params: { given: `pilar=${'x'.repeat(60)}`, expected: 'pilar=smart-economy, smart-living' } });
    }
    expect.assertions(1);
  });
});

describe('what was typed', () => {
  it('loses what no reader sees', () => expect(cleaned(' a\u0000b\u200b\ud800  c ')).toBe('a b c'));
  it('is measured as it is read: some signs grow', () => {
    const q = (given: string) => z.object({ q: words(20) }).safeParse({ q: given }).success;
    expect([q('x'.repeat(20)), q('x'.repeat(21)), q('\ufdfa'.repeat(2)), q(`${' '.repeat(50)}x`)]).toEqual([true, false, false, true]);
  });
  it.each([
    ['?q=%E0', false], ['?q=a&x=%E0%A4', false], ['?q=%ED%A0%80', false], ['?q=%C0%80', false], ['?q=%FF', false],
    ['', true], ['?q=%C3%A9+b', true], ['?q=100%', true], ['?q=%zz', true], ['?q=%00', true], ['?q=é', true],
  ])('in %s can be read: %s', (search, readable) => expect(isReadable(search)).toBe(readable));
});
