import { forRegionRead } from '#kernel/regions.ts';
import type { SignIn } from './make-sign-in.ts';
import { needsSecondFactor } from '../permissions/permissions.ts';
import { listPosts } from '../posts.store.ts';
import { heldOn, type Post } from '../posts.ts';
import type { Asking } from './sign-in.ts';

/** Who asks, in one region. */
export interface Person {
  accountId: string;
  email: string;
  name: string;
  /** Whether the account has a second factor. */
  secondFactor: boolean;
  /** Posts of the region that are held today and count. */
  posts: Post[];
  /** Posts that are held today and count only once the account has a second factor. */
  waiting: Post[];
  sessionId: string;
}

/** Who asks with these headers; null for nobody who is signed in. Without a region nobody holds a post. */
export async function findPerson({ auth, db }: SignIn, { headers, secure }: Asking, here: { code: string; today: string } | null): Promise<Person | null> {
  if (!headers.get('cookie')?.includes('serasan.session_token=')) return null;
  const found = await auth(secure).api.getSession({ headers });
  if (!found) return null;
  const { id, email, name } = found.user;
  const secondFactor = found.user.twoFactorEnabled === true;
  const held = here === null ? [] : heldOn(await forRegionRead(db, here.code, (tx) => listPosts(tx, id)), here.today);
  const counts = (post: Post): boolean => secondFactor || !needsSecondFactor(post.role);
  return { accountId: id, email, name, secondFactor, posts: held.filter(counts), waiting: held.filter((post) => !counts(post)), sessionId: found.session.id };
}
