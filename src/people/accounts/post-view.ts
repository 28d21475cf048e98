import type { Post, Role } from '../posts.ts';

/** A post as a page shows it. */
export interface PostView {
  id: string;
  role: Role;
  acting: boolean;
  /** Names of its agency, area and pillar, as far as it is bound to one. */
  places: string[];
  fromDay: string;
  untilDay: string | null;
  /** Counts only once its holder has a second factor. */
  waiting: boolean;
}

/** Names by code; a code without a name is shown as it is. */
export interface PlaceNames {
  agencies: Map<string, string>;
  areas: Map<string, string>;
  pillars: Map<string, string>;
}

export function postView(post: Post, names: PlaceNames, waiting: boolean): PostView {
  const bound: [string | null, Map<string, string>][] = [[post.agencyCode, names.agencies], [post.areaCode, names.areas], [post.pillarCode, names.pillars]];
  const places = bound.flatMap(([code, from]) => (code === null ? [] : [from.get(code) ?? code]));
  return { id: post.id, role: post.role, acting: post.acting, places, fromDay: post.fromDay, untilDay: post.untilDay, waiting };
}
