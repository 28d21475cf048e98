import { type Selectable, sql } from 'kysely';
import { insertRows } from '#kernel/insert-rows.ts';
import type { RegionTx } from '#kernel/regions.ts';
import type { NodeChange } from './edit-tree.ts';
import type { DraftRow, OperationRow, PlanRow, PlanTables, RemarkRow } from './tables.ts';

export type Draft = Selectable<DraftRow>;
export type PlanOperation = Selectable<OperationRow>;
/** A version of a plan; `draft` is null of what a pack brought. */
export interface PlanVersion extends Selectable<PlanRow> {
  draft: Draft | null;
}
export interface VersionKey {
  planCode: string;
  planVersion: number;
}

const own = (tx: RegionTx) => tx.withTables<PlanTables>();
const isOf = (tx: RegionTx, { planCode, planVersion }: VersionKey) => ({ regionCode: tx.region, planCode, planVersion });

/** Every version of every plan, or of one: newest first. */
export async function listVersionsOfPlans(tx: RegionTx, code?: string): Promise<PlanVersion[]> {
  let query = own(tx).selectFrom('plan.plan').selectAll().where('regionCode', '=', tx.region).where('withdrawn', '=', false);
  if (code !== undefined) query = query.where('code', '=', code);
  const plans = await query.orderBy('periodFrom').orderBy('code').orderBy('version', 'desc').execute();
  const drafts = await own(tx).selectFrom('plan.draft').selectAll().where('regionCode', '=', tx.region).where('thrownAt', 'is', null).execute(); // the number of one that was thrown away may come back with a pack
  const byKey = new Map(drafts.map((draft) => [`${draft.planCode} ${draft.planVersion}`, draft]));
  return plans.map((plan) => ({ ...plan, draft: byKey.get(`${plan.code} ${plan.version}`) ?? null }));
}

/** The draft with its row held until the transaction ends: operations on one draft come one after another. Undefined also where it is adopted. */
export const lockDraft = (tx: RegionTx, key: VersionKey): Promise<Draft | undefined> =>
  own(tx).selectFrom('plan.draft').selectAll().where((eb) => eb.and(isOf(tx, key))).where('thrownAt', 'is', null).forUpdate().executeTakeFirst();

/** The number of a plan's next version: one that was thrown away is not given again. */
export async function nextVersion(tx: RegionTx, planCode: string): Promise<number> {
  const { rows } = await sql<{ last: number | null }>`select max(v)::int as last from (select version as v from plan.plan where region_code = ${tx.region} and code = ${planCode}
    union all select plan_version from plan.draft where region_code = ${tx.region} and plan_code = ${planCode}) all_versions`.execute(tx);
  return (rows[0]?.last ?? 0) + 1;
}

export const addDraft = (tx: RegionTx, row: Omit<Draft, 'regionCode'>): Promise<unknown> => own(tx).insertInto('plan.draft').values({ regionCode: tx.region, ...row }).execute();
export const changeDraft = (tx: RegionTx, key: VersionKey, row: Partial<Draft>): Promise<unknown> => own(tx).updateTable('plan.draft').set(row).where((eb) => eb.and(isOf(tx, key))).execute();

export const addPlan = (tx: RegionTx, row: Omit<Selectable<PlanRow>, 'regionCode' | 'withdrawn'>): Promise<unknown> =>
  own(tx).insertInto('plan.plan').values({ ...row, regionCode: tx.region, levels: JSON.stringify(row.levels), scoring: JSON.stringify(row.scoring) }).execute();
export const changePlan = (tx: RegionTx, { planCode, planVersion }: VersionKey, row: Partial<Pick<Selectable<PlanRow>, 'status' | 'legalBasis' | 'legalDay' | 'legalFile' | 'sourceCode'>>): Promise<unknown> =>
  own(tx).updateTable('plan.plan').set(row).where('regionCode', '=', tx.region).where('code', '=', planCode).where('version', '=', planVersion).execute();

export async function addOperation(tx: RegionTx, key: VersionKey, row: Omit<PlanOperation, 'regionCode' | 'planCode' | 'planVersion'>): Promise<void> {
  await insertRows(tx, 'plan.operation', [{ ...key, ...row }]);
}

/** Operations after a revision that name one of the nodes, oldest first. */
export async function listOperationsOn(tx: RegionTx, { planCode, planVersion }: VersionKey, after: number, nodeCodes: string[]): Promise<PlanOperation[]> {
  const { rows } = await sql<PlanOperation>`select * from plan.operation where region_code = ${tx.region} and plan_code = ${planCode} and plan_version = ${planVersion} and revision > ${after}
    and node_codes ?| ${nodeCodes}::text[] order by revision limit 20`.execute(tx);
  return rows;
}

/** Newest first; `before` is the cursor. */
export const listOperations = (tx: RegionTx, key: VersionKey, before: number | null, limit: number): Promise<PlanOperation[]> => {
  const query = own(tx).selectFrom('plan.operation').selectAll().where((eb) => eb.and(isOf(tx, key))).orderBy('revision', 'desc').limit(limit);
  return (before === null ? query : query.where('revision', '<', before)).execute();
};

/** The newest operation that is no undo and was not undone. */
export async function findLastOperation(tx: RegionTx, { planCode, planVersion }: VersionKey): Promise<PlanOperation | undefined> {
  const { rows } = await sql<PlanOperation>`select * from plan.operation o where region_code = ${tx.region} and plan_code = ${planCode} and plan_version = ${planVersion} and undoes is null
    and not exists (select 1 from plan.operation u where u.region_code = ${tx.region} and u.plan_code = ${planCode} and u.plan_version = ${planVersion} and u.undoes = o.revision) order by revision desc limit 1`.execute(tx);
  return rows[0];
}

/** Nodes that were merged into another in the versions behind one and up to another; undone merges are none. */
export async function listMerged(tx: RegionTx, planCode: string, behind: number, upTo: number): Promise<Map<string, string>> {
  const { rows } = await sql<{ gone: string; stays: string }>`select o.node_codes->>0 as gone, o.node_codes->>1 as stays from plan.operation o where region_code = ${tx.region} and plan_code = ${planCode} and plan_version > ${behind} and plan_version <= ${upTo} and kind = 'merge'
    and not exists (select 1 from plan.operation u where u.region_code = ${tx.region} and u.plan_code = o.plan_code and u.plan_version = o.plan_version and u.undoes = o.revision) order by plan_version, revision`.execute(tx);
  return new Map(rows.map(({ gone, stays }) => [gone, stays]));
}

/** Remarks of a version that nobody closed: they keep it from being adopted. */
export async function openRemarks(tx: RegionTx, { planCode, planVersion }: VersionKey): Promise<{ id: string; nodeCode: string | null; text: string; dueOn: string | null }[]> {
  return own(tx).selectFrom('plan.remark').select(['id', 'nodeCode', 'text', 'dueOn']).where((eb) => eb.and(isOf(tx, { planCode, planVersion }))).where('closedAt', 'is', null).orderBy('at').execute();
}

export type Remark = Selectable<RemarkRow>;
/** The open ones, oldest first, and as many of the closed ones, newest first, with how many there are. */
export async function listRemarks(tx: RegionTx, { planCode, planVersion }: VersionKey, most: number): Promise<{ open: Remark[]; closed: Remark[]; closedCount: number }> {
  const all = () => own(tx).selectFrom('plan.remark').where((eb) => eb.and(isOf(tx, { planCode, planVersion })));
  const open = await all().selectAll().where('closedAt', 'is', null).orderBy('at').orderBy('id').execute();
  const closed = await all().selectAll().where('closedAt', 'is not', null).orderBy('closedAt', 'desc').orderBy('id').limit(most).execute();
  const { count } = await all().select(({ fn }) => fn.countAll<string>().as('count')).where('closedAt', 'is not', null).executeTakeFirstOrThrow();
  return { open, closed, closedCount: Number(count) };
}
export const addRemark = (tx: RegionTx, { planCode, planVersion }: VersionKey, row: Pick<Remark, 'id' | 'nodeCode' | 'text' | 'dueOn' | 'ownerAgency' | 'at' | 'postId'>): Promise<unknown> =>
  own(tx).insertInto('plan.remark').values({ ...isOf(tx, { planCode, planVersion }), ...row, ownerPostId: null, decided: null, closedAt: null, closedBy: null }).execute();
/** Answers whether it was open. */
export async function closeRemark(tx: RegionTx, { planCode, planVersion }: VersionKey, id: string, row: Pick<Remark, 'decided' | 'closedAt' | 'closedBy'>): Promise<boolean> {
  const done = await own(tx).updateTable('plan.remark').set(row).where((eb) => eb.and({ ...isOf(tx, { planCode, planVersion }), id })).where('closedAt', 'is', null).executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

/** What a row of the log tells of an operation: which nodes, not all that stood in them. */
export const told = (changes: readonly NodeChange[]): { code: string; did: string }[] => changes.slice(0, 50).map(({ code, before, after }) => ({ code, did: before ? (after ? 'change' : 'remove') : 'add' }));
