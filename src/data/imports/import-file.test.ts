import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeFile, delimiterOf, type FileRow, readCell, readColumns, rowsOfFile, unharmed, writeFile } from './import-file.ts';

const head = readColumns.join(',');
const read = async (text: string): Promise<FileRow[] | string> => {
  const rows: FileRow[] = [];
  try {
    for await (const some of rowsOfFile(text, 2)) rows.push(...some);
    return rows;
  } catch (error) {
    return (error as { problem: string }).problem;
  }
};
const row = (given: Partial<FileRow>): FileRow => ({ cycle_code: '', element_code: '', area_code: '', series_code: '', period: '', value: '', note: '', line: 2, ...given });

describe('a file of values', () => {
  it.each([[`${head}\nc,e,a,s,2023,5,x\n`], [`${head.replaceAll(',', ';')}\r\nc;e;a;s;2023;5;x\r\n`], [`note,value,period,series_code,area_code,element_code,cycle_code,Unsur\n"x","5",2023,s,a,e,c,nama`]])('is read in either writing: %j', async (text) =>
    expect(await read(text)).toEqual([row({ cycle_code: 'c', element_code: 'e', area_code: 'a', series_code: 's', period: '2023', value: '5', note: 'x' })]));
  it.each([['', 'template'], ['a,b,c\n1,2,3\n', 'template'], [head.replace(',note', ''), 'template'], [`${head}\n"c,e\n`, 'broken']])('%j is refused as %s', async (text, problem) => expect(await read(text)).toBe(problem));
  it('may have short rows, empty lines and no rows', async () => {
    expect(await read(`${head}\n`)).toEqual([]);
    expect(await read(`${head}\n\nc,e\n`)).toEqual([row({ cycle_code: 'c', element_code: 'e', line: 3 })]);
  });
  it('is UTF-8, with or without a mark', () => expect([decodeFile(new TextEncoder().encode('\uFEFFé')), decodeFile(new Uint8Array([0xe9, 0x20]))]).toEqual(['é', null]));
  it('gives back every text that went out, and none that a spreadsheet runs', async () => {
    await fc.assert(fc.asyncProperty(fc.oneof(fc.string(), fc.constantFrom('=1+1', "'=1", "''", '+62', '-5', '@x', '\t=1', 'a;b', 'a"b', '=cmd|x', '＝1')), fc.constantFrom('id' as const, 'en' as const), async (note, lang) => {
      const text = writeFile([[...readColumns], ['c', 'e', 'a', 's', '2023', '5', note]], lang);
      expect(delimiterOf(text)).toBe(lang === 'id' ? ';' : ',');
      const cell = note.trim();
      fc.pre(cell === note && !/[\r\n\u0000]/.test(note));
      expect(await read(text)).toMatchObject([{ note }]);
      const last = (text.split('\r\n')[1] ?? '').replace(/^c[;,]e[;,]a[;,]s[;,]2023[;,]5[;,]"?/, '');
      expect(/^[=+\-@][^"]/.test(last) && !/^-\d+(\.\d+)?$/.test(last)).toBe(false);
    }), { numRuns: 300 });
    expect(["'=1", "''=1", "'a", '-5'].map(unharmed)).toEqual(['=1', "'=1", "'a", '-5']);
  });
  it.each([['1250,5', ';', '1250.5'], ['1,125', ';', '1.125'], ['1.125', ',', '1.125'], ['1.125', ';', '?'], ['1,125', ',', '?'], ['12.5', ';', '12.5'], ['1.250.000', ';', '1250000'], ['x', ',', 'text']] as const)('%s in a file parted by %s is %s', (cell, delimiter, expected) => {
    const found = readCell(cell, 'number', delimiter);
    expect('value' in found ? found.value : 'readings' in found ? '?' : found.problem).toBe(expected);
  });
});
