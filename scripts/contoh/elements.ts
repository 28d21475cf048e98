import type { Data, Part } from './rows.ts';

/** How a figure stands in a text: `#` is the number. */
const unit = (code: string, id: string, en: string, dimension: string, shown: [id: string, en: string] = [`# ${id}`, `# ${en}`], scale: string | null = null): Data => ({
  code, name_id: id, name_en: en, shown_id: shown[0], shown_en: shown[1], dimension, scale,
});

const units: Data[] = [
  unit('berkas', 'berkas', 'files', 'count'),
  unit('bidang', 'bidang', 'plots', 'count'),
  unit('desa', 'desa dan kelurahan', 'villages', 'count', ['# desa', '# villages']),
  unit('hari', 'hari', 'days', 'count'),
  unit('indeks', 'indeks', 'index', 'index', ['#', '#']),
  unit('kejadian', 'kejadian', 'incidents', 'count'),
  unit('kelas', 'kelas', 'classes', 'count'),
  unit('keluhan', 'keluhan', 'complaints', 'count'),
  unit('kios', 'kios', 'stalls', 'count'),
  unit('kunjungan', 'kunjungan', 'visits', 'count'),
  unit('kunjungan-bulan', 'kunjungan sebulan', 'visits a month', 'count'),
  unit('kelas-antre', 'kelas antrean', 'class of queue', 'word', ['#', '#']),
  unit('menit', 'menit', 'minutes', 'time'),
  unit('meter', 'meter', 'metres', 'length'),
  unit('murid', 'murid', 'pupils', 'count'),
  unit('murid-kelas', 'murid sekelas', 'pupils a class', 'ratio'),
  unit('orang', 'orang', 'people', 'count'),
  unit('perahu', 'perahu', 'boats', 'count'),
  unit('percent', 'persen', 'percent', 'percent', ['#%', '#%']),
  unit('puskesmas', 'puskesmas', 'health centres', 'count'),
  unit('resep', 'resep', 'prescriptions', 'count'),
  unit('rp-miliar', 'miliar rupiah', 'billion rupiah', 'money', ['Rp# miliar', 'Rp# billion'], '1000000000'),
  unit('rumah', 'rumah', 'homes', 'count'),
  unit('tahap', 'tahap', 'stages', 'stage'),
  unit('timbangan', 'timbangan', 'scales', 'count'),
  unit('ton', 'ton', 'tonnes', 'mass'),
  unit('usaha', 'usaha', 'businesses', 'count'),
  unit('ya-tidak', '1 ya, 0 tidak', '1 yes, 0 no', 'yes_no', ['#', '#']),
];

interface Element {
  code: string;
  name: [id: string, en: string];
  unit: string;
  type?: 'number' | 'integer' | 'boolean';
  area?: 'sum' | 'average' | 'none';
  time?: 'sum' | 'average' | 'last';
  agency: string;
  source?: string;
  definition?: [id: string, en: string];
  categories?: string;
}

const elements: Element[] = [
  { code: 'AIR_REGISTER', name: ['Rumah berair layak menurut register desa', 'Homes with safe water by village register'], unit: 'percent', type: 'number', area: 'none', time: 'last', agency: 'tata' },
  { code: 'AIR_SURVEI', name: ['Rumah berair layak menurut survei', 'Homes with safe water by survey'], unit: 'percent', type: 'number', area: 'none', time: 'last', agency: 'tata', source: 'rekaan-survei', definition: ['Survei tiap beberapa tahun; tahun tanpa survei tidak berangka.', 'A survey every few years; a year without one has no figure.'] },
  { code: 'ANTRE', name: ['Waktu menunggu di loket', 'Waiting time at the counter'], unit: 'menit', type: 'number', area: 'none', time: 'average', agency: 'layanan', source: 'rekaan-survei' },
  { code: 'BACA', name: ['Waktu membaca anak', 'Reading time of children'], unit: 'menit', type: 'number', area: 'none', time: 'last', agency: 'ajar', source: 'rekaan-survei', definition: ['Survei sekolah; terakhir pada 2023.', 'A survey in schools, last held in 2023.'] },
  { code: 'BALITA', name: ['Balita terdaftar', 'Registered under-fives'], unit: 'orang', time: 'last', agency: 'sehat' },
  { code: 'BALITA_TIMBANG', name: ['Balita yang ditimbang tiap bulan', 'Under-fives weighed every month'], unit: 'orang', time: 'last', agency: 'sehat' },
  { code: 'BERKAS_KELILING', name: ['Berkas selesai di loket keliling', 'Papers finished at travelling counters'], unit: 'berkas', agency: 'layanan' },
  { code: 'DATA_TERBIT', name: ['Daftar data prioritas terbit', 'List of priority data published'], unit: 'ya-tidak', type: 'boolean', area: 'none', time: 'last', agency: 'layanan' },
  { code: 'DESA', name: ['Desa dan kelurahan', 'Villages'], unit: 'desa', time: 'last', agency: 'rencana', source: 'rekaan-wilayah' },
  { code: 'DESA_INTERNET', name: ['Kantor desa berinternet', 'Village offices with internet'], unit: 'desa', time: 'last', agency: 'layanan' },
  { code: 'DESA_LATIH', name: ['Desa dengan perangkat terlatih', 'Villages with trained staff'], unit: 'desa', time: 'last', agency: 'layanan' },
  { code: 'DESA_TANPA_SINYAL', name: ['Desa tanpa sinyal', 'Villages without signal'], unit: 'desa', time: 'last', agency: 'layanan', definition: ['Tidak ada sinyal telepon di balai desa; nol berarti sudah diperiksa dan tidak ada.', 'No phone signal at the village hall; zero means that all were checked and there is none.'] },
  { code: 'HARI_LOKET', name: ['Hari jalan mobil loket', 'Days of the counter on wheels'], unit: 'hari', area: 'none', agency: 'layanan' },
  { code: 'IMUNISASI', name: ['Bayi berimunisasi lengkap', 'Infants fully immunised'], unit: 'percent', type: 'number', area: 'none', time: 'last', agency: 'sehat' },
  { code: 'KEBAKARAN', name: ['Kebakaran di pasar', 'Fires in markets'], unit: 'kejadian', agency: 'usaha' },
  { code: 'KELAS', name: ['Kelas sekolah dasar', 'Primary classes'], unit: 'kelas', time: 'last', agency: 'ajar' },
  { code: 'KELAS_IBU', name: ['Kelas ibu yang berjalan', 'Classes for mothers held'], unit: 'kelas', time: 'last', agency: 'sehat' },
  { code: 'KELUHAN_MASUK', name: ['Keluhan masuk', 'Complaints received'], unit: 'keluhan', agency: 'layanan' },
  { code: 'KELUHAN_TEPAT', name: ['Keluhan dijawab tepat waktu', 'Complaints answered on time'], unit: 'keluhan', agency: 'layanan' },
  { code: 'KEPUASAN', name: ['Kepuasan pengguna layanan', 'Satisfaction of service users'], unit: 'indeks', type: 'number', area: 'none', time: 'average', agency: 'layanan', source: 'rekaan-survei' },
  { code: 'KIOS', name: ['Kios pasar apung', 'Floating market stalls'], unit: 'kios', time: 'last', agency: 'usaha' },
  { code: 'KIOS_LAIK', name: ['Kios pasar apung yang laik', 'Floating market stalls in good order'], unit: 'kios', time: 'last', agency: 'usaha' },
  { code: 'KUNJUNGAN_MALAM', name: ['Kunjungan puskesmas setelah pukul 16', 'Health centre visits after 4 pm'], unit: 'kunjungan-bulan', time: 'average', agency: 'sehat' },
  { code: 'KUNJUNGAN_RUMAH', name: ['Kunjungan ke rumah balita', 'Visits to homes of infants'], unit: 'kunjungan', agency: 'sehat' },
  { code: 'LABA', name: ['Laba perusahaan daerah', 'Profit of the regional company'], unit: 'rp-miliar', type: 'number', area: 'none', agency: 'usaha', definition: ['Setelah pajak; di bawah nol berarti rugi.', 'After tax; below zero is a loss.'] },
  { code: 'LAY_SELESAI', name: ['Layanan selesai', 'Services finished'], unit: 'berkas', agency: 'layanan' },
  { code: 'LAY_TEPAT', name: ['Layanan selesai tepat waktu', 'Services finished on time'], unit: 'berkas', agency: 'layanan', definition: ['Berkas yang selesai pada atau sebelum hari yang tertulis di tanda terima.', 'Files finished on or before the day written on the receipt.'] },
  { code: 'MISKIN', name: ['Penduduk miskin', 'People in poverty'], unit: 'percent', type: 'number', area: 'none', time: 'last', agency: 'rencana', source: 'rekaan-survei' },
  { code: 'MUKA_AIR', name: ['Kedalaman muka air tanah', 'Depth of the groundwater'], unit: 'meter', type: 'number', area: 'none', time: 'average', agency: 'tata', definition: ['Dua belas sumur pantau, diukur tiap bulan.', 'Twelve wells, measured every month.'] },
  { code: 'MURID', name: ['Murid sekolah dasar', 'Primary pupils'], unit: 'murid', time: 'last', agency: 'ajar' },
  { code: 'PENDUDUK', name: ['Penduduk', 'Population'], unit: 'orang', time: 'last', agency: 'rencana', source: 'rekaan-wilayah', categories: 'kelamin' },
  { code: 'PERAHU', name: ['Perahu baca yang berlayar', 'Reading boats afloat'], unit: 'perahu', time: 'last', agency: 'ajar' },
  { code: 'PETUGAS', name: ['Petugas loket yang terlatih', 'Trained counter staff'], unit: 'orang', time: 'last', agency: 'layanan' },
  { code: 'PKM', name: ['Puskesmas', 'Health centres'], unit: 'puskesmas', time: 'last', agency: 'sehat' },
  { code: 'PKM_DOKTER', name: ['Puskesmas dengan dokter tetap', 'Health centres with a resident doctor'], unit: 'puskesmas', time: 'last', agency: 'sehat' },
  { code: 'RESEP', name: ['Resep', 'Prescriptions'], unit: 'resep', agency: 'sehat' },
  { code: 'RESEP_LENGKAP', name: ['Resep yang dilayani lengkap', 'Prescriptions filled completely'], unit: 'resep', agency: 'sehat' },
  { code: 'RIMBA', name: ['Perubahan luas rimba', 'Change of forest area'], unit: 'percent', type: 'number', area: 'none', time: 'last', agency: 'tata', definition: ['Dibanding tahun sebelumnya.', 'Against the year before.'] },
  { code: 'RUMAH_PIPA', name: ['Rumah tersambung pipa air', 'Homes on piped water'], unit: 'rumah', time: 'last', agency: 'tata' },
  { code: 'SAMPAH_PILAH', name: ['Sampah terpilah', 'Waste sorted'], unit: 'ton', type: 'number', agency: 'usaha' },
  { code: 'SAMPAH_TIMBUL', name: ['Sampah timbul', 'Waste produced'], unit: 'ton', type: 'number', agency: 'usaha' },
  { code: 'SERTIFIKAT', name: ['Sertifikat tanah diserahkan', 'Land certificates handed over'], unit: 'bidang', time: 'last', agency: 'tata', definition: ['Jumlah berjalan sejak 1 Januari.', 'A running total since 1 January.'] },
  { code: 'STUNTING', name: ['Balita stunting', 'Stunting among under-fives'], unit: 'percent', type: 'number', area: 'none', time: 'last', agency: 'sehat', source: 'rekaan-survei' },
  { code: 'TAHAP_PERATURAN', name: ['Tahap peraturan masterplan', 'Stage of the masterplan regulation'], unit: 'tahap', area: 'none', time: 'last', agency: 'rencana' },
  { code: 'TENGGELAM', name: ['Orang tenggelam', 'People drowned'], unit: 'orang', agency: 'layanan' },
  { code: 'TIMBANGAN', name: ['Timbangan posyandu', 'Scales of health posts'], unit: 'timbangan', time: 'last', agency: 'sehat' },
  { code: 'TIMBANGAN_LAIK', name: ['Timbangan posyandu yang lulus tera', 'Scales that passed the test'], unit: 'timbangan', time: 'last', agency: 'sehat' },
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
  series('STUNTING', 'gawai', 'Aplikasi kader', 'Volunteers’ app', 'report', 'Dicatat kader dengan gawai; anak yang sama dapat tercatat dua kali.', 'Entered by volunteers on their phones; a child may be entered twice.'),
  series('STUNTING', 'timbang', 'Laporan bulan penimbangan', 'Weighing month report', 'report', 'Hanya balita yang datang ditimbang.', 'Only infants who came to be weighed.'),
  series('MISKIN', 'utama', 'Survei rumah tangga', 'Household survey', 'method'),
  series('MISKIN', 'siaran', 'Siaran pers', 'Press release', 'report', 'Angkanya berbeda dari survei; sebabnya tidak ditulis.', 'The figure differs from the survey; it does not say why.'),
];

export function elementsPart(): Part {
  const usual = elements.filter((element) => !special.some((row) => row.element_code === element.code));
  return {
    'data.unit': units,
    'data.element': elements.map(({ code, name, unit: of, type, area, time, agency, source, definition, categories }) => ({
      code, name_id: name[0], name_en: name[1], unit_code: of, value_type: type ?? 'integer', sum_area: area ?? 'sum', sum_time: time ?? 'sum', agency_code: agency,
      definition_id: definition?.[0] ?? null, definition_en: definition?.[1] ?? null, source_code: source ?? 'rekaan-register', categories: categories ?? null,
    })),
    'data.category': [{ code: 'kelamin', name_id: 'Jenis kelamin', name_en: 'Sex' }],
    'data.category_option': [{ category_code: 'kelamin', code: 'L', name_id: 'laki-laki', name_en: 'male' }, { category_code: 'kelamin', code: 'P', name_id: 'perempuan', name_en: 'female' }],
    'data.series': [...usual.map((element) => series(element.code, 'utama', 'Utama', 'Main', 'method')), ...special],
  };
}
