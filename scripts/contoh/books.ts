import type { Data, Part } from './rows.ts';

const source = 'rekaan-masterplan';
type Words = [id: string, en: string];
const pair = (name: string, [id, en]: Words): Data => ({ [`${name}_id`]: id, [`${name}_en`]: en });

const readiness: [code: string, element: string, part: Words, finding: Words, state: string][] = [
  ['siap-alam', 'nature', ['Sungai', 'Rivers'], ['Sungai mencapai tiap kecamatan, tetapi meluap dua kali setahun.', 'The river reaches every district, yet floods twice a year.'], 'partly'],
  ['siap-sdm', 'structure', ['Sumber daya manusia', 'People'], ['Belum semua kecamatan punya petugas TIK.', 'Not every district has an ICT officer yet.'], 'partly'],
  ['siap-jaringan', 'infrastructure', ['Digital', 'Digital'], ['Sebagian desa belum bersinyal.', 'Some villages are without a signal.'], 'lacking'],
  ['siap-aturan', 'superstructure', ['Kebijakan', 'Policy'], ['Peraturan masterplan masih rancangan.', 'The regulation on the masterplan is still a draft.'], 'lacking'],
  ['siap-budaya', 'culture', ['Gotong royong', 'Mutual help'], ['Warga terbiasa bekerja bersama memelihara dermaga.', 'People are used to keeping the piers together.'], 'ready'],
];
const swot: [code: string, side: string, pillar: string | null, from: string | null, text: Words][] = [
  ['swot-sungai', 'strength', null, 'siap-alam', ['Sungai menghubungkan semua kecamatan.', 'The river connects all districts.']],
  ['swot-gotong-royong', 'strength', 'soc', 'siap-budaya', ['Warga mau merawat milik bersama.', 'People care for what they share.']],
  ['swot-sinyal', 'weakness', 'liv', 'siap-jaringan', ['Layanan daring tidak sampai ke desa tanpa sinyal.', 'Online services do not reach villages without a signal.']],
  ['swot-aturan', 'weakness', 'gov', 'siap-aturan', ['Program berganti bila pejabat berganti.', 'Programmes change when officials change.']],
  ['swot-upah', 'opportunity', 'liv', null, ['Kebun membuka layanan malam bagi pekerjanya.', 'Plantations open evening services for their workers.']],
  ['swot-banjir', 'threat', 'env', 'siap-alam', ['Banjir merusak dermaga dan jalan.', 'Floods damage piers and roads.']],
];
const strategies: [code: string, pillar: string, sub: string | null, from: string, name: Words][] = [
  ['strategi-jemput', 'gov', 'GOV-SVC', 'swot-sungai', ['Layanan mendatangi warga', 'Services come to people']],
  ['strategi-malam', 'liv', 'LIV-HEA', 'swot-upah', ['Layanan kesehatan di luar jam kerja', 'Health care outside working hours']],
  ['strategi-sinyal', 'liv', 'LIV-MOB', 'swot-sinyal', ['Sinyal sebelum aplikasi', 'A signal before an application']],
  ['strategi-dermaga', 'soc', 'SOC-SEC', 'swot-gotong-royong', ['Dermaga dirawat bersama', 'Piers are kept together']],
];
const actions: [code: string, group: string, pillar: string, initiative: string, strategy: string | null, agency: string, from: string, to: string, name: Words][] = [
  ['aksi-petugas-loket', 'capacity', 'gov', 'loket-keliling', 'strategi-jemput', 'layanan', '2025', '2026', ['Melatih petugas loket', 'Train the counter staff']],
  ['aksi-mobil-loket', 'infrastructure', 'gov', 'loket-keliling', 'strategi-jemput', 'layanan', '2025', '2027', ['Membeli dua mobil loket', 'Buy two counter vans']],
  ['aksi-keluhan', 'application', 'gov', 'satu-pintu-keluhan', 'strategi-jemput', 'layanan', '2025', '2026', ['Menyatukan daftar keluhan', 'Join the lists of complaints']],
  ['aksi-jaga-malam', 'capacity', 'liv', 'puskesmas-malam', 'strategi-malam', 'sehat', '2025', '2026', ['Menambah perawat jaga malam', 'Add nurses for the evening']],
  ['aksi-menara', 'infrastructure', 'liv', 'sinyal-desa', 'strategi-sinyal', 'layanan', '2026', '2029', ['Memasang pemancar kecil', 'Put up small transmitters']],
  ['aksi-literasi', 'literacy', 'soc', 'perahu-baca', null, 'ajar', '2026', '2027', ['Kelas gawai di perahu baca', 'Classes on devices on the reading boats']],
];
const roadmap: [initiative: string, period: string, horizon: string, step: Words][] = [
  ['puskesmas-malam', '2025', 'short', ['Enam puskesmas buka malam', 'Six health centres open at night']],
  ['puskesmas-malam', '2027', 'medium', ['Semua puskesmas di kecamatan berkebun', 'All health centres of plantation districts']],
  ['loket-keliling', '2025', 'short', ['Satu mobil, bergiliran ke tiap kecamatan', 'One van, each district in turn']],
  ['loket-keliling', '2027', 'medium', ['Mobil kedua, untuk kecamatan di hulu', 'A second van, for the districts upstream']],
  ['sinyal-desa', '2026', 'short', ['Desa-desa pertama di hulu', 'The first villages upstream']],
  ['sinyal-desa', '2029', 'medium', ['Semua desa bersinyal', 'Every village has a signal']],
];

/** Analysis, strategies, action plans and roadmap of the invented masterplan. */
export function booksPart(): Part {
  return {
    'masterplan.readiness': readiness.map(([code, element, part, finding, state]) => ({ code, element, ...pair('part', part), ...pair('finding', finding), state, source_code: source })),
    'masterplan.swot': swot.map(([code, side, pillar_code, readiness_code, text]) => ({ code, side, pillar_code, readiness_code, ...pair('text', text), source_code: source })),
    'masterplan.strategy': strategies.map(([code, pillar_code, sub_dimension_code, swot_code, name]) => ({ code, pillar_code, sub_dimension_code, swot_code, ...pair('name', name), source_code: source })),
    'masterplan.action_plan': actions.map(([code, action_group, pillar_code, initiative_code, strategy_code, agency_code, starts_on, ends_on, name]) => ({ code, action_group, pillar_code, initiative_code, strategy_code, ...pair('name', name), agency_code, starts_on, ends_on, source_code: source })),
    'masterplan.roadmap': roadmap.map(([initiative_code, period, horizon, step]) => ({ initiative_code, period, horizon, ...pair('step', step), cost_estimate: null, source_code: source })),
  };
}
