import type { Lang, Text } from '#kernel/i18n.ts';
import { parsePeriod } from '#kernel/periods.ts';

/** How a unit is written: the pattern holds `#` where the number goes (`#%`, `# desa`, `Rp# miliar`). */
export interface UnitOf {
  shown: Text;
  dimension: string;
}

/** A change told in words: the verb and the amount, so that a page can make the amount a figure. */
export interface ChangeParts {
  direction: 'up' | 'down' | 'same';
  verb: string;
  amount: string;
}

const locale = { id: 'id-ID', en: 'en-GB' } as const;
const numbers = new Map<string, Intl.NumberFormat>();
const verbs = { id: { up: 'naik', down: 'turun', same: 'tetap' }, en: { up: 'up', down: 'down', same: 'unchanged' } } as const;
const words = {
  id: ['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan', 'sepuluh', 'sebelas', 'dua belas'],
  en: ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
} as const;
/** Powers of ten that money is told in, with the word: a bare "M" would be a milliard to one reader and a million to another. */
const scales = [
  { from: 1e12, id: 'triliun', en: 'trillion' },
  { from: 1e9, id: 'miliar', en: 'billion' },
  { from: 1e6, id: 'juta', en: 'million' },
] as const;

function numberFormat(lang: Lang, least: number, most: number): Intl.NumberFormat {
  const key = `${lang} ${least} ${most}`;
  const found = numbers.get(key);
  if (found) return found;
  const made = new Intl.NumberFormat(locale[lang], { minimumFractionDigits: least, maximumFractionDigits: most, roundingMode: 'halfExpand' });
  numbers.set(key, made);
  return made;
}

/** `12,4` in Indonesian, `12.4` in English; minus is U+2212. Without `decimals` as many as given (numbers: at most six). */
export function formatNumber(value: number | string, { lang, decimals }: { lang: Lang; decimals?: number | undefined }): string {
  const given = typeof value === 'string' ? (value.split('.')[1]?.length ?? 0) : 6;
  const format = numberFormat(lang, decimals ?? 0, decimals ?? Math.min(given, 20));
  // Decimal text goes in as text: it is never rounded by way of a double.
  const shown = format.format(value as Intl.StringNumericLiteral);
  return shown.replace(/^-(?=[0.,]*$)/, '').replace('-', '−');
}

function withUnit(shown: string, unit: UnitOf | null, lang: Lang): string {
  if (!unit) return shown;
  const sign = shown.startsWith('−') ? '−' : '';
  // The minus stands before the whole, and number and unit never part at the end of a line.
  return sign + unit.shown[lang].replaceAll(' ', '\u00a0').replace('#', shown.slice(sign.length));
}

/** A value with its unit: `12,4%`, `8 desa`, `Rp13,1 triliun`. Bare rupiah from a million on are told in words of their scale. */
export function formatValue(value: number | string, unit: UnitOf | null, lang: Lang, decimals?: number): string {
  const size = Math.abs(Number(value));
  const scale = unit?.dimension === 'currency' && unit.shown[lang] === 'Rp#' ? scales.find((one) => size >= one.from) : undefined;
  if (!scale) return withUnit(formatNumber(value, { lang, decimals }), unit, lang);
  const shown = numberFormat(lang, 0, 2).format(Number(value) / scale.from).replace('-', '−');
  return `${withUnit(shown, unit, lang)}\u00a0${scale[lang]}`;
}

/** A change between two values of one unit. Between percentages it is told in points, never in percent. */
export function changeParts(change: number, unit: UnitOf | null, lang: Lang, decimals?: number): ChangeParts {
  const size = Math.abs(change);
  const rounded = formatNumber(size, { lang, decimals });
  const direction = /[1-9]/.test(rounded) ? (change > 0 ? 'up' : 'down') : 'same';
  const one = Number(size.toFixed(decimals ?? 6)) === 1;
  const points = lang === 'id' ? 'poin' : one ? 'point' : 'points';
  const amount = unit?.dimension === 'percent' ? `${rounded}\u00a0${points}` : formatValue(size, unit, lang, decimals);
  return { direction, verb: verbs[lang][direction], amount };
}

/** `turun 0,9 poin`, `up 2.05 years`, `tetap`. */
export function formatChange(change: number, unit: UnitOf | null, lang: Lang, decimals?: number): string {
  const { direction, verb, amount } = changeParts(change, unit, lang, decimals);
  return direction === 'same' ? verb : `${verb} ${amount}`;
}

const dates = new Map<string, Intl.DateTimeFormat>();
function dateFormat(lang: Lang, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = lang + JSON.stringify(options);
  const found = dates.get(key) ?? new Intl.DateTimeFormat(locale[lang], options);
  dates.set(key, found);
  return found;
}

/** `24 November 2026` in both languages. Takes a moment (with the region's time zone) or a day, month or year as text. */
export function formatDate(given: Date | string, lang: Lang, timeZone = 'UTC'): string {
  if (typeof given !== 'string') return dateFormat(lang, { day: 'numeric', month: 'long', year: 'numeric', timeZone }).format(given);
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(given);
  if (!match) return given;
  if (!match[2]) return given;
  const day = new Date(`${given.length === 7 ? `${given}-01` : given}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return given;
  return dateFormat(lang, { ...(match[3] ? { day: 'numeric' } : {}), month: 'long', year: 'numeric', timeZone: 'UTC' }).format(day);
}

/** A moment to the minute: `24 November 2026, 09.14` / `24 November 2026, 09:14`. */
export function formatMoment(given: Date, lang: Lang, timeZone: string): string {
  const time = dateFormat(lang, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }).format(given);
  return `${formatDate(given, lang, timeZone)}, ${time}`;
}

const roman = ['I', 'II', 'III', 'IV'];

/** A period as people say it: `2019`, `triwulan III 2019` / `quarter 3 of 2019`, `Juli 2019`, `14 Juli 2019`. */
export function formatPeriod(period: string, lang: Lang): string {
  const { kind, year, text } = parsePeriod(period);
  if (kind !== 'quarter') return formatDate(text, lang);
  const quarter = Number(text.at(-1));
  return lang === 'id' ? `triwulan ${roman[quarter - 1]} ${year}` : `quarter ${quarter} of ${year}`;
}

/** 0 to 12 as a word, larger numbers in digits; for headlines. */
export function numberWord(n: number, lang: Lang): string {
  return words[lang][n] ?? formatNumber(n, { lang, decimals: 0 });
}

/** The same with a capital first letter. */
export function numberWordCapital(n: number, lang: Lang): string {
  const word = numberWord(n, lang);
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** `a, b, dan c` / `a, b and c`. */
export const formatList = (items: string[], lang: Lang): string => lists[lang].format(items);
const lists = { id: new Intl.ListFormat(locale.id, { type: 'conjunction' }), en: new Intl.ListFormat(locale.en, { type: 'conjunction' }) };
