import { type ReadNumber, readNumber } from '#data/ui.ts';
import type { Lang } from '#kernel/i18n.ts';

/** Money as it is written, with or without its `Rp`, by the one rule of `readNumber`. */
export const readMoney = (given: string, lang: Lang): ReadNumber => readNumber(given.trim().replace(/^Rp\.?\s*/i, ''), 'number', lang);

/**
 * The exact digits of a typed number. What is none, or could be read in two ways, stays as it was typed, to be refused in its own words; a `share`
 * such as a weight is small, so of two readings the smaller is meant.
 */
export function plainNumber(given: string, lang: Lang, what: 'money' | 'share'): string {
  const read = readMoney(given, lang);
  if ('value' in read) return read.value;
  return 'readings' in read && what === 'share' ? read.readings[1] : given.trim();
}
