import { parse } from 'csv-parse';
import { csvText, harmless } from '#kernel/csv.ts';
import type { Lang } from '#kernel/i18n.ts';
import { plainDecimal } from '#kernel/pack-columns.ts';
import { type ReadNumber, readNumber, type ValueType } from '../cycles/read-number.ts';

/** The columns that are read; those behind them are for people, and passed over. */
export const readColumns = ['cycle_code', 'element_code', 'area_code', 'series_code', 'period', 'value', 'note'] as const;
export const shownColumns = ['element', 'area', 'unit', 'agency', 'deadline'] as const;
export const largestImport = 24 * 1024 * 1024;
/** A row of a file that is taken for a template. */
export type FileRow = Record<(typeof readColumns)[number], string> & { line: number };
/** How a file parts its cells, and so which mark its decimals have: a spreadsheet that writes semicolons writes decimal commas. */
export type Delimiter = ',' | ';';

/** What the whole file is not; `line` null where it cannot be told. */
export interface FileProblem {
  problem: 'encoding' | 'template' | 'broken';
  line: number | null;
  given: string;
}

/** The delimiter that the first line shows. */
export function delimiterOf(text: string): Delimiter {
  const [head = ''] = text.split('\n', 1);
  return head.split(';').length > head.split(',').length ? ';' : ',';
}

/** Bytes as text: UTF-8, with or without a mark at its head; null is anything else. */
export function decodeFile(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Rows of a file, some at a time, so that nothing else waits for a large one. Throws a `FileProblem` where it is no template of ours. */
export async function* rowsOfFile(text: string, most: number): AsyncGenerator<FileRow[]> {
  const parser = parse({ delimiter: delimiterOf(text), relax_column_count: true, skip_empty_lines: true, info: true });
  parser.on('error', () => undefined); // the loop below throws it
  void feed(parser, text);
  let head: string[] | null = null;
  let rows: FileRow[] = [];
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      if (head === null) {
        head = record.map((name) => name.trim().toLowerCase());
        if (readColumns.some((name) => !head?.includes(name))) throw { problem: 'template', line: 1, given: record.join(', ').slice(0, 200) } satisfies FileProblem;
        continue;
      }
      const cell = (name: string): string => unharmed((record[head?.indexOf(name) ?? -1] ?? '').trim());
      rows.push({ line: info.lines, ...(Object.fromEntries(readColumns.map((name) => [name, cell(name)])) as Omit<FileRow, 'line'>) });
      if (rows.length === most) {
        yield rows;
        rows = [];
      }
    }
  } catch (error) {
    if (error !== null && typeof error === 'object' && 'problem' in error) throw error;
    throw { problem: 'broken', line: (error as { lines?: number }).lines ?? null, given: String((error as Error).message).slice(0, 200) } satisfies FileProblem;
  }
  if (head === null) throw { problem: 'template', line: null, given: '' } satisfies FileProblem;
  if (rows.length > 0) yield rows;
}

const piece = 64 * 1024;

/** Hands the text on piece by piece, as it is taken. */
async function feed(parser: NodeJS.WritableStream, text: string): Promise<void> {
  for (let at = 0; at < text.length; at += piece) {
    if (!parser.writable) return;
    if (!parser.write(text.slice(at, at + piece))) await new Promise((resolve) => setImmediate(resolve));
  }
  parser.end();
}

/** A cell that a spreadsheet would run gets an apostrophe, and so does one that begins with an apostrophe: what comes back is what went out. */
const guarded = (cell: string): string => (cell.startsWith("'") ? `'${cell}` : harmless(cell));
export const unharmed = (cell: string): string => (cell.startsWith("''") || (cell.startsWith("'") && harmless(cell.slice(1)) === cell) ? cell.slice(1) : cell);

/** Rows as a file in the writing of a language: Indonesian spreadsheets part cells by semicolons and decimals by commas. */
export function writeFile(rows: string[][], lang: Lang): string {
  const text = csvText(rows.map((row) => row.map(guarded)));
  return lang === 'en' ? text : rows.map((row) => row.map((cell) => quoted(guarded(cell))).join(';')).join('\r\n').concat('\r\n');
}
const quoted = (cell: string): string => (/[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** A number as it stands in such a file. */
export const writtenNumber = (value: string | null, lang: Lang): string => (value === null ? '' : lang === 'en' ? plainDecimal(value) : plainDecimal(value).replace('.', ','));

/** A number of a file: the mark by which the file parts its decimals is one; any other that could be read in two ways is not guessed. */
export function readCell(cell: string, type: ValueType, delimiter: Delimiter): ReadNumber {
  const read = readNumber(cell, type, null);
  return 'readings' in read && cell.includes(delimiter === ';' ? ',' : '.') ? { value: read.readings[1] } : read;
}
