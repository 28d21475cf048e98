import type { Selectable } from 'kysely';
import type { RegionTx } from '#kernel/regions.ts';
import type { FundingRow, LinkRow, NodeRow, PlanRow, PlanTables } from './tables.ts';

export type PlanNode = Selectable<NodeRow>;
export type PlanLink = Selectable<LinkRow>;
export type Funding = Selectable<FundingRow>;
/** One version of a plan with its nodes in tree order. */
export interface Plan extends Selectable<PlanRow> {
  nodes: PlanNode[];
}

const own = (tx: RegionTx) => tx.withTables<PlanTables>();

/** Of each plan the version in force: the newest adopted one, else the newest; plans in order of their period. */
export async function listPlans(tx: RegionTx): Promise<Plan[]> {
  const plans = await own(tx).selectFrom('plan.plan').selectAll().where('regionCode', '=', tx.region).where('withdrawn', '=', false).orderBy('periodFrom').orderBy('code').execute();
  const nodes = await own(tx).selectFrom('plan.node').selectAll().where('regionCode', '=', tx.region).orderBy('position').execute();
  const rank = (plan: Selectable<PlanRow>): number => plan.version + (plan.status === 'adopted' ? 1e6 : 0);
  const newest = plans.filter((plan) => plans.every((other) => other.code !== plan.code || rank(other) <= rank(plan)));
  return newest.map((plan) => ({ ...plan, nodes: nodes.filter((node) => node.planCode === plan.code && node.planVersion === plan.version) }));
}

/** Links of indicators and initiatives to plan nodes, of every version. */
export const listPlanLinks = (tx: RegionTx): Promise<PlanLink[]> =>
  own(tx).selectFrom('plan.link').selectAll().where('regionCode', '=', tx.region).orderBy('planCode').orderBy('nodeCode').orderBy('kind').orderBy('code').execute();

export const listFunding = (tx: RegionTx): Promise<Funding[]> =>
  own(tx).selectFrom('plan.funding').selectAll().where('regionCode', '=', tx.region).orderBy('planCode').orderBy('nodeCode').orderBy('period').execute();
