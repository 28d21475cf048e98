import type { Column } from '#kernel/pack-columns.ts';
import type { PackTable } from '#kernel/pack-part.ts';
import { drafts } from '#masterplan/index.ts';

/** What a draft holds, by the word of its address, in the order in which a masterplan is written. */
export const kinds = {
  umum: 'masterplan', pilar: 'pillar', subdimensi: 'sub_dimension', kesiapan: 'readiness', swot: 'swot', strategi: 'strategy', inisiatif: 'initiative', 'rencana-aksi': 'action_plan', 'peta-jalan': 'roadmap',
  badan: 'body', kursi: 'seat', rapat: 'meeting', naskah: 'paper',
} as const;
export type Kind = keyof typeof kinds;
export const isKind = (word: string): word is Kind => Object.hasOwn(kinds, word);

export function tableOf(kind: Kind): PackTable {
  const found = drafts.tables.find(({ name }) => name === `masterplan.${kinds[kind]}`);
  if (!found) throw new Error(`no table of ${kind}`);
  return found;
}
export const kindOf = (table: string): Kind => (Object.keys(kinds) as Kind[]).find((kind) => `masterplan.${kinds[kind]}` === table) ?? 'umum';

/** What adoption sets, what is a sourced fact of its own, and what is kept by another form: none of it is typed here. */
const notTyped: Partial<Record<Kind, string[]>> = { umum: ['status', 'legal_basis'], inisiatif: ['statements'], naskah: ['file'] };
const named: Record<string, string> = { sub_dimension_code: 'sub-dimension', pillar_code: 'pillar' };

/** The columns of a kind's form; a code that must be one of some is chosen among them. */
export const formColumns = (kind: Kind): Column[] =>
  tableOf(kind).columns.filter(({ name }) => !notTyped[kind]?.includes(name)).map((column) => (named[column.name] ? { ...column, ref: named[column.name] as string } : column));
