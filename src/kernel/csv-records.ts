import papa, { type ParseResult } from 'papaparse';

/** A row of a table, and the line on which it begins. */
export interface CsvRecord {
  cells: string[];
  line: number;
}

/** Letters handed to the reader at once, and the longest row there can be. */
const piece = 64 * 1024;
const longestRow = 2 * piece;

/** Rows of a CSV text (RFC 4180, any ending of lines), a piece at a time. An empty line is a row of one empty cell. Throws `{ line }` at a quote that is not closed, or that closes amid a cell, and at a row that is longer than two pieces. */
export function* csvRecords(given: string, delimiter: string): Generator<CsvRecord[]> {
  const text = given.includes('\n') ? given.replaceAll('\r\n', '\n') : given.replaceAll('\r', '\n');
  for (let at = 0, line = 1, most = piece; at < text.length; ) {
    const last = at + most >= text.length;
    const { data, errors, meta } = new papa.Parser({ delimiter, newline: '\n' }).parse(text.slice(at, at + most), 0, !last) as ParseResult<string[]>;
    const records: CsvRecord[] = [];
    for (const [n, cells] of data.entries()) {
      if (errors.some(({ row }) => row === n)) throw { line };
      if (last && n === data.length - 1 && cells.length === 1 && cells[0] === '' && text.endsWith('\n')) break; // behind the last ending is no row
      records.push({ cells, line });
      line += 1 + cells.reduce((sum, cell) => sum + (cell.includes('\n') ? cell.split('\n').length - 1 : 0), 0);
    }
    if (records.length > 0) yield records;
    if (last) return;
    if (meta.cursor === 0 && most >= longestRow) throw { line };
    at += meta.cursor;
    most = meta.cursor === 0 ? most * 2 : piece;
  }
}
