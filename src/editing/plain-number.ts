import { type ReadNumber, readNumber } from '#data/ui.ts';
import type { Lang } from '#kernel/i18n.ts';

/** Money as it is written, with or without its `Rp`, by the one rule of `readNumber`. */
export const readMoney = (given: string, lang: Lang): ReadNumber => readNumber(given.trim().replace(/^Rp\.?\s*/i, ''), 'number', lang);

/** A share such as a weight or a tolerance is small: three digits behind one mark are decimals in both languages. */
export function readShare(given: string, lang: Lang): ReadNumber {
  const either = readNumber(given, 'number', null);
  return 'readings' in either ? { value: either.readings[1] } : readNumber(given, 'number', lang);
}

/**
 * A number of a definition. Three digits behind one mark are thousands to one person and thousandths to who pastes from elsewhere, and a definition is
 * not checked by many eyes: unless what stands there (`near`) is nearer to the thousands, it is asked back.
 */
export function readBeside(given: string, lang: Lang, near: string | null): ReadNumber {
  const [read, either] = [readNumber(given, 'number', lang), readNumber(given, 'number', null)];
  if ('readings' in read || !('readings' in either)) return read;
  const away = (one: string): number => Math.abs(Math.log(Math.abs(Number(one)) / Math.abs(Number(near))));
  return near !== null && Number(near) !== 0 && away(either.readings[0]) < away(either.readings[1]) ? read : either;
}

/** The exact digits of a typed number. What is none, or could be read in two ways, stays as it was typed, to be refused in its own words. */
export function plainNumber(given: string, lang: Lang, what: 'money' | 'share'): string {
  const read = what === 'money' ? readMoney(given, lang) : readShare(given, lang);
  return 'value' in read ? read.value : given.trim();
}
