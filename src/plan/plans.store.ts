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

/** Of each plan the version in force: the newest adopted one, else the newest that a pack brought; plans in order of their period. What is being written here is nobody's yet. */
async function listInForce(tx: RegionTx): Promise<Selectable<PlanRow>[]> {
  const plans = await own(tx).selectFrom('plan.plan').selectAll().where('regionCode', '=', tx.region).where('withdrawn', '=', false)
    .where((eb) => eb.not(eb.exists(eb.selectFrom('plan.draft').select('plan.draft.planCode').where('plan.draft.regionCode', '=', tx.region).where('adoptedAt', 'is', null).where('thrownAt', 'is', null).whereRef('plan.draft.planCode', '=', 'plan.plan.code').whereRef('plan.draft.planVersion', '=', 'plan.plan.version'))))
    .orderBy('periodFrom').orderBy('code').execute();
  const rank = (plan: Selectable<PlanRow>): number => plan.version + (plan.status === 'adopted' ? 1e6 : 0);
  return plans.filter((plan) => plans.every((other) => other.code !== plan.code || rank(other) <= rank(plan)));
}

const nodesOf = (tx: RegionTx, plans: { code: string; version: number }[]) =>
  own(tx).selectFrom('plan.node').where('regionCode', '=', tx.region).where((eb) => eb.or(plans.map((plan) => eb.and({ planCode: plan.code, planVersion: plan.version })))).orderBy('position');

/** The version in force of each plan, with all that its nodes say. */
export async function listPlans(tx: RegionTx): Promise<Plan[]> {
  const plans = await listInForce(tx);
  return plans.length === 0 ? [] : withNodes(plans, await nodesOf(tx, plans).selectAll().execute());
}

/** What the rules of a tree ask of a node: a third of what a whole one weighs. */
export type BareNode = Pick<PlanNode, 'planCode' | 'planVersion' | 'code' | 'parentCode' | 'level' | 'textId' | 'servesCode'>;
export type BarePlan = Selectable<PlanRow> & { nodes: BareNode[] };
/** The version in force of each plan, with what the rules of a tree ask of its nodes. */
export const listBarePlans = async (tx: RegionTx): Promise<BarePlan[]> => withBareNodes(tx, await listInForce(tx));

/** Versions with what the rules of a tree ask of their nodes. */
export async function withBareNodes(tx: RegionTx, plans: Selectable<PlanRow>[]): Promise<BarePlan[]> {
  return plans.length === 0 ? [] : withNodes(plans, await nodesOf(tx, plans).select(['planCode', 'planVersion', 'code', 'parentCode', 'level', 'textId', 'servesCode']).execute());
}

function withNodes<N extends BareNode>(plans: Selectable<PlanRow>[], nodes: N[]): (Selectable<PlanRow> & { nodes: N[] })[] {
  const byPlan = Map.groupBy(nodes, (node) => `${node.planCode}/${node.planVersion}`);
  return plans.map((plan) => ({ ...plan, nodes: byPlan.get(`${plan.code}/${plan.version}`) ?? [] }));
}

/** Links of indicators and initiatives to plan nodes, of every version. */
export const listPlanLinks = (tx: RegionTx): Promise<PlanLink[]> =>
  own(tx).selectFrom('plan.link').selectAll().where('regionCode', '=', tx.region).orderBy('planCode').orderBy('planVersion').orderBy('nodeCode').orderBy('kind').orderBy('code').execute();

export const listFunding = (tx: RegionTx): Promise<Funding[]> =>
  own(tx).selectFrom('plan.funding').selectAll().where('regionCode', '=', tx.region).orderBy('planCode').orderBy('planVersion').orderBy('nodeCode').orderBy('period').execute();
