import { both, type Data, type Part, type Text } from './rows.ts';

export const front = 'rpjmd-2025-2029';
export const renstra = 'renstra-layanan-2025-2029';

/** Every level below the top is declared a part of the one above, so that scores roll up. */
const level = (code: string, id: string, en: string, plural: string): object => ({ code, name: both(id, en), plural: both(id, plural), component: true });
const scoring = { floor: 0, cap: 100, bands: [90, 75, 65, 50] };

const plans: Data[] = [
  {
    code: front, version: 1, kind: 'rpjmd', name: both('RPJMD Kabupaten Contoh 2025–2029', 'Medium-term development plan of Contoh Regency 2025–2029'),
    short_name: both('RPJMD 2025–2029', 'Plan 2025–2029'), vision_word: null, period_from: '2025', period_to: '2029', baseline: '2024', parent_code: null, agency_code: null,
    status: 'adopted', legal_basis: 'Perda Contoh 1/2025 (rekaan)', source_code: 'rekaan-rpjmd',
    note: both('Rencana rekaan, dengan tiap jenis simpul.', 'An invented plan, with a node of each kind.'),
    levels: [level('vision', 'Visi', 'Vision', 'Visions'), level('mission', 'Misi', 'Mission', 'Missions'), level('objective', 'Sasaran', 'Objective', 'Objectives'), level('programme', 'Program', 'Programme', 'Programmes')],
    scoring,
  },
  {
    code: renstra, version: 1, kind: 'renstra', name: both('Renstra Dinas Layanan Dekat 2025–2029', 'Strategic plan of the Service Agency 2025–2029'),
    short_name: both('Renstra Layanan', 'Service agency plan'), vision_word: null, period_from: '2025', period_to: '2029', baseline: '2024', parent_code: front, agency_code: 'layanan',
    status: 'adopted', legal_basis: 'Perbup Contoh 7/2025 (rekaan)', source_code: 'rekaan-renstra',
    note: both('Perangkat daerah tidak punya visi sendiri: rencana ini melayani misi 2.', 'An agency has no vision of its own: this plan serves mission 2.'),
    levels: [level('objective', 'Sasaran', 'Objective', 'Objectives'), level('programme', 'Program', 'Programme', 'Programmes')],
    scoring,
  },
];

interface Twig {
  code: string;
  level: string;
  text: Text;
  short?: Text;
  weight?: string;
  basis?: 'document' | 'reading';
  note?: Text;
  children?: Twig[];
}

const vision: Twig = {
  code: 'V', level: 'vision', text: both('Contoh terang: warganya sehat, dilayani dengan dekat, dan berusaha dengan tenang', 'A bright Contoh: healthy people, served close by, at ease in their work'),
  short: both('Contoh terang', 'A bright Contoh'),
  children: [
    {
      code: 'M1', level: 'mission', text: both('Warga sehat tanpa kehilangan upah', 'People stay healthy without losing a day’s pay'), short: both('Warga sehat', 'Healthy people'), weight: '40',
      children: [
        {
          code: 'S1.1', level: 'objective', text: both('Anak tumbuh sehat di rumah berair bersih', 'Children grow up healthy in homes with clean water'), short: both('Anak tumbuh sehat', 'Healthy children'), weight: '60',
          children: [
            { code: 'P1.1.1', level: 'programme', text: both('Gizi ibu dan balita', 'Food for mothers and infants'), short: both('Gizi ibu dan balita', 'Mother and child food'), weight: '50' },
            { code: 'P1.1.2', level: 'programme', text: both('Air layak dekat rumah', 'Safe water near the house'), short: both('Air dekat rumah', 'Water nearby'), weight: '50' },
          ],
        },
        {
          code: 'S1.2', level: 'objective', text: both('Berobat dekat dan pada waktu yang sesuai', 'Care nearby and at a time that suits'), short: both('Berobat dekat', 'Care nearby'), weight: '40',
          children: [
            { code: 'P1.2.1', level: 'programme', text: both('Jam buka malam di puskesmas', 'Night hours at health centres'), short: both('Jam buka malam', 'Night hours') },
            { code: 'P1.2.2', level: 'programme', text: both('Dokter menetap di kecamatan', 'Doctors who stay in the districts'), short: both('Dokter menetap', 'Resident doctors') },
            {
              code: 'P1.2.3', level: 'programme', text: both('Ambulans air', 'Water ambulances'), short: both('Ambulans air', 'Water ambulances'),
              note: both('Belum ada ukuran yang ditautkan.', 'No indicator is linked yet.'),
            },
          ],
        },
      ],
    },
    { code: 'M2', level: 'mission', text: both('Layanan cepat dan dekat', 'Service that is quick and close'), short: both('Layanan cepat', 'Quick service'), weight: '35' },
    {
      code: 'M3', level: 'mission', text: both('Usaha kecil tumbuh, alam tetap jernih', 'Small businesses grow, nature stays clear'), short: both('Usaha dan alam', 'Business and nature'), weight: '25',
      note: both('Hampir tanpa prakarsa: satu saja, dan itu sudah berhenti.', 'Hardly any initiative: only one, and it has stopped.'),
    },
  ],
};

const renstraTop: Twig[] = [
  {
    code: 'R1', level: 'objective', text: both('Berkas selesai pada hari yang dijanjikan', 'Papers ready on the day promised'), short: both('Tepat hari', 'On the day'), weight: '60',
    children: [
      { code: 'R1.1', level: 'programme', text: both('Loket dekat', 'Counters nearby'), short: both('Loket dekat', 'Counters nearby') },
      { code: 'R1.2', level: 'programme', text: both('Jawaban atas keluhan', 'Answers to complaints'), short: both('Jawaban keluhan', 'Answers') },
    ],
  },
  {
    code: 'R2', level: 'objective', text: both('Desa terhubung', 'Connected villages'), short: both('Desa terhubung', 'Connected villages'), weight: '40', basis: 'reading',
    note: both('Sasaran ini kami baca dari judul bab; naskahnya tidak menomorinya.', 'We read this objective from a chapter title; the text does not number it.'),
  },
];

function nodesOf(plan: string, source: string, twigs: Twig[]): Data[] {
  const rows: Data[] = [];
  const walk = (twig: Twig, parent: string | null): void => {
    rows.push({
      plan_code: plan, plan_version: 1, parent_code: parent, code: twig.code, level: twig.level, text: twig.text, short: twig.short ?? null, letter: null,
      weight: twig.weight ?? null, basis: twig.basis ?? 'document', source_code: source, note: twig.note ?? null, position: rows.length,
    });
    for (const child of twig.children ?? []) walk(child, twig.code);
  };
  for (const twig of twigs) walk(twig, null);
  return rows;
}

export function plansPart(): Part {
  return { 'plan.plan': plans, 'plan.node': [...nodesOf(front, 'rekaan-rpjmd', [vision]), ...nodesOf(renstra, 'rekaan-renstra', renstraTop)] };
}
