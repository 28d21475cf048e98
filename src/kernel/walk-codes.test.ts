import fc from 'fast-check';
import { expect, it } from 'vitest';
import { walkCodes } from './walk-codes.ts';

it('gives the first rows of all, whatever each code has', async () => {
  await fc.assert(fc.asyncProperty(fc.array(fc.nat({ max: 30 }), { maxLength: 60 }), fc.integer({ min: 1, max: 100 }), async (counts, limit) => {
    const codes = counts.map((_, n) => `c${n}`);
    const rows = counts.flatMap((count, n) => Array.from({ length: count }, (_, m) => `c${n}/${m}`));
    let asked = 0;
    const found = await walkCodes(codes, limit, async (some, most) => {
      asked += 1;
      return rows.filter((row) => some.includes(row.split('/')[0] ?? '')).slice(0, most);
    });
    expect(found).toEqual(rows.slice(0, limit));
    expect(asked).toBeLessThanOrEqual(codes.length);
  }));
});
