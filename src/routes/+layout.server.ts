import { menuFor } from '#app/menu-of.ts';
import type { LayoutServerLoad } from './$types';

/** A page of the workspace has a menu of what its reader may do; a public page looks at nobody. */
export const load: LayoutServerLoad = async ({ locals, route }) => {
  const menu = await menuFor(locals, route.id);
  return { site: menu === undefined ? locals.site : { ...locals.site, menu }, regions: locals.regions };
};
