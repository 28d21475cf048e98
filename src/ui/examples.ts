import { createRawSnippet } from 'svelte';
import { shapeFlow } from './flow.ts';
import type { ChartData, ChartPoint } from './line-chart.ts';
import type { MarkState } from './marks.ts';
import { type MapPlace, shapeSchematic } from './schematic-map.ts';
import type { Site } from './site.ts';
import type { TagKind } from './tags.ts';
import type { WeightPart } from './weight-columns.ts';

/** One state of a component: what it is called on the design page, and what it is given. */
export interface Example {
  title: string;
  props: Record<string, unknown>;
}

const written = (html: string) => createRawSnippet(() => ({ render: () => `<span>${html}</span>` }));
const states: MarkState[] = ['improved', 'worsened', 'mixed', 'same', 'changed', 'one_value', 'no_data', 'no_measure'];
const tags: TagKind[] = ['reading', 'simulated', 'provisional', 'disputed', 'derived', 'break', 'none', 'old', 'stated', 'verified', 'stale'];

/** A site for components that ask where they stand; `over` changes what matters to a state. */
export const aSite = (over: Partial<Site> = {}): Site => ({
  lang: 'id', base: '/daerah/99.99', path: '/rencana', otherHref: '/en/daerah/99.99/rencana', home: { origin: 'https://serasan.example', prefix: '/daerah/99.99' }, pageNumber: null,
  region: {
    code: '99.99', name: { id: 'Kabupaten Uji', en: 'Test Regency' }, shortName: 'Uji', notice: { id: 'Kabupaten Uji tidak ada.', en: 'Test Regency does not exist.' },
    about: { id: 'Dibuat untuk melihat komponen.', en: 'Made to look at components.' }, fictional: true, compiledOn: '2026-11-24', compiledBy: { id: 'penyusun', en: 'the compilers' },
    timeZone: 'Asia/Jakarta', theme: null, arms: null,
  },
  ...over,
});
const contohFlow = shapeFlow({ columns: [['Misi satu', 'Misi dua', 'Misi tiga'].map((label) => ({ key: label, label })), [{ key: 'p1', label: 'Pilar Governance', tone: 'gov' }, { key: 'p2', label: 'Pilar Living', tone: 'liv' }]], links: [{ from: 'Misi satu', to: 'p1', tone: 'gov' }, { from: 'Misi dua', to: 'p1', tone: 'gov' }, { from: 'Misi dua', to: 'p2', tone: 'liv' }] }, 480);
const realRegion = { ...aSite().region, fictional: false, theme: { cloth: '#0e2f3a', thread: '#8fd3c4' }, arms: 'abc' } as Site['region'];

const point = (period: string, value: number, over: Partial<ChartPoint> = {}): ChartPoint => ({ period, value, shown: `${String(value).replace('.', ',')}%`, series: 'a', provisional: false, ...over });
const chart = (data: Partial<ChartData>, n: number) => ({
  id: `contoh-grafik-${n}`, finding: written('Turun sejak 2019, target belum tercapai'), reading: 'Persen penduduk, makin rendah makin baik.', description: 'Contoh grafik garis.', data: { points: [], others: [], targets: [], ...data },
});
const steady = [point('2019', 12.4), point('2020', 12.9), point('2021', 12.3), point('2022', 11.1), point('2023', 10.8)];

const part = (label: string, weight: number, value: number | null, level: number | null, over: Partial<WeightPart> = {}): WeightPart =>
  ({ label, weight, value, shown: value === null ? null : String(value).replace('.', ','), weightShown: String(weight), level, simulated: false, ...over });

const places: MapPlace[] = [['01', 'Hulu Sungai', -3.4, 103.6, 120], ['02', 'Tengah', -3.5, 103.8, 40], ['03', 'Hilir', -3.7, 103.9, 75]].map(([code, name, lat, lon, size]) => ({ code, name, lat, lon, size }) as MapPlace);
const map = (id: string, chosen: string | null) => ({
  id, heading: 'Penduduk per kecamatan', reading: written('Makin besar lingkaran, makin banyak penduduk.'), description: 'Contoh peta tiga tempat.',
  narrow: shapeSchematic(places, [['01', '02'], ['02', '03']], 320), wide: shapeSchematic(places, [['01', '02'], ['02', '03']], 640),
  areas: Object.fromEntries(places.map(({ code, name }) => [code, { name, short: name, href: '#contoh', title: name, chosen: code === chosen }])),
});

const source = { publisher: 'BPS', title: 'Statistik daerah', published: '2023-02-28', url: 'https://example.org/bps', note: null };
const figure = { href: '#contoh', value: '12.4', shown: '12,4%' };

/** Every component with each of its states: the design page shows them, a test draws them, pictures are taken of them. */
export const examples: Record<string, Example[]> = {
  Figure: [
    { title: 'biasa', props: figure },
    { title: 'sementara', props: { ...figure, marks: ['provisional'] } },
    { title: 'sumber berbeda', props: { ...figure, marks: ['disputed'] } },
    { title: 'simulasi', props: { ...figure, marks: ['simulated'] } },
    { title: 'sedang dihitung ulang', props: { ...figure, marks: ['stale'] } },
    { title: 'kata, bukan angka', props: { ...figure, value: 'lambat', shown: 'lambat' } },
    { title: 'simulasi, sementara, sumber berbeda', props: { ...figure, marks: ['simulated', 'provisional', 'disputed'] } },
    { title: 'nol yang sungguh', props: { ...figure, value: '0', shown: '0' } },
    { title: 'minus, panjang', props: { ...figure, value: '-13100000000000', shown: '−Rp13,1 triliun' } },
  ],
  Missing: [{ title: 'kata yang biasa', props: {} }, { title: 'kata sendiri', props: { text: 'belum ada target bersumber' } }],
  Mark: [
    ...[5, 4, 3, 2, 1].map((level) => ({ title: `kelas ${level}`, props: { state: 'scored', level } })),
    ...[5, 3, 1].map((level) => ({ title: `kelas ${level}, simulasi`, props: { state: 'scored', level, simulated: true } })),
    { title: 'dinilai, kelas tidak diketahui', props: { state: 'scored', level: null } },
    ...states.map((state) => ({ title: state, props: { state } })),
    { title: 'besar', props: { state: 'scored', level: 4, large: true } },
    { title: 'di dalam baris tanda', props: { state: 'scored', level: 2, near: true } },
  ],
  PillarMark: [
    ...['gov', 'brd', 'eco', 'liv', 'soc', 'env'].map((code) => ({ title: code, props: { code } })),
    { title: 'pilar lain', props: { code: 'xyz' } },
    { title: 'kecil', props: { code: 'env', small: true } },
  ],
  Summary: [{ title: 'satu kesalahan', props: { title: 'Ada yang perlu diubah', children: written('Tulis angka saja.') } }],
  Tag: [...tags.map((kind) => ({ title: kind, props: { kind } })), { title: 'kata sendiri', props: { kind: 'old', text: 'sesudah masa rencana' } }],
  Time: [
    { title: 'tahun', props: { at: '2023' } },
    { title: 'triwulan', props: { at: '2023Q3' } },
    { title: 'bulan', props: { at: '2023-07' } },
    { title: 'hari', props: { at: '2023-07-14' } },
    { title: 'saat', props: { at: new Date('2026-11-24T02:14:00Z'), exact: true } },
    { title: 'bukan masa: apa adanya', props: { at: 'awal 2023' } },
  ],
  Count: [{ title: 'di halaman ini', props: { n: 1234, rows: '#tidak-ada li' } }, { title: 'di halaman lain', props: { n: 3, rows: '#x li', at: '/rencana' } }],
  SourceLine: [
    { title: 'dengan alamat', props: { source } },
    { title: 'dengan judul', props: { source, titled: true } },
    { title: 'tanpa alamat dan tanggal', props: { source: { ...source, url: null, published: null } } },
    { title: 'tanpa sumber', props: { source: null } },
  ],
  Crumb: [{ title: 'dua langkah', props: { steps: [{ text: 'Indikator', href: '#contoh' }, { text: 'Penduduk miskin' }] } }, { title: 'satu langkah', props: { steps: [{ text: 'Indikator' }] } }],
  LineChart: [
    { title: 'dengan target', props: chart({ points: steady, targets: [{ period: '2022', value: 9, shown: 'target 9%' }, { period: '2023', value: 8, shown: 'target 8%' }] }, 1) },
    { title: 'lubang, cara ukur berganti, sementara', props: chart({ points: [point('2015', 14), point('2016', 13.2), point('2019', 12.4), point('2020', 12.9, { series: 'b' }), point('2021', 11, { series: 'b', provisional: true })] }, 2) },
    { title: 'sumber lain', props: chart({ points: steady, others: [point('2022', 13, { series: 'c' }), point('2023', 12.5, { series: 'c' })] }, 3) },
    { title: 'tidak mulai dari nol', props: chart({ points: [point('2021', 70.1), point('2022', 70.4), point('2023', 70.9)] }, 4) },
    { title: 'di bawah nol, triwulan', props: chart({ points: [point('2023Q1', -2.1), point('2023Q2', 0.4), point('2023Q3', 1.2)] }, 5) },
    { title: 'dua angka', props: chart({ points: [point('2022', 3), point('2023', 4)] }, 6) },
  ],
  Spark: [
    { title: 'naik turun', props: { points: steady, span: { from: 2018, to: 2024 } } },
    { title: 'warna pilar, lubang, sementara', props: { points: [point('2016', 13), point('2017', 12), point('2021', 12.3), point('2022', 10.8, { provisional: true })], span: { from: 2015, to: 2024 }, tone: 'env' } },
    { title: 'satu angka', props: { points: [point('2020', 3)], span: { from: 2018, to: 2024 } } },
    { title: 'tanpa angka', props: { points: [], span: { from: 2018, to: 2024 } } },
  ],
  AreaMap: [{ title: 'satu dipilih', props: map('contoh-peta-1', '02') }, { title: 'tidak ada yang dipilih', props: map('contoh-peta-2', null) }],
  FlowDrawing: [{ title: 'dua kolom', props: { id: 'contoh-alur', shape: contohFlow, description: 'Dua misi mengalir ke dua pilar; satu misi belum terhubung.', most: 24 } }],
  FilterForm: [
    { title: 'semua', props: { action: '#contoh', filters: [{ name: 'contoh-pilar', label: 'Pilar', value: '', all: 'Semua pilar', options: [{ value: 'gov', label: 'Smart Governance' }, { value: 'env', label: 'Smart Environment' }] }] } },
    { title: 'dua pilihan, satu dipakai', props: { action: '#contoh', filters: [
      { name: 'contoh-keadaan', label: 'Keadaan', value: 'worsened', all: 'Semua', options: [{ value: 'improved', label: 'membaik' }, { value: 'worsened', label: 'memburuk' }] },
      { name: 'contoh-rencana', label: 'Rencana', value: '', all: 'Semua', options: [{ value: 'a', label: 'RPJMD 2018–2023' }] },
    ] } },
  ],
  Pages: [
    { title: 'di tengah', props: { page: 2, of: 4, before: '#contoh', after: '#contoh' } },
    { title: 'pertama', props: { page: 1, of: 4, before: null, after: '#contoh' } },
    { title: 'terakhir', props: { page: 4, of: 4, before: '#contoh', after: null } },
  ],
  WeightColumns: [
    { title: 'semua diketahui', props: { id: 'contoh-bobot-1', description: 'Contoh kolom bobot.', parts: [part('A', 40, 92.1, 5), part('B', 35, 70, 3), part('C', 25, 48, 1)] } },
    { title: 'sebagian belum ada, simulasi', props: { id: 'contoh-bobot-2', description: 'Contoh kolom bobot.', parts: [part('A', 50, 80.5, 4, { simulated: true }), part('B', 30, null, null), part('C', 20, 0, 1)] } },
    { title: 'banyak dan sempit', props: { id: 'contoh-bobot-3', description: 'Contoh kolom bobot.', parts: Array.from({ length: 24 }, (_, n) => part(`P${n + 1}`, 1 + (n % 3), (n * 37) % 101, 1 + (n % 5))) } },
  ],
  ErrorPage: [
    { title: 'tidak ada, dengan yang diharapkan', props: { status: 404, error: { code: 'indicator.unknown', given: 'IPM9' }, regions: [] } },
    { title: 'tidak terbaca', props: { status: 400, error: { given: '%E0', expected: 'angka dari 1' }, regions: [] } },
    { title: 'kesalahan kami', props: { status: 500, error: null, regions: [] } },
    { title: 'lain', props: { status: 418, error: null, regions: [{ code: '99.01', name: 'Kabupaten Contoh', href: '#contoh' }] } },
  ],
  Layout: [
    { title: 'daerah contoh', props: { site: aSite(), children: written('isi') } },
    { title: 'daerah nyata, warna dan lambang sendiri, Inggris', props: { site: aSite({ lang: 'en', region: realRegion }), children: written('content') } },
    { title: 'tanpa daerah', props: { site: aSite({ region: null, home: { origin: null, prefix: '' } }), children: written('isi') } },
  ],
  PageTitle: [
    { title: 'biasa', props: { title: 'Rencana', description: 'Apa yang dijanjikan', linked: { '@type': 'WebPage', name: 'Rencana' } } },
    { title: 'tersembunyi', props: { title: 'Komponen', hidden: true } },
  ],
  Sprite: [{ title: 'tanda yang dipakai', props: {} }],
};

/** Components that make the page around others: seen on every page, and not drawn a second time inside one. */
export const frames = new Set(['Layout', 'PageTitle', 'Sprite']);
