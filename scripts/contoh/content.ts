// What stands in Contoh: chosen so that each kind of figure and each kind of gap is there once.
import type { PackValue } from '#kernel/pack-file.ts';

type Data = Record<string, PackValue>;
const both = (id: string, en: string): { id: string; en: string } => ({ id, en });

export const facts = {
  agencies: [['LAYANAN', 'Dinas Layanan Contoh'], ['KESEHATAN', 'Dinas Kesehatan Contoh'], ['LINGKUNGAN', 'Dinas Lingkungan Contoh'], ['PERENCANAAN', 'Badan Perencanaan Contoh']] as [string, string][],
  units: [
    ['percent', 'persen', 'percent', '#%', '#%', 'percent'], ['villages', 'desa', 'villages', '# desa', '# villages', 'count'], ['services', 'layanan', 'services', '# layanan', '# services', 'count'],
    ['index', 'indeks', 'index', '#', '#', 'index'], ['visits', 'kunjungan', 'visits', '# kunjungan', '# visits', 'count'], ['billion_rp', 'miliar rupiah', 'billion rupiah', 'Rp# miliar', 'Rp# billion', 'currency'],
  ] as [string, string, string, string, string, string][],
  initiatives: [
    ['loket', 'quick_win', 'Satu loket', 'One counter', 'GOV-SVC', 'running'], ['jemput', 'quick_win', 'Layanan jemput ke desa', 'Services that come to the village', 'GOV-SVC', 'running'], ['posyandu', 'quick_win', 'Posyandu digital', 'Digital health post', 'LIV-HEA', 'planned'],
    ['air', 'initiative', 'Air sampai rumah', 'Water to every house', 'LIV-HEA', 'running'], ['pilah', 'initiative', 'Pilah sampah dari rumah', 'Sort waste at home', 'ENV-WAS', 'running'], ['pasar', 'initiative', 'Pasar tanpa tunai', 'Cashless market', 'ECO-TRX', 'stopped'],
    ['sinyal', 'initiative', 'Menara bersama', 'Shared towers', 'LIV-MOB', 'running'], ['festival', 'initiative', 'Festival Contoh', 'Contoh festival', 'BRD-TOU', 'running'],
  ] as [string, string, string, string, string, string][],
};

type Node = [plan: string, code: string, parent: string | null, level: string, id: string, en: string, weight: string | null];
const tree: Node[] = [
  ['rpjmd-contoh', 'V', null, 'vision', 'Contoh yang sehat, dilayani, dan lestari', 'A Contoh that is healthy, served and lasting', null],
  ['rpjmd-contoh', 'M1', 'V', 'mission', 'Rakyat sehat dan tidak miskin', 'People healthy and out of poverty', '40'],
  ['rpjmd-contoh', 'S1.1', 'M1', 'objective', 'Kemiskinan turun', 'Poverty falls', '50'],
  ['rpjmd-contoh', 'S1.2', 'M1', 'objective', 'Anak tumbuh sehat', 'Children grow up healthy', '50'],
  ['rpjmd-contoh', 'M2', 'V', 'mission', 'Layanan cepat dan dekat', 'Services quick and near', '35'],
  ['rpjmd-contoh', 'S2.1', 'M2', 'objective', 'Layanan selesai tepat waktu', 'Services finished on time', '60'],
  ['rpjmd-contoh', 'P2.1.1', 'S2.1', 'programme', 'Program pelayanan terpadu', 'Programme of joined services', null],
  ['rpjmd-contoh', 'S2.2', 'M2', 'objective', 'Desa terhubung', 'Villages connected', '40'],
  ['rpjmd-contoh', 'M3', 'V', 'mission', 'Alam lestari, ekonomi tumbuh', 'Nature kept, economy growing', '25'],
  ['renstra-layanan', 'T1', null, 'objective', 'Layanan dinas selesai tepat waktu', 'The agency’s services finished on time', null],
];
export const nodes = (source: string): Data[] => tree.map(([plan, code, parent, level, id, en, weight], position) => ({
  plan_code: plan, plan_version: 1, parent_code: parent, code, level, text: both(id, en), short: null, letter: null, weight, basis: 'document', source_code: source, note: null, position,
}));

type Row = [code: string, id: string, en: string, unit: string, direction: string, node: string, sub: string, formula: string, example: Record<string, number>, result: number, extra?: Data];
const rows: Row[] = [
  ['MISKIN', 'Penduduk miskin', 'People in poverty', 'percent', 'lower', 'S1.1', 'ECO-WEL', '#{MISKIN}', { MISKIN: 9 }, 9],
  ['STUNTING', 'Balita stunting', 'Stunted children', 'percent', 'lower', 'S1.2', 'LIV-HEA', '#{STUNTING}', { STUNTING: 20 }, 20, { lower_formula: 'reflected' }],
  ['AIR', 'Air minum layak', 'Safe drinking water', 'percent', 'higher', 'S1.2', 'LIV-HEA', '#{AIR}', { AIR: 80 }, 80, { series: ['survei-baru', 'survei-lama'] }],
  ['DOKTER', 'Puskesmas dengan dokter tetap', 'Health centres with a resident doctor', 'percent', 'higher', 'S1.2', 'LIV-HEA', '#{DOKTER}', { DOKTER: 75 }, 75],
  ['TEPAT_WAKTU', 'Layanan selesai tepat waktu', 'Services finished on time', 'percent', 'higher', 'S2.1', 'GOV-SVC', '100 * #{LAY_TEPAT} / #{LAY_SELESAI}', { LAY_TEPAT: 3762, LAY_SELESAI: 9000 }, 41.8],
  ['KELUHAN', 'Keluhan dijawab tepat waktu', 'Complaints answered on time', 'percent', 'higher', 'S2.1', 'GOV-SVC', '100 * #{KELUHAN_TEPAT} / #{KELUHAN_MASUK}', { KELUHAN_TEPAT: 30, KELUHAN_MASUK: 40 }, 75],
  ['SINYAL', 'Desa tanpa sinyal', 'Villages without signal', 'villages', 'lower', 'S2.2', 'LIV-MOB', '#{SINYAL}', { SINYAL: 3 }, 3],
  ['JALAN', 'Jalan kondisi mantap', 'Roads in steady condition', 'percent', 'higher', 'S2.2', 'LIV-MOB', '#{JALAN}', { JALAN: 66 }, 66],
  ['SAMPAH', 'Sampah terkelola', 'Waste managed', 'percent', 'higher', 'M3', 'ENV-WAS', '#{SAMPAH}', { SAMPAH: 50 }, 50],
  ['MUTU_AIR', 'Mutu air sungai', 'River water quality', 'index', 'higher', 'M3', 'ENV-PRO', 'if(isNull(#{MUTU_BARU}), #{MUTU_LAMA}, round((#{MUTU_BARU} + firstNonNull(#{MUTU_LAMA}, #{MUTU_BARU})) / 2, 1))', { MUTU_BARU: 60, MUTU_LAMA: 51 }, 55.5],
  ['WISATA', 'Kunjungan wisata', 'Visits', 'visits', 'higher', 'M3', 'BRD-TOU', '#{WISATA}', { WISATA: 1000 }, 1000],
  ['EKSPOR', 'Nilai ekspor', 'Exports', 'billion_rp', 'higher', 'M3', 'ECO-IND', '#{EKSPOR}', { EKSPOR: 10 }, 10],
];
export const indicators = (source: string): Data[] => rows.map(([code, id, en, unit, direction, , , formula, values, result, extra]) => ({
  code, name: both(id, en), short: both(id, en), definition: both(`${id}, menurut cara hitung Contoh.`, `${en}, as Contoh counts it.`), unit_code: unit, direction, lower_formula: 'ratio', period_kind: 'year',
  decimals: unit === 'percent' || unit === 'index' ? 1 : 0, formula, missing: 'skip_if_any', series: null, level: 'region', family: 'iku', agency_code: 'LAYANAN', source_code: source, note: null, worked_examples: [{ values, result }], ...extra,
}));
export const pillarOf = (): Data[] => rows.map(([code, , , , , , sub]) => ({ indicator_code: code, pillar_code: sub.slice(0, 3).toLowerCase(), sub_dimension_code: sub, weight: null, basis: 'document', reason_id: null, reason_en: null, source_code: null }));

const weights: Record<string, string> = { TEPAT_WAKTU: '60', KELUHAN: '40' };
export function links(): Data[] {
  const link = (kind: string, code: string, plan: string, node: string, basis = 'document'): Data => ({
    kind, code, plan_code: plan, plan_version: 1, node_code: node, role: 'primary', weight: kind === 'indicator' ? (weights[code] ?? null) : null, basis,
    reason_id: basis === 'reading' ? 'Kami baca dari namanya.' : null, reason_en: basis === 'reading' ? 'Our reading of its name.' : null, source_code: null,
  });
  return [
    ...rows.map(([code, , , , , node]) => link('indicator', code, 'rpjmd-contoh', node)), link('indicator', 'TEPAT_WAKTU', 'renstra-layanan', 'T1'),
    ...[['loket', 'P2.1.1'], ['jemput', 'S2.1'], ['posyandu', 'S1.2'], ['air', 'S1.2'], ['sinyal', 'S2.2'], ['pilah', 'M3']].map(([code = '', node = '']) => link('initiative', code, 'rpjmd-contoh', node)),
    link('initiative', 'pasar', 'rpjmd-contoh', 'M3', 'reading'),
  ];
}

const elementNames: [string, string, string, string][] = [
  ['LAY_TEPAT', 'Layanan selesai tepat waktu', 'Services finished on time', 'services'], ['LAY_SELESAI', 'Layanan selesai', 'Services finished', 'services'], ['KELUHAN_TEPAT', 'Keluhan dijawab tepat waktu', 'Complaints answered on time', 'services'],
  ['KELUHAN_MASUK', 'Keluhan masuk', 'Complaints received', 'services'], ['MUTU_LAMA', 'Mutu air, cara lama', 'Water quality, former method', 'index'], ['MUTU_BARU', 'Mutu air, cara baru', 'Water quality, new method', 'index'],
];
export function columnsOf(source: string): { elements: Data[]; series: Data[] } {
  const plain = rows.filter(([code, , , , , , , formula]) => formula === `#{${code}}`).map(([code, id, en, unit]) => [code, id, en, unit] as const);
  const elements = [...plain, ...elementNames].map(([code, id, en, unit]) => ({
    code, name_id: id, name_en: en, unit_code: unit, value_type: 'number', sum_area: unit === 'services' ? 'sum' : 'none', sum_time: unit === 'services' ? 'sum' : 'none', agency_code: 'LAYANAN', definition_id: null, definition_en: null, source_code: source,
  }));
  const series = elements.filter(({ code }) => code !== 'AIR').map(({ code }) => ({ element_code: code, code: 'utama', name_id: 'Deret utama', name_en: 'Main series', kind: 'method', note_id: null, note_en: null }));
  const air = [['survei-baru', 'Survei baru', 'New survey', 'method'], ['survei-lama', 'Survei lama', 'Former survey', 'method'], ['laporan', 'Laporan dinas', 'Agency report', 'report']];
  return { elements, series: [...series, ...air.map(([code, id, en, kind]) => ({ element_code: 'AIR', code: code ?? '', name_id: id ?? '', name_en: en ?? '', kind: kind ?? '', note_id: null, note_en: null }))] };
}

/** Yearly values 2022–2026 and targets 2025–2029, moving from a start towards a goal, with a little noise. */
export function numbers(rand: () => number, region: string, source: string): { values: Data[]; targets: Data[] } {
  const values: Data[] = [];
  const targets: Data[] = [];
  const value = (element: string, period: string, given: string | null, change: Data = {}): void => {
    values.push({ element_code: element, area_code: region, period, series_code: 'utama', revision: null, value: given, applicable: null, status: null, quality: null, origin: 'simulated', source_code: source, note_id: null, note_en: null, recorded_by: null, recorded_at: null, ...change });
  };
  const moving = (from: number, step: number, n: number, places = 1): string => String(Number((from + step * n + (rand() - 0.5) * Math.abs(step) * 0.6).toFixed(places)));
  const years = ['2022', '2023', '2024', '2025', '2026'];
  const provisional = (year: string): Data => (year === '2026' ? { quality: 'provisional' } : {});
  const plain: [string, number, number, number][] = [['MISKIN', 13.2, -0.7, 1], ['STUNTING', 27, -1.4, 1], ['DOKTER', 62, 4, 0], ['SAMPAH', 48, -1.5, 1], ['WISATA', 42000, 3500, 0], ['JALAN', 61, 2, 1]];
  for (const [element, from, step, places] of plain) {
    years.forEach((year, n) => {
      if (element === 'JALAN' && year === '2026') value(element, year, null, { applicable: false, note_id: 'Jalan diserahkan ke provinsi pada tahun ini.', note_en: 'The roads were handed to the province this year.' });
      else value(element, year, moving(from, step, n, places), provisional(year));
    });
  }
  years.forEach((year, n) => { value('SINYAL', year, String(Math.max(0, 6 - 2 * n))); });
  years.forEach((year, n) => {
    value('LAY_SELESAI', year, String(8000 + 400 * n));
    value('LAY_TEPAT', year, String(3000 + 620 * n));
    value('KELUHAN_MASUK', year, year === '2023' ? '0' : String(400 + 20 * n));
    value('KELUHAN_TEPAT', year, year === '2023' ? '0' : String(260 + 30 * n), year === '2026' ? { status: 'submitted' } : {});
  });
  ['2022', '2023', '2024'].forEach((year, n) => { value('AIR', year, moving(71, 1.5, n), { series_code: 'survei-lama' }); });
  ['2025', '2026'].forEach((year, n) => { value('AIR', year, moving(78, 1.5, n), { series_code: 'survei-baru', ...provisional(year) }); });
  value('AIR', '2025', '92.5', { series_code: 'laporan', note_id: 'Dinas menghitung sambungan, bukan rumah.', note_en: 'The agency counts connections, not houses.' });
  years.slice(0, 4).forEach((year, n) => { value('MUTU_LAMA', year, moving(52, 0.8, n)); });
  value('MUTU_BARU', '2025', '58', { revision: 1, note_id: 'Angka pertama.', note_en: 'First figure.' });
  value('MUTU_BARU', '2025', '57.2', { revision: 2, note_id: 'Dikoreksi: satu titik pantau terhitung dua kali.', note_en: 'Corrected: one station was counted twice.' });
  value('MUTU_BARU', '2026', null, { status: 'withdrawn' });
  const aims: [string, number, number, string][] = [['MISKIN', 11.5, -0.8, '='], ['STUNTING', 22, -1.5, '<'], ['AIR', 80, 3, '='], ['DOKTER', 80, 4, '='], ['TEPAT_WAKTU', 55, 6, '='], ['KELUHAN', 80, 3, '='], ['SINYAL', 2, -1, '<='], ['JALAN', 70, 3, '='], ['SAMPAH', 55, 5, '='], ['MUTU_AIR', 56, 1, '='], ['WISATA', 50000, 4000, '>='], ['EKSPOR', 12, 2, '=']];
  for (const [indicator, from, step, comparison] of aims) {
    for (let n = 0; n < 5; n += 1) {
      targets.push({ indicator_code: indicator, area_code: region, period: String(2025 + n), plan_code: 'rpjmd-contoh', comparison, value: String(Number(Math.max(0, from + step * n).toFixed(1))), status: 'published', origin: 'simulated', source_code: source, note_id: null, note_en: null });
    }
  }
  return { values, targets };
}
