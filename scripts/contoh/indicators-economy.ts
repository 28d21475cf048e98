import { gave, type Indicator } from './indicator-rows.ts';

/** Mission 3: incomes, small businesses, waste, forest. */
export const economyIndicators: Indicator[] = [
  {
    code: 'kios-apung', name: ['Kios pasar apung yang laik', 'Floating market stalls in good order'], short: ['Kios apung laik', 'Floating stalls'], unit: 'percent', decimals: 1, agency: 'usaha', family: 'ikk',
    definition: ['Kios yang lulus pemeriksaan, dibagi semua kios di pasar apung.', 'Stalls that passed inspection, out of all stalls in the floating market.'],
    formula: '#{KIOS_LAIK} / #{KIOS} * 100', note: ['Tidak berlaku sejak pasar dipindah ke darat.', 'Does not apply since the market moved ashore.'],
    examples: [gave({ KIOS_LAIK: 18, KIOS: 30 }, 60)],
    targets: ['65', '70', '75', '80', '85'],
  },
  {
    code: 'kunjungan-wisata', name: ['Kunjungan wisata', 'Tourist visits'], unit: 'kunjungan', decimals: 0, agency: 'usaha', family: 'ikd',
    definition: ['Orang yang berkunjung ke tempat wisata dalam setahun.', 'Visits to tourist sites in a year.'],
    formula: '#{WISATA}', note: ['Bertarget, tetapi belum ada yang menghitung.', 'It has a target, but nobody counts yet.'],
    examples: [gave({ WISATA: 12000 }, 12000)],
    targets: ['40000', '45000', '50000', '55000', '60000'],
  },
  {
    code: 'laba-perusahaan', name: ['Laba perusahaan daerah', 'Profit of the regional company'], short: ['Laba perusahaan', 'Company profit'], unit: 'rp-miliar', decimals: 1, agency: 'usaha', family: 'ikk', mode: 'annual_only',
    definition: ['Laba setelah pajak menurut laporan keuangan; angka di bawah nol adalah rugi.', 'Profit after tax by the accounts; a figure below zero is a loss.'],
    formula: '#{LABA}', note: ['Pada 2025 rugi: pencapaiannya di bawah nol, dan dihitung nol.', 'A loss in 2025: the achievement is below zero, and counts as zero.'],
    examples: [gave({ LABA: -0.6 }, -0.6)], targets: ['2', '2.5', '3', '3.5', '4'],
  },
  {
    code: 'penduduk-miskin', name: ['Penduduk miskin', 'People in poverty'], unit: 'percent', direction: 'lower', decimals: 1, agency: 'rencana', family: 'iku', series: ['utama'], mode: 'annual_only',
    definition: ['Berapa dari seratus orang yang pengeluarannya di bawah garis kemiskinan.', 'How many of a hundred people spend less than the poverty line.'],
    formula: '#{MISKIN}', examples: [gave({ MISKIN: 9.8 }, 9.8)],
    targets: ['<10', '<9.5', '<9', '<8.5', '<8'],
  },
  {
    code: 'sampah-terpilah', name: ['Sampah terpilah', 'Waste sorted'], unit: 'percent', decimals: 1, level: 'district', agency: 'usaha', family: 'ikd',
    definition: ['Sampah yang dipilah di sumbernya, dibagi semua sampah yang timbul.', 'Waste sorted where it arises, out of all waste.'],
    formula: '#{SAMPAH_PILAH} / #{SAMPAH_TIMBUL} * 100', examples: [gave({ SAMPAH_PILAH: 3100, SAMPAH_TIMBUL: 15500 }, 20)],
    targets: ['25', '30', '35', '40', '45'],
  },
  {
    code: 'tutupan-rimba', name: ['Perubahan tutupan rimba', 'Change of forest cover'], short: ['Tutupan rimba', 'Forest cover'], unit: 'percent', decimals: 1, agency: 'tata', family: 'ikd',
    definition: ['Luas rimba tahun itu dibanding tahun sebelumnya; di bawah nol berarti berkurang.', 'Forest area against the year before; below zero means that it shrank.'],
    formula: '#{RIMBA}', note: ['Targetnya pun di bawah nol: boleh berkurang, tetapi makin sedikit.', 'The target too is below zero: it may shrink, but less and less.'],
    examples: [gave({ RIMBA: -0.8 }, -0.8)], targets: ['-1', '-0.8', '-0.6', '-0.4', '-0.2'],
  },
  {
    code: 'usaha-daring', name: ['Usaha kecil yang berjualan daring', 'Small businesses that sell online'], short: ['Usaha daring', 'Online businesses'], unit: 'usaha', decimals: 0, agency: 'usaha', family: 'other',
    definition: ['Usaha kecil dengan sedikitnya satu penjualan daring dalam setahun.', 'Small businesses with at least one online sale in the year.'],
    formula: '#{UMKM_DARING}', note: ['Belum bertarget: hanya keadaan dan arahnya yang dapat dikatakan.', 'No target yet: only its state and direction can be told.'],
    examples: [gave({ UMKM_DARING: 312 }, 312)],
  },
];
