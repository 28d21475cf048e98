import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvText } from './csv.ts';
import { csvRecords } from './csv-records.ts';

const read = (text: string, delimiter = ','): string[][] => [...csvRecords(text, delimiter)].flat().map((record) => record.cells);
const lines = (text: string): number[] => [...csvRecords(text, ',')].flat().map((record) => record.line);
const fails = (text: string): unknown => {
  try {
    return read(text);
  } catch (error) {
    return error;
  }
};

describe('rows of a CSV text', () => {
  it.each([
    ['a,b\nc,d', [['a', 'b'], ['c', 'd']]], ['a,b\r\nc,d\r\n', [['a', 'b'], ['c', 'd']]], ['a,b\rc,d\r', [['a', 'b'], ['c', 'd']]], ['', []], ['a,,\n', [['a', '', '']]],
    ['"a,1","b ""x"""\nc', [['a,1', 'b "x"'], ['c']]], ['"a\r\nb",c\r\nd,"e"', [['a\nb', 'c'], ['d', 'e']]], ['a\n\nb\n', [['a'], [''], ['b']]], ['a,"b"\r\n', [['a', 'b']]], ['"",""\n', [['', '']]],
  ])('%j', (text, rows) => expect(read(text)).toEqual(rows));
  it('of semicolons', () => expect(read('a;"b;c";1,5\n', ';')).toEqual([['a', 'b;c', '1,5']]));
  it('know the line on which each begins', () => expect(lines('a\n\n"b\nc",d\ne\n')).toEqual([1, 2, 3, 5]));
  it.each([['a\nb,"c\nd', 2], ['"a"b,c', 1]])('%j is broken', (text, line) => expect(fails(text)).toEqual({ line }));
  it('may be longer than a piece, but not for ever', () => {
    expect(read(`a\n"${'x\n'.repeat(50_000)}"\nb`).map((cells) => cells[0]?.length)).toEqual([1, 100_000, 1]);
    expect(fails(`a\n${','.repeat(300_000)}\nb`)).toEqual({ line: 2 });
  });
  it('are what another reader of the same rules finds', () =>
    fc.assert(fc.property(fc.array(fc.array(fc.string({ unit: fc.constantFrom('a', ',', ';', '"', '\n', ' ', 'é') }), { minLength: 2, maxLength: 4 }), { maxLength: 5 }), (rows) => {
      const text = csvText(rows);
      expect(read(text)).toEqual(parse(text.replaceAll('\r\n', '\n'), { relax_column_count: true, record_delimiter: '\n' }));
    })));
});
