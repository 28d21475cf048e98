import { describe, expect, it, test } from 'vitest';
import type { RegionTx } from '#kernel/regions.ts';
import { aCell, anIndicator, aRegionModel, aTarget, aValue, bySlot } from '../samples.ts';
import { plain } from '../sentence.ts';
import { telling } from '../telling.ts';
import { whyCellPage } from './why-cell.ts';
import { whyPage } from './why-page.ts';
import type { Block, Knot } from './why-views.ts';

const tell = telling(aRegionModel(), 'id', '');
/** Evidence comes from the data door; here each page gets what the sample model holds. */
const values = [...tell.model.values.values()];
const read = async <T>(_work: (tx: RegionTx) => Promise<T>): Promise<T> => ({ values, history: values }) as T;
const open = (address: string, of = tell) => whyPage(of, address, read);
const sum = (knot: Knot | undefined): string[] => (knot?.blocks.find((block): block is Extract<Block, { kind: 'sum' }> => block.kind === 'sum')?.terms ?? []).map((term) => `${term.op} ${term.figure ? plain([term.figure]) : '?'}`.trim());
const facts = (knot: Knot | undefined) => knot?.blocks.flatMap((block) => (block.kind === 'facts' ? block.facts : [])) ?? [];

describe('a score', () => {
  it('opens from weight times achievement down to the source', async () => {
    const page = await open('rencana/rpjmd-2018/m1');
    expect(plain(page.heading)).toBe('Mengapa 84,7?');
    expect(page.knots.map((knot) => knot.id)).toEqual(['nilai', 'bagian', 'capaian', 'rumus', 'data', 'sumber']);
    expect(sum(page.knots[0])).toEqual(['84,7', '÷ 1', '= 84,7']);
    expect(page.hero.facts.map((fact) => `${fact.label}: ${plain(fact.value ?? [])}`)).toEqual(['Cakupan: 1 dari 2 ukuran; bobot 1 dari 2', 'Bila sisanya nol: 42,3', 'Bila sisanya capai target: 92,3']);
    const table = page.knots[1]?.blocks[0];
    expect(table?.kind === 'table' && table.rows.map((row) => [plain(row.head), plain(row.sub), row.measure, row.cells.map((cell) => cell.parts && plain(cell.parts))])).toEqual([
      ['A. Penduduk miskin', '9,45%, target 8%', 'known', ['1', '84,7 capaian tinggi', '84,7']],
      ['B. Balita stunting', '25,9%, tanpa target bersumber', 'unknown', ['1', null, 'tidak dihitung']],
    ]);
    expect(sum(page.knots[2])).toEqual(['8%', '÷ 9,45%', '× 100 = 84,7']);
  });
  it('says why there is none, and what its measures did', async () => {
    const page = await open('pilar/smart-governance');
    expect([page.title, page.hero.words, plain(page.lead)]).toEqual(['Smart Governance: mengapa tanpa nilai?', 'Membaik, tanpa target', 'Nilai membandingkan angka dengan target. Satu ukurannya belum punya target bersumber, jadi yang dapat dikatakan adalah angka, arah, dan perubahannya.']);
    expect((await open('rencana/rpjmd-2018/m4')).hero.words).toBe('Belum punya ukuran');
    expect(plain((await open('rencana/rpjmd-2018/m1/2020')).lead)).toBe('Tidak ada capaian untuk 2020, jadi tidak ada nilai pada masa itu.');
  });
});

describe('a cell', () => {
  it('without a period opens the latest one', async () => {
    expect(plain((await open('indikator/MISKIN')).lead)).toBe('Penduduk miskin, Kabupaten Uji, 2023. Dari angka sampai ke sumbernya; setiap langkah dapat Anda hitung ulang.');
  });
  it('names who recorded it, and where nobody is named, the pack', async () => {
    const page = await open('indikator/MISKIN/16.99/2023');
    expect(facts(page.knots.at(-1)).map((fact) => `${fact.label}: ${fact.value ? plain(fact.value) : (fact.source?.publisher ?? '?')}`)).toEqual(['Sumber: BPS', 'Cara ukur: Deret utama', 'Dicatat: Paket data wilayah, disusun penyusun, 24 November 2026']);
  });
  it('shows sources that differ side by side', async () => {
    const page = await open('indikator/STUNTING/16.99/2023');
    expect(page.hero.tags).toEqual(['disputed']);
    const others = page.knots.find((knot) => knot.id === 'deret')?.blocks[0];
    expect(others?.kind === 'table' && others.rows.map((row) => [plain(row.head), plain(row.cells[0]?.parts ?? [])])).toEqual([['Survei lain', '18,1%']]);
  });
  it('writes a formula with names and values', () => {
    const indicator = anIndicator('TEPAT', { id: 'Tepat waktu', en: 'On time' }, { formula: '100 * #{A} / #{B}' });
    const inputs = ['A', 'B'].map((element) => ({ element, area: '16.99', period: '2023', series: 'utama', value: element === 'A' ? '3762' : '9000', revision: 1 }));
    const cell = aCell('TEPAT', '2023', 41.8, { inputs, origin: 'derived' });
    const found = [aValue('A', '2023', '3762'), aValue('B', '2023', '9000')];
    const page = whyCellPage(tell, indicator, cell, { values: found, history: found });
    expect(sum(page.knots.find((knot) => knot.id === 'rumus'))).toEqual(['100 × 3.762', '÷ 9.000', '= 41,8%']);
    const gone = whyCellPage(tell, indicator, { ...cell, value: null, reason: 'zero_denominator' }, { values: [], history: [] });
    expect([gone.title, gone.hero.words, sum(gone.knots.find((knot) => knot.id === 'rumus'))]).toEqual(['Mengapa belum ada angka?', 'Penyebutnya nol, jadi tidak dapat dibagi', ['100 × ?', '÷ ?', '= ?']]);
  });
  it('tells a formula that reaches beyond its own place, never with the value of another', () => {
    const indicator = anIndicator('NAIK', { id: 'Kenaikan', en: 'Rise' }, { formula: '#{A} - #{A}.periodOffset(-1) + N{MISKIN}', missing: 'never_skip' });
    const inputs = ['2023', '2022'].map((period) => ({ element: 'A', area: '16.99', period, series: 'utama', value: period, revision: 1 }));
    const page = whyCellPage(tell, indicator, aCell('NAIK', '2023', 1, { inputs, assumedZero: ['N{MISKIN}', 'B.periodOffset(-1)'] }), { values: [aValue('A', '2023', '2023')], history: [] });
    const knot = page.knots.find((one) => one.id === 'rumus');
    expect(knot?.blocks.map((one) => one.kind)).toEqual(['formula']);
    expect(plain(knot?.lead ?? [])).toMatch(/^Kenaikan = .* dikurangi .* masa sebelumnya ditambah /);
    expect(JSON.stringify(page)).toContain('Tidak ada, dihitung nol');
  });
  it.each([
    ['higher', 'ratio', ['9,45%', '÷ 8%', '× 100 = 84,7']], ['lower', 'ratio', ['8%', '÷ 9,45%', '× 100 = 84,7']], ['lower', 'reflected', ['(2 × 8%', '− 9,45%', ') ÷ 8%', '× 100 = 84,7']],
  ] as const)('tells the achievement of %s, %s', (direction, lowerFormula, expected) => {
    const indicator = anIndicator('MISKIN', { id: 'a', en: 'a' }, { direction, lowerFormula });
    const of = telling(aRegionModel({ targets: bySlot([aTarget('MISKIN', '2023', '8')]) }), 'id', '');
    expect(sum(whyCellPage(of, indicator, aCell('MISKIN', '2023', 9.45), { values: [], history: [] }).knots[0])).toEqual(expected);
  });
});

test('a target without a figure yet has its page', async () => {
  const of = telling(aRegionModel({ targets: bySlot([aTarget('MISKIN', '2026', '7')]), achievements: new Map() }), 'en', '/en');
  const page = await open('indikator/MISKIN/16.99/2026', of);
  expect([page.title, page.hero.words, plain(page.knots.find((knot) => knot.id === 'target')?.heading ?? [])]).toEqual(['Why is there no figure yet?', 'No data yet', 'Target: 7%']);
});

test('a change is one figure less another, of one series', async () => {
  const page = await open('perubahan/rpjmd-2018/MISKIN');
  expect(plain(page.heading)).toBe('Mengapa turun 3,74\u00a0poin?');
  expect(sum(page.knots[0])).toEqual(['9,45%', '− 13,19%', '= −3,74\u00a0poin']);
  expect(plain(page.hero.side)).toBe('Membaik: untuk ukuran ini yang baik adalah turun.');
});

test('a data value shows every published revision, and drafts to nobody', async () => {
  const of = (revision: number, value: string, over = {}) => aValue('MISKIN', '2023', value, { revision, ...over });
  const history = [of(1, '9.50'), of(2, '9.47', { status: 'entered' }), of(3, '9.45', { recordedBy: 'dinas', recordedAt: new Date('2026-10-05T02:14:00Z') })];
  const page = await whyPage(tell, 'data/MISKIN/utama/16.99/2023', (async () => ({ values: history.slice(2), history })) as typeof read);
  const table = page.knots.find((knot) => knot.id === 'riwayat')?.blocks[0];
  expect(table?.kind === 'table' && table.rows.map((row) => [plain(row.cells[0]?.parts ?? []), plain(row.cells[1]?.parts ?? [])])).toEqual([['9,5%', 'Paket data wilayah, disusun penyusun, 24 November 2026'], ['9,45%', 'dinas, 5 Oktober 2026, 09.14']]);
  expect(facts(page.knots[0]).map((fact) => fact.value && plain(fact.value))).toContain('Semula 9,5%');
});

test('an area fact names its source', async () => expect(plain((await open('wilayah/16.99/area_km2')).heading)).toBe('Mengapa 7.482,86\u00a0km²?'));

test.each([
  ['indikator/TIDAK', 'why.indicator.unknown'], ['indikator/MISKIN/16.99/2001', 'why.period.unknown'], ['indikator/MISKIN/xx/2023', 'why.area.unknown'], ['indikator/MISKIN/16.99/kemarin', 'period.invalid'],
  ['data/MISKIN/lain/16.99/2023', 'why.series.unknown'], ['data/MISKIN/utama/16.99/2001', 'why.period.unknown'], ['rencana/rpjmd-2018/zz', 'why.node.unknown'], ['pilar/zz', 'why.pillar.unknown'],
  ['perubahan/rpjmd-2018/IKLH', 'why.change.unknown'], ['perubahan/zz/MISKIN', 'why.plan.unknown'], ['wilayah/16.99/tinggi', 'why.field.unknown'], ['lain', 'why.address.unknown'], ['', 'why.address.unknown'],
])('%s is refused as %s, with what is understood', async (address, code) => {
  await expect(open(address)).rejects.toMatchObject({ code, params: { expected: expect.stringMatching(/./) } });
});
