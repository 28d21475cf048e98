import type { Selectable } from 'kysely';
import type { RegionTx } from '#kernel/regions.ts';
import type { ContributionRow, FundingRow, LinkRow, NodeRow, PlanRow, PlanTables, SuccessFactorRow } from './tables.ts';

export type PlanNode = Selectable<NodeRow>;
export type PlanLink = Selectable<LinkRow>;
export type Funding = Selectable<FundingRow>;
/** One version of a plan with its nodes in tree order. */
export interface Plan extends Selectable<PlanRow> {
  nodes: PlanNode[];
}

const own = (tx: RegionTx) => tx.withTables<PlanTables>();

/** Of each plan the version in force: the newest adopted one, else the newest that a pack brought; plans in order of their period. What is being written here is nobody's yet. */
export async function listPlans(tx: RegionTx): Promise<Plan[]> {
  const plans = await own(tx).selectFrom('plan.plan').selectAll().where('regionCode', '=', tx.region).where('withdrawn', '=', false)
    .where((eb) => eb.not(eb.exists(eb.selectFrom('plan.draft').select('plan.draft.planCode').where('plan.draft.regionCode', '=', tx.region).where('adoptedAt', 'is', null).whereRef('plan.draft.planCode', '=', 'plan.plan.code').whereRef('plan.draft.planVersion', '=', 'plan.plan.version'))))
    .orderBy('periodFrom').orderBy('code').execute();
  const rank = (plan: Selectable<PlanRow>): number => plan.version + (plan.status === 'adopted' ? 1e6 : 0);
  const newest = plans.filter((plan) => plans.every((other) => other.code !== plan.code || rank(other) <= rank(plan)));
  if (newest.length === 0) return [];
  const nodes = await own(tx).selectFrom('plan.node').selectAll().where('regionCode', '=', tx.region).where((eb) => eb.or(newest.map((plan) => eb.and({ planCode: plan.code, planVersion: plan.version })))).orderBy('position').execute();
  const byPlan = Map.groupBy(nodes, (node) => node.planCode);
  return newest.map((plan) => ({ ...plan, nodes: byPlan.get(plan.code) ?? [] }));
}

/** Links of indicators and initiatives to plan nodes, of every version. */
export const listPlanLinks = (tx: RegionTx): Promise<PlanLink[]> =>
  own(tx).selectFrom('plan.link').selectAll().where('regionCode', '=', tx.region).orderBy('planCode').orderBy('nodeCode').orderBy('kind').orderBy('code').execute();

export const listFunding = (tx: RegionTx): Promise<Funding[]> =>
  own(tx).selectFrom('plan.funding').selectAll().where('regionCode', '=', tx.region).orderBy('planCode').orderBy('nodeCode').orderBy('period').execute();

export type SuccessFactor = Selectable<SuccessFactorRow>;
export type Contribution = Selectable<ContributionRow>;
export const listSuccessFactors = (tx: RegionTx): Promise<SuccessFactor[]> =>
  own(tx).selectFrom('plan.successFactor').selectAll().where('regionCode', '=', tx.region).orderBy('planCode').orderBy('nodeCode').orderBy('code').execute();
/** Who leads comes first. */
export const listContributions = (tx: RegionTx): Promise<Contribution[]> =>
  own(tx).selectFrom('plan.contribution').selectAll().where('regionCode', '=', tx.region).orderBy('planCode').orderBy('nodeCode').orderBy('role', 'desc').orderBy('agencyCode').execute();
