import { Fault } from '#kernel/faults.ts';
import { identitiesOf } from '#kernel/identities.ts';
import { auditRead } from '#kernel/logged-reads.ts';
import { forRegion } from '#kernel/regions.ts';
import { type Account, findAccount, findAccountByEmail, listAccounts, listAccountsOf } from './accounts.store.ts';
import type { Office } from './manage-accounts.ts';
import { listGuests, listPosts } from '../posts.store.ts';
import type { Post } from '../posts.ts';

/** An account as its region's administrator sees it. */
export interface KnownAccount extends Account {
  /** All posts in this region, also those that ended. */
  posts: Post[];
  /** Called here and not come yet: an account of another region, shown as one that was just made, under the name it was called by. */
  pending: boolean;
}

/** An account as a region may see it: of one that was called and has not come, nothing but what the region wrote itself. */
function asSeen(account: Account, region: string, posts: Post[], called: Map<string, string | null>): KnownAccount {
  const name = account.homeRegion === region ? null : (called.get(account.id) ?? null);
  return name === null ? { ...account, posts, pending: false } : { ...account, name, secondFactor: false, homeRegion: region, posts, pending: true };
}

/** Accounts of a region: those it made, those that hold or held a post here, and guests that were called. The log keeps that they were read. */
export async function listKnownAccounts({ ctx, region }: Office): Promise<KnownAccount[]> {
  const { posts, called } = await forRegion(ctx.db, region, async (tx) => {
    await auditRead(ctx, tx, 'account');
    return { posts: await listPosts(tx), called: await listGuests(tx) };
  });
  const made = await listAccountsOf(ctx.db, region);
  const guests = await listAccounts(ctx.db, [...new Set([...posts.map((post) => post.accountId), ...called.keys()])].filter((id) => !made.some((one) => one.id === id)));
  return [...made, ...guests].map((account) => asSeen(account, region, posts.filter((post) => post.accountId === account.id), called)).sort((a, b) => a.name.localeCompare(b.name, 'id'));
}

/**
 * One account of a region; the log keeps that it was read, and of one that is not known here no more than that. Throws `account.unknown` (404),
 * also for one that only another region knows: after the same statements.
 */
export async function readKnownAccount({ ctx, region }: Office, which: { id: string } | { email: string }): Promise<KnownAccount> {
  const handle = identitiesOf(ctx.db);
  const account = await ('id' in which ? findAccount(handle, which.id) : findAccountByEmail(handle, which.email));
  return forRegion(ctx.db, region, async (tx) => {
    const posts = await listPosts(tx, account?.id ?? '');
    const called = await listGuests(tx);
    const known = account && (account.homeRegion === region || posts.length > 0 || called.has(account.id)) ? asSeen(account, region, posts, called) : null;
    await auditRead(ctx, tx, 'account', { account: known?.id ?? null });
    return known;
  }).then((known) => {
    if (known) return known;
    throw new Fault('account.unknown', 404, { expected: 'an account of this region' });
  });
}
