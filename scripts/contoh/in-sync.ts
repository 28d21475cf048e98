import { levelsFrom, nodesOf, type Twig, goal, programme } from './plan-nodes.ts';
import { rpjmdTree } from './plan-rpjmd.ts';
import { front } from './plans.ts';
import { both, type Data, type Part } from './rows.ts';

// What the linter asks for beside plans, indicators and initiatives. All invented, like everything of Contoh, and said to be so by its source.

const invented = { note_id: 'Rekaan', note_en: 'Invented' };
export const renja = 'renja-2026';
const renjaSource = 'rekaan-renja-2026';

/** The one programme that nobody gave money: on purpose, so that a finding can be seen. */
const withoutFunding = 'M1.2.1.P3';

/** Rupiah of each programme and year: round sums that grow by a twentieth of the first a year. */
function fundingRows(): Data[] {
  const programmes: string[] = [];
  const walk = (twigs: Twig[]): void => {
    for (const twig of twigs) {
      if (twig.level === 'programme') programmes.push(twig.code);
      walk(twig.children);
    }
  };
  walk(rpjmdTree);
  return programmes.filter((code) => code !== withoutFunding).flatMap((node, n) => ['2025', '2026', '2027', '2028', '2029'].map((period, year): Data => {
    const first = 1_200_000_000 + 150_000_000 * (n % 7);
    return { plan_code: front, plan_version: 1, node_code: node, period, amount: String(first + (first / 20) * year), basis: 'document', source_code: 'rekaan-rpjmd', ...invented };
  }));
}

/** This year's plan of the agencies, by what they do; every initiative that runs stands in it, also the one that serves no promise. */
const renjaTree: Twig[] = [
  goal('J', null, ['Kerja tahun 2026', 'The work of 2026'], {}, [
    programme('J1', null, ['Kesehatan dan kelas ibu', 'Health and classes for mothers']),
    programme('J2', null, ['Loket, keluhan, dan jaringan', 'Counters, complaints and networks']),
    programme('J3', null, ['Kota dan sampah', 'Town and waste']),
    programme('J4', null, ['Buku dan sungai', 'Books and river']),
    programme('J5', null, ['Peta tanah', 'Land map']),
  ]),
];
const inRenja: [initiative: string, node: string][] = [
  ['puskesmas-malam', 'J1'], ['kelas-ibu', 'J1'], ['loket-keliling', 'J2'], ['sinyal-desa', 'J2'], ['satu-pintu-keluhan', 'J2'], ['lampu-hias', 'J3'], ['bank-sampah', 'J3'], ['perahu-baca', 'J4'], ['pagar-sungai', 'J4'], ['peta-tanah', 'J5'],
];

const renjaPlan: Data = {
  code: renja, version: 1, kind: 'renja', name: both('Renja perangkat daerah 2026', 'Annual plan of the agencies 2026'), short_name: both('Renja 2026', 'Annual plan 2026'), vision_word: null,
  period_from: '2026', period_to: '2026', baseline: '2025', parent_code: front, agency_code: null, status: 'adopted', legal_basis: 'Perbup Contoh 3/2026 (rekaan)', source_code: renjaSource,
  note: both('Rencana rekaan satu tahun; nilai tidak mengalir lewat rencana ini.', 'An invented plan of one year; scores do not pass through it.'), levels: levelsFrom('goal'), scoring: { floor: 0, cap: 100, bands: [90, 75, 65, 50] },
};

/** Targets that ask for nothing, looked at and let stand: limits to be kept, not aims to be raised. */
const exceptions: [rule: string, indicator: string, reason: string][] = [
  ['indicator_without_target', 'kepuasan-layanan', 'Ukuran pendukung: didengar, tidak dijanjikan.'],
  ['indicator_without_target', 'usaha-daring', 'Target menunggu sensus usaha 2027.'],
  ['target_soft', 'desa-tanpa-sinyal', 'Batas yang dijaga, bukan sasaran yang dikejar.'],
  ['target_soft', 'kebakaran-pasar', 'Batas yang dijaga, bukan sasaran yang dikejar.'],
  ['target_soft', 'petugas-loket', 'Petugas lebih banyak dari rencana; target dinaikkan pada perubahan RPJMD.'],
];

export function inSyncPart(): Part {
  return {
    'places.source': [{ code: renjaSource, publisher: 'Rekaan / simulated', title: 'Renja perangkat daerah Contoh 2026', published: null, url: null, note_id: 'Dokumen ini tidak ada', note_en: 'This document does not exist' }],
    'plan.plan': [renjaPlan],
    'plan.node': nodesOf(renja, renjaSource, renjaTree),
    'plan.link': inRenja.map(([code, node]) => ({ kind: 'initiative', code, plan_code: renja, plan_version: 1, node_code: node, role: 'primary', weight: null, basis: 'document', reason_id: null, reason_en: null, source_code: renjaSource })),
    'plan.funding': fundingRows(),
    'masterplan.body': [{ code: 'dewan', kind: 'council', name_id: 'Dewan Contoh Terang', name_en: 'Council of Bright Contoh', legal_basis: 'Keputusan Bupati Contoh 21/2025 (rekaan)', source_code: 'rekaan-masterplan', ...invented }],
    'masterplan.meeting': [{ body_code: 'dewan', held_on: '2025-05-20', subject_id: 'Quick win tahun pertama', subject_en: 'Quick wins of the first year', source_code: 'rekaan-masterplan' }, { body_code: 'dewan', held_on: '2026-05-19', subject_id: 'Rancangan peraturan masterplan', subject_en: 'Draft regulation of the masterplan', source_code: 'rekaan-masterplan' }],
    'alignment.lint_exception': exceptions.map(([rule, code, reason]) => ({ rule, about_kind: 'indicator', about_code: code, reason, until_day: '2027-12-31' })),
  };
}
