export { packParts } from './pack.ts';
export { listAdoptedPlans } from './past-plans.store.ts';
export { withBelow } from './plan-tree.ts';
export { type Funding, listFunding, listPlanLinks, listPlans, type Plan, type PlanLink, type PlanNode } from './plans.store.ts';
export type { PlanLevel, PlanScoring } from './tables.ts';
