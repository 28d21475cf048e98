import { sql } from 'kysely';
import type { RegionTx } from '#kernel/regions.ts';
import { getRegion } from '#places/index.ts';
import type { View } from '../data.ts';

/** How many reports of an element cycles ask for in an area and period, how many have come, and how many by the day for sending on. */
export type ReportCounts = { areaCode: string; period: string; expected: number } & Record<View, { actual: number; onTime: number }>;

/**
 * The reports of one element. In `current` an item is reported once it was sent on and has not come back; in `published` once it has a published value.
 * On time is judged by the first row that sent it on, by the server's clock, in the region's own days. `staged` are entries that count as if they
 * were effective.
 */
export async function reportsOf(tx: RegionTx, element: string, staged: string[] = []): Promise<ReportCounts[]> {
  const { timeZone } = await getRegion(tx);
  const { rows } = await sql<{ areaCode: string; period: string; expected: number; sent: number; sentOnTime: number; shown: number; shownOnTime: number }>`
    select i.area_code, i.period, count(*)::int as expected, count(*) filter (where n.sent)::int as sent, count(*) filter (where n.sent and n.on_time)::int as sent_on_time,
      count(*) filter (where n.shown)::int as shown, count(*) filter (where n.shown and n.on_time)::int as shown_on_time
    from data.cycle_item i join data.cycle c on c.region_code = i.region_code and c.code = i.cycle_code
    left join lateral (select (array_agg(h.status order by h.revision desc))[1] in ('submitted', 'approved', 'verified', 'published') as sent,
        bool_or(h.status = 'published' and not h.withdrawn) as shown,
        min(h.day) filter (where h.status in ('submitted', 'approved', 'verified', 'published')) <= c.submit_by as on_time
      from (select v.status, v.withdrawn, e.revision, to_char(coalesce(v.recorded_at, e.at) at time zone ${timeZone}, 'YYYY-MM-DD') as day
        from data.value v join data.entry e on e.region_code = v.region_code and e.id = v.entry_id and (e.state = 'effective' or e.id = any(${staged}::uuid[]))
        where v.region_code = i.region_code and v.element_code = i.element_code and v.area_code = i.area_code and v.period = i.period and v.series_code = i.series_code) h) n on true
    where i.region_code = ${tx.region} and split_part(i.element_code, '.', 1) = ${element} group by i.area_code, i.period order by i.area_code, i.period`.execute(tx);
  return rows.map(({ areaCode, period, expected, sent, sentOnTime, shown, shownOnTime }) => ({ areaCode, period, expected, current: { actual: sent, onTime: sentOnTime }, published: { actual: shown, onTime: shownOnTime } }));
}
