import { describe, expect, it } from 'vitest';
import { text } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';
import { makeWorkbook } from './spreadsheet.ts';

const at = new Date('2026-11-28T08:00:00Z');
async function filesOf(bytes: Buffer): Promise<Record<string, string>> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true });
  const files: Record<string, string> = {};
  for await (const entry of zip.eachEntry()) files[entry.fileName] = await text(await zip.openReadStreamPromise(entry));
  return files;
}

describe('a workbook', () => {
  it.each(['=1+1', '+1', '-1', '@x', '\t=1', '=HYPERLINK("http://a.example","x")', "=cmd|' /C calc'!A0"])('holds %j as text and never as a formula', async (given) => {
    const sheet = (await filesOf(await makeWorkbook([{ name: 'a', rows: [['Kepala'], [given]] }], at)))['xl/worksheets/sheet1.xml'] ?? '';
    expect(sheet).not.toMatch(/<f[ >]/);
    expect(sheet).toMatch(/<c r="A2" s="2" t="inlineStr">/);
  });
  it('holds numbers as numbers, what is missing as nothing, and signs of markup as signs', async () => {
    const files = await filesOf(await makeWorkbook([{ name: 'Daftar: [a]/b*', rows: [['a', 'b', 'c'], [12.5, null, '<b>&"\u0001']] }, { name: 'dua', rows: [] }], at));
    expect(files['xl/worksheets/sheet1.xml']).toMatch(/<c r="A2" s="2"><v>12.5<\/v><\/c><c r="C2" s="2" t="inlineStr"><is><t xml:space="preserve">&#60;b&#62;&#38;&#34;\uFFFD<\/t>/);
    expect(files['xl/workbook.xml']).toMatch(/name="Daftar {3}a {2}b "/);
    expect(Object.keys(files)).toHaveLength(7);
  });
  it('is the same again', async () => expect((await makeWorkbook([{ name: 'a', rows: [['x']] }], at)).equals(await makeWorkbook([{ name: 'a', rows: [['x']] }], at))).toBe(true));
});
