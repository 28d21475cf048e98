import type { RegionTx } from '#kernel/regions.ts';
import type { Plan } from './plans.store.ts';
import type { PlanTables } from './tables.ts';

/** Every adopted version of the plans of a kind, with its nodes; of one plan the oldest first. What was never adopted was never a promise. */
export async function listAdoptedPlans(tx: RegionTx, kinds: readonly string[]): Promise<Plan[]> {
  const own = tx.withTables<PlanTables>();
  const plans = await own.selectFrom('plan.plan').selectAll().where('regionCode', '=', tx.region).where('withdrawn', '=', false).where('status', '=', 'adopted').where('kind', 'in', kinds)
    .orderBy('periodFrom').orderBy('code').orderBy('version').execute();
  if (plans.length === 0) return [];
  const nodes = await own.selectFrom('plan.node').selectAll().where('regionCode', '=', tx.region).where('planCode', 'in', plans.map((plan) => plan.code)).orderBy('position').execute();
  const byPlan = Map.groupBy(nodes, (node) => `${node.planCode}/${node.planVersion}`);
  return plans.map((plan) => ({ ...plan, nodes: byPlan.get(`${plan.code}/${plan.version}`) ?? [] }));
}
