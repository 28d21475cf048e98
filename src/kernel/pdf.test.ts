import { describe, expect, it } from 'vitest';
import { makePdf } from './pdf.ts';

const at = new Date('2026-11-28T08:00:00Z');
const template = '#set document(title: data.title)\n#set text(lang: "id", region: "ID")\n= #data.title\n#for line in data.lines [#line #parbreak()]\n';
const pdf = makePdf(template, { title: 'Berita acara', lines: ['#panic("x") *tebal* $x$ \\ "kutip" <b>', '=1+1'] }, at);

describe('a PDF', () => {
  it('is tagged, has title and language, and says that it is PDF/UA-1', () => {
    const text = pdf.toString('latin1');
    expect(text.startsWith('%PDF-1.')).toBe(true);
    for (const mark of [/\/Marked true/, /\/StructTreeRoot/, /\/Lang \(id-ID\)/, /\/DisplayDocTitle true/, /<pdfuaid:part>1</, /<dc:title>.*Berita acara/]) expect(text).toMatch(mark);
    expect(text).not.toMatch(/\/Suspects/); // poppler calls the word itself an error
  });
  it('is the same again for the same data at the same moment', () => {
    expect(makePdf(template, { title: 'a', lines: [] }, at).equals(makePdf(template, { title: 'a', lines: [] }, at))).toBe(true);
  });
  it('without a title is none', () => expect(() => makePdf('x', {}, at)).toThrow());
});
