import { perModel } from './per-model.ts';
import type { Plan, PlanLink, PlanNode, RegionModel } from './region-model.ts';

/** A plan's nodes by their places, with what is linked to them. A page asks for a few of perhaps twenty thousand. */
export interface PlanTree {
  node(code: string): PlanNode | undefined;
  /** In the order of the tree; null asks for the roots. */
  children(code: string | null): PlanNode[];
  /** Links at the node itself. */
  linksAt(code: string): PlanLink[];
  /** Links at the node and below it, in the order of the links. */
  linksBelow(code: string): PlanLink[];
  /** All nodes below, in no order that means anything. */
  below(code: string): PlanNode[];
}

const trees = perModel<PlanTree>();
/** The tree of a plan, put together once a snapshot. */
export const planTree = (model: RegionModel, plan: Plan): PlanTree => trees(model, plan.code, () => treeOf(plan, model.planLinks));

function treeOf(plan: Plan, links: PlanLink[]): PlanTree {
  const nodes = new Map(plan.nodes.map((node) => [node.code, node]));
  const children = Map.groupBy(plan.nodes, (node) => node.parentCode);
  const own = links.filter((link) => link.planCode === plan.code);
  const order = new Map(own.map((link, n) => [link, n]));
  const linked = Map.groupBy(own, (link) => link.nodeCode);
  const kept = new Map<string, PlanLink[]>();
  const below = (code: string): PlanNode[] => {
    const found = new Set(children.get(code) ?? []);
    for (const node of found) for (const child of children.get(node.code) ?? []) found.add(child);
    return [...found];
  };
  const linksBelow = (code: string): PlanLink[] => [code, ...below(code).map((node) => node.code)].flatMap((one) => linked.get(one) ?? []).sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  return {
    node: (code) => nodes.get(code), children: (code) => children.get(code) ?? [], linksAt: (code) => linked.get(code) ?? [], below,
    linksBelow(code) {
      const found = kept.get(code) ?? linksBelow(code);
      kept.set(code, found);
      return found;
    },
  };
}
