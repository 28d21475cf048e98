export { authoring, treeRules, versionReads } from './authoring.ts';
export type { EditNode, EditTree } from './edit-tree.ts';
export { packParts } from './pack.ts';
export type { PlanOperation, PlanVersion, VersionKey } from './plan-drafts.store.ts';
export type { Operation } from './plan-operations.ts';
export { type Funding, listFunding, listPlanLinks, listPlans, type Plan, type PlanLink, type PlanNode } from './plans.store.ts';
export type { PlanLevel, PlanScoring } from './tables.ts';
