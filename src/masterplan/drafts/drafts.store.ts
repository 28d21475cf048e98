import type { Selectable } from 'kysely';
import type { RegionTx } from '#kernel/regions.ts';
import type { CommitmentRow, DraftRow, MasterplanTables, RemarkRow, VersionRow } from '../tables.ts';
import type { Data, DraftChange } from './draft-content.ts';
import type { Decision, DraftState } from './draft-states.ts';

export type StoredDraft = Omit<Selectable<DraftRow>, 'state'> & { state: DraftState };
export type Remark = Omit<Selectable<RemarkRow>, 'decision'> & { decision: Decision };
export type Version = Selectable<VersionRow>;
export type Commitment = Selectable<CommitmentRow>;
export interface StoredRow extends DraftChange {
  changedAt: Date;
  postId: string | null;
}

const own = (tx: RegionTx) => tx.withTables<MasterplanTables>();

/** Drafts of the region, the newest first. */
export const listDrafts = async (tx: RegionTx): Promise<StoredDraft[]> => (await own(tx).selectFrom('masterplan.draft').selectAll().where('regionCode', '=', tx.region).orderBy('begunAt', 'desc').execute()) as StoredDraft[];

/** Who is about to change a draft holds it until the transaction ends, so that nobody adopts it meanwhile. */
export async function findDraft(tx: RegionTx, id: string, hold = false): Promise<StoredDraft | null> {
  const query = own(tx).selectFrom('masterplan.draft').selectAll().where('regionCode', '=', tx.region).where('id', '=', id);
  return ((await (hold ? query.forUpdate() : query).executeTakeFirst()) as StoredDraft | undefined) ?? null;
}
export async function insertDraft(tx: RegionTx, draft: Omit<StoredDraft, 'regionCode'>): Promise<void> {
  await own(tx).insertInto('masterplan.draft').values({ regionCode: tx.region, ...draft }).execute();
}
export async function updateDraft(tx: RegionTx, id: string, set: Partial<Omit<StoredDraft, 'regionCode' | 'id'>>): Promise<void> {
  await own(tx).updateTable('masterplan.draft').set(set).where('regionCode', '=', tx.region).where('id', '=', id).execute();
}

export async function listRows(tx: RegionTx, draftId: string): Promise<StoredRow[]> {
  const rows = await own(tx).selectFrom('masterplan.draftRow').selectAll().where('regionCode', '=', tx.region).where('draftId', '=', draftId).orderBy('subject').orderBy('key').execute();
  return rows.map(({ subject, key, definition, before, changedAt, postId }) => ({ subject, key, definition: definition as Data | null, before: before as Data | null, changedAt, postId }));
}
export async function putRow(tx: RegionTx, draftId: string, { subject, key, definition, before, changedAt, postId }: StoredRow): Promise<void> {
  const written = (data: Data | null): string | null => (data === null ? null : JSON.stringify(data));
  await own(tx).insertInto('masterplan.draftRow').values({ regionCode: tx.region, draftId, subject, key, definition: written(definition), before: written(before), changedAt, postId }).onConflict((same) => same.columns(['regionCode', 'draftId', 'subject', 'key']).doUpdateSet({ definition: written(definition), changedAt, postId })).execute();
}
export async function removeRow(tx: RegionTx, draftId: string, subject: string, key: string): Promise<void> {
  await own(tx).deleteFrom('masterplan.draftRow').where('regionCode', '=', tx.region).where('draftId', '=', draftId).where('subject', '=', subject).where('key', '=', key).execute();
}

/** What was remarked of a draft, in the order of time. */
export const listRemarks = async (tx: RegionTx, draftId: string): Promise<Remark[]> =>
  (await own(tx).selectFrom('masterplan.remark').selectAll().where('regionCode', '=', tx.region).where('draftId', '=', draftId).orderBy('madeAt').orderBy('id').execute()) as Remark[];
export async function insertRemark(tx: RegionTx, remark: Omit<Remark, 'regionCode'>): Promise<void> {
  await own(tx).insertInto('masterplan.remark').values({ regionCode: tx.region, ...remark }).execute();
}
export async function updateRemark(tx: RegionTx, draftId: string, id: string, set: Pick<Remark, 'answer' | 'closedAt' | 'closedBy' | 'withdrawnAt'>): Promise<void> {
  await own(tx).updateTable('masterplan.remark').set(set).where('regionCode', '=', tx.region).where('draftId', '=', draftId).where('id', '=', id).execute();
}

/** Versions, the newest first. */
export const listVersions = (tx: RegionTx): Promise<Version[]> => own(tx).selectFrom('masterplan.version').selectAll().where('regionCode', '=', tx.region).orderBy('version', 'desc').execute();
export async function insertVersion(tx: RegionTx, version: Omit<Version, 'regionCode'>): Promise<void> {
  await own(tx).insertInto('masterplan.version').values({ regionCode: tx.region, ...version }).execute();
}

export const listCommitments = (tx: RegionTx, draftId: string): Promise<Commitment[]> =>
  own(tx).selectFrom('masterplan.commitment').selectAll().where('regionCode', '=', tx.region).where('draftId', '=', draftId).orderBy('agencyCode').orderBy('keptAt').execute();
export async function insertCommitment(tx: RegionTx, row: Omit<Commitment, 'regionCode'>): Promise<void> {
  await own(tx).insertInto('masterplan.commitment').values({ regionCode: tx.region, ...row }).onConflict((same) => same.doNothing()).execute();
}
