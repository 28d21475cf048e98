import { type RawBuilder, sql } from 'kysely';
import { keptWhileDefined } from '#kernel/definitions.ts';
import type { RegionTx } from '#kernel/regions.ts';
import { elementIn } from '../disaggregation.ts';
import type { DataTables } from '../tables.ts';
import { type Cycle, type CycleItem, type Holiday, itemKey, type ItemKey } from './cycle.ts';
import type { ValueState } from './value-states.ts';

const own = (tx: RegionTx) => tx.withTables<DataTables>();

export const listCycles = (tx: RegionTx): Promise<Cycle[]> => own(tx).selectFrom('data.cycle').selectAll().where('regionCode', '=', tx.region).orderBy('submitBy').orderBy('code').execute();
export const findCycle = (tx: RegionTx, code: string): Promise<Cycle | undefined> => own(tx).selectFrom('data.cycle').selectAll().where('regionCode', '=', tx.region).where('code', '=', code).executeTakeFirst();
export const listHolidays = (tx: RegionTx): Promise<Holiday[]> => own(tx).selectFrom('data.holiday').selectAll().where('regionCode', '=', tx.region).orderBy('day').execute();

export async function addCycle(tx: RegionTx, cycle: Omit<Cycle, 'regionCode'>): Promise<boolean> {
  const added = await own(tx).insertInto('data.cycle').values({ ...cycle, regionCode: tx.region }).onConflict((conflict) => conflict.doNothing()).executeTakeFirst();
  return Number(added.numInsertedOrUpdatedRows ?? 0) === 1;
}
export async function setCycle(tx: RegionTx, code: string, given: Partial<Omit<Cycle, 'regionCode' | 'code'>>): Promise<void> {
  await own(tx).updateTable('data.cycle').set(given).where('regionCode', '=', tx.region).where('code', '=', code).execute();
}

/** The elements that a cycle asks for, without their disaggregations. */
export async function elementsAsked(tx: RegionTx, code: string): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`select distinct split_part(element_code, '.', 1) as code from data.cycle_item where region_code = ${tx.region} and cycle_code = ${code} order by 1`.execute(tx);
  return rows.map((row) => row.code);
}

/** An item for each element that is counted as often as the cycle's period, where it had a value before; what is there stays. */
export async function addUsualItems(tx: RegionTx, cycle: Pick<Cycle, 'code' | 'period'>, before: string): Promise<{ items: number; elements: string[] }> {
  const { rows } = await sql<{ elementCode: string }>`insert into data.cycle_item (region_code, cycle_code, element_code, area_code, series_code, period, publish)
    select distinct v.region_code, ${cycle.code}, v.element_code, v.area_code, v.series_code, ${cycle.period}, true
    from data.value v join data.entry e on e.region_code = v.region_code and e.id = v.entry_id and e.state = 'effective'
    join data.element el on el.region_code = v.region_code and el.code = split_part(v.element_code, '.', 1) and el.agency_code is not null
    where v.region_code = ${tx.region} and v.period = ${before} on conflict do nothing returning element_code`.execute(tx);
  return { items: rows.length, elements: [...new Set(rows.map(({ elementCode }) => elementIn(elementCode)))] };
}

export async function setPublish(tx: RegionTx, key: ItemKey, publish: boolean): Promise<void> {
  await own(tx).updateTable('data.cycleItem').set({ publish }).where('regionCode', '=', tx.region).where('cycleCode', '=', key.cycleCode)
    .where('elementCode', '=', key.elementCode).where('areaCode', '=', key.areaCode).where('seriesCode', '=', key.seriesCode).execute();
}

export interface ItemFilter {
  cycle: string;
  /** Null is every agency. */
  agencies?: string[] | null;
  /** In order of element, area and series, behind this one. */
  after?: ItemKey | undefined;
  limit: number;
}

type Row = Omit<CycleItem, 'agencyCode' | 'unitCode' | 'valueType' | 'counts'>;
type OfElement = Pick<CycleItem, 'agencyCode' | 'unitCode' | 'valueType' | 'counts' | 'sourceCode'>;

/** What an item has from its element; read again when a definition has changed. */
export const elementsKnown = keptWhileDefined(async (tx: RegionTx) => {
  const all = await own(tx).selectFrom('data.element').select(['code', 'agencyCode', 'unitCode', 'valueType', 'sourceCode']).where('regionCode', '=', tx.region).execute();
  const counted = await own(tx).selectFrom('data.unit').select('code').where('regionCode', '=', tx.region).where('dimension', '=', 'count').execute();
  const counts = new Set(counted.map((unit) => unit.code));
  return new Map(all.map(({ code, ...rest }) => [code, { ...rest, counts: counts.has(rest.unitCode) } as OfElement]));
});

async function withElements(tx: RegionTx, rows: Row[]): Promise<CycleItem[]> {
  const known = await elementsKnown(tx);
  return rows.flatMap((row) => {
    const element = known.get(elementIn(row.elementCode));
    return element ? [{ ...row, ...element, sourceCode: row.sourceCode ?? element.sourceCode }] : []; // what is entered comes from where its element says; an element that is gone is asked of nobody
  });
}

/** The newest effective row of each item, one step in the key for each. What is looked up stands in a part of its own: without statistics the database would read all entries. */
const newest = sql`left join lateral (
    select v.value, v.applicable, v.status, v.quality, v.origin, v.assurance, v.source_code, v.note_id, v.note_en, e.revision, e.actor, e.at
    from data.value v cross join lateral (select revision, actor, at from data.entry where region_code = v.region_code and id = v.entry_id and state = 'effective' offset 0) e
    where v.region_code = i.region_code and v.element_code = i.element_code and v.area_code = i.area_code and v.period = i.period and v.series_code = i.series_code
    order by e.revision desc limit 1) n on true`;
const columns = sql`i.cycle_code, i.element_code, i.area_code, i.series_code, i.period, i.publish, coalesce(n.status, 'none') as state,
  n.value, n.applicable, n.quality, n.origin, n.assurance, n.source_code, n.note_id, n.note_en, n.revision, n.actor, n.at`;

/** The next items of a cycle with what has become of them, in order of element, area and series; `next` is where it goes on, null at the end. */
export async function listItems(tx: RegionTx, { cycle, agencies = null, after, limit }: ItemFilter): Promise<{ items: CycleItem[]; next: ItemKey | null }> {
  const only: RawBuilder<unknown>[] = [sql`region_code = ${tx.region}`, sql`cycle_code = ${cycle}`];
  if (agencies !== null) {
    const codes = [...(await elementsKnown(tx))].flatMap(([code, element]) => (element.agencyCode !== null && agencies.includes(element.agencyCode) ? [code] : []));
    only.push(sql`split_part(element_code, '.', 1) = any(${codes})`);
  }
  if (after) only.push(sql`(element_code, area_code, series_code) > (${after.elementCode}, ${after.areaCode}, ${after.seriesCode})`);
  const { rows } = await sql<Row>`select ${columns} from (select * from data.cycle_item where ${sql.join(only, sql` and `)} order by element_code, area_code, series_code limit ${limit}) i ${newest}
    order by i.element_code, i.area_code, i.series_code`.execute(tx);
  return { items: await withElements(tx, rows), next: rows.length < limit ? null : (rows.at(-1) ?? null) };
}

/** Items by their names, in no order; what is none is left out. */
export async function itemsAt(tx: RegionTx, keys: ItemKey[]): Promise<CycleItem[]> {
  if (keys.length === 0) return [];
  const given = JSON.stringify(keys.map((key) => ({ cycle_code: key.cycleCode, element_code: key.elementCode, area_code: key.areaCode, series_code: key.seriesCode })));
  const { rows } = await sql<Row>`select ${columns} from json_to_recordset(${given}::json) as k(cycle_code text, element_code text, area_code text, series_code text)
    cross join lateral (select * from data.cycle_item where region_code = ${tx.region} and cycle_code = k.cycle_code and element_code = k.element_code and area_code = k.area_code and series_code = k.series_code offset 0) i
    ${newest}`.execute(tx);
  return withElements(tx, rows);
}

/** Nobody else records in the region until the transaction ends: what was compared stays true until it is written. */
export async function holdRevisions(tx: RegionTx): Promise<void> {
  await sql`select last from kernel.revision_counter where region_code = ${tx.region} for update`.execute(tx);
}

export interface EarlierValue {
  period: string;
  value: string;
}

/** The newest counted value of each of the last periods before an item's, oldest first, for each item by `itemKey`: what `current` shows. */
export async function earlierValues(tx: RegionTx, items: CycleItem[], most: number): Promise<Map<string, EarlierValue[]>> {
  const given = JSON.stringify(items.map((item) => ({ key: itemKey(item), element: item.elementCode, area: item.areaCode, series: item.seriesCode, period: item.period })));
  const { rows } = await sql<EarlierValue & { key: string }>`select k.key, d.period, d.value from json_to_recordset(${given}::json) as k(key text, element text, area text, series text, period text)
    cross join lateral (select distinct on (v.period) v.period, v.value, v.withdrawn from data.value v
        cross join lateral (select revision from data.entry where region_code = v.region_code and id = v.entry_id and state = 'effective' offset 0) e
      where v.region_code = ${tx.region} and v.element_code = k.element and v.area_code = k.area and v.series_code = k.series and v.period < k.period and length(v.period) = length(k.period)
      order by v.period desc, e.revision desc limit ${most}) d where d.value is not null and not d.withdrawn order by d.period`.execute(tx);
  return Map.groupBy(rows, (row) => row.key);
}

/** Who entered, sent on or approved each item's value since it last came back or was published, by `itemKey`: the accounts through whose hands it has gone so far, also those that took theirs back; a post where the account is not known. */
export async function handsOf(tx: RegionTx, items: Pick<CycleItem, 'cycleCode' | 'elementCode' | 'areaCode' | 'seriesCode' | 'period'>[]): Promise<Map<string, string[]>> {
  if (items.length === 0) return new Map();
  const given = JSON.stringify(items.map((item) => ({ key: itemKey(item), element: item.elementCode, area: item.areaCode, series: item.seriesCode, period: item.period })));
  const { rows } = await sql<{ key: string; hands: string[] }>`select k.key, array_agg(distinct coalesce(n.account_id, n.recorder)) as hands from json_to_recordset(${given}::json) as k(key text, element text, area text, series text, period text)
    cross join lateral (select coalesce(v.recorded_by, e.actor) as recorder, e.account_id, v.status, max(e.revision) filter (where v.status in ('returned', 'published', 'withdrawn')) over () as ended, e.revision
      from data.value v join data.entry e on e.region_code = v.region_code and e.id = v.entry_id and e.state in ('effective', 'withdrawn')
      where v.region_code = ${tx.region} and v.element_code = k.element and v.area_code = k.area and v.series_code = k.series and v.period = k.period) n
    where n.status in ('entered', 'submitted', 'approved') and n.revision > coalesce(n.ended, 0) group by k.key`.execute(tx);
  return new Map(rows.map(({ key, hands }) => [key, hands]));
}

/** What was last sent back of each item and why, by `itemKey`: of those whose value has not been published or withdrawn since. */
export async function sentBackOf(tx: RegionTx, items: Pick<CycleItem, 'cycleCode' | 'elementCode' | 'areaCode' | 'seriesCode' | 'period'>[]): Promise<Map<string, { value: string | null; applicable: boolean; reason: string | null }>> {
  if (items.length === 0) return new Map();
  const given = JSON.stringify(items.map((item) => ({ key: itemKey(item), element: item.elementCode, area: item.areaCode, series: item.seriesCode, period: item.period })));
  const { rows } = await sql<{ key: string; status: string; value: string | null; applicable: boolean; reason: string | null }>`select k.key, n.* from json_to_recordset(${given}::json) as k(key text, element text, area text, series text, period text)
    cross join lateral (select v.status, v.value, v.applicable, v.note_id as reason from data.value v join data.entry e on e.region_code = v.region_code and e.id = v.entry_id and e.state = 'effective'
      where v.region_code = ${tx.region} and v.element_code = k.element and v.area_code = k.area and v.series_code = k.series and v.period = k.period and v.status in ('returned', 'published', 'withdrawn')
      order by e.revision desc limit 1) n where n.status = 'returned'`.execute(tx);
  return new Map(rows.map(({ key, value, applicable, reason }) => [key, { value, applicable, reason }]));
}

export interface Step {
  state: ValueState;
  value: string | null;
  note: string | null;
  actor: string;
  at: Date;
  revision: number;
}

/** Every step of one item's value, the newest first. */
export async function stepsOf(tx: RegionTx, item: Pick<CycleItem, 'elementCode' | 'areaCode' | 'seriesCode' | 'period'>): Promise<Step[]> {
  const { rows } = await sql<Step>`select v.status as state, v.value, v.note_id as note, coalesce(v.recorded_by, e.actor) as actor, coalesce(v.recorded_at, e.at) as at, e.revision
    from data.value v join data.entry e on e.region_code = v.region_code and e.id = v.entry_id and e.state = 'effective'
    where v.region_code = ${tx.region} and v.element_code = ${item.elementCode} and v.area_code = ${item.areaCode} and v.series_code = ${item.seriesCode} and v.period = ${item.period}
    order by e.revision desc limit 40`.execute(tx);
  return rows;
}

/** Nobody else changes the calendar of the region until the transaction ends. */
export async function holdCalendar(tx: RegionTx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('data.holiday ' || ${tx.region}, 0))`.execute(tx);
}
export async function putHoliday(tx: RegionTx, day: Omit<Holiday, 'regionCode'>): Promise<void> {
  await own(tx).insertInto('data.holiday').values({ ...day, regionCode: tx.region }).onConflict((conflict) => conflict.columns(['regionCode', 'day']).doUpdateSet(day)).execute();
}
export async function dropHoliday(tx: RegionTx, day: string): Promise<boolean> {
  const gone = await own(tx).deleteFrom('data.holiday').where('regionCode', '=', tx.region).where('day', '=', day).executeTakeFirst();
  return Number(gone.numDeletedRows) === 1;
}
