import type { Places } from './areas.ts';
import { randomOf } from './random.ts';
import { code as region } from './region.ts';
import { type Data, written } from './rows.ts';

/** What a value row may say beside its number. */
interface Extra {
  area?: string;
  series?: string;
  revision?: number;
  applicable?: false;
  status?: 'submitted' | 'withdrawn';
  provisional?: boolean;
  source?: string;
  note?: [id: string, en: string];
  by?: string;
  at?: string;
}

function value(element: string, period: string, amount: number | null, extra: Extra = {}): Data {
  return {
    element_code: element, area_code: extra.area ?? region, period, series_code: extra.series ?? 'utama', revision: extra.revision ?? null, value: amount === null ? null : written(amount),
    applicable: extra.applicable ?? null, status: extra.status ?? null, quality: extra.provisional ? 'provisional' : null, origin: 'simulated', source_code: extra.source ?? 'rekaan-register',
    note_id: extra.note?.[0] ?? null, note_en: extra.note?.[1] ?? null, recorded_by: extra.by ?? null, recorded_at: extra.at ?? null,
  };
}

const clerk = 'petugas data Dinas Layanan (rekaan)';
const untilSeptember: [string, string] = ['Januari sampai September', 'January to September'];

/** Every data value of the example: a few cases are set by hand, the counts around them are drawn. */
export function valuesOf(seed: number, places: Places): Data[] {
  return [...services(seed), ...complaints(seed), ...health(seed), ...surveys(seed), ...villages(places), ...businesses(seed), ...people(seed, places)];
}

/** On-time services: 2025 was corrected, 2026 is provisional. */
function services(seed: number): Data[] {
  const random = randomOf(seed, 'services');
  const finished = [random.integer(30_000, 32_000), random.integer(33_000, 35_000), random.integer(26_000, 28_000)];
  const onTime = (n: number, share: number): number => Math.round((finished[n] ?? 0) * (share + random.decimal(-0.006, 0.006, 4)));
  const corrected = onTime(1, 0.482);
  return [
    ...['2024', '2025', '2026'].map((year, n) => value('LAY_SELESAI', year, finished[n] ?? 0, year === '2026' ? { provisional: true, note: untilSeptember } : {})),
    value('LAY_TEPAT', '2024', onTime(0, 0.357)),
    value('LAY_TEPAT', '2025', corrected - random.integer(300, 600), { revision: 1, by: clerk, at: '2026-01-12T02:05:00.000Z' }),
    value('LAY_TEPAT', '2025', corrected, { revision: 2, by: clerk, at: '2026-02-14T07:40:00.000Z', note: ['Berkas yang menyusul sesudah listrik padam ikut dihitung', 'Files that came in after the power cut are counted'] }),
    value('LAY_TEPAT', '2026', onTime(2, 0.418), { provisional: true, by: clerk, at: '2026-10-05T02:14:00.000Z', note: untilSeptember }),
  ];
}

/** In 2024 nothing came in, so the share has no value: a real zero below the line. */
function complaints(seed: number): Data[] {
  const random = randomOf(seed, 'complaints');
  const received = [random.integer(1_150, 1_300), random.integer(900, 1_050)];
  const closed: Extra = { note: ['Kanal keluhan dibuka Februari 2025', 'The channel for complaints opened in February 2025'] };
  return [
    value('KELUHAN_MASUK', '2024', 0, closed),
    value('KELUHAN_MASUK', '2025', received[0] ?? 0),
    value('KELUHAN_MASUK', '2026', received[1] ?? 0, { provisional: true, note: untilSeptember }),
    value('KELUHAN_TEPAT', '2024', 0, closed),
    value('KELUHAN_TEPAT', '2025', Math.round((received[0] ?? 0) * 0.662)),
    value('KELUHAN_TEPAT', '2026', Math.round((received[1] ?? 0) * 0.615), { provisional: true, note: untilSeptember }),
  ];
}

function health(seed: number): Data[] {
  const random = randomOf(seed, 'health');
  const notYet: Extra = { note: ['Belum ada jam malam: nol yang nyata', 'No night hours yet: a real zero'] };
  return [
    ...['2024', '2025', '2026'].map((year) => value('PKM', year, 12)),
    value('PKM_DOKTER', '2024', 7), value('PKM_DOKTER', '2025', 10), value('PKM_DOKTER', '2026', 9, { note: ['Satu dokter pindah tugas', 'One doctor moved away'] }),
    value('KUNJUNGAN_MALAM', '2024', 0, notYet),
    value('KUNJUNGAN_MALAM', '2025', random.integer(320, 360)),
    value('KUNJUNGAN_MALAM', '2026', random.integer(270, 295), { provisional: true, note: ['Januari sampai September; satu puskesmas kembali tutup pukul 16', 'January to September; one health centre closes at 4 pm again'] }),
    value('AIR_REGISTER', '2024', random.decimal(74, 75, 1)), value('AIR_REGISTER', '2025', random.decimal(76, 77, 1)),
    value('AIR_REGISTER', '2026', random.decimal(77.5, 78.5, 1), { provisional: true }),
    value('AIR_SURVEI', '2024', random.decimal(70, 72, 1), { source: 'rekaan-survei' }),
  ];
}

/** Two methods with a year of overlap (a break), a report that says otherwise, a value that waits, four quarters a year. */
function surveys(seed: number): Data[] {
  const random = randomOf(seed, 'surveys');
  const source = 'rekaan-survei';
  const old = [random.decimal(27, 28, 1), random.decimal(25.5, 26.5, 1), random.decimal(24, 25, 1), random.decimal(22.8, 23.5, 1)];
  const quarters = ['2024Q4', '2025Q1', '2025Q2', '2025Q3', '2025Q4', '2026Q1', '2026Q2', '2026Q3'];
  return [
    ...old.map((amount, n) => value('STUNTING', String(2021 + n), amount, { series: 'lama', source })),
    value('STUNTING', '2024', random.decimal(19.6, 20, 1), { series: 'baru', source }),
    value('STUNTING', '2025', random.decimal(18.4, 18.8, 1), { series: 'baru', source }),
    value('STUNTING', '2026', random.decimal(17.4, 17.9, 1), { series: 'baru', source, provisional: true }),
    value('STUNTING', '2025', random.decimal(12, 13, 1), { series: 'timbang', source: 'rekaan-laporan' }),
    value('MISKIN', '2022', random.decimal(12.3, 12.6, 1), { source }), value('MISKIN', '2023', random.decimal(11.9, 12.1, 1), { source }),
    value('MISKIN', '2024', random.decimal(11.2, 11.5, 1), { source }), value('MISKIN', '2025', 9.8, { source }),
    value('MISKIN', '2025', 9.6, { series: 'siaran', source: 'rekaan-laporan' }),
    value('MISKIN', '2026', random.decimal(9.2, 9.4, 1), { source, status: 'submitted', provisional: true, note: ['Menunggu pemeriksaan', 'Waiting to be checked'] }),
    ...quarters.map((quarter, n) => value('KEPUASAN', quarter, Number((76.2 + n * 0.7 + random.decimal(-0.8, 0.8, 1)).toFixed(1)), { source, ...(n === 7 ? { provisional: true } : {}) })),
  ];
}

/** Without signal: some villages at the baseline, none in 2025 (checked), nothing recorded for 2026. */
function villages(places: Places): Data[] {
  const count = (of: (village: Places['villages'][number]) => boolean): number => places.villages.filter(of).length;
  const checked: [string, string] = ['Diperiksa di semua balai desa', 'Checked at every village hall'];
  const all = places.villages.length;
  return [
    ...places.districts.flatMap((district) => [
      value('DESA_TANPA_SINYAL', '2024', count((village) => village.district === district && village.dark), { area: district }),
      value('DESA_TANPA_SINYAL', '2025', 0, { area: district, note: checked }),
    ]),
    value('DESA_TANPA_SINYAL', '2024', count((village) => village.dark)),
    value('DESA_TANPA_SINYAL', '2025', 0, { note: checked }),
    value('DESA', '2024', all - 1, { source: 'rekaan-wilayah' }),
    ...['2025', '2026'].map((year) => value('DESA', year, all, { source: 'rekaan-wilayah' })),
    ...[0.4, 0.5, 0.55].map((share, n) => value('DESA_INTERNET', String(2024 + n), Math.round(all * share), n === 2 ? { provisional: true } : {})),
    ...[0.2, 0.3, 0.4].map((share, n) => value('DESA_LATIH', String(2024 + n), Math.round(all * share), n === 2 ? { provisional: true } : {})),
  ];
}

/** A withdrawn value, two years in which a measure does not apply, and a newer value that is not published. */
function businesses(seed: number): Data[] {
  const random = randomOf(seed, 'businesses');
  const ashore: Extra = { applicable: false, note: ['Pasar sudah di darat', 'The market is ashore'] };
  const waste = [random.decimal(16_200, 16_800, 1), random.decimal(16_600, 17_200, 1), random.decimal(12_600, 13_100, 1)];
  const sorted = (n: number, share: number): number => Number(((waste[n] ?? 0) * share).toFixed(1));
  return [
    ...waste.map((amount, n) => value('SAMPAH_TIMBUL', String(2024 + n), amount, n === 2 ? { provisional: true, note: untilSeptember } : {})),
    value('SAMPAH_PILAH', '2024', sorted(0, 0.184)), value('SAMPAH_PILAH', '2025', sorted(1, 0.206)),
    value('SAMPAH_PILAH', '2026', sorted(2, 0.182), { revision: 1, provisional: true, note: ['Dua truk berhenti sejak Agustus', 'Two lorries idle since August'] }),
    value('SAMPAH_PILAH', '2026', sorted(2, 0.191), { revision: 2, provisional: true, status: 'submitted', note: ['Dengan timbangan sekolah; menunggu pemeriksaan', 'With the schools’ scales; waiting to be checked'] }),
    value('UMKM_DARING', '2023', random.integer(280, 299), { revision: 1 }),
    value('UMKM_DARING', '2023', null, { revision: 2, status: 'withdrawn', note: ['Dihitung dua kali; ditarik', 'Counted twice; withdrawn'] }),
    value('UMKM_DARING', '2024', random.integer(205, 220)), value('UMKM_DARING', '2025', random.integer(258, 270)), value('UMKM_DARING', '2026', 312, { provisional: true }),
    value('KIOS', '2024', 30), value('KIOS_LAIK', '2024', 18),
    ...['2025', '2026'].flatMap((year) => [value('KIOS', year, null, ashore), value('KIOS_LAIK', year, null, ashore)]),
  ];
}

function people(seed: number, places: Places): Data[] {
  const random = randomOf(seed, 'people');
  const source = 'rekaan-wilayah';
  const rows: Data[] = [];
  const totals = new Map<string, number>();
  for (const district of places.districts) {
    let count = places.villages.filter((village) => village.district === district).reduce((sum, village) => sum + village.people, 0);
    for (const year of ['2023', '2024', '2025']) {
      rows.push(value('PENDUDUK', year, count, { area: district, source }));
      totals.set(year, (totals.get(year) ?? 0) + count);
      count = Math.round(count * (1 + random.decimal(-0.006, 0.024, 4)));
    }
  }
  return [...rows, ...[...totals].map(([year, count]) => value('PENDUDUK', year, count, { source }))];
}
