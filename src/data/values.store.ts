import { randomInt } from 'node:crypto';
import { sql } from 'kysely';
import type { ElementPlace } from '#kernel/context.ts';
import { Fault } from '#kernel/faults.ts';
import type { RegionTx } from '#kernel/regions.ts';
import { type ColumnTypes, typedRows } from '#kernel/typed-rows.ts';
import type { Constant, CountedValue, DataValue, Element, Series, Unit, View } from './data.ts';
import { viewsOf } from './views-of.ts';
import type { DataTables, ValueRow } from './tables.ts';

const own = (tx: RegionTx) => tx.withTables<DataTables>();

export interface ValueFilter {
  elements?: string[];
  areas?: string[];
  periods?: string[];
  /** Only what has a higher revision. */
  after?: number;
}

/** Every effective row, oldest revision first: the history of each key. */
export async function valueHistory(tx: RegionTx, filter: ValueFilter = {}): Promise<DataValue[]> {
  const { elements, areas, periods, after } = filter;
  let query = own(tx)
    .selectFrom('data.value as v')
    .innerJoin('data.entry as e', (join) => join.onRef('e.regionCode', '=', 'v.regionCode').onRef('e.id', '=', 'v.entryId'))
    .where('v.regionCode', '=', tx.region)
    .where('e.state', '=', 'effective')
    .selectAll('v')
    .select(['e.revision', 'e.actor', 'e.at', 'e.kind as entryKind']);
  if (elements) query = query.where(sql<boolean>`v.element_code = any(${elements})`);
  if (areas) query = query.where(sql<boolean>`v.area_code = any(${areas})`);
  if (periods) query = query.where(sql<boolean>`v.period = any(${periods})`);
  if (after !== undefined) query = query.where('e.revision', '>', after);
  return (await query.orderBy('e.revision').execute()) as DataValue[];
}

export const valuesInView = async (tx: RegionTx, view: View, filter: ValueFilter = {}): Promise<DataValue[]> => viewsOf(await valueHistory(tx, filter))[view];

/** Rows read in one transaction: so many that every page waits less than 250 ms. */
const mostRead = 2_000;
type Keyed = CountedValue & { entryId: string };

/**
 * What each view counts of some elements, without what only people read; where both count the same, both are one list. Read some rows at a
 * time, each in a transaction of its own: who shows what is computed from them asks whether anything was recorded meanwhile.
 */
export async function countedValues(read: <T>(work: (tx: RegionTx) => Promise<T>) => Promise<T>, elements: string[], staged: string[]): Promise<Record<View, CountedValue[]>> {
  const all: CountedValue[] = [];
  for (const element of elements) {
    for (let last: Keyed | undefined; ; ) {
      const rows = await read((tx) => countedAfter(tx, element, staged, last));
      all.push(...rows);
      last = rows.at(-1);
      if (rows.length < mostRead) break;
    }
  }
  return viewsOf(all.sort((a, b) => a.revision - b.revision));
}

/** The next rows of one element in the order of the key: of several at once the database would sort all of them for each page. */
async function countedAfter(tx: RegionTx, element: string, staged: string[], last: Keyed | undefined): Promise<Keyed[]> {
  const after = last ? sql`and (v.area_code, v.period, v.series_code, v.entry_id) > (${last.areaCode}, ${last.period}, ${last.seriesCode}, ${last.entryId}::uuid)` : sql``;
  const { rows } = await sql<Keyed>`select v.element_code, v.area_code, v.period, v.series_code, v.entry_id, v.value, v.applicable, v.status, v.withdrawn, v.quality, v.origin, v.assurance, e.revision
    from data.value v join data.entry e on e.region_code = v.region_code and e.id = v.entry_id
    where v.region_code = ${tx.region} and v.element_code = ${element} and (e.state = 'effective' or e.id = any(${staged}::uuid[])) ${after}
    order by v.area_code, v.period, v.series_code, v.entry_id limit ${mostRead}`.execute(tx);
  return rows;
}

/** What each view counts at some places: one step in the key for each, however many values there are. */
export async function countedAt(tx: RegionTx, places: ElementPlace[]): Promise<Record<View, CountedValue[]>> {
  if (places.length === 0) return { current: [], published: [] };
  const { rows } = await sql<CountedValue>`select f.* from json_to_recordset(${JSON.stringify(places)}::json) as p(element text, area text, period text)
    cross join lateral (select v.element_code, v.area_code, v.period, v.series_code, v.value, v.applicable, v.status, v.withdrawn, v.quality, v.origin, v.assurance, e.revision
      from data.value v join data.entry e on e.region_code = v.region_code and e.id = v.entry_id
      where v.region_code = ${tx.region} and v.element_code = p.element and v.area_code = p.area and v.period = p.period and e.state = 'effective' offset 0) f`.execute(tx);
  return viewsOf(rows.sort((a, b) => a.revision - b.revision));
}

/** Elements that have rows of any kind; walks along the key instead of reading every row. */
export async function elementsWithValues(tx: RegionTx): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`with recursive found as (
      (select min(element_code) as code from data.value where region_code = ${tx.region})
      union all select (select min(element_code) from data.value where region_code = ${tx.region} and element_code > found.code) from found where found.code is not null
    ) select code from found where code is not null`.execute(tx);
  return rows.map((row) => row.code);
}

/** Elements that name a source, or of which a value does. */
export async function elementsWithSource(tx: RegionTx): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`select code from data.element e where e.region_code = ${tx.region} and (e.source_code is not null
    or exists (select 1 from data.value v where v.region_code = e.region_code and v.element_code = e.code and v.source_code is not null))`.execute(tx);
  return rows.map((row) => row.code);
}

/** Of some keys, each with the series that are asked of it (none: any of them), those that have a published value, which nothing withdrew, in a period that begins with one of the texts: one walk along the key for each, until one is found. */
export async function keysPublishedIn(tx: RegionTx, given: { asked: { key: string; series: string[] }[]; starts: string[] }): Promise<{ key: string; series: string[] }[]> {
  const starts = given.starts.toSorted();
  // Between the bounds lies every such period, and some more; rows of other years are passed over within the index.
  const { rows } = await sql<{ n: number }>`select k.n::int from json_to_recordset(${JSON.stringify(given.asked.map((one, n) => ({ ...one, n })))}::json) as k(n int, key text, series text[]) cross join lateral (
      select 1 from data.value v join data.entry e on e.region_code = v.region_code and e.id = v.entry_id join places.area a on a.region_code = v.region_code and a.code = v.area_code
      where v.region_code = ${tx.region} and v.element_code = k.key and v.period >= ${starts[0] ?? ''} and v.period <= ${`${starts.at(-1) ?? ''}Z`}
        and v.status = 'published' and not v.withdrawn and e.state = 'effective'
        and (cardinality(k.series) = 0 or v.series_code = any(k.series)) and left(v.period, ${starts[0]?.length === 4 ? 4 : 7}) = any(${starts})
        and not exists (select 1 from data.value w join data.entry f on f.region_code = w.region_code and f.id = w.entry_id where w.region_code = v.region_code and w.element_code = v.element_code
          and w.area_code = v.area_code and w.period = v.period and w.series_code = v.series_code and w.withdrawn and f.state = 'effective' and f.revision > e.revision)
      order by v.area_code, v.period limit 1) f`.execute(tx);
  return rows.flatMap((row) => given.asked[row.n] ?? []);
}

export const listConstants = (tx: RegionTx): Promise<Constant[]> => own(tx).selectFrom('data.constant').selectAll().where('regionCode', '=', tx.region).execute();
export const listCategories = (tx: RegionTx) => own(tx).selectFrom('data.category').selectAll().where('regionCode', '=', tx.region).orderBy('code').execute();
export const listCategoryOptions = (tx: RegionTx) => own(tx).selectFrom('data.categoryOption').selectAll().where('regionCode', '=', tx.region).orderBy('categoryCode').orderBy('code').execute();
export const listUnits = (tx: RegionTx): Promise<Unit[]> => own(tx).selectFrom('data.unit').selectAll().where('regionCode', '=', tx.region).execute();
export const listElements = (tx: RegionTx): Promise<Element[]> => own(tx).selectFrom('data.element').selectAll().where('regionCode', '=', tx.region).execute();
export const listSeries = (tx: RegionTx): Promise<Series[]> => own(tx).selectFrom('data.series').selectAll().where('regionCode', '=', tx.region).execute();

export interface NewEntry {
  id: string;
  kind: string;
  actor: string;
  at: Date;
  digest: string | null;
  accountId?: string | null;
}

/** Opens an entry; staged, so that no view sees its rows until `makeEffective`. */
export async function stageEntry(tx: RegionTx, entry: NewEntry): Promise<void> {
  await own(tx).insertInto('data.entry').values({ ...entry, regionCode: tx.region, revision: -randomInt(1, 2 ** 47), state: 'staged', reason: null }).execute();
}

/** An entry that is effective at once, under the region's next revision; nobody else records until the transaction ends. Returns the revision. */
export async function openEffective(tx: RegionTx, { id, kind, actor, at, reason, accountId }: Omit<NewEntry, 'digest'> & { reason: string | null }): Promise<number> {
  const { rows } = await sql<{ revision: number }>`with next as (
      insert into kernel.revision_counter (region_code, last) values (${tx.region}, 1)
      on conflict (region_code) do update set last = kernel.revision_counter.last + 1 returning last)
    insert into data.entry (region_code, id, revision, kind, actor, state, at, digest, reason, account_id)
      select ${tx.region}, ${id}::uuid, next.last, ${kind}, ${actor}, 'effective', ${at}::timestamptz, null, ${reason}::text, ${accountId ?? null}::text from next returning revision`.execute(tx);
  return rows[0]?.revision ?? 0;
}

/** What loads have begun and not made effective. */
export const listStaged = (tx: RegionTx): Promise<{ id: string; digest: string | null }[]> =>
  own(tx).selectFrom('data.entry').select(['id', 'digest']).where('regionCode', '=', tx.region).where('state', '=', 'staged').where('kind', '=', 'pack').execute();

/** Lets go of an entry that no view shows; what is effective stays. */
export async function abandonEntry(tx: RegionTx, id: string): Promise<void> {
  await own(tx).updateTable('data.entry').set({ state: 'abandoned' }).where('regionCode', '=', tx.region).where('id', '=', id).where('state', '=', 'staged').execute();
}

export type NewValue = Omit<ValueRow, 'regionCode' | 'entryId'>;

const valueTypes: ColumnTypes<NewValue> = {
  elementCode: 'text', areaCode: 'text', period: 'text', seriesCode: 'text', value: 'numeric', textValue: 'text', applicable: 'boolean', status: 'text', withdrawn: 'boolean',
  quality: 'text', origin: 'text', assurance: 'text', sourceCode: 'text', noteId: 'text', noteEn: 'text', recordedBy: 'text', recordedAt: 'timestamptz',
};

/** Adds rows to an entry; the caller keeps batches small, because every page waits for the transaction. */
export async function addValues(tx: RegionTx, entryId: string, values: NewValue[]): Promise<void> {
  if (values.length === 0) return;
  const names = Object.keys(valueTypes) as (keyof NewValue)[];
  const { from, column } = typedRows(values, valueTypes);
  await sql`insert into data.value (region_code, entry_id, ${sql.join(names.map((name) => sql.ref(name)))}) select ${tx.region}, ${entryId}::uuid, ${sql.join(names.map(column))} from ${from}`.execute(tx);
}

export type ValueKey = Pick<ValueRow, 'elementCode' | 'areaCode' | 'period' | 'seriesCode'>;

export async function hasValue(tx: RegionTx, entryId: string, key: ValueKey): Promise<boolean> {
  const { elementCode, areaCode, period, seriesCode } = key;
  const found = await own(tx).selectFrom('data.value').select('entryId').where('regionCode', '=', tx.region).where('entryId', '=', entryId)
    .where('elementCode', '=', elementCode).where('areaCode', '=', areaCode).where('period', '=', period).where('seriesCode', '=', seriesCode).executeTakeFirst();
  return found !== undefined;
}

/** Takes rows out of staged entries; what is effective is never deleted. */
export async function dropValues(tx: RegionTx, entries: string[], keys: ValueKey[]): Promise<number> {
  if (keys.length === 0 || entries.length === 0) return 0;
  const given = JSON.stringify(keys.map((key) => ({ element_code: key.elementCode, area_code: key.areaCode, period: key.period, series_code: key.seriesCode })));
  const { numAffectedRows } = await sql`delete from data.value v using data.entry e, json_populate_recordset(null::data.value, ${given}::json) k
    where v.region_code = ${tx.region} and v.entry_id = any(${entries}::uuid[]) and e.region_code = v.region_code and e.id = v.entry_id and e.state = 'staged'
      and v.element_code = k.element_code and v.area_code = k.area_code and v.period = k.period and v.series_code = k.series_code`.execute(tx);
  return Number(numAffectedRows ?? 0);
}

/** Gives staged entries the region's next revisions, in order; the count of the region is theirs alone until the transaction ends. */
export async function giveRevisions(tx: RegionTx, ids: string[]): Promise<number> {
  const { rows } = await sql<{ last: number }>`insert into kernel.revision_counter (region_code, last) values (${tx.region}, ${ids.length})
    on conflict (region_code) do update set last = kernel.revision_counter.last + ${ids.length} returning last`.execute(tx);
  const last = rows[0]?.last ?? 0;
  for (const [n, id] of ids.entries()) {
    await own(tx).updateTable('data.entry').set({ revision: last - ids.length + n + 1 }).where('regionCode', '=', tx.region).where('id', '=', id).where('state', '=', 'staged').execute();
  }
  return last;
}

/** Makes staged entries visible, in one short statement; throws `entry.not_staged` (409) when one of them is none. */
export async function makeEffective(tx: RegionTx, ids: string[], at: Date): Promise<void> {
  if (ids.length === 0) return;
  const { numUpdatedRows } = await own(tx).updateTable('data.entry').set({ state: 'effective', at }).where('regionCode', '=', tx.region).where('id', 'in', ids).where('state', '=', 'staged').executeTakeFirst();
  if (Number(numUpdatedRows) !== ids.length) throw new Fault('entry.not_staged', 409, { given: ids.join(', '), expected: 'entries that nobody abandoned or made effective meanwhile' });
}

/** What people recorded after a revision. Nobody records until the transaction ends. */
export async function recordedSince(tx: RegionTx, revision: number): Promise<DataValue[]> {
  await sql`select last from kernel.revision_counter where region_code = ${tx.region} for update`.execute(tx);
  return (await valueHistory(tx, { after: revision })).filter((value) => value.entryKind !== 'pack');
}

/** Where people recorded anything after a revision. Nobody records until the transaction ends. */
export async function placesSince(tx: RegionTx, revision: number): Promise<ElementPlace[]> {
  await sql`select last from kernel.revision_counter where region_code = ${tx.region} for update`.execute(tx);
  const { rows } = await sql<ElementPlace>`select distinct v.element_code as element, v.area_code as area, v.period from (select id from data.entry where region_code = ${tx.region} and revision > ${revision} and state = 'effective' and kind <> 'pack' offset 0) e
    cross join lateral (select * from data.value where region_code = ${tx.region} and entry_id = e.id offset 0) v`.execute(tx);
  return rows;
}

/** The region's newest revision, and the last moment at which anyone but a pack recorded something (null where nobody did). */
export async function newestEntry(tx: RegionTx): Promise<{ revision: number; recorded: Date | null }> {
  const { rows } = await sql<{ last: number | null; at: Date | null }>`select (select last from kernel.revision_counter where region_code = ${tx.region}) as last,
    (select max(at) from data.entry where region_code = ${tx.region} and state = 'effective' and kind <> 'pack') as at`.execute(tx);
  return { revision: rows[0]?.last ?? 0, recorded: rows[0]?.at ?? null };
}

/** Deletes at most so many rows of entries that were abandoned; answers whether there may be more. */
export async function sweepAbandoned(tx: RegionTx, most: number): Promise<boolean> {
  const { numAffectedRows } = await sql`delete from data.value where ctid = any(array(
    select v.ctid from data.entry e join data.value v on v.region_code = e.region_code and v.entry_id = e.id
    where e.region_code = ${tx.region} and e.state = 'abandoned' limit ${most}))`.execute(tx);
  return Number(numAffectedRows ?? 0) === most;
}
