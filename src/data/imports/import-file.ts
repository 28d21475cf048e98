import { isAscii } from 'node:buffer';
import { setImmediate as turn } from 'node:timers/promises';
import { csvText, harmless } from '#kernel/csv.ts';
import { type CsvRecord, csvRecords } from '#kernel/csv-records.ts';
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

/** Bytes as text: UTF-8, with or without a mark at its head; null is anything else, and what holds a sign that no database keeps. */
export function decodeFile(bytes: Uint8Array): string | null {
  try {
    if (bytes.includes(0)) return null;
    return isAscii(bytes) ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1') : new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Rows of a file, some at a time, so that nothing else waits for a large one. Throws a `FileProblem` where it is no template of ours. */
export async function* rowsOfFile(text: string, most: number): AsyncGenerator<FileRow[]> {
  const pieces = csvRecords(text, delimiterOf(text));
  let places: Places | null = null;
  let rows: FileRow[] = [];
  for (let { value: records, done } = nextOf(pieces); !done; { value: records, done } = nextOf(pieces)) {
    for (const record of records as CsvRecord[]) {
      if (record.cells.length === 1 && record.cells[0] === '') continue;
      if (places === null) {
        places = placesIn(record.cells);
        continue;
      }
      rows.push(rowOf(record, places));
      if (rows.length === most) {
        yield rows;
        rows = [];
      }
    }
    await turn();
  }
  if (places === null) throw { problem: 'template', line: null, given: '' } satisfies FileProblem;
  if (rows.length > 0) yield rows;
}

function nextOf(pieces: Generator<CsvRecord[]>): IteratorResult<CsvRecord[]> {
  try {
    return pieces.next();
  } catch (error) {
    throw { problem: 'broken', line: (error as { line?: number }).line ?? null, given: '' } satisfies FileProblem;
  }
}

/** Where each column stands. */
type Places = Record<(typeof readColumns)[number], number>;

function placesIn(head: string[]): Places {
  const names = head.map((name) => name.trim().toLowerCase());
  if (readColumns.some((name) => !names.includes(name))) throw { problem: 'template', line: 1, given: head.join(', ').slice(0, 200) } satisfies FileProblem;
  return Object.fromEntries(readColumns.map((name) => [name, names.indexOf(name)])) as Places;
}

function rowOf({ cells, line }: CsvRecord, places: Places): FileRow {
  const cell = (place: number): string => unharmed((cells[place] ?? '').trim());
  return {
    cycle_code: cell(places.cycle_code), element_code: cell(places.element_code), area_code: cell(places.area_code), series_code: cell(places.series_code), period: cell(places.period), value: cell(places.value), note: cell(places.note), line,
  };
}

/** A cell that a spreadsheet would run gets an apostrophe, and so does one that begins with an apostrophe: what comes back is what went out. */
const guarded = (cell: string): string => (cell.startsWith("'") ? `'${cell}` : harmless(cell));
export const unharmed = (cell: string): string => (cell.startsWith("''") || (cell.startsWith("'") && harmless(cell.slice(1)) === cell) ? cell.slice(1) : cell);

/** Rows as a file in the writing of a language: Indonesian spreadsheets part cells by semicolons and decimals by commas. */
export function writeFile(rows: string[][], lang: Lang): string {
  const safe = rows.map((row) => row.map(guarded));
  return lang === 'en' ? csvText(safe) : safe.map((row) => row.map(quoted).join(';').concat('\r\n')).join('');
}
const quoted = (cell: string): string => (/[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** A number as it stands in such a file. */
export const writtenNumber = (value: string | null, lang: Lang): string => (value === null ? '' : lang === 'en' ? plainDecimal(value) : plainDecimal(value).replace('.', ','));

/** A number of a file: the mark by which the file parts its decimals is one; any other that could be read in two ways is not guessed. */
export function readCell(cell: string, type: ValueType, delimiter: Delimiter): ReadNumber {
  const read = readNumber(cell, type, null);
  return 'readings' in read && cell.includes(delimiter === ';' ? ',' : '.') ? { value: read.readings[1] } : read;
}
