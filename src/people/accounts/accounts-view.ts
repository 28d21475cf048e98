import type { PostView } from './post-view.ts';
import type { Role } from '../posts.ts';

/** An account in the administrator's list. */
export interface AccountRowView {
  id: string;
  name: string;
  email: string;
  /** Made by another region, and holds a post here. */
  guest: boolean;
  secondFactor: boolean;
  posts: PostView[];
}

/** One account, with what may be granted. */
export interface AccountAdminView extends AccountRowView {
  ended: PostView[];
  roles: Role[];
  agencies: { code: string; name: string }[];
  areas: { code: string; name: string }[];
  pillars: { code: string; name: string }[];
  today: string;
}
