import { gave, gaveNothing, type Indicator } from './indicator-rows.ts';

/** Mission 2: counters, land, complaints, villages, the ways of working. */
export const serviceIndicators: Indicator[] = [
  {
    code: 'antre-loket', name: ['Waktu menunggu di loket', 'Waiting time at the counter'], short: ['Waktu menunggu', 'Waiting time'], unit: 'menit', direction: 'lower', decimals: 0, level: 'district', agency: 'layanan', family: 'ikk',
    definition: ['Menit dari mengambil nomor sampai dipanggil, nilai tengah semua loket.', 'Minutes from taking a number to being called, median of all counters.'],
    formula: '#{ANTRE}', examples: [gave({ ANTRE: 31 }, 31)], targets: ['<=30', '<=25', '<=20', '<=15', '<=15'],
  },
  {
    code: 'antre-kelas', name: ['Kelas waktu menunggu di loket', 'Class of the waiting time at the counter'], short: ['Kelas antrean', 'Class of the queue'], unit: 'kelas-antre', direction: 'none', level: 'district', agency: 'layanan', family: 'other',
    definition: ['Cepat sampai 35 menit, sedang sampai 41 menit, lambat di atasnya.', 'Cepat (quick) up to 35 minutes, sedang (middling) up to 41 minutes, lambat (slow) above.'],
    formula: "if(#{ANTRE} <= 35, 'cepat', if(#{ANTRE} <= 41, 'sedang', 'lambat'))", examples: [gave({ ANTRE: 35 }, 'cepat'), gave({ ANTRE: 36 }, 'sedang'), gave({ ANTRE: 41.5 }, 'lambat'), gaveNothing({ ANTRE: null }, 'missing')],
  },
  {
    code: 'antre-tindakan', name: ['Tindakan di loket', 'What the counter needs'], unit: 'kelas-antre', direction: 'none', level: 'district', series: [], agency: 'layanan', family: 'other',
    definition: ['Tambah loket di tempat yang lambat, jaga di tempat lain.', 'Tambah loket (add a counter) where it is slow, jaga (keep as it is) elsewhere.'],
    formula: "if(N{antre-kelas} == 'lambat', 'tambah loket', 'jaga')", examples: [gave({ 'N{antre-kelas}': 'lambat' }, 'tambah loket'), gave({ 'N{antre-kelas}': 'cepat' }, 'jaga')],
  },
  {
    code: 'berkas-keliling', name: ['Berkas selesai di loket keliling', 'Papers finished at travelling counters'], short: ['Berkas keliling', 'Papers on the road'], unit: 'berkas', decimals: 0, agency: 'layanan', family: 'ikk',
    definition: ['Berkas yang diserahkan jadi pada hari yang sama oleh mobil loket.', 'Papers handed over the same day by the counter on wheels.'],
    formula: '#{BERKAS_KELILING}', examples: [gave({ BERKAS_KELILING: 5200 }, 5200)], targets: ['5000', '7000', '8000', '9000', '9500'],
  },
  {
    code: 'data-terbuka', name: ['Data terbuka terbit', 'Open data published'], short: ['Data terbuka', 'Open data'], unit: 'ya-tidak', decimals: 0, agency: 'layanan', family: 'ikd', target: 'yes_no',
    definition: ['Apakah seluruh daftar data prioritas terbit lengkap pada tahun itu: 1 ya, 0 tidak.', 'Whether the whole list of priority data was published in the year: 1 yes, 0 no.'],
    formula: '#{DATA_TERBIT}', examples: [gave({ DATA_TERBIT: 1 }, 1), gave({ DATA_TERBIT: 0 }, 0)], targets: ['1', '1', '1', '1', '1'],
  },
  {
    code: 'desa-tanpa-sinyal', name: ['Desa tanpa sinyal', 'Villages without signal'], unit: 'desa', direction: 'lower', lower: 'reflected', decimals: 0, level: 'district', agency: 'layanan', family: 'ikd',
    definition: ['Desa dan kelurahan yang balainya tidak terjangkau sinyal telepon.', 'Villages whose hall no phone signal reaches.'],
    formula: '#{DESA_TANPA_SINYAL}', note: ['Nol pada 2025 adalah nol yang diperiksa, bukan data yang hilang.', 'The zero of 2025 is a zero that was checked, not missing data.'],
    examples: [gave({ DESA_TANPA_SINYAL: 0 }, 0), gaveNothing({ DESA_TANPA_SINYAL: null }, 'missing')],
    targets: ['<=2', '<=1', '<=0', '<=0', '<=0'], layanan: ['<=2', '<=1', '<=0', '<=0', '<=0'],
  },
  {
    code: 'desa-terhubung', name: ['Indeks desa terhubung', 'Connected village index'], short: ['Desa terhubung', 'Connected villages'], unit: 'indeks', decimals: 1, agency: 'layanan', family: 'ikk',
    definition: ['Enam puluh bagian untuk internet di kantor desa, empat puluh untuk perangkat desa yang terlatih.', 'Sixty parts for internet at the village office, forty for trained village staff.'],
    formula: '0.6 * (#{DESA_INTERNET} / #{DESA} * 100) + 0.4 * if(#{DESA_LATIH} >= #{DESA}, 100, #{DESA_LATIH} / #{DESA} * 100)',
    examples: [gave({ DESA_INTERNET: 10, DESA_LATIH: 5, DESA: 20 }, 40), gave({ DESA_INTERNET: 20, DESA_LATIH: 24, DESA: 20 }, 100)],
    targets: ['55', '70', '80', '90', '100'], layanan: ['55', '70', '80', '90', '100'],
  },
  {
    code: 'hari-loket', name: ['Hari jalan mobil loket', 'Days of the counter on wheels'], short: ['Hari jalan', 'Days on the road'], unit: 'hari', decimals: 0, agency: 'layanan', family: 'other',
    definition: ['Hari dengan sedikitnya satu mobil loket melayani di luar ibu kota kabupaten.', 'Days with at least one counter on wheels serving outside the seat of the regency.'],
    formula: '#{HARI_LOKET}', examples: [gave({ HARI_LOKET: 231 }, 231)], targets: ['240', '250', '260', '270', '270'], layanan: ['240', '250', '260', '270', '270'],
  },
  {
    code: 'keluhan-terjawab', name: ['Keluhan dijawab tepat waktu', 'Complaints answered on time'], short: ['Keluhan terjawab', 'Complaints answered'], unit: 'percent', decimals: 1, agency: 'layanan', family: 'ikk',
    definition: ['Keluhan yang dijawab dalam tenggatnya, dibagi semua keluhan yang masuk.', 'Complaints answered within their time limit, out of all complaints received.'],
    formula: '#{KELUHAN_TEPAT} / #{KELUHAN_MASUK} * 100', note: ['Pada 2024 kanalnya belum dibuka: nol dibagi nol tidak ada hasilnya.', 'In 2024 the channel was not open yet: nothing divided by nothing has no result.'],
    examples: [gave({ KELUHAN_TEPAT: 123, KELUHAN_MASUK: 200 }, 61.5), gaveNothing({ KELUHAN_TEPAT: 0, KELUHAN_MASUK: 0 }, 'zero_denominator')],
    targets: ['70', '75', '80', '85', '90'], layanan: ['70', '75', '80', '85', '90'],
  },
  {
    code: 'kepuasan-layanan', name: ['Kepuasan pengguna layanan', 'Satisfaction of service users'], short: ['Kepuasan', 'Satisfaction'], unit: 'indeks', kind: 'quarter', decimals: 1, agency: 'layanan', family: 'other',
    definition: ['Rata-rata jawaban survei tiap triwulan, dari 25 sampai 100.', 'Mean answer to the quarterly survey, from 25 to 100.'],
    formula: '#{KEPUASAN}', examples: [gave({ KEPUASAN: 78.4 }, 78.4)],
  },
  {
    code: 'layanan-tepat-waktu', name: ['Layanan selesai tepat waktu', 'Services finished on time'], short: ['Tepat waktu', 'On time'], unit: 'percent', decimals: 1, level: 'district', agency: 'layanan', family: 'iku',
    definition: ['Layanan yang selesai tepat waktu, dibagi semua layanan yang selesai.', 'Services finished on time, out of all services finished.'],
    formula: '#{LAY_TEPAT} / #{LAY_SELESAI} * 100', note: ['Renstra menargetkan lebih lunak daripada RPJMD: dua rencana, dua target.', 'The agency’s plan asks less than the regency’s: two plans, two targets.'],
    examples: [gave({ LAY_TEPAT: 3762, LAY_SELESAI: 9000 }, 41.8), gaveNothing({ LAY_TEPAT: 0, LAY_SELESAI: 0 }, 'zero_denominator')],
    targets: ['50', '60', '70', '80', '90'], layanan: ['45', '50', '60', '70', '80'],
  },
  {
    code: 'penduduk', name: ['Penduduk', 'Population'], unit: 'orang', direction: 'none', decimals: 0, level: 'district', agency: 'rencana', family: 'other',
    definition: ['Orang yang tinggal di wilayah itu pada akhir tahun.', 'People who live in the area at the end of the year.'],
    formula: '#{PENDUDUK}', examples: [gave({ PENDUDUK: 41200 }, 41200)],
  },
  {
    code: 'penduduk-perempuan', name: ['Penduduk perempuan', 'Women in the population'], short: ['Perempuan', 'Women'], unit: 'percent', direction: 'none', decimals: 1, level: 'district', agency: 'rencana', family: 'other',
    definition: ['Bagian penduduk yang perempuan. Kabupaten tidak mencatatnya sendiri: dijumlahkan dari kecamatan.', 'The share of people who are female. The regency does not record it itself: it is summed over districts.'],
    formula: '100 * #{PENDUDUK.P} / #{PENDUDUK}', examples: [gave({ 'PENDUDUK.P': 20394, PENDUDUK: 41200 }, 49.5), gaveNothing({ 'PENDUDUK.P': null, PENDUDUK: 41200 }, 'missing')],
  },
  {
    code: 'peraturan-masterplan', name: ['Peraturan masterplan', 'Masterplan regulation'], unit: 'tahap', decimals: 0, agency: 'rencana', family: 'ikd', target: 'milestone',
    definition: ['Sampai tahap mana peraturan bupati tentang masterplan Contoh Terang.', 'Which stage the regent’s regulation on the Bright Contoh masterplan has reached.'],
    milestones: [
      ['Naskah akademik', 'Background study', 10], ['Rancangan pasal', 'Draft articles', 30], ['Uji publik', 'Public hearing', 60], ['Harmonisasi', 'Legal review', 85], ['Diundangkan', 'In force', 100],
    ],
    formula: '#{TAHAP_PERATURAN}', examples: [gave({ TAHAP_PERATURAN: 2 }, 2)], targets: ['3', '4', '5', '5', '5'],
  },
  {
    code: 'petugas-loket', name: ['Petugas loket yang terlatih', 'Trained counter staff'], short: ['Petugas terlatih', 'Trained staff'], unit: 'orang', decimals: 0, agency: 'layanan', family: 'other',
    definition: ['Petugas yang lulus pelatihan pelayanan dan masih bertugas di loket pada akhir tahun.', 'Staff who passed the training in service and still work at a counter at the end of the year.'],
    formula: '#{PETUGAS}', examples: [gave({ PETUGAS: 24 }, 24)], targets: ['20', '24', '28', '32', '36'], layanan: ['20', '24', '28', '32', '36'],
  },
  {
    code: 'sertifikat-tanah', name: ['Bidang tanah bersertifikat', 'Plots given a certificate'], short: ['Sertifikat tanah', 'Land certificates'], unit: 'bidang', kind: 'quarter', mode: 'cumulative', decimals: 0, agency: 'tata', family: 'iku',
    definition: ['Bidang yang sertifikatnya diserahkan sejak 1 Januari: jumlah berjalan, mulai dari nol tiap tahun.', 'Plots whose certificate was handed over since 1 January: a running total that begins anew each year.'],
    formula: '#{SERTIFIKAT}', examples: [gave({ SERTIFIKAT: 2050 }, 2050)], targets: ['4200', '4800', '5200', '5600', '6000'],
    phases: { 2025: ['900', '2000', '3100', '4200'], 2026: ['1000', '2200', '3500', '4800'] },
  },
];
