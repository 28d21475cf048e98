import type { RegionTx } from '#kernel/regions.ts';
import { type BarePlan, withBareNodes } from './plans.store.ts';
import type { PlanTables } from './tables.ts';

/** Every adopted version of the plans of a kind; of one plan the oldest first. What was never adopted was never a promise. Nodes only of those that `known` has not: it answers with what it has. */
export async function listAdoptedPlans(tx: RegionTx, kinds: readonly string[], known: BarePlan[]): Promise<BarePlan[]> {
  const plans = await tx.withTables<PlanTables>().selectFrom('plan.plan').selectAll().where('regionCode', '=', tx.region).where('withdrawn', '=', false).where('status', '=', 'adopted').where('kind', 'in', kinds)
    .orderBy('periodFrom').orderBy('code').orderBy('version').execute();
  const found = new Map(known.map((plan) => [`${plan.code}/${plan.version}`, plan]));
  for (const plan of await withBareNodes(tx, plans.filter((one) => !found.has(`${one.code}/${one.version}`)))) found.set(`${plan.code}/${plan.version}`, plan);
  return plans.flatMap((plan) => found.get(`${plan.code}/${plan.version}`) ?? []);
}
