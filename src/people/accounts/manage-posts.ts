import { sql } from 'kysely';
import { audit } from '#kernel/audit.ts';
import { Fault } from '#kernel/faults.ts';
import { forIdentities, inRegion } from '#kernel/identities.ts';
import { isId, newId } from '#kernel/ids.ts';
import { forRegion, type RegionTx } from '#kernel/regions.ts';
import { findAccount, hasPassword } from './accounts.store.ts';
import type { Office } from './manage-accounts.ts';
import { voidLinks } from '../sign-in/links.store.ts';
import { findPost, insertPost, listGuests, listPosts, updatePost } from '../posts.store.ts';
import { dayBefore, heldOn, type Post } from '../posts.ts';

/**
 * Grants a post to an account. Throws `account.unknown` (404) where there is none, or it is forgotten, and `account.unused` (409) where another
 * region made it and its holder has set no password yet.
 */
export async function grantPost(office: Office, given: Omit<Post, 'id'>): Promise<string> {
  const post: Post = { ...given, id: newId() };
  await withHolder(office, post.accountId, async (tx) => {
    await insertPost(tx, post);
    await logPost(tx, office, 'grant', post.id, { after: post });
  });
  return post.id;
}

/** Work in the region for an account that shall hold a post here. Links that its own region has made for it are void from then on: by one of them somebody there would get in here. */
async function withHolder(office: Office, accountId: string, work: (tx: RegionTx) => Promise<void>): Promise<void> {
  await forIdentities(office.ctx.db, async (tx) => {
    const account = await findAccount(tx, accountId);
    if (!account?.name) throw new Fault('account.unknown', 404, { expected: 'an account' });
    if (account.homeRegion !== office.region) {
      if ((await inRegion(tx, office.region, listGuests)).get(accountId) === '') throw new Fault('account.unknown', 404, { expected: 'an account' });
      if (!(await hasPassword(tx, accountId))) throw new Fault('account.unused', 409, { expected: 'an account whose holder has set a password' });
      await voidLinks(tx, accountId);
    }
    await inRegion(tx, office.region, work);
  });
}

/** Ends a post with the day before today, so that it counts no more at once. Throws `post.last_administrator` (409), `post.unknown` (404). */
export async function endPost(office: Office, id: string, reason: string): Promise<void> {
  await forRegion(office.ctx.db, office.region, async (tx) => {
    const before = await openPost(tx, id, office.today);
    await keepsAdministrator(tx, before, office.today);
    const untilDay = dayBefore(office.today);
    await updatePost(tx, id, { untilDay });
    await logPost(tx, office, 'end', id, { before, after: { ...before, untilDay } }, reason);
  });
}

/**
 * Hands a post over with its open work: the post stays the same, so all that is due to it is due to the next holder. Who held it before
 * stands in the log. Throws `post.same_holder` (409), and what `grantPost` throws of the account.
 */
export async function handOverPost(office: Office, id: string, accountId: string, reason: string): Promise<void> {
  await withHolder(office, accountId, async (tx) => {
    const before = await openPost(tx, id, office.today);
    if (before.accountId === accountId) throw new Fault('post.same_holder', 409, { expected: 'another account' });
    await updatePost(tx, id, { accountId, fromDay: office.today });
    await logPost(tx, office, 'hand_over', id, { before, after: { ...before, accountId, fromDay: office.today } }, reason);
  });
}

/** A post that has not ended. Throws `post.unknown` (404). */
export async function openPost(tx: RegionTx, id: string, today: string): Promise<Post> {
  const post = isId(id) ? await findPost(tx, id) : undefined;
  if (!post || (post.untilDay !== null && post.untilDay < today)) throw new Fault('post.unknown', 404, { expected: 'a post of this region that has not ended' });
  return post;
}

async function keepsAdministrator(tx: RegionTx, ending: Post, today: string): Promise<void> {
  if (ending.role !== 'administrator') return;
  await sql`select last from kernel.revision_counter where region_code = ${tx.region} for update`.execute(tx); // two who end each other at once would leave none
  const others = heldOn(await listPosts(tx), today).filter((post) => post.role === 'administrator' && post.id !== ending.id);
  if (others.length === 0) throw new Fault('post.last_administrator', 409, { expected: 'another administrator first' });
}

const logPost = (tx: RegionTx, { ctx }: Office, action: string, id: string, change: { before?: Post; after: Post }, reason?: string): Promise<void> =>
  audit(tx, [{ at: ctx.clock(), actor: ctx.actor, who: ctx.who, action, subject: `people.post ${id}`, ...change, ...(reason === undefined ? {} : { reason }) }]);
