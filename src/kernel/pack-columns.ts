import { z } from 'zod';
import { isPeriod, parsePeriod } from './periods.ts';
import { isPlainSvg } from './plain-svg.ts';

/** What may stand in one column of a pack file, or under one key; `ref` names the kind of code it must find elsewhere. */
export interface Column {
  name: string;
  type: z.ZodType;
  expected: string;
  required: boolean;
  shape: 'text' | 'integer' | 'decimal' | 'double' | 'flag' | 'moment' | 'pair' | 'list' | 'json';
  ref?: string;
  /** Left out of a CSV file in which no row has it. */
  late?: boolean;
}

type Make = (name: string) => Column;
const column = (shape: Column['shape'], type: z.ZodType, expected: string, ref?: string): Make =>
  (name) => ({ name, type, expected, required: true, shape, ...(ref ? { ref } : {}) });

const decimalText = z.string().regex(/^-?\d+(\.\d+)?$/).refine((text) => text.replace(/[-.]/g, '').replace(/^0+/, '').length <= 20);

/** A number as YAML gives it or as a CSV cell writes it; never `0x1F`, `1e3` or a word. */
function numberFrom(least: number, most: number) {
  return z.union([z.number(), z.string().regex(/^-?\d+(\.\d+)?$/).transform(Number)]).pipe(z.number().min(least).max(most));
}

export const text = column('text', z.string().min(1).max(4000), 'a text of at most 4,000 characters');
export const code = column('text', z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/), 'a code: letters, digits, `.`, `_`, `-`, at most 64');
export const integer = column('integer', numberFrom(-2147483648, 2147483647).pipe(z.int()), 'a whole number');
export const wholeFrom = (least: number, most: number): Make => column('integer', numberFrom(least, most).pipe(z.int()), `a whole number from ${least} to ${most}`);
/** The number of a version as text, in a key where it may be absent. */
export const versionText = column('text', z.string().regex(/^[1-9]\d{0,2}$/), 'the number of a version, 1 to 999');
export const decimal = column('decimal', decimalText, 'a number with a decimal point and at most 20 digits');
/** Whole rupiah and sen: at most twenty digits, two of them behind the point, not negative. */
export const rupiah = column('decimal', z.string().regex(/^\d{1,18}(\.\d{1,2})?$/), 'rupiah, 0 or more, with at most two digits behind the point');
export const double = column('double', numberFrom(-1e15, 1e15), 'a number with a decimal point');
export const flag = column('flag', z.union([z.boolean(), z.enum(['yes', 'no'])]), '`yes` or `no`');
/** `TW III 2019` is taken and kept as `2019Q3`. */
export const period = column('text', z.string().refine(isPeriod).transform((given) => parsePeriod(given).text), 'a period: 2019, 2019Q3 (or TW III 2019), 2019-07 or 2019-07-14');
export const day = column('text', z.string().refine((given) => /^\d{4}-\d\d-\d\d$/.test(given) && isPeriod(given)), 'a day such as 2024-09-30');
/** Of a kept file: `kernel/file-store.ts`. */
export const digest = column('text', z.string().regex(/^[0-9a-f]{64}$/), 'the SHA-256 of a kept file: 64 digits 0-9 a-f');
/** Of the web: anything else in a link, such as a script, would be run by who follows it. */
export const webAddress = column('text', z.string().max(2000).refine((given) => URL.canParse(given) && /^https?:\/\/[^\s"<>]+$/i.test(given)), 'an address that begins with https:// or http://');
export const latitude = column('double', numberFrom(-90, 90), 'degrees from -90 to 90');
export const longitude = column('double', numberFrom(-180, 180), 'degrees from -180 to 180');
export const moment = column('moment', z.iso.datetime({ offset: true }), 'a moment such as 2024-09-30T08:15:00Z');
export const pair = column('pair', z.strictObject({ id: z.string().min(1), en: z.string().min(1) }), 'a text in both languages: { id: …, en: … }');
/** A small drawing, at most 20,000 characters; see `plain-svg.ts`. */
export const svg = column('text', z.string().max(20_000).refine(isPlainSvg), 'one <svg> with xmlns and viewBox, of paths, shapes and groups alone: no text, style, link, comment or script, at most 20,000 characters');
export const list = column('list', z.array(z.string()), 'a list of texts');
export const json = (type: z.ZodType, expected: string): Make => column('json', type, expected);
export const oneOf = (...words: string[]): Make => column('text', z.enum(words), `one of ${words.join(', ')}`);
export const ref = (kind: string): Make => column('text', z.string().min(1), `the code of a known ${kind}`, kind);

/** `columns({ code, name_id: text, note_id: [text] })`: in brackets means that it may be absent. */
export function columns(table: Record<string, Make | [Make]>): Column[] {
  return Object.entries(table).map(([name, make]) =>
    Array.isArray(make) ? { ...make[0](name), required: false } : make(name),
  );
}

/** A column that a CSV file needs only where a row has it. */
export const late = (make: Make): [Make] => [(name) => ({ ...make(name), late: true })];

/** JSON Schema of a record with these columns; `more` adds keys that hold further records. */
export function recordSchema(table: Column[], more: Record<string, unknown> = {}): Record<string, unknown> {
  const own = table.map(({ name, type, expected }) => {
    const { $schema: _, ...schema } = z.toJSONSchema(type, { io: 'input', unrepresentable: 'any' });
    return [name, { description: expected, ...schema }];
  });
  return {
    type: 'object', additionalProperties: false, required: table.filter((known) => known.required).map((known) => known.name),
    properties: { ...Object.fromEntries(own), ...more },
  };
}

/** Shortest decimal text of the same number: no trailing zeros, no leading ones, no `-0`. */
export function plainDecimal(given: string): string {
  const [whole = '', part = ''] = given.replace('-', '').split('.');
  const fraction = part.replace(/0+$/, '');
  const digits = whole.replace(/^0+(?=\d)/, '') + (fraction ? `.${fraction}` : '');
  return given.startsWith('-') && /[1-9]/.test(digits) ? `-${digits}` : digits;
}
