import type { PackRow, PackValue } from '#kernel/pack-file.ts';
import type { PackTable, Tables } from '#kernel/pack-part.ts';
import { rowsOf } from '#kernel/pack-parts.ts';

type Data = PackRow['data'];
const told = (data: Data, by: string[]): string => by.map((name) => String(data[name] ?? '')).join(' / ');
const asRow = (data: Record<string, PackValue>): PackRow => ({ file: '', line: 0, data });
const target = ['indicator_code', 'area_code', 'period', 'plan_code'];
const amount = ['comparison', 'value', 'value_to'];

/**
 * The rows of tables that hold history, as a load leaves them: what the pack tells, what is there and still speaks of something known, and what
 * this load itself changes of a published target or of a unit. `day` is the day of the load.
 */
export function withHistory(tables: PackTable[], there: Tables, wanted: Tables, day: string): Map<string, PackRow[]> {
  const known = knownIn(tables, wanted);
  const found: Record<string, PackRow[]> = { 'indicators.target_change': changedTargets(there, wanted, day), 'indicators.unit_change': changedUnits(there, wanted, day) };
  return new Map(tables.filter((table) => table.grows).map((table) => {
    const rows = rowsOf(wanted, table.name);
    const keys = new Set(rows.map((row) => told(row.data, table.key)));
    const added: PackRow[] = [];
    for (const row of [...rowsOf(there, table.name), ...(found[table.name] ?? [])]) {
      const key = told(row.data, table.key);
      if (keys.has(key) || !stands(table, row, known)) continue;
      keys.add(key);
      added.push(sourceOf(row, known));
    }
    return [table.name, [...rows, ...added]];
  }));
}

type Known = (kind: string, name: string) => boolean;

function knownIn(tables: PackTable[], wanted: Tables): Known {
  const codes = new Map(tables.flatMap((table) => (table.gives ?? []).map(({ kind, by }) => [kind, new Set(rowsOf(wanted, table.name).map((row) => told(row.data, by)))] as const)));
  return (kind, name) => codes.get(kind)?.has(name) === true;
}

/** Whether what the row speaks of is still there. */
const stands = (table: PackTable, { data }: PackRow, known: Known): boolean =>
  (table.refs ?? []).every(({ kind, by, only }) => (only && data[only[0]] !== only[1]) || known(kind, told(data, by)));

/** A source that a pack no longer has is no reason to forget what happened. */
const sourceOf = (row: PackRow, known: Known): PackRow =>
  row.data.source_code && !known('source', String(row.data.source_code)) ? { ...row, data: { ...row.data, source_code: null } } : row;

/** Published targets that this load changes; one whose older form the pack tells itself, with its day, is told already. */
function changedTargets(there: Tables, wanted: Tables, day: string): PackRow[] {
  const now = new Map(rowsOf(wanted, 'indicators.target').map((row) => [told(row.data, target), row.data]));
  const tells = new Set(rowsOf(wanted, 'indicators.target_change').map((row) => told(row.data, [...target, ...amount])));
  return rowsOf(there, 'indicators.target').flatMap(({ data }) => {
    const next = now.get(told(data, target));
    if (!next || data.status !== 'published' || told(next, amount) === told(data, amount) || tells.has(told(data, [...target, ...amount]))) return [];
    return [asRow({ ...only(data, [...target, ...amount]), changed_on: day, source_code: data.source_code ?? null, note_id: null, note_en: null })];
  });
}

function changedUnits(there: Tables, wanted: Tables, day: string): PackRow[] {
  const units = new Map(rowsOf(there, 'data.unit').map(({ data }) => [data.code, data]));
  const tells = new Set(rowsOf(wanted, 'indicators.unit_change').map((row) => told(row.data, ['about_kind', 'about_code', 'unit_code'])));
  return (['element', 'indicator'] as const).flatMap((kind) => {
    const table = kind === 'element' ? 'data.element' : 'indicators.indicator';
    const now = new Map(rowsOf(wanted, table).map(({ data }) => [data.code, data]));
    return rowsOf(there, table).flatMap(({ data }) => {
      const next = now.get(data.code);
      const unit = units.get(data.unit_code ?? '');
      if (!next || next.unit_code === data.unit_code || tells.has(`${kind} / ${data.code} / ${data.unit_code}`)) return [];
      return [asRow({ about_kind: kind, about_code: data.code ?? null, changed_on: day, unit_code: data.unit_code ?? null, unit_id: unit?.name_id ?? data.unit_code ?? null, unit_en: unit?.name_en ?? data.unit_code ?? null, source_code: null, note_id: null, note_en: null })];
    });
  });
}

const only = (data: Data, names: string[]): Data => Object.fromEntries(names.map((name) => [name, data[name] ?? null]));
