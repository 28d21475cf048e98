import { sql } from 'kysely';
import { periodWithin } from '#kernel/period-sql.ts';
import type { RegionTx } from '#kernel/regions.ts';
import { walkPieces } from '#kernel/walk-codes.ts';
import { type Cell, standsIn } from './indicators.store.ts';

/** Where a list of cells goes on. */
export type CellsAfter = [indicator: string, area: string, period: string] | null;
type Found = Omit<Cell, 'regionCode' | 'view'>;
interface Piece {
  count: number;
  text: string;
  last: string[] | null;
}
interface Wanted {
  indicator?: string | undefined;
  area?: string | undefined;
  /** Of periods that lie wholly between. */
  from?: string | undefined;
  to?: string | undefined;
}

/** Published cells after a place, in order of indicator, area and period, at most `limit`. */
export async function cellsAfter(tx: RegionTx, wanted: Wanted, after: CellsAfter, limit: number): Promise<Found[]> {
  return JSON.parse(`[${(await cellsText(tx, wanted, after, limit)).text}]`) as Found[];
}

/**
 * The same as the text of a JSON list without its brackets, with the number of cells and the place of the last one: what only passes through
 * needs not be read and written again, and one text costs the embedded database a third of what as many rows cost it.
 */
export async function cellsText(tx: RegionTx, { indicator, area, from, to }: Wanted, after: CellsAfter, limit: number): Promise<Piece> {
  const codes = indicator === undefined ? (await sql<{ code: string }>`select indicator_code as code from indicators.cell_shown where region_code = ${tx.region} and view = 'published'`.execute(tx)).rows.map((one) => one.code).sort() : [indicator];
  const only = [
    area === undefined ? null : sql`c.area_code = ${area}`, from === undefined && to === undefined ? null : periodWithin('c.period', { from, to }),
    after === null ? null : sql`(s.indicator_code <> ${after[0]} or (c.area_code, c.period) > (${after[1]}, ${after[2]}))`,
  ].filter((one) => one !== null);
  const pieces = await walkPieces(codes.filter((code) => after === null || code >= after[0]), limit, async (some, most) => {
    const { rows } = await sql<Piece>`select count(*)::int as count, coalesce(string_agg(q.json, ',' order by q.place), '') as text, (array_agg(q.key order by q.place desc))[1] as last
      from (select row_number() over () as place, row_to_json(p)::text as json, json_build_array(p."indicatorCode", p."areaCode", p.period) as key from (
        select s.indicator_code as "indicatorCode", c.area_code as "areaCode", c.period, c.value, c.reason, c.series_code as "seriesCode", c.applicable, c.quality, c.origin, c.other_series as "otherSeries",
          c.inputs, c.version, c.revision, c.assurance, c.stated_value as "statedValue", c.assumed_zero as "assumedZero"
        from indicators.cell_shown s join indicators.cell c on c.region_code = s.region_code and c.batch = s.batch
        where s.region_code = ${tx.region} and s.view = 'published' and ${standsIn('published')} and s.indicator_code = any(${some}) ${only.length > 0 ? sql`and ${sql.join(only, sql` and `)}` : sql``}
        order by array_position(${some}::text[], s.indicator_code), c.area_code, c.period limit ${most}) p) q`.execute(tx);
    return rows[0] ?? { count: 0, text: '', last: null };
  }, (piece) => piece.count);
  const full = pieces.filter((piece) => piece.count > 0);
  return { count: full.reduce((sum, piece) => sum + piece.count, 0), text: full.map((piece) => piece.text).join(','), last: full.at(-1)?.last ?? null };
}
