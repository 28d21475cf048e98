import { type RawBuilder, sql } from 'kysely';
import type { View } from './data.ts';

export interface CountedPart {
  region: string;
  element: string;
  view: View;
  /** Entries that count as if they were effective. */
  staged: string[];
  /** Whether any of its values is an agency's own statement; where none is, none is looked for. */
  stated: boolean;
  /** Which of the rows, by `v.area_code` and `v.period`. */
  within: RawBuilder<unknown>;
}

/**
 * What `countedValues` gives, as a query for who computes in the database: the newest row of each area, period and series, in `published` the newest
 * published one, without what was withdrawn; beside a verified value what the agency had stated itself. `odd`: the other view may count something else.
 */
export function countedSql({ region, element, view, staged, stated, within }: CountedPart): RawBuilder<unknown> {
  const counts = (entry: string): RawBuilder<unknown> => sql`(${sql.ref(`${entry}.state`)} = 'effective' or ${sql.ref(`${entry}.id`)} = any(${staged}::uuid[]))`;
  const shows = (row: string): RawBuilder<unknown> => (view === 'current' ? sql`true` : sql`(${sql.ref(`${row}.withdrawn`)} or ${sql.ref(`${row}.status`)} = 'published')`);
  const sameKey = sql`o.region_code = q.region_code and o.element_code = q.element_code and o.area_code = q.area_code and o.period = q.period and o.series_code = q.series_code`;
  const others = (what: RawBuilder<unknown>, which: RawBuilder<unknown>): RawBuilder<unknown> =>
    sql`(select ${what} from data.value o join data.entry f on f.region_code = o.region_code and f.id = o.entry_id where ${sameKey} and ${counts('f')} and ${which})`;
  return sql`select q.area_code, q.period, q.series_code, q.value, q.applicable, q.quality, q.origin, q.assurance, q.revision,
      ${stated ? sql`case when q.assurance = 'verified' then ${others(sql`(array_agg(o.value order by f.revision desc))[1]`, sql`o.assurance = 'stated' and not o.withdrawn and ${shows('o')}`)} end` : sql`null::numeric`} as stated,
      ${view === 'published' ? sql`false` : stated ? sql`q.status <> 'published' or case when q.assurance = 'verified' then ${others(sql`bool_or(o.status <> 'published' and not o.withdrawn)`, sql`true`)} else false end` : sql`q.status <> 'published'`} as odd
    from (select distinct on (v.area_code, v.period, v.series_code) v.*, e.revision
      from data.value v join data.entry e on e.region_code = v.region_code and e.id = v.entry_id
      where v.region_code = ${region} and v.element_code = ${element} and ${counts('e')} and ${shows('v')} and ${within}
      order by v.area_code, v.period, v.series_code, e.revision desc) q
    where not q.withdrawn`;
}
