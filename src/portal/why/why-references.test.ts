import { expect, it } from 'vitest';
import type { RegionTx } from '#kernel/regions.ts';
import { aCell, anIndicator, aRegionModel, aValue } from '../samples.ts';
import { plain } from '../sentence.ts';
import { telling } from '../telling.ts';
import { whyCellPage } from './why-cell.ts';
import { whyPage } from './why-page.ts';
import type { WhyPage } from './why-views.ts';

const indicator = anIndicator('JADI', { id: 'Jadi', en: 'Made' }, { formula: '#{MISKIN} * C{k} + N{RB} / T{RB}' });
const model = aRegionModel({ constants: new Map([['k', { code: 'k', name: { id: 'Faktor', en: 'Factor' }, value: '1.5', unitCode: 'index', sourceCode: 'bps', note: { id: 'Dari buku.', en: 'From a book.' } }]]) });
model.indicators.set('JADI', indicator);
const tell = telling(model, 'id', '');
const input = (element: string, value: string | null, area = '16.99') => ({ element, area, period: '2023', series: null, value, revision: null });
const rows = (page: WhyPage) => page.knots.find((knot) => knot.id === 'data')?.blocks.flatMap((block) => (block.kind === 'table' ? block.rows : [])) ?? [];
const links = (page: WhyPage) => rows(page).map((row) => row.cells[0]?.parts?.map((part) => (part.kind === 'figure' ? `${part.figure.shown} ${part.figure.href}` : ''))[0] ?? null);

it('shows what went in as figures that open in turn: data, an indicator, a target, a constant', () => {
  const value = { ...aValue('MISKIN', '2023', '9.45'), seriesCode: 'utama' };
  const cell = aCell('JADI', '2023', 3, { inputs: [{ ...input('MISKIN', '9.45'), series: 'utama' }, input('N{RB}', '70'), input('T{RB}', '80')] });
  const page = whyCellPage(tell, indicator, cell, { values: [value], history: [value] });
  expect(links(page)).toEqual([
    '9,45% /mengapa/data/MISKIN/utama/16.99/2023', '70 /mengapa/indikator/RB/16.99/2023', '80 /mengapa/indikator/RB/16.99/2023#target', '1,5 /mengapa/tetapan/k',
  ]);
  expect(rows(page).map((row) => plain(row.sub))).toEqual(['Deret utama', 'ukuran lain', 'target', 'tetapan']);
  expect(plain(page.knots.find((knot) => knot.id === 'rumus')?.lead ?? [])).toBe('Jadi = Penduduk miskin dikali Faktor ditambah Indeks reformasi birokrasi dibagi target Indeks reformasi birokrasi');
});

it('names the area of a part, and what is missing has no figure', () => {
  const cell = aCell('JADI', '2023', null, { inputs: [input('MISKIN', null, '16.99.01'), input('N{RB}', null)] });
  const page = whyCellPage(tell, indicator, cell, { values: [], history: [] });
  expect(links(page).slice(0, 2)).toEqual([null, null]);
  expect(plain(rows(page)[0]?.sub ?? [])).toContain('16.99.01');
});

it('shows no more than sixty inputs, and says how many more there are', () => {
  const cell = aCell('JADI', '2023', 3, { inputs: Array.from({ length: 75 }, () => input('MISKIN', '1')) });
  const page = whyCellPage(tell, indicator, cell, { values: [], history: [] });
  expect(rows(page)).toHaveLength(61);
  expect(page.knots.find((knot) => knot.id === 'data')?.blocks.flatMap((block) => (block.kind === 'note' ? [plain(block.parts)] : []))).toEqual(['Dan 15 data lagi; semuanya ada pada data terbuka.']);
});

it('explains a constant, and refuses one that is not there', async () => {
  const read = async <T>(_: (tx: RegionTx) => Promise<T>): Promise<T> => ({ values: [], history: [] }) as T;
  const page = await whyPage(tell, 'tetapan/k', read);
  expect([page.title, page.hero.figure?.shown, page.aside[0]?.rows.map((row) => row.href)]).toEqual(['Mengapa 1,5?', '1,5', ['/indikator/JADI']]);
  await expect(whyPage(tell, 'tetapan/x', read)).rejects.toMatchObject({ code: 'why.constant.unknown', status: 404 });
  await expect(whyPage(tell, 'tetapan/k/more', read)).rejects.toMatchObject({ status: 404 });
});
