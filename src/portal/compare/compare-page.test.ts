import { describe, expect, it } from 'vitest';
import { type Cell, type RegionModel, slotOf } from '../region-model.ts';
import { aCell, aRegionModel, aTarget, anIndicator, bySlot } from '../samples.ts';
import { plain } from '../sentence.ts';
import { telling } from '../telling.ts';
import { choose } from './compare-choice.ts';
import { scaleOf, smallOf } from './compare-drawing.ts';
import { compareQuery, most, readCompareForm } from './compare-form.ts';
import { compareCsv } from './compare-csv.ts';
import { comparePage, compareView } from './compare-page.ts';
import { cellSlot, type Known, type Read } from './compare-read.ts';

const region = '16.99';
const unread: Read = () => Promise.reject(new Error('the region alone is in the model: nothing is read'));
const district = (code: string, name: string) =>
  ({ code, parentCode: region, level: 'district', kind: 'kecamatan', name, capital: null, lat: null, lon: null, labelLat: null, labelLon: null, areaKm2: null, validFrom: null, validTo: null, sourceCode: null });

function aModel(change: (model: RegionModel) => void = () => undefined): RegionModel {
  const model = aRegionModel();
  for (let n = 1; n <= 3; n += 1) model.areas.set(`${region}.0${n}`, district(`${region}.0${n}`, `Kecamatan ${'ABC'[n - 1]}`));
  change(model);
  return model;
}
const page = (query: string, model = aModel(), lang: 'id' | 'en' = 'id') => comparePage(telling(model, lang, ''), new URLSearchParams(query), unread);
type View = Awaited<ReturnType<typeof page>>;
const cells = (view: View): string[][] => view.blocks.flatMap((block) => block.tables.flatMap((table) => table.rows.map((row) => row.cells.map((cell) => cell.gap?.words ?? plain(cell.parts)))));
const heads = (view: View): string[] => view.blocks[0]?.tables[0]?.columns.map((column) => plain(column.head)) ?? [];

/** A view over cells below the region, as the store would give them. */
function below(query: string, found: Cell[], model = aModel()): View {
  const chosen = choose(model, readCompareForm(new URLSearchParams(query)));
  const periods = [...new Set(found.map((cell) => cell.period))].sort();
  const known: Known = { periods, cut: false, leftOut: 0, cells: new Map(found.map((cell) => [cellSlot(cell.indicatorCode, cell.areaCode, cell.period), cell])) };
  return compareView(telling(model, 'id', ''), chosen, known);
}

describe('a comparison', () => {
  it('answers something true with nothing asked: recent rows of the plan in front, for the region', async () => {
    const view = await page('');
    expect(view.status).toBe(200);
    expect(view.form.indicators.filter((one) => one.on).map((one) => one.value).sort()).toEqual(['MISKIN', 'RB', 'STUNTING']);
    expect(view.form.from).toBe('2017');
    expect(plain(view.headline)).toBe('Dari tiga ukuran, dua membaik dan satu memburuk');
    expect(heads(view)).toEqual(['2017', '2021', '2023', '2024']);
  });

  it('opens every figure to its own explanation, and says why there is none', async () => {
    const view = await page('indikator=MISKIN&indikator=RB');
    const all = view.blocks.flatMap((block) => block.tables.flatMap((table) => table.rows.flatMap((row) => row.cells)));
    for (const cell of all) expect(cell.gap !== null || cell.parts.some((part) => part.kind === 'figure' && part.figure.href.startsWith('/mengapa/indikator/'))).toBe(true);
    expect(cells(view)[0]).toEqual(['13,19%', 'belum ada', '9,45%', 'belum ada']);
  });

  it('says reasons apart: not counted here, other kind of period, not applicable, denominator zero', () => {
    const model = aModel((one) => {
      one.indicators.set('LOKAL', anIndicator('LOKAL', { id: 'Lokal', en: 'Local' }, { level: 'district' }));
      one.indicators.set('TW', anIndicator('TW', { id: 'Triwulan', en: 'Quarterly' }, { periodKind: 'quarter' }));
    });
    const at = (code: string, over: Partial<Cell>): Cell => aCell(code, '2023', null, { areaCode: `${region}.01`, ...over });
    const found = [at('LOKAL', { value: 5, reason: null }), at('RB', { reason: 'zero_denominator' }), { ...at('STUNTING', { reason: 'not_applicable' }) }];
    const view = below(`indikator=LOKAL&indikator=RB&indikator=STUNTING&indikator=MISKIN&wilayah=${region}.01`, found, model);
    expect(cells(view).map((row) => row[0])).toEqual(['5%', 'penyebut nol', 'tidak berlaku', 'hanya sedaerah']);
    expect(cells(below(`indikator=TW&wilayah=${region}`, [aCell('RB', '2023', 1)], model))).toEqual([['hanya triwulanan']]);
  });

  it('of districts names the highest and the lowest of the fullest period', () => {
    const values = [['01', '2022', 9], ['01', '2023', 4], ['02', '2023', 12], ['03', '2022', 1]] as const;
    const found = values.map(([area, period, value]) => aCell('JALAN', period, value, { areaCode: `${region}.${area}` }));
    const view = below('indikator=JALAN&wilayah=kecamatan', found);
    expect(view.rowsWord).toBe('wilayah');
    expect(plain(view.headline)).toMatch(/tertinggi Kecamatan B 12%, terendah Kecamatan A 4% \(2023\)/);
  });

  it('asks the agencies of what is missing, together', async () => {
    const model = aModel((one) => {
      one.agencies.set('dinkes', { code: 'dinkes', name: 'Dinas Kesehatan', shortName: 'Dinkes', sourceCode: null, note: null });
      for (const code of ['MISKIN', 'STUNTING']) one.indicators.set(code, { ...(one.indicators.get(code) as ReturnType<typeof anIndicator>), agencyCode: 'dinkes' });
    });
    const view = await page('indikator=MISKIN&indikator=STUNTING&indikator=RB', model);
    expect(view.asked.map((one) => one.agency?.name ?? null)).toEqual(['Dinas Kesehatan', null]);
  });
});

describe('targets and achievement', () => {
  const model = aModel((one) => {
    one.plans.set('renstra', { ...(one.plans.get('rpjmd-2018') as NonNullable<ReturnType<typeof one.plans.get>>), code: 'renstra', shortName: { id: 'Renstra', en: 'Renstra' } });
    one.targets = bySlot([aTarget('MISKIN', '2023', '8'), aTarget('MISKIN', '2023', '7', { planCode: 'renstra' }), aTarget('MISKIN', '2030', '5'), aTarget('RB', '2023', '70', { planCode: '' })]);
  });
  it('are those of the chosen plan alone, and open at their anchors', async () => {
    const view = await page('isi=target&rencana=renstra', model);
    expect(cells(view)).toEqual([['7%']]);
    const [cell] = view.blocks[0]?.tables[0]?.rows[0]?.cells ?? [];
    expect(cell?.parts.flatMap((part) => (part.kind === 'figure' ? part.figure.href : []))).toEqual(['/mengapa/indikator/MISKIN/16.99/2023#target']);
    expect(cells(await page('isi=target&rencana=-', model))).toEqual([['70']]);
  });
  it('stand side by side by plan, at the period that both have', async () => {
    const view = await page('indikator=MISKIN&isi=target&rencana=renstra&rencana=rpjmd-2018&baris=rencana', model);
    expect(cells(view)).toEqual([['7%', 'tanpa target'], ['8%', '5%']]);
    expect(plain(view.headline)).toMatch(/2023.*8%.*7%/);
  });
  it('say what cannot be judged: without a target, without a value, not yet due', async () => {
    const view = await page('indikator=MISKIN&indikator=RB&isi=capaian', model);
    expect(cells(view)).toEqual([['84,7', 'belum tiba'], ['tanpa target', 'tanpa target']]);
    expect(plain(view.headline)).toContain('belum mencapai');
  });
  it('become blocks where they stand neither in rows nor in columns', async () => {
    const view = await page('indikator=MISKIN&isi=target&rencana=renstra&rencana=rpjmd-2018&baris=periode&kolom=wilayah', model);
    expect(view.blocks.map((block) => plain(block.heading))).toEqual(['Renstra', 'RPJMD 2018–2023']);
  });
});

describe('drawings', () => {
  it('of one measure share one scale, and are cut where nothing is known', async () => {
    const view = await page('indikator=STUNTING&indikator=MISKIN&bentuk=gambar&dari=2017');
    expect(view.blocks[0]?.drawings).toHaveLength(2);
    expect(view.blocks[0]?.tables.length).toBeGreaterThan(0);
    const shown = (value: number | null, series = 'a') => ({ value, series }) as Parameters<typeof smallOf>[0][number];
    const row = [shown(10), shown(12), shown(null), shown(20), shown(30, 'b')];
    const small = smallOf(row, scaleOf(row, false), false);
    expect(small.lines).toHaveLength(1);
    expect(small.dots).toHaveLength(4);
    expect(small.gaps).toHaveLength(1);
  });
  it('as bars stand on zero, also below it', () => {
    const row = [5, -5].map((value) => ({ value, series: null }) as Parameters<typeof smallOf>[0][number]);
    const { columns, ground } = smallOf(row, scaleOf(row, true), true);
    expect(columns[0]?.y).toBeLessThan(ground);
    expect(columns[1]?.y).toBe(ground);
  });
});

describe('a bad question', () => {
  const codes = Array.from({ length: 1_000 }, (_, n) => `wilayah=${region}.${n}`).join('&');
  it.each([
    ['indikator=TIDAK', 'indikator'], [codes, 'wilayah'], ['wilayah=99.01', 'wilayah'], ['rencana=x', 'rencana'], ['dari=abad-lalu', 'dari'], ['sampai=0019', 'sampai'], ['dari=2025&sampai=2019', 'dari'],
    ['isi=semua', 'isi'], ['baris=wilayah&kolom=wilayah', 'kolom'], ['baris=rencana', 'baris'], ['bentuk=kue', 'bentuk'], ['halaman=-1', 'halaman'], ['halaman=99', 'halaman'],
    [Array.from({ length: 13 }, (_, n) => `indikator=${n}`).join('&'), 'indikator'],
  ])('%.40s is refused, and keeps what was filled in', async (query, field) => {
    const view = await page(query);
    expect(view.status).toBe(400);
    expect(view.form.open).toBe(true);
    expect(view.blocks).toEqual([]);
    expect(view.problems.length).toBeGreaterThan(0);
    expect(view.problems.some((one) => one.href === `#f-${field === 'halaman' ? 'ubah' : field}`)).toBe(true);
    for (const one of view.problems) expect(one.text.length).toBeLessThan(400);
  });
  it('keeps periods and options as they were written', async () => {
    const { form } = await page('dari=abad-lalu&isi=semua&indikator=MISKIN');
    expect(form.from).toBe('abad-lalu');
    expect(form.selects.find((one) => one.name === 'isi')?.options.find((one) => one.on)?.value).toBe('semua');
    expect(form.indicators.filter((one) => one.on).map((one) => one.value)).toEqual(['MISKIN']);
  });
  it('never throws, whatever stands in the address', async () => {
    for (const value of ['%', '__proto__', 'constructor', 'x\ud800', 'a'.repeat(5_000), '<script>', '2019Q9', '9'.repeat(40)]) {
      for (const name of ['indikator', 'wilayah', 'rencana', 'dari', 'sampai', 'isi', 'baris', 'kolom', 'bentuk', 'halaman']) expect((await comparePage(telling(aModel(), 'en', ''), new URLSearchParams([[name, value]]), unread)).status, name).toBe(400);
    }
  });
  it('of signs that nobody can read is as if nothing was asked', async () => expect((await page('indikator=%00&dari=%00&isi=%00')).status).toBe(200));
  it('of more periods than can stand side by side is refused when it names its span, else the newest stand', async () => {
    const model = aModel((one) => one.cells.set('RB', Array.from({ length: 48 }, (_, n) => aCell('RB', `${2020 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`, n))));
    expect((await page('indikator=RB&dari=2020', model)).status).toBe(400);
    const view = await page('indikator=RB', model);
    expect(view.blocks[0]?.tables.reduce((sum, table) => sum + table.columns.length, 0)).toBe(most.periode);
    expect(view.notes).toHaveLength(1);
    // The newest up to an end, where no start was named.
    expect((await page('indikator=RB&sampai=2022', model)).notes).toHaveLength(1);
  });
  it('of nothing is cut, never refused, where the usual measures are counted by month; and its links lead to the same', async () => {
    const month = (n: number): string => `${2010 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`;
    const model = aModel((one) => {
      one.cells = new Map([...one.indicators.keys()].map((code) => [code, Array.from({ length: 180 }, (_, n) => aCell(code, month(n), n))]));
    });
    for (const query of ['', 'halaman=1']) {
      const view = await page(query, model);
      expect([view.status, view.notes.length, heads(view).at(-1) !== undefined], query).toEqual([200, 1, true]);
    }
    const view = await page('', model);
    expect(view.form.from).toBe('');
    const again = await page((view.links.other?.href ?? '').split('?')[1] ?? '', model);
    expect([again.status, again.notes.length]).toEqual([200, 2]);
    const rows = (await compareCsv(telling(model, 'id', ''), new URLSearchParams(''), (async () => []) as unknown as Read)).trim().split('\r\n');
    expect(rows.at(-1)).toMatch(/,150$/);
    const linked = (await compareCsv(telling(model, 'id', ''), new URLSearchParams(view.links.csv.split('?')[1]), (async () => []) as unknown as Read)).trim().split('\r\n');
    expect(linked.slice(1).every((row) => row.endsWith(',150'))).toBe(true);
  });
  it('about a year out of reach says which years there are', async () => {
    for (const query of ['dari=9999', 'sampai=9999Q1', 'dari=TW I 1800']) {
      const view = await page(query);
      expect([view.status, view.problems[0]?.text.includes('1900–2200')], query).toEqual([400, true]);
    }
    expect((await page('dari=abad-lalu')).problems[0]?.text).not.toContain('1900');
  });
});

describe('what may be asked at once', () => {
  const wide = (n: number): RegionModel => aModel((one) => {
    for (let at = 10; at < n + 7; at += 1) one.areas.set(`${region}.${at}`, district(`${region}.${at}`, `Kecamatan ${at}`));
  });
  const none = (async () => []) as unknown as Read;
  const asked = (query: string, model: RegionModel, read: Read = none) => comparePage(telling(model, 'id', ''), new URLSearchParams(query), read);
  it('all districts, though they are more than may be chosen one by one', async () => {
    const seventy = await asked('indikator=RB&wilayah=kecamatan&dari=2021', wide(70));
    expect([seventy.status, seventy.problems]).toEqual([200, []]);
    expect(seventy.form.areas.find((one) => one.value === 'kecamatan')?.on).toBe(true);
    const many = await asked('indikator=RB&wilayah=kecamatan', wide(90));
    expect([many.status, many.problems[0]?.text]).toEqual([400, 'Wilayah: daerah ini punya 90 kecamatan, paling banyak 80 sekaligus. Pilih sendiri paling banyak 40 di antaranya.']);
    expect(many.form.areas.some((one) => one.value === 'kecamatan')).toBe(false);
    const named = Array.from({ length: 41 }, (_, n) => `wilayah=${region}.${n + 10}`).join('&');
    expect((await asked(`indikator=RB&${named}`, wide(70))).problems[0]?.text).toBe('Wilayah: paling banyak 40 sekaligus.');
  });
  it('so many cells in all, and the refusal says of what they are made', async () => {
    const model = wide(80);
    for (let n = 0; n < 12; n += 1) model.indicators.set(`I${n}`, anIndicator(`I${n}`, { id: `U ${n}`, en: `M ${n}` }));
    for (let n = 0; n < 12; n += 1) model.cells.set(`I${n}`, Array.from({ length: 30 }, (_, at) => aCell(`I${n}`, String(1990 + at), at)));
    const codes = Array.from({ length: 12 }, (_, n) => `indikator=I${n}`).join('&');
    const view = await asked(`${codes}&wilayah=kecamatan&wilayah=${region}`, model);
    expect([view.status, view.problems[0]?.text]).toEqual([400, 'Pilihan ini memuat 29160 sel (12 × 81 × 30 × 1: ukuran × wilayah × masa × rencana), paling banyak 20.000. Kurangi salah satunya.']);
    expect((await asked(`${codes}&wilayah=kecamatan&wilayah=${region}&dari=2000`, model)).status).toBe(200);
    await expect(compareCsv(telling(model, 'id', ''), new URLSearchParams(`${codes}&wilayah=kecamatan&wilayah=${region}`), none)).rejects.toMatchObject({ status: 400 });
  });
});

describe('what is said of change', () => {
  const told = (over: Partial<ReturnType<typeof anIndicator>>, values: [string, number, string?][], query = '') => {
    const model = aModel((one) => {
      one.indicators.set('TW', anIndicator('TW', { id: 'Uji', en: 'Test' }, { direction: 'higher', ...over }));
      one.cells.set('TW', values.map(([period, value, series]) => aCell('TW', period, value, { seriesCode: series ?? 'utama', inputs: [] })));
    });
    return page(`indikator=TW${query}`, model);
  };
  it('of running totals compares the same quarter of the years, not the end of one with the start of the next', async () => {
    const values: [string, number][] = [['2024Q3', 60], ['2024Q4', 90], ['2025Q1', 20], ['2025Q2', 40], ['2025Q3', 70]];
    const view = await told({ periodMode: 'cumulative', periodKind: 'quarter' }, values);
    expect(plain(view.headline)).toMatch(/naik dari 60.*menjadi 70/);
    expect(view.blocks[0]?.tables[0]?.rows[0]?.mark?.state).toBe('improved');
    const alone = await told({ periodMode: 'cumulative', periodKind: 'quarter' }, values.slice(0, 3));
    expect(plain(alone.headline)).toMatch(/^Uji: 20/);
    expect(alone.blocks[0]?.tables[0]?.rows[0]?.mark).toBeNull();
    expect(plain((await told({ periodMode: 'latest', periodKind: 'quarter' }, values)).headline)).toMatch(/naik dari 60.*menjadi 70/);
  });
  it('takes the noise of sums for no change', async () => {
    const view = await told({}, [['2023', 0.3], ['2024', 0.1 + 0.2]]);
    expect(plain(view.headline)).toMatch(/^Uji tetap/);
    expect(view.blocks[0]?.tables[0]?.rows[0]?.mark?.state).toBe('same');
    const found = [aCell('TW', '2023', 0.3, { areaCode: `${region}.01` }), aCell('TW', '2023', 0.1 + 0.2, { areaCode: `${region}.02` })];
    const model = aModel((one) => one.indicators.set('TW', anIndicator('TW', { id: 'Uji', en: 'Test' })));
    expect(plain(below('indikator=TW&wilayah=kecamatan', found, model).headline)).toMatch(/^Uji: sama di semua wilayah/);
  });
  it('compares areas only where they were counted in one way', () => {
    const model = aModel((one) => one.indicators.set('TW', anIndicator('TW', { id: 'Uji', en: 'Test' })));
    const at = (area: string, value: number, series: string): Cell => aCell('TW', '2023', value, { areaCode: `${region}.${area}`, seriesCode: series, inputs: [] });
    const view = below('indikator=TW&wilayah=kecamatan', [at('01', 5, 'a'), at('02', 7, 'a'), at('03', 90, 'b')], model);
    expect(plain(view.headline)).toMatch(/tertinggi Kecamatan B 7.*terendah Kecamatan A 5/);
  });
});

describe('at every size', () => {
  it('an empty region says that nothing is here', async () => {
    const model = aRegionModel({ plans: new Map(), indicators: new Map(), cells: new Map(), targets: new Map(), achievements: new Map(), planLinks: [] });
    for (const query of ['', 'isi=target', 'isi=capaian', 'bentuk=gambar', 'wilayah=kecamatan']) {
      const view = await page(query, model);
      expect(view.status, query).toBe(200);
      expect(view.blocks).toEqual([]);
    }
  });
  it('a large one lists what is chosen and what is looked for, and pages its rows', () => {
    const model = aModel((one) => {
      for (let n = 0; n < 400; n += 1) one.indicators.set(`I${n}`, anIndicator(`I${n}`, { id: `Ukuran ${n}`, en: `Measure ${n}` }));
      for (let n = 10; n < 300; n += 1) one.areas.set(`${region}.${n}`, district(`${region}.${n}`, `Kecamatan ${n}`));
    });
    const areas = Array.from({ length: 40 }, (_, n) => `${region}.${n + 10}`);
    const codes = Array.from({ length: 12 }, (_, n) => `I${n}`);
    const found = codes.flatMap((code) => areas.flatMap((areaCode) => Array.from({ length: 30 }, (_, n) => aCell(code, String(1990 + n), n, { areaCode }))));
    const query = [...codes.map((code) => `indikator=${code}`), ...areas.map((area) => `wilayah=${area}`), 'saring-indikator=ukuran 39'].join('&');
    const view = below(query, found, model);
    expect(view.form.indicators.length).toBeLessThanOrEqual(12 + 60);
    expect(view.form.indicators.some((one) => one.value === 'I399')).toBe(true);
    const rows = view.blocks.flatMap((block) => block.tables[0]?.rows ?? []);
    expect(rows.length).toBeLessThanOrEqual(16);
    expect(view.links.next).toContain('halaman=2');
  });
  it('asks again in the same words', () => {
    const form = readCompareForm(new URLSearchParams('indikator=A&indikator=B&dari=2019&tidak=dikenal'));
    expect(compareQuery(form)).toBe('?indikator=A&indikator=B&dari=2019');
    expect(compareQuery(form, { bentuk: 'gambar' })).toBe('?indikator=A&indikator=B&dari=2019&bentuk=gambar');
    expect(slotOf('A', region)).toBe('A|16.99');
  });
});
