import { type Selectable, sql } from 'kysely';
import { Fault } from '#kernel/faults.ts';
import { insertRows } from '#kernel/insert-rows.ts';
import { thisProcess } from '#kernel/job.ts';
import type { RegionTx } from '#kernel/regions.ts';
import type { DataTables, ImportLineRow, ImportRow } from '../tables.ts';

const own = (tx: RegionTx) => tx.withTables<DataTables>();
export type Import = Selectable<ImportRow>;
export type ImportLine = Omit<ImportLineRow, 'regionCode' | 'importId'>;
/** What was found so far, in rows of the file. */
export interface ImportCounts {
  rows: number;
  added: number;
  changed: number;
  unchanged: number;
  refused: number;
  /** Changed or added, and outside the usual range without a word. */
  unusual: number;
  /** Percent of the file that has been read. */
  read: number;
  /** Taken out again, because somebody recorded the same meanwhile. */
  overtaken: number;
}
export const noCounts: ImportCounts = { rows: 0, added: 0, changed: 0, unchanged: 0, refused: 0, unusual: 0, read: 0, overtaken: 0 };

export async function addImport(tx: RegionTx, given: Pick<Import, 'id' | 'entryId' | 'file' | 'actor' | 'accountId' | 'seenRevision' | 'startedAt'>): Promise<void> {
  await own(tx).insertInto('data.import').values({ ...given, regionCode: tx.region, state: 'reading', counts: JSON.stringify(noCounts), finishedAt: null, owner: thisProcess, seenAt: given.startedAt }).execute();
}

export const listImports = (tx: RegionTx, accountId: string | null, most: number): Promise<Import[]> => {
  const all = own(tx).selectFrom('data.import').selectAll().where('regionCode', '=', tx.region);
  return (accountId === null ? all : all.where('accountId', '=', accountId)).orderBy('startedAt', 'desc').limit(most).execute();
};

export const listReading = (tx: RegionTx): Promise<Import[]> => own(tx).selectFrom('data.import').selectAll().where('regionCode', '=', tx.region).where('state', '=', 'reading').execute();

/** Throws `import.unknown` (404). */
export async function getImport(tx: RegionTx, id: string): Promise<Import> {
  const found = await own(tx).selectFrom('data.import').selectAll().where('regionCode', '=', tx.region).where('id', '=', id).executeTakeFirst();
  if (!found) throw new Fault('import.unknown', 404, { given: id, expected: 'an import of this region' });
  return found;
}

export async function setImport(tx: RegionTx, id: string, given: { state?: string; counts?: ImportCounts; at: Date; ended?: boolean }): Promise<void> {
  const { state, counts, at, ended } = given;
  await own(tx).updateTable('data.import').set({ seenAt: at, ...(state ? { state } : {}), ...(counts ? { counts: JSON.stringify(counts) } : {}), ...(ended ? { finishedAt: at, owner: null } : {}) }).where('regionCode', '=', tx.region).where('id', '=', id).execute();
}

export const addLines = (tx: RegionTx, importId: string, lines: ImportLine[]): Promise<void> => insertRows(tx, 'data.import_line', lines.map((line) => ({ importId, ...line })));

export const listLines = (tx: RegionTx, id: string, kind: string, most: number): Promise<ImportLine[]> =>
  own(tx).selectFrom('data.importLine').selectAll().where('regionCode', '=', tx.region).where('importId', '=', id).where('kind', '=', kind).orderBy('line').limit(most).execute();

/** What people recorded after a revision of what an entry holds: walks the later rows, which are few, and looks each up in the entry. Steps of their own (`offset 0`): without statistics the database would read all values. */
export async function overtakenBy(tx: RegionTx, entryId: string, revision: number): Promise<{ elementCode: string; areaCode: string; period: string; seriesCode: string }[]> {
  const { rows } = await sql<{ elementCode: string; areaCode: string; period: string; seriesCode: string }>`select distinct v.element_code, v.area_code, v.period, v.series_code
    from (select id from data.entry where region_code = ${tx.region} and state = 'effective' and revision > ${revision} and id <> ${entryId}::uuid offset 0) e
    cross join lateral (select * from data.value where region_code = ${tx.region} and entry_id = e.id offset 0) v
    where exists (select from data.value i where i.region_code = v.region_code and i.element_code = v.element_code and i.area_code = v.area_code and i.period = v.period and i.series_code = v.series_code and i.entry_id = ${entryId}::uuid)`.execute(tx);
  return rows;
}

/** Where an entry's values stand, at most so many. */
export async function entryPlaces(tx: RegionTx, entryId: string, most: number): Promise<{ element: string; area: string; period: string }[]> {
  const { rows } = await sql<{ element: string; area: string; period: string }>`select element_code as element, area_code as area, period from data.value where region_code = ${tx.region} and entry_id = ${entryId}::uuid limit ${most}`.execute(tx);
  return rows;
}

/** Says why an entry is as it is. */
export async function giveReason(tx: RegionTx, id: string, reason: string): Promise<void> {
  await own(tx).updateTable('data.entry').set({ reason }).where('regionCode', '=', tx.region).where('id', '=', id).execute();
}

/** Takes an effective entry back: no view shows its rows any more. */
export async function withdrawEntry(tx: RegionTx, id: string, reason: string | null): Promise<void> {
  await own(tx).updateTable('data.entry').set({ state: 'withdrawn', reason }).where('regionCode', '=', tx.region).where('id', '=', id).where('state', '=', 'effective').execute();
}

export async function revisionOf(tx: RegionTx, entryId: string): Promise<number> {
  return (await own(tx).selectFrom('data.entry').select('revision').where('regionCode', '=', tx.region).where('id', '=', entryId).executeTakeFirstOrThrow()).revision;
}
