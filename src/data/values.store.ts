import { randomInt } from 'node:crypto';
import { sql } from 'kysely';
import type { RegionTx } from '#kernel/regions.ts';
import { type DataValue, type Element, type Series, type Unit, type View, valueKey } from './data.ts';
import type { DataTables, ValueRow } from './tables.ts';

const own = (tx: RegionTx) => tx.withTables<DataTables>();

export interface ValueFilter {
  elements?: string[];
  areas?: string[];
  periods?: string[];
}

function effective(tx: RegionTx, filter: ValueFilter) {
  let query = own(tx)
    .selectFrom('data.value as v')
    .innerJoin('data.entry as e', (join) => join.onRef('e.regionCode', '=', 'v.regionCode').onRef('e.id', '=', 'v.entryId'))
    .where('v.regionCode', '=', tx.region)
    .where('e.state', '=', 'effective')
    .selectAll('v')
    .select(['e.revision', 'e.actor', 'e.at', 'e.kind as entryKind']);
  if (filter.elements) query = query.where('v.elementCode', 'in', filter.elements.length > 0 ? filter.elements : ['']);
  if (filter.areas) query = query.where('v.areaCode', 'in', filter.areas.length > 0 ? filter.areas : ['']);
  if (filter.periods) query = query.where('v.period', 'in', filter.periods.length > 0 ? filter.periods : ['']);
  return query;
}

/** The newest value of each key in a view; a withdrawn one hides what it withdrew. `published` sees only published rows and withdrawals. */
export async function valuesInView(tx: RegionTx, view: View, filter: ValueFilter = {}): Promise<DataValue[]> {
  let query = effective(tx, filter);
  if (view === 'published') query = query.where((where) => where.or([where('v.status', '=', 'published'), where('v.withdrawn', '=', true)]));
  const rows = await query
    .distinctOn(['v.elementCode', 'v.areaCode', 'v.period', 'v.seriesCode'])
    .orderBy('v.elementCode').orderBy('v.areaCode').orderBy('v.period').orderBy('v.seriesCode').orderBy('e.revision', 'desc')
    .execute();
  const newest = (rows as DataValue[]).filter((row) => !row.withdrawn);
  return newest.some((row) => row.assurance === 'verified') ? withStated(tx, view, filter, newest) : newest;
}

/** Beside a verified value stands what the agency had stated itself: both are kept, the newest counts. */
async function withStated(tx: RegionTx, view: View, filter: ValueFilter, newest: DataValue[]): Promise<DataValue[]> {
  let query = effective(tx, filter).where('v.assurance', '=', 'stated').where('v.withdrawn', '=', false);
  if (view === 'published') query = query.where('v.status', '=', 'published');
  const stated = new Map(((await query.orderBy('e.revision').execute()) as DataValue[]).map((row) => [valueKey(row), row.value]));
  return newest.map((row) => (row.assurance === 'verified' && stated.has(valueKey(row)) ? { ...row, stated: stated.get(valueKey(row)) ?? null } : row));
}

/** Every effective row, oldest revision first: the history of each key. */
export async function valueHistory(tx: RegionTx, filter: ValueFilter = {}): Promise<DataValue[]> {
  return (await effective(tx, filter).orderBy('e.revision').execute()) as DataValue[];
}

export const listUnits = (tx: RegionTx): Promise<Unit[]> => own(tx).selectFrom('data.unit').selectAll().where('regionCode', '=', tx.region).execute();
export const listElements = (tx: RegionTx): Promise<Element[]> => own(tx).selectFrom('data.element').selectAll().where('regionCode', '=', tx.region).execute();
export const listSeries = (tx: RegionTx): Promise<Series[]> => own(tx).selectFrom('data.series').selectAll().where('regionCode', '=', tx.region).execute();

export interface NewEntry {
  id: string;
  kind: string;
  actor: string;
  at: Date;
  digest: string | null;
}

/** Opens an entry; staged, so that no view sees its rows until `makeEffective`. */
export async function stageEntry(tx: RegionTx, entry: NewEntry): Promise<void> {
  await own(tx).insertInto('data.entry').values({ ...entry, regionCode: tx.region, revision: -randomInt(1, 2 ** 47), state: 'staged', reason: null }).execute();
}

export const listStaged = (tx: RegionTx): Promise<{ id: string; digest: string | null }[]> =>
  own(tx).selectFrom('data.entry').select(['id', 'digest']).where('regionCode', '=', tx.region).where('state', '=', 'staged').execute();

export async function abandonEntry(tx: RegionTx, id: string): Promise<void> {
  await own(tx).updateTable('data.entry').set({ state: 'abandoned' }).where('regionCode', '=', tx.region).where('id', '=', id).execute();
}

export type NewValue = Omit<ValueRow, 'regionCode' | 'entryId'>;

/** Adds rows to an entry; the caller keeps batches small, because every page waits for the transaction. */
export async function addValues(tx: RegionTx, entryId: string, values: NewValue[]): Promise<void> {
  for (let from = 0; from < values.length; from += 500) {
    const rows = values.slice(from, from + 500).map((value) => ({ ...value, regionCode: tx.region, entryId }));
    await own(tx).insertInto('data.value').values(rows).execute();
  }
}

export interface ValueKey {
  elementCode: string;
  areaCode: string;
  period: string;
  seriesCode: string;
}

/** Takes rows out of a staged entry; what is effective is never deleted. */
export async function dropValues(tx: RegionTx, entryId: string, keys: ValueKey[]): Promise<void> {
  for (const key of keys) {
    await sql`delete from data.value v using data.entry e where v.region_code = ${tx.region} and e.region_code = v.region_code and e.id = v.entry_id
      and e.state = 'staged' and v.entry_id = ${entryId} and v.element_code = ${key.elementCode} and v.area_code = ${key.areaCode}
      and v.period = ${key.period} and v.series_code = ${key.seriesCode}`.execute(tx);
  }
}

export async function stagedKeys(tx: RegionTx, entryId: string): Promise<ValueKey[]> {
  return own(tx).selectFrom('data.value').select(['elementCode', 'areaCode', 'period', 'seriesCode']).where('regionCode', '=', tx.region).where('entryId', '=', entryId).execute();
}

/** Gives the entries their revisions, in order, and makes them visible: one short statement each. */
export async function makeEffective(tx: RegionTx, ids: string[], at: Date): Promise<number> {
  let last = 0;
  for (const id of ids) {
    last = await nextRevision(tx);
    await own(tx).updateTable('data.entry').set({ revision: last, state: 'effective', at }).where('regionCode', '=', tx.region).where('id', '=', id).execute();
  }
  return last;
}

/** The region's own count of what was recorded; given inside the transaction, never by the clock. */
export async function nextRevision(tx: RegionTx): Promise<number> {
  const { rows } = await sql<{ last: number }>`insert into kernel.revision_counter (region_code, last) values (${tx.region}, 1)
    on conflict (region_code) do update set last = kernel.revision_counter.last + 1 returning last`.execute(tx);
  return rows[0]?.last ?? 0;
}

/** The region's newest revision, and the last moment at which anyone but a pack recorded something (null where nobody did). */
export async function newestEntry(tx: RegionTx): Promise<{ revision: number; recorded: Date | null }> {
  const { rows } = await sql<{ last: number }>`select last from kernel.revision_counter where region_code = ${tx.region}`.execute(tx);
  const found = await own(tx).selectFrom('data.entry').select((of) => of.fn.max('at').as('at')).where('regionCode', '=', tx.region).where('state', '=', 'effective').where('kind', '!=', 'pack').executeTakeFirst();
  return { revision: rows[0]?.last ?? 0, recorded: found?.at ?? null };
}
