import type { CycleItem } from '#data/ui.ts';
import { Fault } from '#kernel/faults.ts';
import { type Action, permissions, permit, type Post, type Role } from '#people/index.ts';
import type { Names } from './names.ts';

/** The agencies whose items the posts may do this to: null is every agency, none an empty list. Areas to which a post is bound are asked item by item. */
export function agenciesFor(posts: Post[], action: Action): string[] | null {
  const row: Partial<Record<Role, string>> = permissions[action];
  const reaching = posts.filter((post) => row[post.role] !== undefined);
  if (reaching.some((post) => row[post.role] === 'region')) return null;
  return [...new Set(reaching.flatMap((post) => post.agencyCode ?? []))];
}

type Placed = Pick<CycleItem, 'agencyCode' | 'areaCode'>;
const thingOf = (item: Placed, names: Names) => ({ agencyCode: item.agencyCode, areas: names.lineage(item.areaCode) });

export const mayDo = (posts: Post[], action: Action, item: Placed, names: Names): boolean => permit(posts, action, thingOf(item, names)) !== null;

/** Whether a person, or one of the posts, is among the hands through which a value has gone. */
export const isOwnHand = (posts: Post[], hands: string[]): boolean => posts.some((post) => hands.includes(post.accountId) || hands.includes(`post:${post.id}`));

/** The post that may do this to every one of the items. Throws `permission.missing` (403), which names the first that it may not. */
export function postFor(posts: Post[], action: Action, items: CycleItem[], names: Names): Post {
  const found = posts.find((post) => items.every((item) => mayDo([post], action, item, names)));
  if (found) return found;
  const strange = items.find((item) => !mayDo(posts, action, item, names));
  throw new Fault('permission.missing', 403, { given: `${action}${strange ? `, ${strange.elementCode}` : ''}`, expected: Object.keys(permissions[action]).join(', ') });
}
