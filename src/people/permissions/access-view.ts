import type { Lang } from '#kernel/i18n.ts';
import { formatList } from '#ui/index.ts';
import { type AccessRow, accessRows, guardedRoles } from './access.ts';
import { type Action, permit, type Reach, type Thing } from './permissions.ts';
import { type PlaceNames, postView, type PostView } from '../accounts/post-view.ts';
import type { Post, Role } from '../posts.ts';
import { peopleWords } from '../words.ts';

export interface AccessView {
  rows: { action: Action; who: { role: Role; reach: Reach }[]; here: { post: PostView; name: string | null }[]; mine: string; may: boolean }[];
  agencies: { code: string; name: string }[];
  areas: { code: string; name: string }[];
  chosen: { agency: string; area: string };
  guarded: string;
  administers: boolean;
  works: boolean;
  /** Whether the log may be read. */
  reads: boolean;
}

interface Asked {
  thing: Thing;
  chosen: AccessView['chosen'];
  /** Posts held in the region today. */
  held: Post[];
  /** Those of who asks. */
  mine: Post[];
  names: PlaceNames;
  /** Names by account, for who may see them. */
  persons: Map<string, string> | null;
  administers: boolean;
}

/** The page that says who may do what to a thing. */
export function accessView({ thing, chosen, held, mine, names, persons, administers }: Asked, lang: Lang): AccessView {
  const listed = (of: Map<string, string>): { code: string; name: string }[] => [...of].map(([code, name]) => ({ code, name }));
  const rows = accessRows(thing, held, mine).map((row) => ({
    action: row.action, who: row.roles, may: row.mine !== null, mine: mineText(row, mine, lang),
    here: row.posts.map((post) => ({ post: postView(post, names, false), name: persons?.get(post.accountId) ?? null })),
  }));
  return { rows, agencies: listed(names.agencies), areas: listed(names.areas), chosen, guarded: formatList(guardedRoles().map((role) => peopleWords(lang)(`role.${role}`)), lang), administers, works: permit(mine, 'work.see') !== null, reads: permit(mine, 'log.read') !== null };
}

function mineText(row: AccessRow, mine: Post[], lang: Lang): string {
  const say = peopleWords(lang);
  if (row.mine) return say('access.mine', { role: say(`role.${row.mine.role}`) });
  const why = row.roles.length === 0 ? 'access.why.nobody' : row.roles.some(({ role }) => mine.some((post) => post.role === role)) ? 'access.why.reach' : 'access.why.role';
  return say('access.mine.none', { why: say(why) });
}
