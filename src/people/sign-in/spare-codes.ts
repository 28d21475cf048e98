import { randomInt } from 'node:crypto';

/** Small letters and digits without those that look alike in writing: no i, l, 1, o, 0. */
export const spareLetters = 'abcdefghjkmnpqrstuvwxyz23456789';
const [groups, inGroup, amount] = [3, 4, 10];
const shape = new RegExp(`^[${spareLetters}]{${groups * inGroup}}$`);

/** Ten spare codes of about 59 bits: `k7mp-3xqd-wa9e`. */
export const newSpareCodes = (): string[] => Array.from({ length: amount }, newCode);

function newCode(): string {
  const letters = Array.from({ length: groups * inGroup }, () => spareLetters[randomInt(spareLetters.length)]).join('');
  return inGroups(letters);
}

const inGroups = (letters: string): string => (letters.match(new RegExp(`.{${inGroup}}`, 'g')) ?? []).join('-');

/**
 * A spare code as it is kept, however it was written: in capitals, with blanks, without the dashes. What has not this shape stays as it is:
 * codes of earlier releases had five and five, in letters of both kinds.
 */
export function readSpareCode(given: string): string {
  const letters = given.replace(/[\s-]/g, '').toLowerCase();
  return shape.test(letters) ? inGroups(letters) : given.trim();
}

/** Whether it looks as `newSpareCodes` makes one. */
export const isSpareCode = (given: string): boolean => given === readSpareCode(given) && shape.test(given.replaceAll('-', ''));
