import { sql } from 'kysely';
import type { RegionTx } from '#kernel/regions.ts';
import type { DataValue } from './data.ts';

interface Wanted {
  element?: string | undefined;
  area?: string | undefined;
  series?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

const columns = sql`v.element_code, v.area_code, v.period, v.series_code, v.value, v.text_value, v.applicable, v.status, v.withdrawn, v.quality, v.origin, v.assurance, v.source_code, v.note_id, v.note_en, v.recorded_by, v.recorded_at,
  e.revision, e.actor, e.at, e.kind as entry_kind`;

/** Published data values after a place, in order of element, area, period and series, at most `limit`: of each key the newest published row, unless that was withdrawn. */
export async function valuesAfter(tx: RegionTx, { element, area, series, from, to }: Wanted, after: string[] | null, limit: number): Promise<DataValue[]> {
  const only = [
    element === undefined ? null : sql`v.element_code = ${element}`, area === undefined ? null : sql`v.area_code = ${area}`, series === undefined ? null : sql`v.series_code = ${series}`,
    from === undefined ? null : sql`v.period >= ${from}`, to === undefined ? null : sql`left(v.period, ${to.length}) <= ${to}`,
    after === null ? null : sql`(v.element_code, v.area_code, v.period, v.series_code) > (${sql.join(after)})`,
  ].filter((one) => one !== null);
  const { rows } = await sql<DataValue>`select * from (
      select distinct on (v.element_code, v.area_code, v.period, v.series_code) ${columns}
      from data.value v join data.entry e on e.region_code = v.region_code and e.id = v.entry_id
      where v.region_code = ${tx.region} and e.state = 'effective' and (v.withdrawn or v.status = 'published') ${only.length > 0 ? sql`and ${sql.join(only, sql` and `)}` : sql``}
      order by v.element_code, v.area_code, v.period, v.series_code, e.revision desc) n
    where not n.withdrawn limit ${limit}`.execute(tx);
  return rows;
}

/** What became public or was withdrawn from public after a revision, oldest first: rows of entries in order of revision and key, at most `limit`. */
export async function valuesSince(tx: RegionTx, after: string[] | null, since: number, limit: number): Promise<DataValue[]> {
  const place = after === null ? sql`e.revision > ${since}` : sql`(e.revision, v.element_code, v.area_code, v.period, v.series_code) > (${Number(after[0])}, ${sql.join(after.slice(1))})`;
  const { rows } = await sql<DataValue>`select ${columns} from data.value v join data.entry e on e.region_code = v.region_code and e.id = v.entry_id
    where v.region_code = ${tx.region} and e.state = 'effective' and (v.withdrawn or v.status = 'published') and ${place}
    order by e.revision, v.element_code, v.area_code, v.period, v.series_code limit ${limit}`.execute(tx);
  return rows;
}
