import { front, renstra, renstraSehat, sourceOf } from './plans.ts';
import type { Data, Part } from './rows.ts';

type Link = [kind: 'indicator' | 'initiative', code: string, plan: string, node: string, role: 'primary' | 'supporting', weight: string | null];
type Measure = [node: string, code: string, weight?: string, role?: 'supporting'];

/** Indicators of the RPJMD; with the nodes below (plan-rpjmd.ts) the weights in a node make 100. */
const ofRpjmd: Measure[] = [
  ['M1.1.1', 'balita-stunting', '40'], ['M1.1.1.P1', 'balita-ditimbang', '35'], ['M1.1.1.P1.K1.S1', 'kelas-ibu'], ['M1.1.1.P1.K1.S2', 'kunjungan-rumah'], ['M1.1.1.P1.K2.S1', 'timbangan-laik'], ['M1.1.1.P2', 'imunisasi-lengkap'],
  ['M1.1.2.P1', 'air-layak', '60'], ['M1.1.2.P1', 'rumah-pipa', '40'], ['M1.1.2.P2', 'muka-air-tanah'], ['M1.1.3.P1', 'isi-kelas'], ['M1.1.3.P2', 'perahu-baca', '60'], ['M1.1.3.P2', 'baca-anak', '40'],
  ['M1.2.1.A1', 'obat-tersedia', undefined, 'supporting'], ['M1.2.1.P1', 'kunjungan-malam'], ['M1.2.1.P2', 'dokter-tetap'], ['M1.2.2.P1', 'korban-tenggelam'], ['M1.2.2.P2', 'kebakaran-pasar'],
  ['M2.1.1', 'layanan-tepat-waktu', '40'], ['M2.1.1.A2', 'kepuasan-layanan', undefined, 'supporting'], ['M2.1.1.P1', 'berkas-keliling', '30'], ['M2.1.1.P1.K1.S1', 'hari-loket'], ['M2.1.1.P1.K1.S2', 'petugas-loket'], ['M2.1.1.P1.K2', 'antre-loket'],
  ['M2.1.1.P2', 'sertifikat-tanah'], ['M2.1.2.P1', 'keluhan-terjawab'], ['M2.2.1.P1', 'desa-tanpa-sinyal'], ['M2.2.1.P2', 'desa-terhubung'], ['M2.2.2.P1', 'peraturan-masterplan'], ['M2.2.2.P2', 'data-terbuka'],
  ['M3.1.1', 'penduduk-miskin'], ['M3.1.2.P1', 'usaha-daring', '50'], ['M3.1.2.P1', 'kios-apung', '50'], ['M3.1.2.P2', 'kunjungan-wisata'], ['M3.1.2.P3', 'laba-perusahaan'], ['M3.2.1', 'sampah-terpilah'], ['M3.2.2', 'tutupan-rimba'],
];
const ofService: Measure[] = [
  ['R1.1', 'layanan-tepat-waktu', '45'], ['R1.1', 'kepuasan-layanan', '15', 'supporting'], ['R1.1.1', 'hari-loket', '60'], ['R1.1.1', 'petugas-loket', '40'], ['R1.2', 'keluhan-terjawab'],
  ['R2', 'desa-terhubung', '60'], ['R2', 'desa-tanpa-sinyal', '40'],
];
const ofHealth: Measure[] = [
  ['H1', 'balita-stunting', '40'], ['H1.1.1', 'kunjungan-rumah'], ['H1.1.2', 'timbangan-laik'], ['H1.2', 'imunisasi-lengkap'], ['H2.1', 'dokter-tetap'], ['H2.2', 'kunjungan-malam'],
];
const measures = (plan: string, rows: Measure[]): Link[] => rows.map(([node, code, weight, role]) => ['indicator', code, plan, node, role ?? 'primary', weight ?? null]);

const links: Link[] = [
  ...measures(front, ofRpjmd), ...measures(renstra, ofService), ...measures(renstraSehat, ofHealth),
  ['initiative', 'puskesmas-malam', front, 'M1.2.1.P1', 'primary', '60'],
  ['initiative', 'puskesmas-malam', front, 'M2.1', 'supporting', '20'],
  ['initiative', 'puskesmas-malam', renstraSehat, 'H2.2', 'primary', '100'],
  ['initiative', 'kelas-ibu', front, 'M1.1.1.P1.K1.S1', 'primary', '70'],
  ['initiative', 'perahu-baca', front, 'M1.1.3.P2', 'primary', '100'],
  ['initiative', 'pagar-sungai', front, 'M1.2.2.P1', 'primary', '100'],
  ['initiative', 'loket-keliling', front, 'M2.1.1.P1.K1', 'primary', '40'],
  ['initiative', 'loket-keliling', renstra, 'R1.1', 'primary', '100'],
  ['initiative', 'peta-tanah', front, 'M2.1.1.P2', 'primary', '100'],
  ['initiative', 'satu-pintu-keluhan', front, 'M2.1.2.P1', 'primary', '25'],
  ['initiative', 'satu-pintu-keluhan', renstra, 'R1.2', 'primary', '100'],
  ['initiative', 'sinyal-desa', front, 'M2.2.1.P1', 'primary', '15'],
  ['initiative', 'sinyal-desa', renstra, 'R2', 'primary', '100'],
  ['initiative', 'pasar-daring', front, 'M3.1.2.P1', 'primary', '15'],
];

/** The one link that the documents do not carry: our reading, with its reason. `lampu-hias` has none at all. */
const reading: Data = {
  kind: 'initiative', code: 'bank-sampah', plan_code: front, plan_version: 1, node_code: 'M1.1.2', role: 'supporting', weight: '10', basis: 'reading',
  reason_id: 'Halaman yang bersih mengurangi diare pada balita; dokumennya tidak menyebut kaitan ini.', reason_en: 'A clean yard means less diarrhoea among infants; the document does not name this tie.', source_code: null,
};

type PillarLink = [indicator: string, pillar: string, sub: string, weight: string | null];

/** In a sub-dimension the weights make 100, or none is written and they are equal; some have no indicator at all. */
const pillarLinks: PillarLink[] = [
  ['layanan-tepat-waktu', 'gov', 'GOV-SVC', '45'], ['antre-loket', 'gov', 'GOV-SVC', '25'], ['berkas-keliling', 'gov', 'GOV-SVC', '20'], ['kepuasan-layanan', 'gov', 'GOV-SVC', '10'],
  ['keluhan-terjawab', 'gov', 'GOV-POL', null], ['peraturan-masterplan', 'gov', 'GOV-POL', null],
  ['data-terbuka', 'gov', 'GOV-BUR', null], ['sertifikat-tanah', 'gov', 'GOV-BUR', null],
  ['kunjungan-wisata', 'brd', 'BRD-TOU', null],
  ['penduduk-miskin', 'eco', 'ECO-WEL', null],
  ['usaha-daring', 'eco', 'ECO-TRX', null],
  ['kios-apung', 'eco', 'ECO-IND', null], ['laba-perusahaan', 'eco', 'ECO-IND', null],
  ['rumah-pipa', 'liv', 'LIV-HAR', null],
  ['balita-stunting', 'liv', 'LIV-HEA', '30'], ['dokter-tetap', 'liv', 'LIV-HEA', '25'], ['imunisasi-lengkap', 'liv', 'LIV-HEA', '20'], ['kunjungan-malam', 'liv', 'LIV-HEA', '15'], ['obat-tersedia', 'liv', 'LIV-HEA', '10'],
  ['desa-tanpa-sinyal', 'liv', 'LIV-MOB', null],
  ['desa-terhubung', 'soc', 'SOC-COM', null],
  ['isi-kelas', 'soc', 'SOC-LEA', '50'], ['perahu-baca', 'soc', 'SOC-LEA', '25'], ['baca-anak', 'soc', 'SOC-LEA', '25'],
  ['korban-tenggelam', 'soc', 'SOC-SEC', null], ['kebakaran-pasar', 'soc', 'SOC-SEC', null],
  ['tutupan-rimba', 'env', 'ENV-PRO', null], ['muka-air-tanah', 'env', 'ENV-PRO', null],
  ['sampah-terpilah', 'env', 'ENV-WAS', null],
];

const pillarReading: Data = {
  indicator_code: 'air-layak', pillar_code: 'env', sub_dimension_code: 'ENV-PRO', weight: null, basis: 'reading',
  reason_id: 'Masterplan tidak menaruh air bersih pada pilar mana pun; kami membacanya sebagai perlindungan lingkungan.', reason_en: 'The masterplan puts clean water under no pillar; we read it as protection of the environment.', source_code: null,
};

export function linksPart(): Part {
  return {
    'plan.link': [
      ...links.map(([kind, code, plan, node, role, weight]) => ({
        kind, code, plan_code: plan, plan_version: 1, node_code: node, role, weight, basis: 'document', reason_id: null, reason_en: null,
        source_code: kind === 'initiative' ? 'rekaan-masterplan' : (sourceOf[plan] ?? null),
      })),
      reading,
    ],
    'masterplan.indicator_link': [
      ...pillarLinks.map(([indicator, pillar, sub, weight]) => ({
        indicator_code: indicator, pillar_code: pillar, sub_dimension_code: sub, weight, basis: 'document', reason_id: null, reason_en: null, source_code: 'rekaan-masterplan',
      })),
      pillarReading,
    ],
  };
}
