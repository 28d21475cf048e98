import type { Places } from './areas.ts';
import { randomOf } from './random.ts';
import type { Data } from './rows.ts';
import { type Extra, post, splitTenths, thisYear, untilSeptember, value, years } from './value-rows.ts';

/** Mission 3, and the people. */
export const economyValues = (seed: number, places: Places): Data[] => [...poverty(seed), ...businesses(seed), ...waste(seed, places), ...people(seed, places), ...years('RIMBA', 2019, [-1.8, -1.9, -1.6, -1.5, -1.3, -1.2, -0.8, -0.9])];

/** A press release that differs a little, and a newer value that waits. */
function poverty(seed: number): Data[] {
  const random = randomOf(seed, 'surveys');
  const source = 'rekaan-survei';
  return [
    ...years('MISKIN', 2019, [12.1, 13.4, 13.1, random.decimal(12.3, 12.6, 1), random.decimal(11.9, 12.1, 1), random.decimal(11.2, 11.5, 1), 9.8], { source }),
    value('MISKIN', '2025', 9.6, { series: 'siaran', source: 'rekaan-laporan' }),
    value('MISKIN', '2026', random.decimal(9.2, 9.4, 1), { source, status: 'submitted', provisional: true, note: ['Menunggu pemeriksaan', 'Waiting to be checked'] }),
  ];
}

/** A withdrawn value, two years in which a measure does not apply, a loss. */
function businesses(seed: number): Data[] {
  const random = randomOf(seed, 'businesses');
  const ashore: Extra = { applicable: false, note: ['Pasar sudah di darat', 'The market is ashore'] };
  return [
    value('UMKM_DARING', '2020', 58), value('UMKM_DARING', '2021', 97), value('UMKM_DARING', '2022', random.integer(138, 150)),
    value('UMKM_DARING', '2023', random.integer(280, 299), { revision: 1 }),
    value('UMKM_DARING', '2023', null, { revision: 2, status: 'withdrawn', note: ['Dihitung dua kali; ditarik', 'Counted twice; withdrawn'] }),
    value('UMKM_DARING', '2024', random.integer(205, 220)), value('UMKM_DARING', '2025', random.integer(258, 270)), value('UMKM_DARING', '2026', 312, { provisional: true, note: untilSeptember }),
    ...years('KIOS', 2021, [34, 33, 31, 30]), ...years('KIOS_LAIK', 2021, [25, 22, 20, 18]),
    ...['2025', '2026'].flatMap((year) => [value('KIOS', year, null, ashore), value('KIOS_LAIK', year, null, ashore)]),
    ...years('LABA', 2019, [1.2, -0.4, 0.3, 0.9, 1.1, 1.4]),
    value('LABA', '2025', -0.6, { note: ['Kapal tangki rusak lima bulan', 'The tanker was out of order for five months'] }),
  ];
}

/** The newest share fell; a higher count waits to be checked. */
function waste(seed: number, places: Places): Data[] {
  const random = randomOf(seed, 'waste');
  const made = [14_900, 15_300, 15_700, 16_100, random.decimal(16_200, 16_800, 1), random.decimal(16_600, 17_200, 1), random.decimal(12_600, 13_100, 1)];
  const shares = [0.071, 0.094, 0.131, 0.158, 0.184, 0.206, 0.182];
  const sorted = made.map((amount, n) => Number((amount * (shares[n] ?? 0)).toFixed(1)));
  const idle: Extra = { provisional: true, assurance: 'stated', by: post('Dinas Usaha'), at: '2026-10-04T02:00:00.000Z', note: ['Dua truk berhenti sejak Agustus', 'Two lorries idle since August'] };
  return [
    ...years('SAMPAH_TIMBUL', 2020, made), ...years('SAMPAH_PILAH', 2020, sorted.slice(0, 6)),
    value('SAMPAH_PILAH', '2026', sorted[6] ?? 0, { ...idle, revision: 1 }),
    value('SAMPAH_PILAH', '2026', Number(((made[6] ?? 0) * 0.191).toFixed(1)), { revision: 2, provisional: true, status: 'submitted', note: ['Dengan timbangan sekolah; menunggu pemeriksaan', 'With the schools’ scales; waiting to be checked'] }),
    ...[5, 6].flatMap((n) => {
      const all = splitTenths(random, made[n] ?? 0, [0.14, 0.2, 0.31, 0.22, 0.13]);
      const good = splitTenths(random, sorted[n] ?? 0, [0.1, 0.19, 0.41, 0.19, 0.11]);
      const extra = 2020 + n === thisYear ? { provisional: true } : {};
      return places.districts.flatMap((area, d) => [value('SAMPAH_TIMBUL', String(2020 + n), all[d] ?? 0, { area, ...extra }), value('SAMPAH_PILAH', String(2020 + n), good[d] ?? 0, { area, ...extra })]);
    }),
  ];
}

function people(seed: number, places: Places): Data[] {
  const random = randomOf(seed, 'people');
  const source = 'rekaan-wilayah';
  const rows: Data[] = [];
  const totals = new Map<string, number>();
  for (const district of places.districts) {
    let count = places.villages.filter((village) => village.district === district).reduce((sum, village) => sum + village.people, 0);
    for (const year of ['2020', '2021', '2022', '2023', '2024', '2025']) {
      const women = Math.round(count * (0.488 + 0.002 * (rows.length % 5)));
      rows.push(value('PENDUDUK', year, count, { area: district, source }), value('PENDUDUK.L', year, count - women, { area: district, source }), value('PENDUDUK.P', year, women, { area: district, source }));
      totals.set(year, (totals.get(year) ?? 0) + count);
      count = Math.round(count * (1 + random.decimal(-0.006, 0.024, 4)));
    }
  }
  return [...rows, ...[...totals].map(([year, count]) => value('PENDUDUK', year, count, { source }))];
}
