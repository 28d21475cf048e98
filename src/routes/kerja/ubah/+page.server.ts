import { editables } from '#app/editable.ts';
import { kinds } from '#editing/index.ts';
import { type Action, permissions } from '#people/index.ts';
import type { PageServerLoad } from './$types';

/** What the posts of who asks may change, anywhere. */
export const load: PageServerLoad = async ({ locals }) => {
  await locals.need('access.see');
  const { posts } = await locals.signedIn();
  const may = (action: Action): boolean => posts.some((post) => post.role in permissions[action]);
  return { kinds: kinds.filter((kind) => may(editables[kind]?.action ?? 'log.read')) };
};
