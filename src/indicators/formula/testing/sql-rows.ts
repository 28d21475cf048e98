import type { Db } from '#kernel/connection.ts';
import type { Frame, Missing, Plan } from '../plan.ts';
import { compileSql } from '../sql/compile-sql.ts';
import { toDouble } from '../sql/guarded.ts';
import type { Node } from '../tree.ts';
import type { TypeOf } from '../types.ts';

/** What a row holds, by code: a decimal or a text as text, true or false, null; a list is what a group runs over. */
export type Row = Record<string, string | boolean | null | (string | null)[]>;
export interface Told {
  value: number | string | boolean | null;
  reason: string | null;
  assumedZero: string[];
}

const givenAs = (given: Row[string] | undefined, text: boolean) => (typeof given === 'string' && !text ? Number(given) : ((given ?? null) as string | boolean | null));

/** The row as closures read it. */
export function frameOf(plan: Plan, row: Row, typeOf: TypeOf): Frame {
  const read = (inner: Plan, at: Row): Frame => ({
    values: inner.slots.map((slot) => givenAs(at[slot.code], typeOf({ kind: 'reference', at: 0, ...slot }, false) === 'text')), exact: inner.slots.map((slot) => (at[slot.code] ?? null) as string | null), groups: [],
  });
  const groups = plan.groups.map(({ plan: inner }) => {
    const code = inner.slots[0]?.code ?? '';
    return ((row[code] ?? []) as (string | null)[]).map((member) => read(inner, { [code]: member }));
  });
  return { ...read(plan, row), groups };
}

/** Computes the rows in the database, in their order. */
export async function inDatabase(db: Db, tree: Node, missing: Missing, typeOf: TypeOf, rows: Row[]): Promise<Told[]> {
  const formula = compileSql(tree, missing, typeOf);
  const params: unknown[] = [];
  const columns = [
    ...formula.plan.slots.map(({ code }, n) => {
      params.push(rows.map((row) => (typeof row[code] === 'boolean' ? Number(row[code]) : (row[code] ?? null))));
      return formula.slots[n] === 'text' ? { type: 'text[]', sql: `c${n} as s${n}`, name: `c${n}` } : { type: 'numeric[]', sql: `${toDouble(`c${n}`)} as s${n}`, name: `c${n}` };
    }),
    ...formula.plan.groups.map(({ plan }, n) => {
      params.push(rows.map((row) => `{${((row[plan.slots[0]?.code ?? ''] ?? []) as (string | null)[]).map((one) => one ?? 'null').join(',')}}`));
      return { type: 'text[]', sql: `d${n}::numeric[] as g${n}`, name: `d${n}` };
    }),
  ];
  params.push(rows.map((_, n) => n));
  const from = `select ${[...columns.map(({ sql }) => sql), 'row'].join(', ')} from unnest(${[...columns.map(({ type }, n) => `$${n + 1}::${type}`), `$${columns.length + 1}::int[]`].join(', ')}) as given(${[...columns.map(({ name }) => name), 'row'].join(', ')})`;
  const found = await db.pool.query<{ value: Told['value']; reason: string | null; assumed_zero: string[] }>(`select value, reason, assumed_zero from (${formula.over(from)}) q order by row`, params);
  return found.rows.map(({ value, reason, assumed_zero }) => ({ value, reason, assumedZero: assumed_zero }));
}
