import { frontPlan } from '../lookups.ts';
import { pageOf, type Paged } from '../paging.ts';
import { type PlanTree, planTree } from '../plan-tree.ts';
import type { Plan, PlanNode } from '../region-model.ts';
import type { Telling } from '../telling.ts';

/** Nodes drawn on the page of plans, at most: of the plan in front, and of the others together; of each of these at least a few. On its own page a plan has as much room as in front. */
const room = { front: 200, others: 200, each: 20 };
/** Items at the top of a tree on one page. */
const mostTops = 100;

/** How much of a plan's tree a page draws. */
export interface Extent {
  tree: PlanTree;
  /** The single root, which is the vision; its children are the items. Several roots are items themselves. */
  root: PlanNode | null;
  tops: Paged<PlanNode>;
  /** Levels that are drawn, from the items down. */
  depth: number;
  /** Whether nothing of the plan is left out. */
  whole: boolean;
}

/** What is drawn of a plan on the page of all plans. */
export function extentBeside(tell: Telling, plan: Plan): Extent {
  const share = Math.floor(room.others / Math.max(1, tell.model.plans.size - 1));
  return extentOf(planTree(tell.model, plan), plan === frontPlan(tell.model) ? room.front : Math.max(room.each, share), 1);
}

/** What is drawn of a plan on a page of its own; a page after the last throws `page.unknown` (404). */
export const extentAlone = (tell: Telling, plan: Plan, page: number): Extent => extentOf(planTree(tell.model, plan), room.front, page);

function extentOf(tree: PlanTree, most: number, page: number): Extent {
  const roots = tree.children(null);
  const root = roots.length === 1 ? (roots[0] ?? null) : null;
  const all = root ? tree.children(root.code) : roots;
  const tops = pageOf(all, page, Math.min(most, mostTops));
  let [drawn, depth, level] = [tops.rows.length, 1, tops.rows];
  for (;;) {
    const next = level.flatMap((node) => tree.children(node.code));
    if (next.length === 0 || drawn + next.length > most) return { tree, root, tops, depth, whole: next.length === 0 && tops.of === 1 };
    [drawn, depth, level] = [drawn + next.length, depth + 1, next];
  }
}
