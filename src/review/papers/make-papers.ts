import { Fault } from '#kernel/faults.ts';
import { makePdf } from '#kernel/pdf.ts';
import { makeWorkbook } from '#kernel/spreadsheet.ts';
import { changeSheets, changesOf, commitmentOf, committed, matrixSheets, minutesOf, type PaperGiven } from './paper-data.ts';
import { changesTemplate, commitmentTemplate, minutesTemplate } from './templates.ts';

const pdf = 'application/pdf';
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A paper by the name of its file. Throws `file.unknown` (404). */
export async function makePaper(given: PaperGiven, file: string): Promise<{ type: string; bytes: Buffer }> {
  const { at } = given;
  if (file === 'notulen.pdf') return { type: pdf, bytes: makePdf(minutesTemplate, minutesOf(given), at) };
  if (file === 'perubahan.pdf') return { type: pdf, bytes: makePdf(changesTemplate, changesOf(given), at) };
  if (file === 'perubahan.xlsx') return { type: xlsx, bytes: await makeWorkbook(changeSheets(given), at) };
  if (file === 'matriks.xlsx') return { type: xlsx, bytes: await makeWorkbook(matrixSheets(given), at) };
  const code = /^komitmen-(.+)\.pdf$/.exec(file)?.[1];
  const agency = committed(given).find((one) => one.code === code);
  if (!agency) throw new Fault('file.unknown', 404, { given: file.slice(0, 80), expected: 'notulen.pdf, perubahan.pdf, perubahan.xlsx, matriks.xlsx, komitmen-KODE.pdf' });
  return { type: pdf, bytes: makePdf(commitmentTemplate, commitmentOf(given, agency), at) };
}
