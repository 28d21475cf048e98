import { describe, expect, it } from 'vitest';
import { isSpareCode, newSpareCodes, readSpareCode, spareLetters } from './spare-codes.ts';

describe('spare codes', () => {
  it('have no two letters that look alike, and are ten, each another', () => {
    const codes = Array.from({ length: 50 }, newSpareCodes).flat();
    expect(codes.join('')).toMatch(new RegExp(`^[${spareLetters}-]+$`));
    expect(spareLetters).not.toMatch(/[il1o0]/i);
    expect([newSpareCodes().length, new Set(codes).size]).toEqual([10, 500]);
    expect(codes.every(isSpareCode)).toBe(true);
  });
  it.each([['k7mp-3xqd-wa9e', 'k7mp-3xqd-wa9e'], [' K7MP 3XQD WA9E ', 'k7mp-3xqd-wa9e'], ['k7mp3xqdwa9e', 'k7mp-3xqd-wa9e'], [' Ab3dE-l0O1I ', 'Ab3dE-l0O1I'], ['x', 'x'], ['', '']])('%j is read as %j', (given, read) => {
    expect(readSpareCode(given)).toBe(read);
  });
});
