import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsBetween } from './plan-difference.ts';

describe('two texts word by word', () => {
  it('what is gone and what is new stand beside what both have', () => expect(wordsBetween('Jalan yang baik', 'Jalan dan jembatan yang baik').map(({ what, text }) => `${what}:${text}`)).toEqual(['same:Jalan ', 'added:dan jembatan ', 'same:yang baik']));
  it('without what is new it is the old, without what is gone the new; also of long and hostile texts', () => {
    const words = fc.array(fc.constantFrom('satu', 'dua', 'tiga', ' ', '\n', '.', '<b>', '👩‍🌾', '́'), { maxLength: 60 }).map((all) => all.join(' '));
    fc.assert(fc.property(words, words, (a, b) => {
      const parts = wordsBetween(a, b);
      const without = (what: string): string => parts.filter((one) => one.what !== what).map(({ text }) => text).join('');
      expect([without('added'), without('removed')]).toEqual([a, b]);
    }), { numRuns: 300 });
    expect(wordsBetween('a '.repeat(2_000), 'b '.repeat(2_000)).map(({ what }) => what)).toEqual(['removed', 'added']);
  });
});
