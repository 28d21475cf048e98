import type { Lang } from '#kernel/i18n.ts';

const units = ['', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan'];
const firsts = [
  '', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'eleventh', 'twelfth', 'thirteenth', 'fourteenth', 'fifteenth', 'sixteenth',
  'seventeenth', 'eighteenth', 'nineteenth',
];
const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/** A place in words, 1 to 99: `kedua`, `second`; null beyond. */
export function ordinalWord(n: number, lang: Lang): string | null {
  if (!Number.isInteger(n) || n < 1 || n > 99) return null;
  const [ten, unit] = [Math.floor(n / 10), n % 10];
  if (lang === 'en') return firsts[n] ?? (unit === 0 ? `${tens[ten]?.slice(0, -1)}ieth` : `${tens[ten]}-${firsts[unit]}`);
  if (n === 1) return 'pertama';
  if (n < 12) return `ke${n === 10 ? 'sepuluh' : n === 11 ? 'sebelas' : units[n]}`;
  if (n < 20) return `ke${units[unit]} belas`;
  return `ke${units[ten]} puluh ${units[unit]}`.trim();
}
