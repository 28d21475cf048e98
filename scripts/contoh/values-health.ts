import type { Places } from './areas.ts';
import { randomOf } from './random.ts';
import type { Data } from './rows.ts';
import { checker, post, quarters, split, statedThenVerified, thisYear, untilSeptember, value, years } from './value-rows.ts';

/** Mission 1. */
export const healthValues = (seed: number, places: Places): Data[] => [...stunting(seed, places), ...infants(seed, places), ...water(seed, places), ...learning(seed, places), ...care(seed), ...safety()];

/** Two methods with a year of overlap (a break), and two reports that say otherwise in the newest year too. */
function stunting(seed: number, places: Places): Data[] {
  const random = randomOf(seed, 'stunting');
  const source = 'rekaan-survei';
  const old = [30.4, 29.1, 27.6, 26.1, 24.4, 23.2].map((amount) => Number((amount + random.decimal(-0.3, 0.3, 1)).toFixed(1)));
  const report = 'rekaan-laporan';
  return [
    ...years('STUNTING', 2019, old, { series: 'lama', source }),
    ...years('STUNTING', 2024, [random.decimal(19.6, 20, 1), random.decimal(18.4, 18.8, 1)], { series: 'baru', source }),
    value('STUNTING', '2026', 17.6, { series: 'baru', source, provisional: true }),
    ...years('STUNTING', 2023, [15.1, 13.9, random.decimal(12, 13, 1)], { series: 'timbang', source: report }), value('STUNTING', '2026', 12.2, { series: 'timbang', source: report, provisional: true }),
    value('STUNTING', '2025', 16.1, { series: 'gawai', source: 'rekaan-gawai' }), value('STUNTING', '2026', 14.8, { series: 'gawai', source: 'rekaan-gawai', provisional: true }),
    ...[[23.4, 18.1, 14.2, 18.8, 20.3], [22.6, 16.4, 13.5, 18.2, 19.5]].flatMap((amounts, n) =>
      places.districts.map((area, d) => value('STUNTING', String(2025 + n), amounts[d] ?? 0, { area, series: 'baru', source, ...(n === 1 ? { provisional: true } : {}) }))),
  ];
}

/** Weighing, visits, classes, scales: what the health agency's own people count, and what a second found. */
function infants(seed: number, places: Places): Data[] {
  const random = randomOf(seed, 'infants');
  const registered = [4_010, 3_990, 3_960, 3_975, 4_020, 4_050, 4_080];
  const weighed = [0.624, 0.588, 0.667, 0.713, 0.758, 0.742, 0.701].map((share, n) => Math.round((registered[n] ?? 0) * share));
  const midwives = post('Dinas Sehat');
  return [
    ...years('BALITA', 2020, registered),
    ...years('BALITA_TIMBANG', 2020, weighed.slice(0, 5)),
    ...statedThenVerified('BALITA_TIMBANG', '2025', 'Dinas Sehat', [(weighed[5] ?? 0) + 214, '2026-01-18'], [weighed[5] ?? 0, '2026-08-12', ['Nama yang tercatat di dua posyandu dihitung sekali', 'Names on the list of two health posts are counted once']]),
    value('BALITA_TIMBANG', '2026', weighed[6] ?? 0, { provisional: true, assurance: 'stated', by: midwives, at: '2026-10-06T02:00:00.000Z', note: untilSeptember }),
    ...[4, 5, 6].flatMap((n) => {
      const all = split(random, registered[n] ?? 0, [0.15, 0.2, 0.29, 0.22, 0.14]);
      const good = split(random, weighed[n] ?? 0, [0.12, 0.2, 0.33, 0.23, 0.12]);
      const extra = 2020 + n === thisYear ? { provisional: true } : {};
      return places.districts.flatMap((area, d) => [value('BALITA', String(2020 + n), all[d] ?? 0, { area, ...extra }), value('BALITA_TIMBANG', String(2020 + n), Math.min(good[d] ?? 0, all[d] ?? 0), { area, ...extra })]);
    }),
    ...years('IMUNISASI', 2019, [71.2, 62.4, 66, 73.5, 79.9, 82.3, 85.1, 88.4]),
    ...years('KELAS_IBU', 2021, [22, 35, 51, 64, 88, 93]),
    ...years('KUNJUNGAN_RUMAH', 2021, [310, 620, 905, 1_180]),
    value('KUNJUNGAN_RUMAH', '2025', 1_460, { assurance: 'stated', by: midwives, at: '2026-01-18T02:00:00.000Z' }),
    value('KUNJUNGAN_RUMAH', '2026', 780, { provisional: true, assurance: 'stated', by: midwives, at: '2026-10-06T02:00:00.000Z', note: ['Januari sampai September; uang bensin bidan habis pada Juni', 'January to September; the midwives’ fuel money ran out in June'] }),
    ...years('TIMBANGAN', 2020, [70, 70, 72, 72, 75, 75, 78]),
    ...years('TIMBANGAN_LAIK', 2020, [31, 35, 44, 52, 61, 66, 74]),
  ];
}

/** The districts' homes on pipes do not add up to the regency's: a validation rule tells it. */
function water(seed: number, places: Places): Data[] {
  const random = randomOf(seed, 'water');
  const source = 'rekaan-survei';
  return [
    ...[66.2, 67.9, 69.4, 71.1, 72.8, 74.6, 76.4].map((amount, n) => value('AIR_REGISTER', String(2019 + n), Number((amount + random.decimal(-0.4, 0.4, 1)).toFixed(1)))),
    value('AIR_REGISTER', '2026', random.decimal(77.5, 78.5, 1), { provisional: true }),
    value('AIR_SURVEI', '2019', 61.3, { source }), value('AIR_SURVEI', '2021', 65.8, { source }), value('AIR_SURVEI', '2024', random.decimal(70, 72, 1), { source }),
    ...years('MUKA_AIR', 2019, [5.1, 5.2, 5.2, 5.4, 5.7, 6, 6.6, 7.4]),
    ...quarters('RUMAH_PIPA', 2023, [6_910, 7_040, 7_190, 7_330, 7_480, 7_610, 7_790, 8_020, 8_190, 8_360, 8_540, 8_720, 8_905, 9_080, 9_310]),
    ...places.districts.map((area, n) => value('RUMAH_PIPA', '2025Q4', [2_110, 1_480, 1_995, 1_725, 1_396][n] ?? 0, { area })),
  ];
}

/** Class size lies in its range; the boats came late; nobody has asked about reading since 2023. */
function learning(seed: number, places: Places): Data[] {
  const random = randomOf(seed, 'learning');
  const pupils = [6_180, 6_120, 6_050, 5_990, 5_930, 5_860, 5_810, 5_770];
  const classes = [193, 194, 197, 201, 205, 210, 216, 219];
  return [
    ...years('MURID', 2019, pupils), ...years('KELAS', 2019, classes),
    ...[6, 7].flatMap((n) => {
      const [children, rooms] = [split(random, pupils[n] ?? 0, [0.15, 0.2, 0.32, 0.2, 0.13]), split(random, classes[n] ?? 0, [0.19, 0.2, 0.25, 0.21, 0.15])];
      const extra = 2019 + n === thisYear ? { provisional: true } : {};
      return places.districts.flatMap((area, d) => [value('MURID', String(2019 + n), children[d] ?? 0, { area, ...extra }), value('KELAS', String(2019 + n), rooms[d] ?? 0, { area, ...extra })]);
    }),
    ...years('BACA', 2019, [13, 11, 12, 15, 18], { source: 'rekaan-survei' }),
    value('PERAHU', '2025', 0, { note: ['Ketiga perahu masih di galangan', 'All three boats were still in the yard'], assurance: 'verified', by: checker, at: '2026-01-30T03:00:00.000Z' }),
    value('PERAHU', '2026', 2, { provisional: true, note: untilSeptember }),
  ];
}

function care(seed: number): Data[] {
  const random = randomOf(seed, 'health');
  const notYet: [string, string] = ['Belum ada jam malam: nol yang nyata', 'No night hours yet: a real zero'];
  const asked = Array.from({ length: 11 }, (_, n) => random.integer(5_000, 5_400) + n * 60);
  const filled = [0.741, 0.752, 0.768, 0.781, 0.806, 0.829, 0.822, 0.871, 0.883, 0.842, 0.718];
  return [
    ...years('PKM', 2019, [11, 11, 12, 12, 12, 12, 12, 12]).map((row) => ({ ...row, quality: null, note_id: null, note_en: null })),
    ...years('PKM_DOKTER', 2019, [5, 5, 6, 6, 7, 7, 10]), value('PKM_DOKTER', '2026', 9, { note: ['Satu dokter pindah tugas', 'One doctor moved away'] }),
    ...['2022', '2023', '2024'].map((year) => value('KUNJUNGAN_MALAM', year, 0, { note: notYet })),
    value('KUNJUNGAN_MALAM', '2025', random.integer(320, 360)),
    value('KUNJUNGAN_MALAM', '2026', random.integer(270, 295), { provisional: true, note: ['Januari sampai September; satu puskesmas kembali tutup pukul 16', 'January to September; one health centre closes at 4 pm again'] }),
    ...quarters('RESEP', 2024, asked),
    ...quarters('RESEP_LENGKAP', 2024, asked.map((count, n) => Math.round(count * (filled[n] ?? 0)))),
  ];
}

const safety = (): Data[] => [
  ...years('TENGGELAM', 2019, [6, 3, 4, 5, 3, 2]), value('TENGGELAM', '2025', 0, { note: ['Nol yang diperiksa pada catatan puskesmas dan polisi', 'A zero that was checked in the records of health centres and police'] }),
  value('TENGGELAM', '2026', 1, { provisional: true, note: ['Seorang warga pada banjir Februari', 'One resident in the flood of February'] }),
  ...years('KEBAKARAN', 2019, [3, 2, 4, 2, 3, 2, 0, 1]),
];
