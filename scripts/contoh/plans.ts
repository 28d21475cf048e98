import { levelsFrom, nodesOf } from './plan-nodes.ts';
import { healthTree, serviceTree } from './plan-renstra.ts';
import { rpjmdTree } from './plan-rpjmd.ts';
import { both, type Data, type Part } from './rows.ts';

export const front = 'rpjmd-2025-2029';
export const renstra = 'renstra-layanan-2025-2029';
export const renstraSehat = 'renstra-sehat-2025-2029';

/** The document that each plan stands in. */
export const sourceOf: Record<string, string> = { [front]: 'rekaan-rpjmd', [renstra]: 'rekaan-renstra', [renstraSehat]: 'rekaan-renstra-sehat' };

const common = { version: 1, vision_word: null, period_from: '2025', period_to: '2029', baseline: '2024', status: 'adopted', scoring: { floor: 0, cap: 100, bands: [90, 75, 65, 50] } };

const plans: Data[] = [
  {
    ...common, code: front, kind: 'rpjmd', name: both('RPJMD Kabupaten Contoh 2025–2029', 'Medium-term development plan of Contoh Regency 2025–2029'),
    short_name: both('RPJMD 2025–2029', 'Plan 2025–2029'), parent_code: null, agency_code: null, legal_basis: 'Perda Contoh 1/2025 (rekaan)', source_code: 'rekaan-rpjmd',
    note: both('Rencana rekaan, dengan tiap jenis simpul.', 'An invented plan, with a node of each kind.'), levels: levelsFrom('vision'),
  },
  {
    ...common, code: renstra, kind: 'renstra', name: both('Renstra Dinas Layanan Dekat 2025–2029', 'Strategic plan of the Service Agency 2025–2029'),
    short_name: both('Renstra Layanan', 'Service agency plan'), parent_code: front, agency_code: 'layanan', legal_basis: 'Perbup Contoh 7/2025 (rekaan)', source_code: 'rekaan-renstra',
    note: both('Perangkat daerah tidak punya visi sendiri: rencana ini melayani misi 2. Satu targetnya lebih lunak daripada RPJMD: layanan tepat waktu.', 'An agency has no vision of its own: this plan serves mission 2. One of its targets is softer than the regency’s: services on time.'), levels: levelsFrom('goal'),
  },
  {
    ...common, code: renstraSehat, kind: 'renstra', name: both('Renstra Dinas Sehat Sentosa 2025–2029', 'Strategic plan of the Health Agency 2025–2029'),
    short_name: both('Renstra Sehat', 'Health agency plan'), parent_code: front, agency_code: 'sehat', legal_basis: 'Perbup Contoh 8/2025 (rekaan)', source_code: 'rekaan-renstra-sehat',
    note: both('Melayani misi 1, dengan target yang sama dengan RPJMD.', 'It serves mission 1, with the same targets as the regency’s plan.'), levels: levelsFrom('goal'),
  },
];

export function plansPart(): Part {
  return {
    'plan.plan': plans,
    'plan.node': [[front, rpjmdTree], [renstra, serviceTree], [renstraSehat, healthTree]].flatMap(([plan, tree]) => nodesOf(plan as string, sourceOf[plan as string] ?? '', tree as typeof rpjmdTree)),
  };
}
