import type { Lang } from '#kernel/i18n.ts';

/** What a typed number is: its exact digits; two readings of which a person must choose; or why it is none. */
export type ReadNumber = { value: string } | { readings: [string, string] } | { problem: 'empty' | 'text' | 'digits' | 'whole' | 'yes_no' };

/** What `data.element.value_type` may be. */
export type ValueType = 'number' | 'integer' | 'boolean';
const mostDigits = 20;
const plainDigits = /^(?:0|-?[1-9]\d{0,19})$/;

/**
 * Reads a number as people write it: `1.250`, `1,25` in Indonesian, `1,250`, `1.25` in English. A mark that can only part thousands, or only
 * decimals, is read as that in both; where the two languages differ and three digits follow one mark, the reader's language decides if it takes the
 * mark as thousands (people write no third decimal by habit), and otherwise both readings are given back. `lang` null is a file, where nothing
 * decides. Of a whole number a mark before three digits can only part thousands.
 */
export function readNumber(given: string, type: ValueType, lang: Lang | null): ReadNumber {
  if (type !== 'boolean' && plainDigits.test(given)) return { value: given }; // the same in every writing, and nearly all of a file
  // A space parts thousands and nothing else: two numbers in one cell are no number.
  if (/\d\s+\d/.test(given.trim()) && !/^[+\-−–]?\s*\d{1,3}(?:\s\d{3})+(?:[.,]\d+)?$/.test(given.trim())) return { problem: 'text' };
  const text = given.normalize('NFKC').replace(/[\s\u00a0_']/g, '').replace(/^[−–]/, '-').replace(/^\+/, '');
  if (text === '') return { problem: 'empty' };
  if (!/^-?\d[\d.,]*$/.test(text)) return { problem: 'text' };
  const sign = text.startsWith('-') ? '-' : '';
  const read = readMarks(text.slice(sign.length), type !== 'number', lang);
  if (read === null) return { problem: 'text' };
  const signed = read.map((one) => plain(sign + one));
  if (signed.some((one) => one.replace(/[-.]/g, '').length > mostDigits)) return { problem: 'digits' };
  if (type === 'boolean' && !['0', '1'].includes(signed[0] ?? '')) return { problem: 'yes_no' };
  if (type === 'integer' && (signed[0] ?? '').includes('.')) return { problem: 'whole' };
  return signed.length === 1 ? { value: signed[0] as string } : { readings: [signed[0] as string, signed[1] as string] };
}

/** One or two readings with a decimal point; null where the marks fit no number. */
function readMarks(text: string, whole: boolean, lang: Lang | null): string[] | null {
  const marks = [...text.replace(/\d/g, '')];
  if (marks.length === 0) return [text];
  const [first, last] = [marks[0] as string, marks.at(-1) as string];
  if (first !== last) return mixed(text, first, last);
  const grouped = new RegExp(`^\\d{1,3}(\\${first}\\d{3})+$`).test(text) && !text.startsWith('0');
  if (marks.length > 1) return grouped ? [text.replaceAll(first, '')] : null;
  const asDecimal = /\d$/.test(text) ? text.replace(first, '.') : null;
  if (!grouped) return asDecimal === null ? null : [asDecimal];
  const thousands = text.replace(first, '');
  if (whole || first === (lang === 'id' ? '.' : lang === 'en' ? ',' : null)) return [thousands];
  return [thousands, asDecimal as string];
}

/** `1.250,5` and `1,250.5`: the first mark parts thousands, the last one, once, the decimals. */
function mixed(text: string, first: string, last: string): string[] | null {
  const fits = new RegExp(`^\\d{1,3}(\\${first}\\d{3})+\\${last}\\d+$`).test(text);
  return fits ? [text.replaceAll(first, '').replace(last, '.')] : null;
}

/** Shortest digits of the same number. */
function plain(text: string): string {
  const sign = text.startsWith('-') ? '-' : '';
  const [whole = '', part = ''] = text.slice(sign.length).split('.');
  const fraction = part.replace(/0+$/, '');
  const digits = whole.replace(/^0+(?=\d)/, '') + (fraction ? `.${fraction}` : '');
  return /[1-9]/.test(digits) ? sign + digits : digits;
}

/** A value as it stands in a field: no marks for thousands, and never so that `readNumber` could read it in two ways. */
export function fieldValue(value: string | null, lang: Lang): string {
  if (value === null) return '';
  const shown = lang === 'id' ? value.replace('.', ',') : value;
  return /^-?[1-9]\d{0,2}[.,]\d{3}$/.test(shown) ? `${shown}0` : shown;
}
