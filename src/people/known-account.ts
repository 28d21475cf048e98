import { Fault } from '#kernel/faults.ts';
import { forRegionRead } from '#kernel/regions.ts';
import { identitiesOf } from '#kernel/identities.ts';
import { type Account, findAccount, findAccountByEmail, listAccounts, listAccountsOf } from './accounts.store.ts';
import type { SignIn } from './make-sign-in.ts';
import { listPosts } from './posts.store.ts';
import type { Post } from './posts.ts';

/** An account as its region's administrator sees it. */
export interface KnownAccount extends Account {
  /** All posts in this region, also those that ended. */
  posts: Post[];
}

/** Accounts of a region: those it made, and those that hold or held a post here. */
export async function knownAccounts({ db }: SignIn, region: string): Promise<KnownAccount[]> {
  const posts = await forRegionRead(db, region, (tx) => listPosts(tx));
  const made = await listAccountsOf(db, region);
  const guests = await listAccounts(db, [...new Set(posts.map((post) => post.accountId))].filter((id) => !made.some((one) => one.id === id)));
  return [...made, ...guests].map((account) => ({ ...account, posts: posts.filter((post) => post.accountId === account.id) })).sort((a, b) => a.name.localeCompare(b.name, 'id'));
}

/** One account of a region. Throws `account.unknown` (404), also for one that only another region knows. */
export async function knownAccount(signIn: SignIn, region: string, which: { id: string } | { email: string }): Promise<KnownAccount> {
  const handle = identitiesOf(signIn.db);
  const account = await ('id' in which ? findAccount(handle, which.id) : findAccountByEmail(handle, which.email));
  const posts = account ? await forRegionRead(signIn.db, region, (tx) => listPosts(tx, account.id)) : [];
  if (account && (account.homeRegion === region || posts.length > 0)) return { ...account, posts };
  throw new Fault('account.unknown', 404, { expected: 'an account of this region' });
}
