import { type Action, needsSecondFactor, permissions, permit, type Reach, type Thing } from './permissions.ts';
import { type Post, type Role, roles } from '../posts.ts';

/** One action on one thing: which roles may at all, and which posts of the region may here. */
export interface AccessRow {
  action: Action;
  roles: { role: Role; reach: Reach }[];
  /** Posts held today that may do it to this thing. */
  posts: Post[];
  /** By which of the asker's posts; null where none may. */
  mine: Post | null;
}

/** Who may do what to a thing: the permission table, read against the posts that are held today. */
export function accessRows(thing: Thing, held: Post[], mine: Post[]): AccessRow[] {
  return (Object.keys(permissions) as Action[]).map((action) => {
    const row: Partial<Record<Role, Reach>> = permissions[action];
    return {
      action,
      roles: roles.flatMap((role) => (row[role] === undefined ? [] : [{ role, reach: row[role] }])),
      posts: held.filter((post) => permit([post], action, thing) !== null),
      mine: permit(mine, action, thing),
    };
  });
}

/** Roles whose posts wait for a second factor. */
export const guardedRoles = (): Role[] => roles.filter(needsSecondFactor);
