import { front, renstra } from './plans.ts';
import { code as region } from './region.ts';
import { both, type Data, type Part } from './rows.ts';

interface Example {
  values: Record<string, number | null>;
  result: number | null;
  reason?: string;
}
interface Indicator {
  code: string;
  name: [id: string, en: string];
  short?: [id: string, en: string];
  definition: [id: string, en: string];
  unit: string;
  direction?: 'higher' | 'lower' | 'none';
  lower?: 'ratio' | 'reflected';
  kind?: 'year' | 'quarter';
  decimals?: number;
  formula: string;
  missing?: 'skip_if_any' | 'skip_if_all' | 'never_skip';
  series?: string[];
  level?: 'region' | 'district';
  family?: 'iku' | 'ikd' | 'ikk' | 'other';
  agency: string;
  note?: [id: string, en: string];
  examples: Example[];
  /** 2025 … 2029, with the comparison before the number. */
  targets?: string[];
  targetPlans?: string[];
}

const gave = (values: Record<string, number | null>, result: number): Example => ({ values, result });
const gaveNothing = (values: Record<string, number | null>, reason: string): Example => ({ values, result: null, reason });

const indicators: Indicator[] = [
  {
    code: 'air-layak', name: ['Rumah berair layak', 'Homes with safe water'], unit: 'percent', decimals: 1, agency: 'sehat', family: 'ikd',
    definition: ['Tiga perempat menurut survei dan seperempat menurut register; tanpa survei, register saja.', 'Three quarters by survey and one quarter by register; without a survey, the register alone.'],
    formula: 'firstNonNull(#{AIR_SURVEI} * 0.75 + #{AIR_REGISTER} * 0.25, #{AIR_REGISTER})',
    examples: [gave({ AIR_SURVEI: 72, AIR_REGISTER: 76 }, 73), gave({ AIR_SURVEI: null, AIR_REGISTER: 76 }, 76), gaveNothing({ AIR_SURVEI: 72, AIR_REGISTER: null }, 'missing')],
    targets: ['76', '79', '82', '85', '88'],
  },
  {
    code: 'balita-stunting', name: ['Balita stunting', 'Stunting among under-fives'], unit: 'percent', direction: 'lower', decimals: 1, agency: 'sehat', family: 'iku', series: ['baru', 'lama'],
    definition: ['Berapa dari seratus balita yang terlalu pendek untuk umurnya.', 'How many of a hundred under-fives are too short for their age.'],
    formula: '#{STUNTING}', note: ['Cara ukur berganti pada 2024: barisnya putus di situ.', 'The method changed in 2024: the row breaks there.'],
    examples: [gave({ STUNTING: 19.8 }, 19.8), gaveNothing({ STUNTING: null }, 'missing')],
    targets: ['<=18', '<=16.5', '<=15', '<=14', '<=13'],
  },
  {
    code: 'desa-tanpa-sinyal', name: ['Desa tanpa sinyal', 'Villages without signal'], unit: 'desa', direction: 'lower', lower: 'reflected', decimals: 0, level: 'district', agency: 'layanan', family: 'ikd',
    definition: ['Desa dan kelurahan yang balainya tidak terjangkau sinyal telepon.', 'Villages whose hall no phone signal reaches.'],
    formula: '#{DESA_TANPA_SINYAL}', note: ['Nol pada 2025 adalah nol yang diperiksa, bukan data yang hilang.', 'The zero of 2025 is a zero that was checked, not missing data.'],
    examples: [gave({ DESA_TANPA_SINYAL: 0 }, 0), gaveNothing({ DESA_TANPA_SINYAL: null }, 'missing')],
    targets: ['<=2', '<=1', '<=0', '<=0', '<=0'], targetPlans: [front, renstra],
  },
  {
    code: 'desa-terhubung', name: ['Indeks desa terhubung', 'Connected village index'], short: ['Desa terhubung', 'Connected villages'], unit: 'indeks', decimals: 1, agency: 'layanan', family: 'ikk',
    definition: ['Enam puluh bagian untuk internet di kantor desa, empat puluh untuk perangkat desa yang terlatih.', 'Sixty parts for internet at the village office, forty for trained village staff.'],
    formula: '0.6 * (#{DESA_INTERNET} / #{DESA} * 100) + 0.4 * if(#{DESA_LATIH} >= #{DESA}, 100, #{DESA_LATIH} / #{DESA} * 100)',
    examples: [gave({ DESA_INTERNET: 10, DESA_LATIH: 5, DESA: 20 }, 40), gave({ DESA_INTERNET: 20, DESA_LATIH: 24, DESA: 20 }, 100)],
    targets: ['55', '70', '80', '90', '100'], targetPlans: [front, renstra],
  },
  {
    code: 'dokter-tetap', name: ['Puskesmas dengan dokter tetap', 'Health centres with a resident doctor'], short: ['Dokter tetap', 'Resident doctors'], unit: 'percent', decimals: 1, agency: 'sehat', family: 'ikd',
    definition: ['Puskesmas yang dokternya bertugas di situ sepanjang tahun, dibagi semua puskesmas.', 'Health centres whose doctor worked there all year, out of all health centres.'],
    formula: '#{PKM_DOKTER} / #{PKM} * 100', examples: [gave({ PKM_DOKTER: 9, PKM: 12 }, 75)],
    targets: ['75', '90', '100', '100', '100'],
  },
  {
    code: 'keluhan-terjawab', name: ['Keluhan dijawab tepat waktu', 'Complaints answered on time'], short: ['Keluhan terjawab', 'Complaints answered'], unit: 'percent', decimals: 1, agency: 'layanan', family: 'ikk',
    definition: ['Keluhan yang dijawab dalam tenggatnya, dibagi semua keluhan yang masuk.', 'Complaints answered within their time limit, out of all complaints received.'],
    formula: '#{KELUHAN_TEPAT} / #{KELUHAN_MASUK} * 100', note: ['Pada 2024 kanalnya belum dibuka: nol dibagi nol tidak ada hasilnya.', 'In 2024 the channel was not open yet: nothing divided by nothing has no result.'],
    examples: [gave({ KELUHAN_TEPAT: 123, KELUHAN_MASUK: 200 }, 61.5), gaveNothing({ KELUHAN_TEPAT: 0, KELUHAN_MASUK: 0 }, 'zero_denominator')],
    targets: ['70', '75', '80', '85', '90'], targetPlans: [front, renstra],
  },
  {
    code: 'kepuasan-layanan', name: ['Kepuasan pengguna layanan', 'Satisfaction of service users'], short: ['Kepuasan', 'Satisfaction'], unit: 'indeks', kind: 'quarter', decimals: 1, agency: 'layanan', family: 'other',
    definition: ['Rata-rata jawaban survei tiap triwulan, dari 25 sampai 100.', 'Mean answer to the quarterly survey, from 25 to 100.'],
    formula: '#{KEPUASAN}', examples: [gave({ KEPUASAN: 78.4 }, 78.4)],
  },
  {
    code: 'kios-apung', name: ['Kios pasar apung yang laik', 'Floating market stalls in good order'], short: ['Kios apung laik', 'Floating stalls'], unit: 'percent', decimals: 1, agency: 'usaha', family: 'ikk',
    definition: ['Kios yang lulus pemeriksaan, dibagi semua kios di pasar apung.', 'Stalls that passed inspection, out of all stalls in the floating market.'],
    formula: '#{KIOS_LAIK} / #{KIOS} * 100', note: ['Tidak berlaku sejak pasar dipindah ke darat.', 'Does not apply since the market moved ashore.'],
    examples: [gave({ KIOS_LAIK: 18, KIOS: 30 }, 60)],
    targets: ['65', '70', '75', '80', '85'],
  },
  {
    code: 'kunjungan-malam', name: ['Kunjungan puskesmas setelah pukul 16', 'Health centre visits after 4 pm'], short: ['Kunjungan malam', 'Night visits'], unit: 'kunjungan-bulan', decimals: 0, agency: 'sehat', family: 'ikd',
    definition: ['Rata-rata kunjungan sebulan setelah pukul 16, semua puskesmas.', 'Visits after 4 pm in a mean month, all health centres.'],
    formula: '#{KUNJUNGAN_MALAM}', examples: [gave({ KUNJUNGAN_MALAM: 0 }, 0), gave({ KUNJUNGAN_MALAM: 340 }, 340)],
    targets: ['300', '600', '900', '1100', '1200'],
  },
  {
    code: 'kunjungan-wisata', name: ['Kunjungan wisata', 'Tourist visits'], unit: 'kunjungan', decimals: 0, agency: 'usaha', family: 'ikd',
    definition: ['Orang yang berkunjung ke tempat wisata dalam setahun.', 'Visits to tourist sites in a year.'],
    formula: '#{WISATA}', note: ['Bertarget, tetapi belum ada yang menghitung.', 'It has a target, but nobody counts yet.'],
    examples: [gave({ WISATA: 12000 }, 12000)],
    targets: ['40000', '45000', '50000', '55000', '60000'],
  },
  {
    code: 'layanan-tepat-waktu', name: ['Layanan selesai tepat waktu', 'Services finished on time'], short: ['Tepat waktu', 'On time'], unit: 'percent', decimals: 1, agency: 'layanan', family: 'iku',
    definition: ['Layanan yang selesai tepat waktu, dibagi semua layanan yang selesai.', 'Services finished on time, out of all services finished.'],
    formula: '#{LAY_TEPAT} / #{LAY_SELESAI} * 100', examples: [gave({ LAY_TEPAT: 3762, LAY_SELESAI: 9000 }, 41.8), gaveNothing({ LAY_TEPAT: 0, LAY_SELESAI: 0 }, 'zero_denominator')],
    targets: ['50', '60', '70', '80', '90'], targetPlans: [front, renstra],
  },
  {
    code: 'penduduk', name: ['Penduduk', 'Population'], unit: 'orang', direction: 'none', decimals: 0, level: 'district', agency: 'rencana', family: 'other',
    definition: ['Orang yang tinggal di wilayah itu pada akhir tahun.', 'People who live in the area at the end of the year.'],
    formula: '#{PENDUDUK}', examples: [gave({ PENDUDUK: 41200 }, 41200)],
  },
  {
    code: 'penduduk-miskin', name: ['Penduduk miskin', 'People in poverty'], unit: 'percent', direction: 'lower', decimals: 1, agency: 'rencana', family: 'iku', series: ['utama'],
    definition: ['Berapa dari seratus orang yang pengeluarannya di bawah garis kemiskinan.', 'How many of a hundred people spend less than the poverty line.'],
    formula: '#{MISKIN}', examples: [gave({ MISKIN: 9.8 }, 9.8)],
    targets: ['<10', '<9.5', '<9', '<8.5', '<8'],
  },
  {
    code: 'sampah-terpilah', name: ['Sampah terpilah', 'Waste sorted'], unit: 'percent', decimals: 1, agency: 'usaha', family: 'ikd',
    definition: ['Sampah yang dipilah di sumbernya, dibagi semua sampah yang timbul.', 'Waste sorted where it arises, out of all waste.'],
    formula: '#{SAMPAH_PILAH} / #{SAMPAH_TIMBUL} * 100', examples: [gave({ SAMPAH_PILAH: 3100, SAMPAH_TIMBUL: 15500 }, 20)],
    targets: ['25', '30', '35', '40', '45'],
  },
  {
    code: 'usaha-daring', name: ['Usaha kecil yang berjualan daring', 'Small businesses that sell online'], short: ['Usaha daring', 'Online businesses'], unit: 'usaha', decimals: 0, agency: 'usaha', family: 'other',
    definition: ['Usaha kecil dengan sedikitnya satu penjualan daring dalam setahun.', 'Small businesses with at least one online sale in the year.'],
    formula: '#{UMKM_DARING}', note: ['Belum bertarget: hanya keadaan dan arahnya yang dapat dikatakan.', 'No target yet: only its state and direction can be told.'],
    examples: [gave({ UMKM_DARING: 312 }, 312)],
  },
];

function targetRows(indicator: Indicator): Data[] {
  return (indicator.targetPlans ?? [front]).flatMap((plan) =>
    (indicator.targets ?? []).map((target, n) => {
      const comparison = /^[<>]?=?/.exec(target)?.[0] || '=';
      const draft = indicator.code === 'kunjungan-wisata' && n === 4;
      return {
        indicator_code: indicator.code, area_code: region, period: String(2025 + n), plan_code: plan, comparison, value: target.replace(/^[<>=]+/, ''), status: draft ? 'draft' : 'published',
        origin: 'simulated', source_code: plan === front ? 'rekaan-rpjmd' : 'rekaan-renstra', note_id: draft ? 'Rancangan' : null, note_en: draft ? 'Draft' : null,
      };
    }),
  );
}

export function indicatorsPart(): Part {
  return {
    'indicators.indicator': indicators.map((own) => ({
      code: own.code, name: both(...own.name), short: both(...(own.short ?? own.name)), definition: both(...own.definition), unit_code: own.unit, direction: own.direction ?? 'higher',
      lower_formula: own.lower ?? 'ratio', period_kind: own.kind ?? 'year', decimals: own.decimals ?? 0, formula: own.formula, missing: own.missing ?? 'skip_if_any', series: own.series ?? ['utama'],
      level: own.level ?? 'region', family: own.family ?? null, agency_code: own.agency, source_code: 'rekaan-rpjmd', note: own.note ? both(...own.note) : null, worked_examples: own.examples,
    })),
    'indicators.target': indicators.flatMap(targetRows),
  };
}
