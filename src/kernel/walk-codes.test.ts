import fc from 'fast-check';
import { expect, it } from 'vitest';
import { afterCode, codesAfter, type Walk, walkPieces } from './walk-codes.ts';

it('gives the first rows of all, whatever each code has', async () => {
  await fc.assert(fc.asyncProperty(fc.array(fc.nat({ max: 30 }), { maxLength: 60 }), fc.integer({ min: 1, max: 100 }), async (counts, limit) => {
    const codes = counts.map((_, n) => `c${n}`);
    const rows = counts.flatMap((count, n) => Array.from({ length: count }, (_, m) => `c${n}/${m}`));
    let asked = 0;
    const { pieces, passed } = await walkPieces(codes, limit, async (some, most) => {
      asked += 1;
      return rows.filter((row) => some.includes(row.split('/')[0] ?? '')).slice(0, most);
    }, (piece) => piece.length, () => 0);
    expect(pieces.flat()).toEqual(rows.slice(0, limit));
    expect(passed).toBeNull();
    expect(asked).toBeLessThanOrEqual(codes.length);
  }));
});

it('ends when time is up, and goes on where it ended', async () => {
  const codes = Array.from({ length: 40 }, (_, n) => `c${String(n).padStart(2, '0')}`);
  const seen: string[] = [];
  let [after, time, walks]: [string[] | null, number, number] = [null, 0, 0];
  do {
    const { pieces, passed }: Walk<string[]> = await walkPieces(codesAfter(codes, after), 1_000, async (some) => { time += 25 * some.length; return some; }, () => 0, () => time);
    seen.push(...pieces.flat());
    after = passed === null ? null : afterCode(passed, 3);
    walks += 1;
  } while (after);
  expect(seen).toEqual(codes);
  expect(walks).toBeGreaterThan(1);
});
