import { parse as parseCsv } from 'csv-parse/sync';
import { stringify as stringifyCsv } from 'csv-stringify/sync';
import { type Document, isAlias, isNode, LineCounter, parseDocument, type ScalarTag, stringify as stringifyYaml, visit } from 'yaml';
import { type Column, plainDecimal } from './pack-columns.ts';

/** What is wrong in a pack, where, and what was expected. `line` counts from 1; null means the whole file. */
export interface PackProblem {
  file: string;
  line: number | null;
  field: string;
  given: string;
  expected: string;
  /** The same in Indonesian, where the rule itself says it. */
  expectedId?: string;
  /** The faulty record's own words: a code that stands in it is not unknown elsewhere. Null where the whole file could not be read. */
  record?: string[] | null;
}

export type PackValue = string | number | boolean | null | object;
/** One record of a pack file: `data` has a key for every column of its file; absent is null. */
export interface PackRow {
  file: string;
  line: number;
  data: Record<string, PackValue>;
}
export type Report = (problem: PackProblem) => void;

export const largestFile = 32 * 1024 * 1024;

/** Bytes as text, or null with a problem: only UTF-8 without a mark at its head and with plain line ends is taken. */
export function decode(file: string, bytes: Uint8Array, report: Report): string | null {
  try {
    const content = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    if (content.startsWith('\uFEFF')) report({ file, line: 1, field: '', given: 'a byte order mark', expected: 'UTF-8 without one', record: null });
    else if (content.includes('\r')) report({ file, line: content.slice(0, content.indexOf('\r')).split('\n').length, field: '', given: 'a carriage return', expected: 'lines that end with a line feed alone', record: null });
    else return content;
  } catch {
    report({ file, line: null, field: '', given: 'bytes that are not UTF-8', expected: 'UTF-8', record: null });
  }
  return null;
}

interface CsvRecord {
  record: string[];
  /** Lines up to its end. */
  info: { lines: number };
}

/** Rows without a quote are only to be split, which is many times faster. */
function* plainRecords(content: string): Generator<CsvRecord> {
  for (let [at, lines] = [0, 1]; at < content.length; lines += 1) {
    const end = content.indexOf('\n', at) >= 0 ? content.indexOf('\n', at) : content.length;
    yield { record: content.slice(at, end).split(','), info: { lines } };
    at = end + 1;
  }
}

/** Reads a CSV file by its columns; each fault becomes a problem, and the good rows come back all the same. */
export function readCsv(file: string, content: string, columns: Column[], report: Report): PackRow[] {
  let records: Iterable<CsvRecord>;
  try {
    records = content.includes('"') ? (parseCsv(content, { info: true, relax_column_count: true, max_record_size: 100_000 }) as never) : plainRecords(content);
  } catch (error) {
    const { lines, message, code } = error as { lines?: number; message: string; code?: string };
    report({ file, line: code === 'CSV_QUOTE_NOT_CLOSED' ? openQuote(content) : (lines ?? null), field: '', given: message.slice(0, 120), expected: 'rows as RFC 4180 writes them', record: null });
    return [];
  }
  let given = columns;
  let readers: CellReader[] = [];
  let absent: Record<string, null> = {};
  const rows: PackRow[] = [];
  let line = 0; // where a record begins: the line after the end of the one before
  for (const { record, info } of records) {
    if (line === 0) {
      given = columns.filter(({ name, late }) => !late || record.includes(name));
      if (record.join() !== namesOf(given).join()) break;
      readers = given.map(cellReader);
      absent = Object.fromEntries(columns.filter((column) => !given.includes(column)).map(({ name }) => [name, null]));
    } else {
      const data = readRow(file, line, record, given, readers, report);
      if (data) rows.push({ file, line, data: Object.assign(data, absent) });
    }
    line = info.lines + 1;
  }
  if (line === 0) report({ file, line: 1, field: '', given: content.slice(0, 300).split('\n')[0] || 'nothing', expected: namesOf(given).join(','), record: null });
  return rows;
}

const namesOf = (columns: Column[]): string[] => columns.map(({ name }) => name);

/** The line of the last quote that opens: the parser knows only where the file ends. */
function openQuote(content: string): number {
  let [line, open, at] = [1, false, 1];
  for (const sign of content) {
    if (sign === '\n') line += 1;
    if (sign === '"' && (open = !open)) at = line;
  }
  return at;
}

function readRow(file: string, line: number, record: string[], columns: Column[], readers: CellReader[], report: Report): Record<string, PackValue> | null {
  if (record.length !== columns.length) {
    report({ file, line, field: '', given: `${record.length} fields`, expected: `${columns.length} fields`, record });
    return null;
  }
  const data: Record<string, PackValue> = {};
  let fine = true;
  for (const [n, column] of columns.entries()) {
    const raw = record[n];
    const value = raw === '' || raw === undefined ? (column.required ? unfit : null) : (readers[n] as CellReader)(raw);
    if (value === unfit) {
      fine = false;
      report({ file, line, field: column.name, given: raw ? JSON.stringify(raw).slice(0, 80) : 'nothing', expected: raw?.includes('\0') ? noNul : column.expected, record });
    } else data[column.name] = value;
  }
  return fine ? data : null;
}

type CellReader = (raw: unknown) => PackValue | typeof unfit;
const unfit = Symbol('unfit');
const noNul = 'a text without NUL characters';

/** Checks one cell; what stands in a column again and again is checked once, and held in memory once. */
function cellReader(column: Column): CellReader {
  const known = new Map<unknown, PackValue | typeof unfit>();
  return (raw) => {
    const before = known.get(raw);
    if (before !== undefined) return before;
    const value = readCell(column, raw);
    if (known.size < 20_000) known.set(raw, value);
    return value;
  };
}

/** Flags become booleans, decimals their shortest text. */
function readCell(column: Column, raw: unknown): PackValue | typeof unfit {
  const result = column.type.safeParse(raw);
  if (!result.success || hasNul(raw)) return unfit;
  if (column.shape === 'decimal') return plainDecimal(result.data as string);
  if (column.shape === 'moment') return new Date(result.data as string).toISOString();
  if (column.shape === 'flag') return result.data === true || result.data === 'yes';
  return result.data as PackValue;
}

const hasNul = (raw: unknown): boolean => (typeof raw === 'string' ? raw.includes('\0') : typeof raw === 'object' && JSON.stringify(raw).includes('\\u0000'));

/** Checks a record's fields; null when one was wrong. */
export function readFields(
  file: string, given: Record<string, unknown>, columns: Column[], lineOf: (field: string) => number, report: Report,
): Record<string, PackValue> | null {
  const data: Record<string, PackValue> = {};
  const record = Object.values(given).map(String);
  let fine = true;
  const wrong = (field: string, value: unknown, expected: string): void => {
    fine = false;
    report({ file, line: lineOf(field), field, given: value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 80), expected, record });
  };
  for (const field of Object.keys(given)) {
    if (!columns.some((column) => column.name === field)) wrong(field, field, `one of the keys ${columns.map((c) => c.name).join(', ')}`);
  }
  for (const column of columns) {
    const raw = given[column.name] ?? undefined;
    if (raw === undefined) {
      if (column.required) wrong(column.name, undefined, column.expected);
      data[column.name] = null;
      continue;
    }
    const asText = typeof raw === 'number' && (column.shape === 'decimal' || (column.shape === 'text' && isYear(raw))) ? String(raw) : raw;
    const value = readCell(column, asText);
    if (value === unfit) wrong(column.name, raw, hasNul(raw) ? noNul : column.expected);
    else data[column.name] = value;
  }
  return fine ? data : null;
}

/** A bare year in YAML is read as a number; every text that begins as four digits is one all the same. */
const isYear = (given: number): boolean => Number.isInteger(given) && given >= 1000 && given <= 9999;

export interface YamlFile {
  content: unknown;
  lineOf(path: (string | number)[]): number;
}

/** Reads a YAML file; anchors, aliases, tags and double keys are refused, because another tool would read them otherwise. */
export function readYaml(file: string, content: string, report: Report): YamlFile | null {
  const lines = new LineCounter();
  const document = parseDocument(content, { lineCounter: lines, uniqueKeys: true, merge: false, version: '1.2' });
  let fine = document.errors.length === 0;
  for (const error of document.errors) {
    report({ file, line: error.linePos?.[0].line ?? null, field: '', given: error.message.split('\n')[0] ?? '', expected: 'plain YAML', record: null });
  }
  visit(document, (_, node) => {
    if (!isAlias(node) && !(isNode(node) && ((node as { anchor?: string }).anchor || node.tag))) return;
    fine = false;
    report({ file, line: lines.linePos(node.range?.[0] ?? 0).line, field: '', given: 'an anchor, alias or tag', expected: 'plain values', record: null });
  });
  visit(document, { Scalar: (_, node) => {
    // A number that a double would round, or that is written in another way, is what stands there: `1e3` is no 1000.
    if (typeof node.value === 'number' && node.source !== undefined && !(/^-?\d+(\.\d+)?$/.test(node.source) && plainDecimal(node.source) === String(node.value))) node.value = node.source;
  } });
  if (!fine) return null;
  return { content: document.toJS({ maxAliasCount: 0 }), lineOf: (path) => lineAt(document, lines, path) };
}

function lineAt(document: Document, lines: LineCounter, path: (string | number)[]): number {
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const node = document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

export function writeCsv(rows: Record<string, PackValue>[], columns: Column[]): string {
  const header = namesOf(columns.filter(({ name, late }) => !late || rows.some((row) => (row[name] ?? null) !== null)));
  const cell = (value: PackValue | undefined): string => (value === null || value === undefined ? '' : value === true ? 'yes' : value === false ? 'no' : String(value));
  return stringifyCsv([header, ...rows.map((row) => header.map((name) => cell(row[name])))], { record_delimiter: '\n' });
}

/** A decimal in its own digits; a double would round it or write 1e-7. */
class Decimal {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}
const decimalTag: ScalarTag = { tag: 'tag:yaml.org,2002:float', default: true, identify: (value) => value instanceof Decimal, resolve: (text) => text, test: /^\b$/, stringify: ({ value }) => (value as Decimal).text };

export function writeYaml(content: unknown): string {
  return stringifyYaml(content, { customTags: (tags) => [decimalTag, ...tags], lineWidth: 0, indent: 2, aliasDuplicateObjects: false, defaultStringType: 'PLAIN', singleQuote: false });
}

/** Keys in the columns' order, absent ones left out, decimals as numbers' text: the canonical form of a YAML record. */
export function plainRecord(data: Record<string, PackValue>, columns: Column[]): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  for (const { name, shape } of columns) {
    const value = data[name];
    if (value === null || value === undefined) continue;
    if ((shape === 'list' || shape === 'json') && Array.isArray(value) && value.length === 0) continue;
    out[name] = shape === 'decimal' ? new Decimal(String(value)) : shape === 'json' ? ordered(value) : shape === 'pair' ? { id: (value as { id: string }).id, en: (value as { en: string }).en } : value;
  }
  return out;
}

const keyOrder = ['code', 'name', 'plural', 'component', 'share', 'cloth', 'thread', 'text', 'floor', 'cap', 'bands', 'values', 'result', 'reason', 'period', 'source', 'id', 'en'];

/** jsonb forgets the order of keys; this gives it back: the known ones as listed, others by alphabet. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (value === null || typeof value !== 'object') return value;
  const rank = (key: string): string => `${String(keyOrder.includes(key) ? keyOrder.indexOf(key) : 99).padStart(2, '0')}${key}`;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (rank(a) < rank(b) ? -1 : 1)).map(([key, inner]) => [key, ordered(inner)]));
}
