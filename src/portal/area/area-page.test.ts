import { describe, expect, it } from 'vitest';
import { type Part, plain as words } from '../sentence.ts';
import { aCell, anIndicator, aRegionModel } from '../samples.ts';
import { telling } from '../telling.ts';
import { areaListPage } from './area-list.ts';
import { areaPage, districtAt, otherAddress } from './area-page.ts';
import { anAreaCell, aModelWithDistricts, people, peopleCells } from './area-samples.ts';
import type { AreaFigures, Measured } from './read-area.ts';
import { whyPlacePage } from './why-place.ts';

/** With ordinary blanks. */
const plain = (parts: Part[]): string => words(parts).replaceAll('\u00a0', ' ');
const query = { q: '', halaman: 1, desa: 1 };
const tell = telling(aModelWithDistricts(), 'id', '');
const counts = { indicator: people, cells: peopleCells() };
const measured = (code: string, period = '2023'): Measured => ({ indicator: people, own: peopleCells().filter((cell) => cell.areaCode === code), period, all: peopleCells().filter((cell) => cell.period === period) });
const known = (code: string, over: Partial<AreaFigures> = {}): AreaFigures => ({ people: counts, measured: new Set(['JIWA']), words: [], rows: { rows: [measured(code)], page: 1, of: 1 }, loose: [], ...over });

describe('all areas', () => {
  it('say who has most people and who fewest, and list districts by population', () => {
    const page = areaListPage(tell, counts, query);
    expect(page.title).toBe('Empat kecamatan: penduduk terbanyak di Tengah Sekali, paling sedikit di Hulu');
    expect(page.rows.map((row) => row.name)).toEqual(['Tengah Sekali', 'Hilir', 'Hulu', 'Muara']);
    expect(page.rows.map((row) => row.change && plain([row.change]))).toEqual(['0,0%', null, '+10,0%', null]);
    expect(page.rows.at(-1)).toMatchObject({ people: null, area: null, villages: null });
  });
  it('mark figures that wait to be computed again, in the list and on the page of one', () => {
    const waiting = telling({ ...aModelWithDistricts(), waiting: { codes: new Set(['JIWA']), computed: 0 } }, 'id', '');
    const [list, page] = [areaListPage(waiting, counts, query), areaPage(waiting, '16.99.02', known('16.99.02'), query)];
    expect([list.rows[0]?.tags.at(-1), page.people?.tags.at(-1), page.measures[0]?.tags.at(-1)]).toEqual(['stale', 'stale', 'stale']);
    expect(list.rows[0]?.people).toMatchObject({ kind: 'figure', figure: { marks: expect.arrayContaining(['stale']) } });
    expect(areaListPage(tell, counts, query).rows[0]?.tags).not.toContain('stale');
  });
  it('tell in words what an indicator gives in words', () => {
    const model = aModelWithDistricts();
    model.units.set('kata', { code: 'kata', name: { id: 'kata', en: 'word' }, shown: { id: '#', en: '#' }, dimension: 'word' });
    model.indicators.set('KELAS', anIndicator('KELAS', { id: 'Kelas', en: 'Class' }, { unitCode: 'kata', direction: 'none', level: 'district' }));
    model.cells.set('KELAS', [aCell('KELAS', '2022', null, { textValue: 'baik', reason: null })]);
    const word = { indicatorCode: 'KELAS', areaCode: '16.99.02', period: '2023', textValue: 'kurang', seriesCode: 'utama', quality: 'final', origin: 'reported', otherSeries: [] };
    const row = areaPage(telling(model, 'id', ''), '16.99.02', known('16.99.02', { words: [word] }), query).measures.at(-1);
    expect([row && plain([row.name]), row?.here && plain([row.here]), row?.whole && plain([row.whole.figure]), row?.middle, row?.rank]).toEqual(['Kelas', 'kurang', 'baik', null, null]);
  });
  it('fall back on area, then on their number alone, then say that there are none', () => {
    expect(areaListPage(tell, null, query).title).toBe('Empat kecamatan: terluas Tengah Sekali, tersempit Hulu');
    expect(areaListPage(tell, null, query).periods).toBeNull();
    const bare = aModelWithDistricts();
    for (const [code, area] of bare.areas) bare.areas.set(code, { ...area, areaKm2: null });
    expect(areaListPage(telling(bare, 'en', ''), null, query).title).toBe('Four districts');
    expect(areaListPage(telling(aRegionModel(), 'id', ''), null, query)).toMatchObject({ map: null, rows: [], districts: false });
  });
  it('are found by part of a name, villages too, with the way to their district', () => {
    const page = areaListPage(tell, counts, { ...query, q: 'KOTA' });
    expect(page.rows).toEqual([]);
    expect(page.found).toEqual([{ name: 'Kota Lama', href: '/wilayah/16.99.01#desa-16.99.01.1001', where: 'kelurahan di Kecamatan Hulu' }]);
    expect(areaListPage(tell, counts, { ...query, q: 'hil' }).rows.map((row) => row.name)).toEqual(['Hilir']);
    expect(areaListPage(tell, counts, { ...query, q: '’' })).toMatchObject({ rows: { length: 4 }, searched: false });
    expect(page.title).toBe('Satu desa atau kelurahan dengan nama “KOTA”');
    expect(areaListPage(telling(aModelWithDistricts(), 'en', ''), counts, { ...query, q: 'hil' }).title).toBe('One district named “hil”');
  });
  it('are found in spite of a typing error, where no name holds what was typed, the nearest alone', () => {
    const ask = (q: string) => areaListPage(tell, counts, { ...query, q });
    expect(ask('hlir').rows.map((row) => row.name)).toEqual(['Hilir']);
    expect(ask('hlir').title).toBe('Satu kecamatan dengan nama yang mirip “hlir”');
    expect(ask('tngah').rows.map((row) => row.name)).toEqual(['Tengah Sekali']);
    expect(ask('tengahsekali').rows.map((row) => row.name)).toEqual(['Tengah Sekali']);
    expect(ask('kota lma').found.map((one) => one.name)).toEqual(['Kota Lama']);
    for (const q of ['zzqqxx', 'xx', '77', 'x'.repeat(100)]) expect([ask(q).rows, ask(q).found, ask(q).title], q).toEqual([[], [], `Tidak ada nama yang memuat atau mirip “${q}”`]);
  });
  it('are drawn schematically, equal where one has no population, those without a place named', () => {
    const map = areaListPage(tell, counts, query).map;
    expect(map?.heading).toBe('Peta skematik: bukan batas wilayah');
    expect(map?.narrow.places).toHaveLength(3);
    expect(map?.notes.map(plain)).toContain('Tidak digambar karena letaknya belum diketahui: Muara.');
    expect(map?.areas['16.99.02']).toMatchObject({ title: 'Tengah Sekali, 4.000\u00a0orang', href: '/wilayah/16.99.02', chosen: false });
    const unequal = new Set(map?.wide.places.map((place) => place.r)).size;
    const equal = new Set(areaListPage(tell, { ...counts, cells: counts.cells.slice(2) }, query).map?.wide.places.map((place) => place.r)).size;
    expect([unequal > 1, equal]).toEqual([true, 1]);
  });
  it('are drawn by boundaries where the region brought them, and the source is named', () => {
    const square = (x: number): [number, number][] => [[x, 0], [x + 1, 0], [x + 1, 1], [x, 1], [x, 0]];
    const boundaries = new Map(['01', '02'].map((n, at) => [`16.99.${n}`, { areaCode: `16.99.${n}`, geometry: { type: 'Polygon' as const, coordinates: [square(at)] }, sourceCode: 'bps' }]));
    const map = areaListPage(telling(aModelWithDistricts({ boundaries }), 'id', ''), counts, query).map;
    expect(map?.heading).toBe('Peta batas wilayah');
    expect(map?.sources.map((source) => source.code)).toEqual(['bps']);
    expect(map?.wide.places.map((place) => place.code)).toEqual(['16.99.01', '16.99.02']);
    expect(map?.notes.map(plain).join()).toContain('Hilir, Muara');
  });
});

describe('a district', () => {
  it('says its place by population, with growth of the same series alone', () => {
    const page = areaPage(tell, '16.99.01', known('16.99.01'), query);
    expect(page.title).toBe('Kecamatan Hulu: penduduknya antara paling sedikit dan paling sedikit kedua dari tiga kecamatan');
    expect(plain(page.people?.caption ?? [])).toBe('penduduk pada 2023, naik 10,0% dari 1.000 pada 2021');
    expect(plain(areaPage(tell, '16.99.03', known('16.99.03'), query).people?.caption ?? [])).toBe('penduduk pada 2023');
    expect(plain(areaPage(tell, '16.99.02', known('16.99.02'), query).people?.caption ?? [])).toBe('penduduk pada 2023, tetap sejak 2021');
    expect(page.map?.areas['16.99.01']?.chosen).toBe(true);
  });
  it('stands beside its neighbours and says what is missing', () => {
    const [row] = areaPage(tell, '16.99.02', known('16.99.02'), query).measures;
    expect(row?.middle && plain([row.middle])).toBe('2.050 orang');
    expect(row?.middle).toMatchObject({ figure: { href: '/mengapa/wilayah/16.99.02/ukuran/JIWA/2023#tengah', marks: ['provisional'] } });
    expect(plain(row?.rank ?? [])).toBe('tertinggi dari tiga');
    expect(row?.whole).toBeNull();
    const [none] = areaPage(tell, '16.99.04', known('16.99.04'), query).measures;
    expect(none).toMatchObject({ here: null, rank: null });
    expect(none?.middle && plain([none.middle])).toBe('4.000 orang');
  });
  it('adds districts up for the whole region only when every one has a value', () => {
    const full = { ...measured('16.99.01'), all: [...measured('16.99.01').all, anAreaCell('16.99.04', '2023', 1900)] };
    const [row] = areaPage(tell, '16.99.01', known('16.99.01', { rows: { rows: [full], page: 1, of: 1 } }), query).measures;
    expect(row?.whole).toMatchObject({ sum: true, figure: { figure: { value: '10000' } } });
  });
  it('shares its place where values are equal', () => {
    const all = ['01', '02', '03'].map((n, at) => anAreaCell(`16.99.${n}`, '2023', at === 2 ? 9 : 5));
    const rank = (cells: typeof all) => plain(areaPage(tell, '16.99.01', known('16.99.01', { rows: { rows: [{ ...measured('16.99.01'), all: cells }], page: 1, of: 1 } }), query).measures[0]?.rank ?? []);
    expect(rank(all)).toBe('terendah, bersama satu lain, dari tiga');
    expect(rank(all.slice(0, 2))).toBe('sama di semua kecamatan');
    expect(rank(all.slice(0, 1))).toBe('satu-satunya kecamatan yang punya angka');
  });
  it('says what is not measured by district, and lists it', () => {
    const page = areaPage(tell, '16.99.01', known('16.99.01'), query);
    expect(plain(page.unmeasured.text)).toMatch(/^Enam ukuran hanya punya angka untuk seluruh daerah/);
    expect(page.unmeasured.list).toHaveLength(6);
  });
  it('falls back on its area, then on its name, where nobody was counted', () => {
    const without = { people: null, measured: new Set<string>(), words: [], rows: { rows: [], page: 1, of: 1 } };
    expect(areaPage(tell, '16.99.03', known('16.99.03', without), query).title).toBe('Kecamatan Hilir: wilayahnya terluas kedua dari tiga kecamatan');
    expect(areaPage(tell, '16.99.04', known('16.99.04', without), query)).toMatchObject({ title: 'Kecamatan Muara', people: null });
  });
  it('tells villages with their kind, and what is not known of them', () => {
    const page = areaPage(tell, '16.99.01', known('16.99.01'), query);
    expect(page.villages.rows.map((row) => [row.anchor, row.kind, row.area === null, plain(row.note)])).toEqual([['desa-16.99.01.1001', 'kelurahan', false, ''], ['desa-16.99.01.2001', 'desa', true, 'sejak 2025']]);
    const facts = Object.fromEntries(page.facts.map((fact) => [fact.label, fact.values.map((one) => plain(one.parts)).join('; ') || fact.none]));
    expect(facts).toMatchObject({ 'Ibu kota': 'Ibu Hulu', 'Desa, kelurahan': '1 desa, 1 kelurahan', Luas: '10 km²', Berbatasan: 'Tengah Sekali' });
    expect(areaPage(tell, '16.99.04', known('16.99.04'), query).facts.find((fact) => fact.label === 'Luas')?.values).toEqual([]);
  });
  it('is what an address must name; a village and the region lead elsewhere', () => {
    expect(() => districtAt(tell, '16.99.77')).toThrow(expect.objectContaining({ code: 'area.unknown', status: 404 }));
    expect(otherAddress(tell, '16.99.77')).toBeNull();
    expect(otherAddress(tell, '16.99.01')).toBeNull();
    expect(otherAddress(tell, '16.99')).toBe('/wilayah');
    expect(otherAddress(tell, '16.99.01.1001')).toBe('/wilayah/16.99.01#desa-16.99.01.1001');
  });
});

describe('why a district stands where it stands', () => {
  const area = districtAt(tell, '16.99.02');
  const page = whyPlacePage(tell, area, measured('16.99.02'));
  const knot = (id: string) => page?.knots.find((one) => one.id === id);
  it('lists every value in order, neighbours marked, the sum below', () => {
    const [table] = knot('peringkat')?.blocks ?? [];
    expect(table?.kind === 'table' && table.rows.map((row) => plain(row.head))).toEqual(['Tengah Sekali', 'Hilir', 'Hulu']);
    expect(table?.kind === 'table' && table.rows.map((row) => row.measure)).toEqual(['known', 'known', 'known']);
    expect(table?.kind === 'table' && plain(table.foot?.cells[0]?.parts ?? [])).toBe('8.100 orang');
  });
  it('reckons the middle value before the reader\'s eyes', () => {
    const sum = knot('tengah')?.blocks.find((block) => block.kind === 'sum');
    expect(sum?.kind === 'sum' && sum.terms.map((term) => `${term.op} ${term.figure ? plain([term.figure]) : ''}`)).toEqual(['( 3.000 orang', '+ 1.100 orang', ') ÷ 2 = 2.050 orang']);
    expect(JSON.stringify(knot('tengah'))).toContain('Muara');
  });
  it('is no page where no district has a value', () => expect(whyPlacePage(tell, area, { ...measured('16.99.02', '1999'), own: [] })).toBeNull());
});
