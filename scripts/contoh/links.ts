import { front, renstra } from './plans.ts';
import type { Data, Part } from './rows.ts';

type Link = [kind: 'indicator' | 'initiative', code: string, plan: string, node: string, role: 'primary' | 'supporting', weight: string | null];

const links: Link[] = [
  ['indicator', 'balita-stunting', front, 'P1.1.1', 'primary', null],
  ['indicator', 'air-layak', front, 'P1.1.2', 'primary', null],
  ['indicator', 'kunjungan-malam', front, 'P1.2.1', 'primary', null],
  ['indicator', 'dokter-tetap', front, 'P1.2.2', 'primary', null],
  ['indicator', 'layanan-tepat-waktu', front, 'M2', 'primary', '40'],
  ['indicator', 'dokter-tetap', front, 'M2', 'supporting', '25'],
  ['indicator', 'keluhan-terjawab', front, 'M2', 'primary', '20'],
  ['indicator', 'desa-tanpa-sinyal', front, 'M2', 'primary', '15'],
  ['indicator', 'penduduk-miskin', front, 'M3', 'primary', '35'],
  ['indicator', 'sampah-terpilah', front, 'M3', 'primary', '25'],
  ['indicator', 'usaha-daring', front, 'M3', 'primary', '15'],
  ['indicator', 'kios-apung', front, 'M3', 'primary', '15'],
  ['indicator', 'kunjungan-wisata', front, 'M3', 'primary', '10'],
  ['indicator', 'layanan-tepat-waktu', renstra, 'R1.1', 'primary', '70'],
  ['indicator', 'kepuasan-layanan', renstra, 'R1.1', 'supporting', '30'],
  ['indicator', 'keluhan-terjawab', renstra, 'R1.2', 'primary', null],
  ['indicator', 'desa-terhubung', renstra, 'R2', 'primary', '60'],
  ['indicator', 'desa-tanpa-sinyal', renstra, 'R2', 'primary', '40'],
  ['initiative', 'puskesmas-malam', front, 'P1.2.1', 'primary', '60'],
  ['initiative', 'puskesmas-malam', front, 'M2', 'supporting', '20'],
  ['initiative', 'kelas-ibu', front, 'P1.1.1', 'primary', '70'],
  ['initiative', 'loket-keliling', front, 'M2', 'primary', '40'],
  ['initiative', 'loket-keliling', renstra, 'R1.1', 'primary', '100'],
  ['initiative', 'satu-pintu-keluhan', front, 'M2', 'primary', '25'],
  ['initiative', 'satu-pintu-keluhan', renstra, 'R1.2', 'primary', '100'],
  ['initiative', 'sinyal-desa', front, 'M2', 'primary', '15'],
  ['initiative', 'sinyal-desa', renstra, 'R2', 'primary', '100'],
  ['initiative', 'pasar-daring', front, 'M3', 'primary', '15'],
];

/** The one link that the documents do not carry: our reading, with its reason. `lampu-hias` has none at all. */
const reading: Data = {
  kind: 'initiative', code: 'bank-sampah', plan_code: front, plan_version: 1, node_code: 'S1.1', role: 'supporting', weight: '10', basis: 'reading',
  reason_id: 'Halaman yang bersih mengurangi diare pada balita; dokumennya tidak menyebut kaitan ini.', reason_en: 'A clean yard means less diarrhoea among infants; the document does not name this tie.', source_code: null,
};

type PillarLink = [indicator: string, pillar: string, sub: string, weight: string | null];

const pillarLinks: PillarLink[] = [
  ['layanan-tepat-waktu', 'gov', 'GOV-SVC', '85'],
  ['kepuasan-layanan', 'gov', 'GOV-SVC', '15'],
  ['keluhan-terjawab', 'gov', 'GOV-POL', null],
  ['kunjungan-wisata', 'brd', 'BRD-TOU', null],
  ['penduduk-miskin', 'eco', 'ECO-WEL', null],
  ['usaha-daring', 'eco', 'ECO-TRX', null],
  ['kios-apung', 'eco', 'ECO-IND', null],
  ['balita-stunting', 'liv', 'LIV-HEA', '40'],
  ['dokter-tetap', 'liv', 'LIV-HEA', '35'],
  ['kunjungan-malam', 'liv', 'LIV-HEA', '25'],
  ['desa-tanpa-sinyal', 'liv', 'LIV-MOB', null],
  ['desa-terhubung', 'soc', 'SOC-COM', null],
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
        source_code: kind === 'initiative' ? 'rekaan-masterplan' : plan === front ? 'rekaan-rpjmd' : 'rekaan-renstra',
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
