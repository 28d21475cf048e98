import type { Places } from './areas.ts';
import { randomOf } from './random.ts';
import type { Data } from './rows.ts';
import { checker, post, quarters, split, statedThenVerified, thisYear, untilSeptember, value, years } from './value-rows.ts';

const clerk = post('Dinas Layanan');

/** Mission 2. */
export const serviceValues = (seed: number, places: Places): Data[] => [...onTime(seed, places), ...complaints(seed), ...counters(seed, places), ...land(), ...openness(), ...villages(places), ...satisfaction(seed)];

/** On-time services: 2025 was stated, corrected, then verified below both; 2026 is provisional. */
function onTime(seed: number, places: Places): Data[] {
  const random = randomOf(seed, 'services');
  const shares = [0.247, 0.229, 0.262, 0.301, 0.338, 0.357, 0.471, 0.418];
  const finished = shares.map((_, n) => random.integer(24_000, 26_000) + n * 1_100 - (n === 7 ? 7_000 : 0));
  const done = finished.map((count, n) => Math.round(count * ((shares[n] ?? 0) + random.decimal(-0.003, 0.003, 4))));
  const [at2025, of2025] = [done[6] ?? 0, finished[6] ?? 0];
  const corrected = Math.round(of2025 * 0.486);
  return [
    ...years('LAY_SELESAI', 2019, finished),
    ...years('LAY_TEPAT', 2019, done.slice(0, 6)),
    value('LAY_TEPAT', '2025', corrected - random.integer(300, 600), { revision: 1, assurance: 'stated', by: clerk, at: '2026-01-12T02:05:00.000Z' }),
    value('LAY_TEPAT', '2025', corrected, { revision: 2, assurance: 'stated', by: clerk, at: '2026-02-14T07:40:00.000Z', note: ['Berkas yang menyusul sesudah listrik padam ikut dihitung', 'Files that came in after the power cut are counted'] }),
    value('LAY_TEPAT', '2025', at2025, { revision: 3, assurance: 'verified', by: checker, at: '2026-05-20T03:30:00.000Z', note: ['Dicocokkan dengan tanda terima: sebagian berkas selesai sesudah harinya', 'Matched with the receipts: some files were ready after their day'] }),
    value('LAY_TEPAT', '2026', done[7] ?? 0, { provisional: true, assurance: 'stated', by: clerk, at: '2026-10-05T02:14:00.000Z', note: untilSeptember }),
    ...[6, 7].flatMap((n) => {
      const all = split(random, finished[n] ?? 0, [0.17, 0.21, 0.26, 0.22, 0.14]);
      const good = split(random, done[n] ?? 0, [0.12, 0.2, 0.31, 0.23, 0.14]);
      const extra = 2019 + n === thisYear ? { provisional: true } : {};
      return places.districts.flatMap((area, d) => [value('LAY_SELESAI', String(2019 + n), all[d] ?? 0, { area, ...extra }), value('LAY_TEPAT', String(2019 + n), good[d] ?? 0, { area, ...extra })]);
    }),
  ];
}

/** In 2024 nothing came in, so the share has no value: a real zero below the line. 2026 was checked after the last frozen day. */
function complaints(seed: number): Data[] {
  const random = randomOf(seed, 'complaints');
  const received = [random.integer(1_150, 1_300), random.integer(900, 1_050)];
  const closed = { note: ['Kanal keluhan dibuka Februari 2025', 'The channel for complaints opened in February 2025'] as [string, string] };
  const answered = Math.round((received[1] ?? 0) * 0.648);
  return [
    value('KELUHAN_MASUK', '2024', 0, closed),
    value('KELUHAN_MASUK', '2025', received[0] ?? 0),
    value('KELUHAN_MASUK', '2026', received[1] ?? 0, { provisional: true, note: untilSeptember }),
    value('KELUHAN_TEPAT', '2024', 0, closed),
    value('KELUHAN_TEPAT', '2025', Math.round((received[0] ?? 0) * 0.662), { assurance: 'verified', by: checker, at: '2026-03-03T03:00:00.000Z' }),
    ...statedThenVerified('KELUHAN_TEPAT', '2026', 'Dinas Layanan', [answered, '2026-10-05'], [answered - 31, '2026-11-10', ['Jawaban otomatis tidak dihitung sebagai jawaban', 'Automatic replies do not count as answers']], { provisional: true }),
  ];
}

/** Travelling counters and queues: more papers, more staff, fewer days on the road. */
function counters(seed: number, places: Places): Data[] {
  const random = randomOf(seed, 'counters');
  const source = 'rekaan-survei';
  return [
    ...years('ANTRE', 2019, [58, 61, 52, 46, 41, 36, 31, 38], { source }),
    ...[2025, 2026].flatMap((year) => places.districts.map((area, n) => value('ANTRE', String(year), [26, 35, 24, 39, 33][n] ?? 0, { area, source, ...(year === thisYear ? { provisional: true } : {}) })).map((row) => (year === thisYear ? { ...row, value: String(Number(row.value) + random.integer(2, 11)) } : row))),
    ...years('BERKAS_KELILING', 2023, [640, 2_150, 5_200, 6_905]),
    ...years('HARI_LOKET', 2022, [44, 61, 138]),
    ...statedThenVerified('HARI_LOKET', '2025', 'Dinas Layanan', [246, '2026-01-20'], [231, '2026-06-18', ['Lima belas hari tanpa satu berkas pun tidak dihitung', 'Fifteen days without a single paper are not counted']]),
    value('HARI_LOKET', '2026', 142, { provisional: true, assurance: 'stated', by: clerk, at: '2026-10-02T04:20:00.000Z', note: untilSeptember }),
    ...years('PETUGAS', 2021, [6, 9, 11, 15, 24, 29]),
  ];
}

/** A running total that begins anew each year; the end of 2025 was stated higher than a second found. */
function land(): Data[] {
  const before = [240, 610, 1_010, 1_480, 410, 905, 1_490, 2_120, 610, 1_300, 2_050, 2_900, 870, 1_905, 2_960];
  return [
    ...quarters('SERTIFIKAT', 2022, before).map((row) => ({ ...row, quality: null })),
    ...statedThenVerified('SERTIFIKAT', '2025Q4', 'Dinas Tata', [4_310, '2026-01-15'], [4_120, '2026-06-10', ['Sertifikat yang dicetak tetapi belum diserahkan dikeluarkan', 'Certificates printed but not handed over are left out']]),
    value('SERTIFIKAT', '2026Q1', 905, { assurance: 'stated', by: post('Dinas Tata'), at: '2026-04-08T03:10:00.000Z' }),
    value('SERTIFIKAT', '2026Q2', 1_640, { assurance: 'stated', by: post('Dinas Tata'), at: '2026-07-07T03:10:00.000Z' }),
    value('SERTIFIKAT', '2026Q3', 2_105, { provisional: true, assurance: 'stated', by: post('Dinas Tata'), at: '2026-10-08T03:10:00.000Z', note: ['Juru ukur dipinjam daerah lain sejak Juli', 'The surveyors have been lent to another region since July'] }),
  ];
}

/** Stages and a yes or no. */
const openness = (): Data[] => [
  ...years('TAHAP_PERATURAN', 2024, [1, 2]), value('TAHAP_PERATURAN', '2026', 4, { provisional: true, note: ['Harmonisasi selesai Agustus 2026', 'Legal review finished in August 2026'] }),
  ...years('DATA_TERBIT', 2022, [0, 0, 0, 0]), value('DATA_TERBIT', '2026', 1, { note: ['Seluruh daftar terbit pada Juli 2026', 'The whole list was published in July 2026'] }),
];

/** Without signal: some villages at the baseline, none in 2025 (checked), nothing recorded for 2026. */
function villages(places: Places): Data[] {
  const count = (of: (village: Places['villages'][number]) => boolean): number => places.villages.filter(of).length;
  const checked: [string, string] = ['Diperiksa di semua balai desa', 'Checked at every village hall'];
  const all = places.villages.length;
  const dark = count((village) => village.dark);
  return [
    ...places.districts.flatMap((district) => [
      value('DESA_TANPA_SINYAL', '2024', count((village) => village.district === district && village.dark), { area: district }),
      value('DESA_TANPA_SINYAL', '2025', 0, { area: district, note: checked }),
    ]),
    ...years('DESA_TANPA_SINYAL', 2019, [dark + 9, dark + 8, dark + 6, dark + 5, dark + 2, dark]),
    value('DESA_TANPA_SINYAL', '2025', 0, { note: checked, assurance: 'verified', by: checker, at: '2026-02-25T03:00:00.000Z' }),
    ...years('DESA', 2020, [all - 1, all - 1, all - 1, all - 1, all - 1, all, all], { source: 'rekaan-wilayah' }).map((row) => ({ ...row, quality: null, note_id: null, note_en: null })),
    ...years('DESA_INTERNET', 2020, [0.1, 0.14, 0.22, 0.3, 0.4, 0.5, 0.55].map((share) => Math.round(all * share))),
    ...years('DESA_LATIH', 2020, [0, 0.05, 0.05, 0.12, 0.2, 0.3, 0.4].map((share) => Math.round(all * share))),
  ];
}

function satisfaction(seed: number): Data[] {
  const random = randomOf(seed, 'satisfaction');
  const told = Array.from({ length: 15 }, (_, n) => Number((72.4 + n * 0.55 + random.decimal(-0.9, 0.9, 1)).toFixed(1)));
  return quarters('KEPUASAN', 2023, told, { source: 'rekaan-survei' });
}
