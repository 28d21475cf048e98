import { type Action, permissions, type Post } from '#people/index.ts';
import type { WhoAsks } from './who-asks.ts';
import { workspaceRoutes } from './workspace-routes.ts';

const changing: readonly Action[] = ['element.edit', 'indicator.edit', 'target.edit', 'rule.edit', 'agency.edit', 'area.edit'];
/** What each place of the workspace is for: who may do none of it is not shown the way there. A page still asks for itself. */
const serves: Record<string, readonly Action[]> = {
  '/kerja': ['work.see'], '/kerja/tabel': ['value.enter'], '/kerja/impor': ['value.import'], '/siklus': ['work.see'], '/kerja/rencana': ['work.see'],
  '/kerja/ubah': changing, '/kerja/tautan': ['work.see'], '/kerja/temuan': ['work.see'], '/kerja/masterplan': ['masterplan.read'],
};

/** The ways that stand in the menu of who holds these posts today. */
export const menuOf = (posts: Post[]): string[] =>
  Object.entries(serves).flatMap(([path, actions]) => (actions.some((action) => posts.some(({ role }) => role in permissions[action])) ? [path] : []));

/** The menu of a page; none of a public one, which looks at nobody. */
export async function menuFor(locals: Pick<WhoAsks, 'person'>, route: string | null): Promise<string[] | undefined> {
  return workspaceRoutes[route ?? ''] === undefined ? undefined : menuOf((await locals.person())?.posts ?? []);
}
