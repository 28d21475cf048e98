import { menuOf } from '#app/menu-of.ts';
import { workspaceRoutes } from '#app/workspace-routes.ts';
import type { LayoutServerLoad } from './$types';

/** A page of the workspace has a menu of what its reader may do; a public page looks at nobody. */
export const load: LayoutServerLoad = async ({ locals, route }) => {
  const menu = workspaceRoutes[route.id ?? ''] === undefined ? undefined : menuOf((await locals.person())?.posts ?? []);
  return { site: menu === undefined ? locals.site : { ...locals.site, menu }, regions: locals.regions };
};
