import { gave, gaveNothing, type Indicator } from './indicator-rows.ts';

/** Mission 1: children, water, learning, help when it is needed. */
export const healthIndicators: Indicator[] = [
  {
    code: 'air-layak', name: ['Rumah berair layak', 'Homes with safe water'], unit: 'percent', decimals: 1, agency: 'tata', family: 'ikd', mode: 'annual_only',
    definition: ['Tiga perempat menurut survei dan seperempat menurut register; tanpa survei, register saja.', 'Three quarters by survey and one quarter by register; without a survey, the register alone.'],
    formula: 'firstNonNull(#{AIR_SURVEI} * 0.75 + #{AIR_REGISTER} * 0.25, #{AIR_REGISTER})',
    examples: [gave({ AIR_SURVEI: 72, AIR_REGISTER: 76 }, 73), gave({ AIR_SURVEI: null, AIR_REGISTER: 76 }, 76), gaveNothing({ AIR_SURVEI: 72, AIR_REGISTER: null }, 'missing')],
    targets: ['76', '79', '82', '85', '88'],
  },
  {
    code: 'baca-anak', name: ['Waktu membaca anak', 'Reading time of children'], short: ['Waktu membaca', 'Reading time'], unit: 'menit', decimals: 0, agency: 'ajar', family: 'other',
    definition: ['Rata-rata menit membaca sehari di luar sekolah, anak kelas 3 sampai 6.', 'Mean minutes of reading a day outside school, pupils of years 3 to 6.'],
    formula: '#{BACA}', note: ['Surveinya tidak diulang sejak 2023.', 'The survey has not been repeated since 2023.'], examples: [gave({ BACA: 18 }, 18)], targets: ['20', '22', '24', '26', '30'],
  },
  {
    code: 'balita-ditimbang', name: ['Balita ditimbang tiap bulan', 'Infants weighed every month'], short: ['Balita ditimbang', 'Infants weighed'], unit: 'percent', decimals: 1, level: 'district', agency: 'sehat', family: 'ikk',
    definition: ['Balita yang ditimbang sedikitnya sepuluh kali setahun, dibagi semua balita terdaftar.', 'Under-fives weighed at least ten times in the year, out of all registered ones.'],
    formula: '#{BALITA_TIMBANG} / #{BALITA} * 100', examples: [gave({ BALITA_TIMBANG: 3000, BALITA: 4000 }, 75), gaveNothing({ BALITA_TIMBANG: 0, BALITA: 0 }, 'zero_denominator')],
    targets: ['80', '84', '88', '92', '95'], inDistricts: [['72', '76'], ['80', '84'], ['84', '88'], ['82', '86'], ['78', '82']],
  },
  {
    code: 'balita-stunting', name: ['Balita stunting', 'Stunting among under-fives'], unit: 'percent', direction: 'lower', decimals: 1, level: 'district', agency: 'sehat', family: 'iku', series: ['baru', 'lama'],
    definition: ['Berapa dari seratus balita yang terlalu pendek untuk umurnya.', 'How many of a hundred under-fives are too short for their age.'],
    formula: '#{STUNTING}', note: ['Cara ukur berganti pada 2024: barisnya putus di situ.', 'The method changed in 2024: the row breaks there.'],
    examples: [gave({ STUNTING: 19.8 }, 19.8), gaveNothing({ STUNTING: null }, 'missing')],
    targets: ['<=18', '<=16.5', '<=15', '<=14', '<=13'], sehat: ['<=18', '<=16.5', '<=15', '<=14', '<=13'],
  },
  {
    code: 'dokter-tetap', name: ['Puskesmas dengan dokter tetap', 'Health centres with a resident doctor'], short: ['Dokter tetap', 'Resident doctors'], unit: 'percent', decimals: 1, agency: 'sehat', family: 'ikd',
    definition: ['Puskesmas yang dokternya bertugas di situ sepanjang tahun, dibagi semua puskesmas.', 'Health centres whose doctor worked there all year, out of all health centres.'],
    formula: '#{PKM_DOKTER} / #{PKM} * 100', examples: [gave({ PKM_DOKTER: 9, PKM: 12 }, 75)],
    targets: ['75', '90', '100', '100', '100'], sehat: ['75', '90', '100', '100', '100'],
  },
  {
    code: 'imunisasi-lengkap', name: ['Bayi berimunisasi lengkap', 'Infants fully immunised'], short: ['Imunisasi lengkap', 'Full immunisation'], unit: 'percent', decimals: 1, agency: 'sehat', family: 'ikk',
    definition: ['Bayi yang imunisasinya lengkap sebelum umur satu tahun, dibagi semua bayi.', 'Infants fully immunised before they turn one, out of all infants.'],
    formula: '#{IMUNISASI}', examples: [gave({ IMUNISASI: 82.3 }, 82.3)], targets: ['85', '88', '91', '94', '96'], sehat: ['85', '88', '91', '94', '96'],
  },
  {
    code: 'isi-kelas', name: ['Murid dalam satu kelas', 'Pupils in a class'], short: ['Isi kelas', 'Class size'], unit: 'murid-kelas', direction: 'none', decimals: 1, level: 'district', agency: 'ajar', family: 'ikd', target: 'range',
    definition: ['Murid sekolah dasar dibagi rombongan belajarnya. Terlalu banyak membuat sesak, terlalu sedikit membuat kelas digabung.', 'Primary pupils by class. Too many is a crowd; with too few, classes are merged.'],
    formula: '#{MURID} / #{KELAS}', examples: [gave({ MURID: 5600, KELAS: 200 }, 28), gaveNothing({ MURID: 0, KELAS: 0 }, 'zero_denominator')], targets: ['20..28', '20..28', '20..27', '20..26', '20..26'],
  },
  {
    code: 'kebakaran-pasar', name: ['Kebakaran di pasar', 'Fires in markets'], short: ['Kebakaran pasar', 'Market fires'], unit: 'kejadian', direction: 'lower', decimals: 0, agency: 'usaha', family: 'other',
    definition: ['Kebakaran di pasar daerah dan pasar desa dalam setahun.', 'Fires in regional and village markets in a year.'],
    formula: '#{KEBAKARAN}', note: ['Pada 2025 tidak ada kebakaran: target dibagi nol tidak ada hasilnya, dan dihitung penuh.', 'There was no fire in 2025: the target divided by nothing has no result, and counts in full.'],
    examples: [gave({ KEBAKARAN: 0 }, 0), gave({ KEBAKARAN: 3 }, 3)], targets: ['<=2', '<=2', '<=2', '<=1', '<=1'],
  },
  {
    code: 'kelas-ibu', name: ['Kelas ibu yang berjalan', 'Classes for mothers held'], short: ['Kelas ibu', 'Mothers’ classes'], unit: 'kelas', decimals: 0, agency: 'sehat', family: 'other',
    definition: ['Kelas ibu yang bertemu sedikitnya sembilan kali dalam setahun.', 'Classes for mothers that met at least nine times in the year.'],
    formula: '#{KELAS_IBU}', examples: [gave({ KELAS_IBU: 64 }, 64)], targets: ['90', '100', '110', '120', '120'],
  },
  {
    code: 'korban-tenggelam', name: ['Orang tenggelam', 'People drowned'], unit: 'orang', direction: 'lower', decimals: 0, agency: 'layanan', family: 'iku',
    definition: ['Orang yang meninggal karena tenggelam di sungai dan danau. Satu pun terlalu banyak: targetnya nol.', 'People who died by drowning in rivers and lakes. One is too many: the target is zero.'],
    formula: '#{TENGGELAM}', examples: [gave({ TENGGELAM: 0 }, 0), gave({ TENGGELAM: 2 }, 2)], targets: ['<=0', '<=0', '<=0', '<=0', '<=0'],
  },
  {
    code: 'kunjungan-malam', name: ['Kunjungan puskesmas setelah pukul 16', 'Health centre visits after 4 pm'], short: ['Kunjungan malam', 'Night visits'], unit: 'kunjungan-bulan', decimals: 0, agency: 'sehat', family: 'ikd',
    definition: ['Rata-rata kunjungan sebulan setelah pukul 16, semua puskesmas.', 'Visits after 4 pm in a mean month, all health centres.'],
    formula: '#{KUNJUNGAN_MALAM}', examples: [gave({ KUNJUNGAN_MALAM: 0 }, 0), gave({ KUNJUNGAN_MALAM: 340 }, 340)],
    targets: ['300', '600', '900', '1100', '1200'], sehat: ['300', '600', '900', '1100', '1200'],
  },
  {
    code: 'kunjungan-rumah', name: ['Kunjungan ke rumah balita', 'Visits to homes of infants'], short: ['Kunjungan rumah', 'Home visits'], unit: 'kunjungan', decimals: 0, agency: 'sehat', family: 'other',
    definition: ['Kunjungan bidan dan kader ke rumah balita yang dua bulan tidak ditimbang.', 'Visits by midwives and volunteers to infants who missed two weighings.'],
    formula: '#{KUNJUNGAN_RUMAH}', examples: [gave({ KUNJUNGAN_RUMAH: 1460 }, 1460)], targets: ['1500', '1800', '2100', '2400', '2400'], sehat: ['1500', '1800', '2100', '2400', '2400'],
  },
  {
    code: 'muka-air-tanah', name: ['Kedalaman muka air tanah', 'Depth of the groundwater'], short: ['Muka air tanah', 'Groundwater'], unit: 'meter', direction: 'none', decimals: 1, agency: 'tata', family: 'ikd', target: 'range',
    definition: ['Rata-rata dua belas sumur pantau, di bawah permukaan tanah. Terlalu dangkal menggenang, terlalu dalam mengering.', 'Mean of twelve wells, below the ground. Too shallow floods the fields, too deep dries the wells.'],
    formula: '#{MUKA_AIR}', examples: [gave({ MUKA_AIR: 5.6 }, 5.6)], targets: ['4..6', '4..6', '4..6', '4..6', '4..6'],
  },
  {
    code: 'obat-tersedia', name: ['Obat tersedia saat diminta', 'Medicine there when asked for'], short: ['Obat tersedia', 'Medicine in stock'], unit: 'percent', kind: 'quarter', mode: 'periodic', decimals: 1, agency: 'sehat', family: 'ikk',
    definition: ['Resep yang dilayani lengkap hari itu juga, dibagi semua resep dalam triwulan itu.', 'Prescriptions filled completely on the day, out of all in the quarter.'],
    formula: '#{RESEP_LENGKAP} / #{RESEP} * 100', note: ['Persen empat triwulan tidak dijumlahkan; tiap triwulan punya targetnya sendiri.', 'Percentages of four quarters are not added; each quarter has its own target.'],
    examples: [gave({ RESEP_LENGKAP: 4100, RESEP: 5000 }, 82)], phases: { 2025: ['80', '82', '84', '86'], 2026: ['88', '89', '90', '91'] },
  },
  {
    code: 'perahu-baca', name: ['Perahu baca yang berlayar', 'Reading boats afloat'], short: ['Perahu baca', 'Reading boats'], unit: 'perahu', decimals: 0, agency: 'ajar', family: 'other',
    definition: ['Perahu berisi buku yang berlayar sedikitnya tiga puluh minggu dalam setahun.', 'Boats with books that sailed at least thirty weeks in the year.'],
    formula: '#{PERAHU}', note: ['Nol pada 2025 nyata: perahunya belum jadi.', 'The zero of 2025 is real: the boats were not ready.'], examples: [gave({ PERAHU: 0 }, 0), gave({ PERAHU: 2 }, 2)], targets: ['2', '3', '4', '5', '5'],
  },
  {
    code: 'rumah-pipa', name: ['Rumah tersambung pipa air', 'Homes on piped water'], short: ['Rumah berpipa', 'Piped homes'], unit: 'rumah', kind: 'quarter', mode: 'latest', decimals: 0, agency: 'tata', family: 'ikk',
    definition: ['Rumah yang tersambung pada akhir triwulan: sebuah persediaan, maka yang terakhir yang dihitung.', 'Homes connected at the end of the quarter: a stock, so the latest counts.'],
    formula: '#{RUMAH_PIPA}', examples: [gave({ RUMAH_PIPA: 8720 }, 8720)], targets: ['9000', '9800', '10600', '11400', '12200'],
    phases: { 2025: ['8300', '8500', '8750', '9000'], 2026: ['9200', '9400', '9600', '9800'] },
  },
  {
    code: 'timbangan-laik', name: ['Timbangan posyandu yang laik', 'Health post scales in good order'], short: ['Timbangan laik', 'Good scales'], unit: 'percent', decimals: 1, agency: 'sehat', family: 'other',
    definition: ['Timbangan yang lulus tera tahun itu, dibagi semua timbangan posyandu.', 'Scales that passed the year’s test, out of all scales of health posts.'],
    formula: '#{TIMBANGAN_LAIK} / #{TIMBANGAN} * 100', examples: [gave({ TIMBANGAN_LAIK: 66, TIMBANGAN: 75 }, 88)], targets: ['90', '95', '100', '100', '100'], sehat: ['90', '95', '100', '100', '100'],
  },
];
