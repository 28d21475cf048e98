import { formulas, parseFormula } from '#indicators/index.ts';
import type { Touched } from '#kernel/context.ts';
import type { Lang, Text } from '#kernel/i18n.ts';
import type { PackRow } from '#kernel/pack-file.ts';
import type { PackTable, Tables } from '#kernel/pack-part.ts';
import { rowsOf } from '#kernel/pack-parts.ts';
import type { Action } from '#people/index.ts';
import { tables } from './pack-files.ts';

type Data = PackRow['data'];

/** One kind of definition that people change in the workspace: by the word of its address. */
export interface Editable {
  table: PackTable;
  action: Action;
  /** Columns that are what the thing is: they stay once it is there. */
  fixed: string[];
  /** Whose it is, for who may change only their own agency's. */
  agency(data: Data): string | null;
  /** What has to be computed again. */
  touches(before: Data | null, after: Data, all: Tables): Touched;
}

const tableOf = (name: string): PackTable => tables.find((table) => table.name === name) as PackTable;
const text = (value: unknown): string => String(value ?? '');
const differs = (before: Data | null, after: Data, names: string[]): boolean => names.some((name) => JSON.stringify(before?.[name] ?? null) !== JSON.stringify(after[name] ?? null));
const nothing: Touched = { all: false, elements: [], indicators: [] };
const of = (name: string, rest: Omit<Editable, 'table' | 'fixed' | 'agency'> & { agency?: Editable['agency'] }): Editable => ({ table: tableOf(name), fixed: tableOf(name).key, agency: () => null, ...rest });

/** Indicators that read an indicator's target. */
const readersOfTarget = (code: string, all: Tables): string[] =>
  rowsOf(all, 'indicators.indicator').filter(({ data }) => formulas.standsOnOf(parseFormula(text(data.formula))).includes(code)).map(({ data }) => text(data.code));

export const editables: Record<string, Editable> = {
  indikator: of('indicators.indicator', {
    action: 'indicator.edit', agency: (data) => (data.agency_code as string | null) ?? null,
    touches: (_, after, all) => ({ all: false, elements: [], indicators: [text(after.code), ...readersOfTarget(text(after.code), all)] }),
  }),
  target: of('indicators.target', { action: 'target.edit', touches: (_, after, all) => ({ all: false, elements: [], indicators: [text(after.indicator_code), ...readersOfTarget(text(after.indicator_code), all)] }) }),
  data: of('data.element', { action: 'element.edit', agency: (data) => (data.agency_code as string | null) ?? null, touches: (_, after) => ({ all: false, elements: [text(after.code)], indicators: [] }) }),
  aturan: of('indicators.validation_rule', { action: 'rule.edit', touches: () => nothing }),
  'perangkat-daerah': of('people.agency', { action: 'agency.edit', touches: () => nothing }),
  wilayah: of('places.area', { action: 'area.edit', touches: (before, after) => (differs(before, after, ['code', 'parent_code', 'level', 'valid_from', 'valid_to']) ? { all: true } : nothing) }),
};
export type EditableKind = keyof typeof editables;

/** The code that a row is found by: its key, joined. */
export const codeOf = ({ table }: Editable, data: Data): string => table.key.map((name) => text(data[name])).join(' / ');

/** The formula of an indicator as a sentence; null of what has none. */
export function toldFormula(data: Data, all: Tables, lang: Lang): string | null {
  if (typeof data.formula !== 'string') return null;
  const named = (table: string, code: string): Text | null => {
    const found = rowsOf(all, table).find((row) => row.data.code === code)?.data;
    return found ? ((found.name as Text | null | undefined) ?? { id: text(found.name_id), en: text(found.name_en) }) : null;
  };
  return formulas.tell(parseFormula(data.formula), ({ sigil, code }) => named(sigil === '#' || sigil === 'R' ? 'data.element' : sigil === 'C' ? 'data.constant' : 'indicators.indicator', code))[lang];
}
