import type { PostView } from './post-view.ts';

/** What the page of one's own account shows. */
export interface AccountView {
  name: string;
  email: string;
  secondFactor: boolean;
  /** Keeps the accounts of this region. */
  administers: boolean;
  /** Holds a post that work may be due to. */
  works: boolean;
  /** Whether the log may be read. */
  reads: boolean;
  posts: PostView[];
  sessions: { id: string; browser: string; since: string; current: boolean }[];
}
