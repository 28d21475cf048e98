import { listVersionsWith } from '#kernel/definition-versions.ts';
import type { RegionTx } from '#kernel/regions.ts';
import type { EditLink, EditTree } from './edit-tree.ts';
import type { PlanVersion } from './plan-drafts.store.ts';

/** A link that was read into an adopted version, changed or taken away there: what it was when the version was adopted, and what it is. */
export interface LinkSince {
  node: string;
  kind: string;
  code: string;
  /** Its newest change. */
  at: Date;
  was: EditLink | null;
  now: EditLink | null;
}

/** Links that changed after a version was adopted here; none of what a pack brought, which does not say when. */
export async function linksSince(tx: RegionTx, { code: plan, version, draft }: PlanVersion): Promise<LinkSince[]> {
  const adopted = draft?.adoptedAt;
  if (!adopted) return [];
  const all = await listVersionsWith(tx, 'plan.link', `${plan} / ${version} / `);
  return [...Map.groupBy(all, ({ key }) => key)].flatMap(([key, versions]) => {
    const [node = '', kind = '', code = ''] = key.split(' / ').slice(2);
    const newest = versions.at(-1);
    if (!newest?.at || newest.at <= adopted) return [];
    const was = versions.findLast(({ at }) => at === null || at <= adopted);
    return [{ node, kind, code, at: newest.at, was: (was?.definition ?? null) as EditLink | null, now: (newest.definition ?? null) as EditLink | null }];
  });
}

/** A tree with its links as they were then. */
export function withLinks(tree: EditTree, since: readonly LinkSince[]): EditTree {
  const nodes = new Map(tree.nodes);
  for (const { node: at, kind, code, was } of since) {
    const node = nodes.get(at);
    if (!node) continue;
    const others = node.links.filter((link) => link.kind !== kind || link.code !== code);
    nodes.set(at, { ...node, links: [...others, ...(was ? [was] : [])].sort((a, b) => (`${a.kind} ${a.code}` < `${b.kind} ${b.code}` ? -1 : 1)) });
  }
  return { ...tree, nodes };
}
