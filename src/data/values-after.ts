import { sql } from 'kysely';
import { periodWithin } from '#kernel/period-sql.ts';
import type { RegionTx } from '#kernel/regions.ts';
import { afterCode, codesAfter, walkPieces } from '#kernel/walk-codes.ts';
import type { DataValue } from './data.ts';
import { elementsWithValues } from './values.store.ts';

interface Wanted {
  element?: string | undefined;
  area?: string | undefined;
  series?: string | undefined;
  /** Of periods that lie wholly between. */
  from?: string | undefined;
  to?: string | undefined;
}

const columns = sql`v.element_code, v.area_code, v.period, v.series_code, v.value, v.text_value, v.applicable, v.status, v.withdrawn, v.quality, v.origin, v.assurance, v.source_code, v.note_id, v.note_en, v.recorded_by, v.recorded_at,
  e.revision, e.actor, e.at, e.kind as entry_kind`;
const entries = sql`join data.entry e on e.region_code = v.region_code and e.id = v.entry_id and e.state = 'effective'`;

/** A published row; or the withdrawal of what was public until then: who never saw a value is not told that it is gone. */
const isPublic = sql`(v.status = 'published' and not v.withdrawn or v.withdrawn and coalesce((
  select not p.withdrawn from data.value p join data.entry pe on pe.region_code = p.region_code and pe.id = p.entry_id and pe.state = 'effective'
  where p.region_code = v.region_code and p.element_code = v.element_code and p.area_code = v.area_code and p.period = v.period and p.series_code = v.series_code
    and (p.withdrawn or p.status = 'published') and pe.revision < e.revision order by pe.revision desc limit 1), false))`;

/**
 * Published data values after a place, in order of element, area, period and series: at most `limit`, and fewer where a filter finds little in a
 * long time; of each key the newest published row, unless that was withdrawn. `on` is the place after which there may be more, null at the end.
 */
async function valuesAfter(tx: RegionTx, { element, area, series, from, to }: Wanted, after: string[] | null, limit: number): Promise<{ rows: DataValue[]; on: string[] | null }> {
  const codes = element === undefined ? (await elementsWithValues(tx)).sort() : [element];
  const only = [
    area === undefined ? null : sql`v.area_code = ${area}`, series === undefined ? null : sql`v.series_code = ${series}`, from === undefined && to === undefined ? null : periodWithin('v.period', { from, to }),
    after === null ? null : sql`(v.element_code <> ${after[0]} or (v.area_code, v.period, v.series_code) > (${sql.join(after.slice(1))}))`,
  ].filter((one) => one !== null);
  const { pieces, passed } = await walkPieces(codesAfter(codes, after), limit, async (some, most) => {
    const { rows } = await sql<DataValue>`select * from (
        select distinct on (v.element_code, v.area_code, v.period, v.series_code) ${columns} from data.value v ${entries}
        where v.region_code = ${tx.region} and v.element_code = any(${some}) and (v.withdrawn or v.status = 'published') ${only.length > 0 ? sql`and ${sql.join(only, sql` and `)}` : sql``}
        order by v.element_code, v.area_code, v.period, v.series_code, e.revision desc) d
      where not d.withdrawn order by array_position(${some}::text[], d.element_code), d.area_code, d.period, d.series_code limit ${most}`.execute(tx);
    return rows;
  }, (piece) => piece.length);
  const rows = pieces.flat();
  const last = rows.at(-1);
  return { rows, on: rows.length === limit && last ? [last.elementCode, last.areaCode, last.period, last.seriesCode] : passed === null ? null : afterCode(passed, 4) };
}

/** What became public or was withdrawn from public after a revision, oldest first: in order of revision and key, at most `limit`. */
async function valuesSince(tx: RegionTx, after: string[] | null, since: number, limit: number): Promise<DataValue[]> {
  const place = after === null ? sql`` : sql`and (e.revision > ${Number(after[0])} or (v.element_code, v.area_code, v.period, v.series_code) > (${sql.join(after.slice(1))}))`;
  const first = after === null ? since + 1 : Number(after[0]);
  // Entry by entry: a page of a large first load must not sort all of it.
  const { rows } = await sql<DataValue>`select n.* from (select * from data.entry where region_code = ${tx.region} and state = 'effective' and revision >= ${first} order by revision) e
    cross join lateral (select ${columns} from data.value v where v.region_code = e.region_code and v.entry_id = e.id and ${isPublic} ${place} order by v.element_code, v.area_code, v.period, v.series_code limit ${limit}) n
    order by n.revision, n.element_code, n.area_code, n.period, n.series_code limit ${limit}`.execute(tx);
  return rows;
}

/** The published history of one element after a place, in order of area, period, series and revision, at most `limit`: what a pack may carry out. */
async function publicHistoryAfter(tx: RegionTx, element: string, after: [area: string, period: string, series: string, revision: number] | null, limit: number): Promise<DataValue[]> {
  const place = after === null ? sql`` : sql`and (v.area_code, v.period, v.series_code, e.revision) > (${after[0]}, ${after[1]}, ${after[2]}, ${after[3]})`;
  const { rows } = await sql<DataValue>`select ${columns} from data.value v ${entries}
    where v.region_code = ${tx.region} and v.element_code = ${element} and ${isPublic} ${place} order by v.area_code, v.period, v.series_code, e.revision limit ${limit}`.execute(tx);
  return rows;
}

/** What was published or withdrawn last in one area, of some elements or of all (null), newest first, at most `limit` rows. */
async function latestPublished(tx: RegionTx, area: string, elements: string[] | null, limit: number): Promise<DataValue[]> {
  const { rows } = await sql<DataValue>`select ${columns} from data.value v ${entries}
    where v.region_code = ${tx.region} and v.area_code = ${area} ${elements === null ? sql`` : sql`and v.element_code = any(${elements})`} and ${isPublic} order by e.revision desc, v.element_code, v.period desc, v.series_code limit ${limit}`.execute(tx);
  return rows;
}

/** What has been published, in parts: values after a place, changes since a revision, the history of an element, the latest of an area. */
export const published = { after: valuesAfter, since: valuesSince, history: publicHistoryAfter, latest: latestPublished };
