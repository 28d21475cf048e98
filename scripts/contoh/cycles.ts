import { code as region } from './region.ts';
import type { Data, Part } from './rows.ts';

const cycle = (code: string, name: [string, string], period: string, days: [opens: string, enter: string, submit: string, approve: string, verify: string, publish: string], locks: string | null = null): Data => ({
  code, name_id: name[0], name_en: name[1], period, opens_on: days[0], enter_by: days[1], submit_by: days[2], approve_by: days[3], verify_by: days[4], publish_by: days[5],
  locks, state: 'open', reason: null, reopened_until: null, note_id: 'Rekaan', note_en: 'Invented', source_code: null,
});
const item = (cycleCode: string, period: string, element: string, area = region, publish = true): Data => ({ cycle_code: cycleCode, element_code: element, area_code: area, series_code: 'utama', period, publish });

const [quarter, year] = ['2026-tw4', '2026'];
const districts = ['01', '02', '03', '04', '05'].map((district) => `${region}.${district}`);

/** National holidays and collective leave of 2026, as decreed by three ministers; the moving ones of later years are not decreed yet, so they are missing. */
const holidays: [day: string, kind: 'national' | 'collective', id: string, en: string][] = [
  ['2026-01-01', 'national', 'Tahun Baru Masehi', 'New Year'], ['2026-01-16', 'national', 'Isra Mikraj', 'Ascension of the Prophet'],
  ['2026-02-16', 'collective', 'Cuti bersama Imlek', 'Collective leave, Lunar New Year'], ['2026-02-17', 'national', 'Tahun Baru Imlek 2577', 'Lunar New Year'],
  ['2026-03-18', 'collective', 'Cuti bersama Nyepi', 'Collective leave, Nyepi'], ['2026-03-19', 'national', 'Hari Suci Nyepi', 'Nyepi'],
  ['2026-03-20', 'collective', 'Cuti bersama Idul Fitri', 'Collective leave, Eid al-Fitr'], ['2026-03-21', 'national', 'Idul Fitri 1447', 'Eid al-Fitr'], ['2026-03-22', 'national', 'Idul Fitri 1447', 'Eid al-Fitr'],
  ['2026-03-23', 'collective', 'Cuti bersama Idul Fitri', 'Collective leave, Eid al-Fitr'], ['2026-03-24', 'collective', 'Cuti bersama Idul Fitri', 'Collective leave, Eid al-Fitr'],
  ['2026-04-03', 'national', 'Wafat Yesus Kristus', 'Good Friday'], ['2026-04-05', 'national', 'Kebangkitan Yesus Kristus', 'Easter'], ['2026-05-01', 'national', 'Hari Buruh Internasional', 'Labour Day'],
  ['2026-05-14', 'national', 'Kenaikan Yesus Kristus', 'Ascension Day'], ['2026-05-15', 'collective', 'Cuti bersama Kenaikan', 'Collective leave, Ascension Day'],
  ['2026-05-27', 'national', 'Idul Adha 1447', 'Eid al-Adha'], ['2026-05-28', 'collective', 'Cuti bersama Idul Adha', 'Collective leave, Eid al-Adha'], ['2026-05-31', 'national', 'Hari Raya Waisak 2570', 'Vesak'],
  ['2026-06-01', 'national', 'Hari Lahir Pancasila', 'Pancasila Day'], ['2026-06-16', 'national', 'Tahun Baru Islam 1448', 'Islamic New Year'], ['2026-08-17', 'national', 'Proklamasi Kemerdekaan', 'Independence Day'],
  ['2026-08-25', 'national', 'Maulid Nabi Muhammad', 'Birthday of the Prophet'], ['2026-12-24', 'collective', 'Cuti bersama Natal', 'Collective leave, Christmas'], ['2026-12-25', 'national', 'Kelahiran Yesus Kristus', 'Christmas'],
];

/** What is asked of whom: a quarter that began to be collected, and a year of which some figures are late. Days are those of an invented calendar of work. */
export const cyclesPart = (): Part => ({
  'data.cycle': [
    cycle(quarter, ['Pengumpulan triwulan IV 2026', 'Collection for the fourth quarter of 2026'], '2026Q4', ['2026-11-16', '2026-12-04', '2026-12-08', '2026-12-11', '2026-12-17', '2026-12-22']),
    cycle(year, ['Pengumpulan tahun 2026', 'Collection for 2026'], '2026', ['2026-10-01', '2026-11-20', '2026-11-24', '2026-12-15', '2026-12-18', '2026-12-23']),
  ],
  'data.cycle_item': [
    ...['KEPUASAN', 'RESEP', 'RESEP_LENGKAP', 'RUMAH_PIPA', 'SERTIFIKAT'].map((element) => item(quarter, '2026Q4', element)),
    item(year, '2026', 'WISATA'), item(year, '2026', 'SAMPAH_PILAH'), item(year, '2026', 'MISKIN'), item(year, '2026', 'BACA'),
    ...districts.map((district) => item(year, '2026', 'KELUHAN_MASUK', district)), item(year, '2026', 'LAY_SELESAI'), item(year, '2026', 'LAY_TEPAT'), item(year, '2026', 'LABA', region, false),
  ],
  'data.holiday': holidays.map(([day, kind, id, en]) => ({ day, kind, name_id: id, name_en: en, source_code: 'skb-libur-2026' })),
  'places.source': [{
    code: 'skb-libur-2026', publisher: 'Menteri Agama, Menteri Ketenagakerjaan, Menteri PANRB', title: 'Hari libur nasional dan cuti bersama 2026: Nomor 1497 Tahun 2025, Nomor 2 Tahun 2025, Nomor 5 Tahun 2025', published: '2025-09-19',
    url: 'https://disdiksmg.semarangkota.go.id/post-detail/resmi-daftar-hari-libur-nasional-dan-cuti-bersama-tahun-2026-berdasarkan-skb-3-menteri',
    note_id: 'Nyata, bukan rekaan: hari libur dan cuti bersama, dibaca dari pemberitaan keputusannya.', note_en: 'Real, not invented: holidays and collective leave, read from reports of the decree.',
  }],
});
