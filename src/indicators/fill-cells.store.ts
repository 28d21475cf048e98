import { type RawBuilder, sql } from 'kysely';
import { counted, type View } from '#data/index.ts';
import type { PeriodKind } from '#kernel/periods.ts';
import type { RegionTx } from '#kernel/regions.ts';
import { cellColumns, cellValues, chosen, isKind, otherSeries, type SetBased, slotRows } from './cell-sql.ts';

/** A place in the order of the key, where a part ends. */
export interface Bound {
  area: string;
  period: string;
}
export interface Part {
  view: View;
  batch: number;
  staged: string[];
  series: Map<string, Set<string>>;
  constants: Map<string, string>;
  /** Whether a value may be an agency's own statement, beside which a verified one stands. */
  stated: boolean;
  /** Behind `after`, up to and with `until`; null is no end. */
  after: Bound | null;
  until: Bound | null;
}

/** The place so many values further on, of the element that comes to it first; null where there are no more. */
export async function nextBound(tx: RegionTx, elements: string[], after: Bound | null, count: number): Promise<Bound | null> {
  const behind = after ? sql`and (v.area_code, v.period) > (${after.area}, ${after.period})` : sql``;
  const { rows } = await sql<Bound>`select area, period from unnest(${elements}::text[]) e(code) cross join lateral (
      select v.area_code as area, v.period from data.value v where v.region_code = ${tx.region} and v.element_code = e.code ${behind} order by v.area_code, v.period offset ${count} limit 1) b
    order by area, period limit 1`.execute(tx);
  return rows[0] ?? null;
}

/** Whether the elements have at least so many values. */
export async function hasValues(tx: RegionTx, elements: string[], least: number): Promise<boolean> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from (select from data.value where region_code = ${tx.region} and element_code = any(${elements}) limit ${Math.min(least, 1_000_000_000)}) v`.execute(tx);
  return (rows[0]?.count ?? 0) >= least;
}

/** Whether any value of the elements is an agency's own statement. */
export async function hasStated(tx: RegionTx, elements: string[]): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`select exists (select from data.value where region_code = ${tx.region} and element_code = any(${elements}) and assurance = 'stated') as found`.execute(tx);
  return rows[0]?.found ?? false;
}

/** Computes and writes the cells of one indicator in a part of its places, all in the database; answers whether the other view may count something else. */
export async function fillCells(tx: RegionTx, of: SetBased, part: Part): Promise<boolean> {
  const { elements, formula, indicator } = of;
  const lists = elements.map((element, n) => sql`${sql.raw(`counted${n}`)} as materialized (${counted.sql({ region: tx.region, element, view: part.view, staged: part.staged, stated: part.stated, within: within(part, of.shifted) })}),
    ${sql.raw(`chosen${n}`)} as ${sql.raw(of.shifted ? 'materialized' : 'not materialized')} (${chosen(n, indicator.series, part.series.get(element) ?? new Set())})`);
  const everyRow = (columns: string): RawBuilder<unknown> => sql.raw(elements.map((_, n) => `select ${columns} from counted${n}`).join(' union all '));
  const places = of.shifted ? sql`places as materialized (select distinct area_code, period from (${everyRow('area_code, period')}) v where ${sql.raw(isKind[indicator.periodKind as PeriodKind])} and ${within(part, false)}),` : sql``;
  // Without statistics, which the embedded database never has and a fresh load not yet, the planner would walk one list again for each row of another.
  await sql`set local enable_nestloop = off`.execute(tx);
  await sql`set local jit = off`.execute(tx);
  const { rows } = await sql<{ odd: boolean }>`with ${sql.join(lists)}, ${places} others as (${sql.raw(otherSeries(of, part.series))}),
    put as (insert into indicators.cell (region_code, batch, area_code, period, ${sql.raw(cellColumns)})
      select ${tx.region}, ${part.batch}::bigint, z.area_code, z.period, ${sql.raw(cellValues(of, part.stated))} from (${sql.raw(formula.over(slotRows(of, part.constants)))}) z)
    select coalesce(bool_or(odd), false) as odd from (${everyRow('odd')}) v`.execute(tx);
  await sql`set local enable_nestloop to default`.execute(tx);
  await sql`set local jit to default`.execute(tx);
  return rows[0]?.odd ?? false;
}

/** Values of the part; of an indicator that reads other periods those of its areas in every period. */
function within({ after, until }: Part, wide: boolean): RawBuilder<unknown> {
  const [from, to] = wide ? [after && sql`v.area_code >= ${after.area}`, until && sql`v.area_code <= ${until.area}`]
    : [after && sql`(v.area_code, v.period) > (${after.area}, ${after.period})`, until && sql`(v.area_code, v.period) <= (${until.area}, ${until.period})`];
  return sql`${from ?? sql`true`} and ${to ?? sql`true`}`;
}
