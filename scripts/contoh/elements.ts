import type { Data, Part } from './rows.ts';

/** How a figure stands in a text: `#` is the number. */
const unit = (code: string, id: string, en: string, dimension: string, shown: [id: string, en: string] = [`# ${id}`, `# ${en}`]): Data => ({
  code, name_id: id, name_en: en, shown_id: shown[0], shown_en: shown[1], dimension,
});

const units: Data[] = [
  unit('berkas', 'berkas', 'files', 'count'),
  unit('desa', 'desa dan kelurahan', 'villages', 'count', ['# desa', '# villages']),
  unit('indeks', 'indeks', 'index', 'index', ['#', '#']),
  unit('keluhan', 'keluhan', 'complaints', 'count'),
  unit('kios', 'kios', 'stalls', 'count'),
  unit('kunjungan', 'kunjungan', 'visits', 'count'),
  unit('kunjungan-bulan', 'kunjungan sebulan', 'visits a month', 'count'),
  unit('orang', 'orang', 'people', 'count'),
  unit('percent', 'persen', 'percent', 'percent', ['#%', '#%']),
  unit('puskesmas', 'puskesmas', 'health centres', 'count'),
  unit('ton', 'ton', 'tonnes', 'mass'),
  unit('usaha', 'usaha', 'businesses', 'count'),
];

interface Element {
  code: string;
  name: [id: string, en: string];
  unit: string;
  type?: 'number' | 'integer';
  area?: 'sum' | 'average' | 'none';
  time?: 'sum' | 'average' | 'last';
  agency: string;
  source?: string;
  definition?: [id: string, en: string];
}

const elements: Element[] = [
  { code: 'AIR_REGISTER', name: ['Rumah berair layak menurut register desa', 'Homes with safe water by village register'], unit: 'percent', type: 'number', area: 'none', time: 'last', agency: 'sehat' },
  { code: 'AIR_SURVEI', name: ['Rumah berair layak menurut survei', 'Homes with safe water by survey'], unit: 'percent', type: 'number', area: 'none', time: 'last', agency: 'sehat', source: 'rekaan-survei', definition: ['Survei tiap beberapa tahun; tahun tanpa survei tidak berangka.', 'A survey every few years; a year without one has no figure.'] },
  { code: 'DESA', name: ['Desa dan kelurahan', 'Villages'], unit: 'desa', time: 'last', agency: 'rencana', source: 'rekaan-wilayah' },
  { code: 'DESA_INTERNET', name: ['Kantor desa berinternet', 'Village offices with internet'], unit: 'desa', time: 'last', agency: 'layanan' },
  { code: 'DESA_LATIH', name: ['Desa dengan perangkat terlatih', 'Villages with trained staff'], unit: 'desa', time: 'last', agency: 'layanan' },
  { code: 'DESA_TANPA_SINYAL', name: ['Desa tanpa sinyal', 'Villages without signal'], unit: 'desa', time: 'last', agency: 'layanan', definition: ['Tidak ada sinyal telepon di balai desa; nol berarti sudah diperiksa dan tidak ada.', 'No phone signal at the village hall; zero means that all were checked and there is none.'] },
  { code: 'KELUHAN_MASUK', name: ['Keluhan masuk', 'Complaints received'], unit: 'keluhan', agency: 'layanan' },
  { code: 'KELUHAN_TEPAT', name: ['Keluhan dijawab tepat waktu', 'Complaints answered on time'], unit: 'keluhan', agency: 'layanan' },
  { code: 'KEPUASAN', name: ['Kepuasan pengguna layanan', 'Satisfaction of service users'], unit: 'indeks', type: 'number', area: 'none', time: 'average', agency: 'layanan', source: 'rekaan-survei' },
  { code: 'KIOS', name: ['Kios pasar apung', 'Floating market stalls'], unit: 'kios', time: 'last', agency: 'usaha' },
  { code: 'KIOS_LAIK', name: ['Kios pasar apung yang laik', 'Floating market stalls in good order'], unit: 'kios', time: 'last', agency: 'usaha' },
  { code: 'KUNJUNGAN_MALAM', name: ['Kunjungan puskesmas setelah pukul 16', 'Health centre visits after 4 pm'], unit: 'kunjungan-bulan', time: 'average', agency: 'sehat' },
  { code: 'LAY_SELESAI', name: ['Layanan selesai', 'Services finished'], unit: 'berkas', agency: 'layanan' },
  { code: 'LAY_TEPAT', name: ['Layanan selesai tepat waktu', 'Services finished on time'], unit: 'berkas', agency: 'layanan', definition: ['Berkas yang selesai pada atau sebelum hari yang tertulis di tanda terima.', 'Files finished on or before the day written on the receipt.'] },
  { code: 'MISKIN', name: ['Penduduk miskin', 'People in poverty'], unit: 'percent', type: 'number', area: 'none', time: 'last', agency: 'rencana', source: 'rekaan-survei' },
  { code: 'PENDUDUK', name: ['Penduduk', 'Population'], unit: 'orang', time: 'last', agency: 'rencana', source: 'rekaan-wilayah' },
  { code: 'PKM', name: ['Puskesmas', 'Health centres'], unit: 'puskesmas', time: 'last', agency: 'sehat' },
  { code: 'PKM_DOKTER', name: ['Puskesmas dengan dokter tetap', 'Health centres with a resident doctor'], unit: 'puskesmas', time: 'last', agency: 'sehat' },
  { code: 'SAMPAH_PILAH', name: ['Sampah terpilah', 'Waste sorted'], unit: 'ton', type: 'number', agency: 'usaha' },
  { code: 'SAMPAH_TIMBUL', name: ['Sampah timbul', 'Waste produced'], unit: 'ton', type: 'number', agency: 'usaha' },
  { code: 'STUNTING', name: ['Balita stunting', 'Stunting among under-fives'], unit: 'percent', type: 'number', area: 'none', time: 'last', agency: 'sehat', source: 'rekaan-survei' },
  { code: 'UMKM_DARING', name: ['Usaha kecil yang berjualan daring', 'Small businesses that sell online'], unit: 'usaha', time: 'last', agency: 'usaha' },
  { code: 'WISATA', name: ['Kunjungan wisata', 'Tourist visits'], unit: 'kunjungan', agency: 'usaha', definition: ['Belum ada yang menghitung.', 'Nobody counts them yet.'] },
];

const series = (element: string, code: string, id: string, en: string, kind: string, noteId: string | null = null, noteEn: string | null = null): Data => ({
  element_code: element, code, name_id: id, name_en: en, kind, note_id: noteId, note_en: noteEn,
});

/** Elements with more than one way of counting, or with a report that says otherwise. */
const special: Data[] = [
  series('STUNTING', 'lama', 'Survei gizi lama', 'Old nutrition survey', 'method', 'Sampai 2024; anak di bawah dua tahun tidak diukur berbaring.', 'Until 2024; children under two were not measured lying down.'),
  series('STUNTING', 'baru', 'Survei gizi baru', 'New nutrition survey', 'method', 'Sejak 2024; cara ukur berbeda, tidak boleh disambung.', 'Since 2024; measured differently, not to be joined.'),
  series('STUNTING', 'timbang', 'Laporan bulan penimbangan', 'Weighing month report', 'report', 'Hanya balita yang datang ditimbang.', 'Only infants who came to be weighed.'),
  series('MISKIN', 'utama', 'Survei rumah tangga', 'Household survey', 'method'),
  series('MISKIN', 'siaran', 'Siaran pers', 'Press release', 'report', 'Angkanya berbeda dari survei; sebabnya tidak ditulis.', 'The figure differs from the survey; it does not say why.'),
];

export function elementsPart(): Part {
  const usual = elements.filter((element) => !special.some((row) => row.element_code === element.code));
  return {
    'data.unit': units,
    'data.element': elements.map(({ code, name, unit: of, type, area, time, agency, source, definition }) => ({
      code, name_id: name[0], name_en: name[1], unit_code: of, value_type: type ?? 'integer', sum_area: area ?? 'sum', sum_time: time ?? 'sum', agency_code: agency,
      definition_id: definition?.[0] ?? null, definition_en: definition?.[1] ?? null, source_code: source ?? 'rekaan-register',
    })),
    'data.series': [...usual.map((element) => series(element.code, 'utama', 'Utama', 'Main', 'method')), ...special],
  };
}
