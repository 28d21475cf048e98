import { editables } from '#app/editable.ts';
import { type Kind, kinds } from '#editing/index.ts';
import { type Action, peopleWords, permissions, type Role } from '#people/index.ts';
import { formatList } from '#ui/index.ts';
import type { PageServerLoad } from './$types';

/** What the posts of who asks may change, anywhere. */
export const load: PageServerLoad = async ({ locals }) => {
  await locals.need('access.see');
  const { posts } = await locals.signedIn();
  const may = (action: Action): boolean => posts.some((post) => post.role in permissions[action]);
  const actionOf = (kind: Kind): Action => editables[kind]?.action ?? 'log.read';
  const say = peopleWords(locals.lang);
  const others = kinds.filter((kind) => !may(actionOf(kind))).map((kind) => ({ kind, roles: formatList((Object.keys(permissions[actionOf(kind)]) as Role[]).map((role) => say(`role.${role}`)), locals.lang) }));
  return { kinds: kinds.filter((kind) => may(actionOf(kind))), others };
};
