import type { PlanNode } from './plans.store.ts';

/** The node itself and every node below it. */
export function withBelow(nodes: PlanNode[], code: string): PlanNode[] {
  const found = nodes.filter((node) => node.code === code);
  for (const node of found) found.push(...nodes.filter((child) => child.parentCode === node.code));
  return found;
}
