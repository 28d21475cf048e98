import type { Lang } from '#kernel/i18n.ts';

/** A unit as it is shown: `#` stands for the number (`#%`, `Rp# triliun`, `# desa`). */
export interface ShownUnit {
  shownId: string;
  shownEn: string;
  dimension: string;
}

const locale = (lang: Lang): string => (lang === 'id' ? 'id-ID' : 'en-GB');

/** A number in the reader's writing, at most so many decimals, minus as U+2212. */
export function formatNumber(value: number, lang: Lang, decimals = 2): string {
  const shown = new Intl.NumberFormat(locale(lang), { maximumFractionDigits: decimals }).format(value);
  return /^-[0.,]*$/.test(shown) ? shown.slice(1) : shown.replace('-', '\u2212');
}

export const formatValue = (value: number, unit: ShownUnit, lang: Lang, decimals = 2): string =>
  (lang === 'id' ? unit.shownId : unit.shownEn).replace('#', formatNumber(value, lang, decimals));

/** The size of a change, without its sign: points between percentages, else in the unit. */
export function formatChange(change: number, unit: ShownUnit, lang: Lang, decimals = 2): string {
  const size = Math.abs(change);
  if (unit.dimension === 'percent') return `${formatNumber(size, lang, decimals)} ${lang === 'id' ? 'poin' : size === 1 ? 'point' : 'points'}`;
  return formatValue(size, unit, lang, decimals);
}

/** `24 November 2026` in both languages. */
export const formatDate = (day: Date | string, lang: Lang, timeZone = 'UTC'): string =>
  new Intl.DateTimeFormat(locale(lang), { day: 'numeric', month: 'long', year: 'numeric', timeZone }).format(new Date(day));

const idUnits = ['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan', 'sepuluh', 'sebelas'];
const enUnits = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'];
const enTens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/** A count from 0 to 99 in words; counts in sentences are words, so that figures stay figures. Larger ones: `lebih dari …`. */
export function numberWord(n: number, lang: Lang): string {
  if (n > 99) return lang === 'id' ? 'lebih dari sembilan puluh sembilan' : 'more than ninety-nine';
  if (lang === 'en') return enUnits[n] ?? `${enTens[Math.floor(n / 10)]}${n % 10 ? `-${enUnits[n % 10]}` : ''}`;
  if (n < 12) return idUnits[n] ?? '';
  if (n < 20) return `${idUnits[n - 10]} belas`;
  return `${idUnits[Math.floor(n / 10)]} puluh${n % 10 ? ` ${idUnits[n % 10]}` : ''}`;
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
