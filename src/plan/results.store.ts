import { type Selectable, sql } from 'kysely';
import { insertRows } from '#kernel/insert-rows.ts';
import type { RegionTx } from '#kernel/regions.ts';
import type { EditContribution, EditFactor, EditNode } from './edit-tree.ts';
import type { VersionKey } from './plan-drafts.store.ts';
import type { ContributionRow, PlanTables, SuccessFactorRow } from './tables.ts';

type Factor = Selectable<SuccessFactorRow>;
type Contribution = Selectable<ContributionRow>;
/** What must be so that nodes are reached, and which agency does what for it. */
export interface Results {
  factors: Factor[];
  contributions: Contribution[];
}
const own = (tx: RegionTx) => tx.withTables<PlanTables>();

/** Of each of these versions what is said of its nodes: its own where it was written here or brings any, else what a pack says of whatever version. Who leads comes first. */
export async function listResults(tx: RegionTx, versions: readonly VersionKey[]): Promise<Results> {
  const drafts = await own(tx).selectFrom('plan.draft').select(['planCode', 'planVersion']).where('regionCode', '=', tx.region).where('thrownAt', 'is', null).execute();
  const factors = await own(tx).selectFrom('plan.successFactor').selectAll().where('regionCode', '=', tx.region).orderBy('planCode').orderBy('nodeCode').orderBy('code').execute();
  const contributions = await own(tx).selectFrom('plan.contribution').selectAll().where('regionCode', '=', tx.region).orderBy('planCode').orderBy('nodeCode').orderBy('role', 'desc').orderBy('agencyCode').execute();
  const written = new Set([...drafts.map(({ planCode, planVersion }) => `${planCode} ${planVersion}`), ...[...factors, ...contributions].map(({ planCode, planVersion }) => `${planCode} ${planVersion}`)]);
  const counts = new Set(versions.map(({ planCode, planVersion }) => `${planCode} ${written.has(`${planCode} ${planVersion}`) ? planVersion : ''}`));
  const isOf = ({ planCode, planVersion }: Factor | Contribution): boolean => counts.has(`${planCode} ${planVersion}`);
  return { factors: factors.filter(isOf), contributions: contributions.filter(isOf) };
}

/** By which `plan_version` the rows of a version stand. */
async function rowsOf(tx: RegionTx, { planCode, planVersion }: VersionKey): Promise<string> {
  const { rows } = await sql<{ own: boolean }>`select exists (select 1 from plan.draft where region_code = ${tx.region} and plan_code = ${planCode} and plan_version = ${planVersion}::int and thrown_at is null)
    or exists (select 1 from plan.success_factor where region_code = ${tx.region} and plan_code = ${planCode} and plan_version = ${String(planVersion)})
    or exists (select 1 from plan.contribution where region_code = ${tx.region} and plan_code = ${planCode} and plan_version = ${String(planVersion)}) as own`.execute(tx);
  return rows[0]?.own ? String(planVersion) : '';
}

/** What is said of a few nodes, by their codes. */
export async function resultsOf(tx: RegionTx, key: VersionKey, codes: string[]): Promise<{ factors: Map<string, EditFactor[]>; contributions: Map<string, EditContribution[]> }> {
  const at = { regionCode: tx.region, planCode: key.planCode, planVersion: codes.length === 0 ? '' : await rowsOf(tx, key) };
  const factors = codes.length === 0 ? [] : await own(tx).selectFrom('plan.successFactor').selectAll().where((eb) => eb.and(at)).where('nodeCode', 'in', codes).orderBy('code').execute();
  const contributions = codes.length === 0 ? [] : await own(tx).selectFrom('plan.contribution').selectAll().where((eb) => eb.and(at)).where('nodeCode', 'in', codes).orderBy('agencyCode').execute();
  const by = <R extends { nodeCode: string }, E>(rows: R[], made: (row: R) => E): Map<string, E[]> => new Map([...Map.groupBy(rows, (row) => row.nodeCode)].map(([code, some]) => [code, some.map(made)]));
  return {
    factors: by(factors, ({ code, textId, textEn, basis, sourceCode }) => ({ code, textId, textEn, basis, sourceCode })),
    contributions: by(contributions, ({ agencyCode, role, textId, textEn, factorCode, basis, sourceCode }) => ({ agencyCode, role, textId, textEn, factorCode: factorCode || null, basis, sourceCode })),
  };
}

type Befores = Map<string, Partial<EditNode> | null>;
/** Writes what changes made of them; an operation of before they could be written says nothing of them, and lets them stand. */
export async function writeResults(tx: RegionTx, { planCode, planVersion }: VersionKey, codes: string[], first: Befores, after: ReadonlyMap<string, Partial<EditNode>>): Promise<void> {
  for (const [table, field] of [['plan.success_factor', 'factors'], ['plan.contribution', 'contributions']] as const) {
    const differ = codes.filter((code) => (!after.has(code) || after.get(code)?.[field] !== undefined) && JSON.stringify(first.get(code)?.[field] ?? []) !== JSON.stringify(after.get(code)?.[field] ?? []));
    if (differ.length === 0) continue;
    await sql`delete from ${sql.table(table)} where region_code = ${tx.region} and plan_code = ${planCode} and plan_version = ${String(planVersion)} and node_code = any(${differ}::text[])`.execute(tx);
    await insertRows(tx, table, differ.flatMap((nodeCode) => (after.get(nodeCode)?.[field] ?? []).map((row) => ({ planCode, planVersion: String(planVersion), nodeCode, ...row }))));
  }
}

/** A version that is begun says of its nodes what the one it is made of says of them. */
export async function copyResults(tx: RegionTx, from: VersionKey, to: VersionKey): Promise<void> {
  const found = await listResults(tx, [from]);
  const rows = <R extends { planVersion: string; regionCode: string }>(all: R[]) => all.map(({ regionCode: _, ...row }) => ({ ...row, planVersion: String(to.planVersion) }));
  await dropResults(tx, to);
  const { rows: nodes } = await sql<{ code: string }>`select code from plan.node where region_code = ${tx.region} and plan_code = ${to.planCode} and plan_version = ${to.planVersion}::int and code = any(${[...new Set([...found.factors, ...found.contributions].map(({ nodeCode }) => nodeCode))]}::text[])`.execute(tx);
  const there = new Set(nodes.map(({ code }) => code));
  await insertRows(tx, 'plan.success_factor', rows(found.factors.filter((row) => there.has(row.nodeCode))));
  await insertRows(tx, 'plan.contribution', rows(found.contributions.filter((row) => there.has(row.nodeCode))));
}

export async function dropResults(tx: RegionTx, { planCode, planVersion }: VersionKey): Promise<void> {
  for (const table of ['plan.success_factor', 'plan.contribution']) await sql`delete from ${sql.table(table)} where region_code = ${tx.region} and plan_code = ${planCode} and plan_version = ${String(planVersion)}`.execute(tx);
}
