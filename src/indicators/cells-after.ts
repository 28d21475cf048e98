import { sql } from 'kysely';
import { periodWithin } from '#kernel/period-sql.ts';
import type { RegionTx } from '#kernel/regions.ts';
import { afterCode, codesAfter, walkPieces } from '#kernel/walk-codes.ts';
import { type Cell, standsIn } from './indicators.store.ts';

/** The place of a cell in a list: indicator, area, period. */
export type CellsAfter = string[] | null;
type Found = Omit<Cell, 'regionCode' | 'view' | 'textValue'> & { text: string | null };
/** Part of a list as the text of a JSON list without its brackets; `on` is the place after which there may be more, null at the end. */
interface Piece {
  count: number;
  text: string;
  on: string[] | null;
}
interface Wanted {
  indicator?: string | undefined;
  area?: string | undefined;
  /** Of periods that lie wholly between. */
  from?: string | undefined;
  to?: string | undefined;
}

/** Published cells after a place, in order of indicator, area and period: at most `limit`, and fewer where a filter finds little in a long time. */
export async function cellsAfter(tx: RegionTx, wanted: Wanted, after: CellsAfter, limit: number): Promise<{ rows: Found[]; on: string[] | null }> {
  const { text, on } = await cellsText(tx, wanted, after, limit);
  return { rows: JSON.parse(`[${text}]`) as Found[], on };
}

/** The same as text: what only passes through needs not be read and written again, and one text costs the embedded database a third of what as many rows cost it. */
export async function cellsText(tx: RegionTx, wanted: Wanted, after: CellsAfter, limit: number): Promise<Piece> {
  const { rows } = await sql<{ code: string; batch: string }>`select indicator_code as code, batch::text from indicators.cell_shown where region_code = ${tx.region} and view = 'published'
    ${wanted.indicator === undefined ? sql`` : sql`and indicator_code = ${wanted.indicator}`}`.execute(tx);
  const batches = new Map(rows.map(({ code, batch }) => [code, batch]));
  const { pieces, passed } = await walkPieces(codesAfter([...batches.keys()].sort(), after), limit, (some, most) => pieceOf(tx, some.map((code) => [code, batches.get(code) ?? '']), { ...wanted, after, most }), (piece) => piece.count);
  const full = pieces.filter((piece) => piece.count > 0);
  const count = full.reduce((sum, piece) => sum + piece.count, 0);
  return { count, text: full.map((piece) => piece.text).join(','), on: count === limit ? (full.at(-1)?.on ?? null) : passed === null ? null : afterCode(passed, 3) };
}

/** Batch after batch along the key of the table, so that nothing is sorted and no more is read than is shown. */
async function pieceOf(tx: RegionTx, batches: [code: string, batch: string][], { area, from, to, after, most }: Wanted & { after: CellsAfter; most: number }): Promise<Piece> {
  const only = [
    area === undefined ? null : sql`c.area_code = ${area}`, from === undefined && to === undefined ? null : periodWithin('c.period', { from, to }),
    after === null ? null : sql`(b.code <> ${after[0]} or (c.area_code, c.period) > (${after[1]}, ${after[2]}))`,
  ].filter((one) => one !== null);
  const found = await sql<Piece>`select count(*)::int as count, coalesce(string_agg(q.json, ',' order by q.place), '') as text, (array_agg(q.key order by q.place desc))[1] as on
    from (select row_number() over () as place, row_to_json(p)::text as json, json_build_array(p."indicatorCode", p."areaCode", p.period) as key from (
      select b.code as "indicatorCode", c.* from unnest(${batches.map(([code]) => code)}::text[], ${batches.map(([, batch]) => batch)}::bigint[]) as b(code, batch)
      cross join lateral (select c.area_code as "areaCode", c.period, c.value, c.text_value as "text", c.reason, c.series_code as "seriesCode", c.applicable, c.quality, c.origin, c.other_series as "otherSeries",
        c.inputs, c.version, c.revision, c.assurance, c.stated_value as "statedValue", c.assumed_zero as "assumedZero"
        from indicators.cell c where c.region_code = ${tx.region} and c.batch = b.batch and ${standsIn('published')} ${only.length > 0 ? sql`and ${sql.join(only, sql` and `)}` : sql``}
        order by c.area_code, c.period limit ${most}) c
      limit ${most}) p) q`.execute(tx);
  return found.rows[0] ?? { count: 0, text: '', on: null };
}
