import { stringify } from 'csv-stringify/sync';

/** What a spreadsheet passes over before it looks for a formula, and the signs that begin one, also in their wide form. */
const formula = /^[\s\p{C}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/** A text that a spreadsheet would run as a formula gets an apostrophe in front; numbers stay numbers, and a sign alone (`=`) is no formula. */
export const harmless = (cell: string): string => (formula.test(cell) && !/^(-?\d+(\.\d+)?|[=+@-])$/.test(cell) ? `'${cell}` : cell);

/** Quoted beyond what the standard wants: where a semicolon parts cells, as in Indonesia, such a text would fall apart, and its rest be run. */
const torn = /[;\t\r\n]/;

/** Rows of texts as RFC 4180, which no spreadsheet runs; every table that leaves by a public door is written here. */
export const csvText = (rows: string[][]): string => stringify(rows.map((row) => row.map(harmless)), { record_delimiter: '\r\n', quoted_match: torn });

/** A number without exponent or separators, whatever its size: the shortest digits that are this number. */
export function plainNumber(value: number | null): string {
  if (value === null) return '';
  const [, sign = '', whole = '', part = '', exponent] = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(String(value)) ?? [];
  if (exponent === undefined) return String(value);
  const [digits, point] = [whole + part, 1 + Number(exponent)];
  return sign + (point > 0 ? digits.padEnd(point, '0') : `0.${'0'.repeat(-point)}${digits}`);
}
