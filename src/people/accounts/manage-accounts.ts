import { audit } from '#kernel/audit.ts';
import type { Ctx } from '#kernel/context.ts';
import { Fault } from '#kernel/faults.ts';
import { forIdentities, type IdentityTx, inRegion } from '#kernel/identities.ts';
import { findAccountByEmail, forgetAccount, insertAccount } from './accounts.store.ts';
import type { IdentityTables } from '../identity-tables.ts';
import { makeLink } from '../sign-in/links.store.ts';
import { insertGuest, listPosts } from '../posts.store.ts';
import { heldOn } from '../posts.ts';

/** Where an administrator acts: the post's context, in a region, on a day there. */
export interface Office {
  ctx: Ctx;
  region: string;
  today: string;
}

const log = (tx: IdentityTx, { ctx, region }: Office, action: string, accountId: string, reason?: string): Promise<void> =>
  inRegion(tx, region, (own) => audit(own, [{ at: ctx.clock(), actor: ctx.actor, who: ctx.who, action, subject: `people.account ${accountId}`, ...(reason === undefined ? {} : { reason }) }]));

/**
 * Makes an account and a one-time link by which its holder sets a password. For an address that has an account already there is no link:
 * an administrator of one region must not get into an account of another; its holder may be given a post and signs in as before.
 */
export async function inviteAccount(office: Office, { name, email }: { name: string; email: string }): Promise<{ accountId: string; token: string | null }> {
  const now = office.ctx.clock();
  return forIdentities(office.ctx.db, async (tx) => {
    const found = await findAccountByEmail(tx, email);
    if (found) {
      if (found.homeRegion !== office.region) await inRegion(tx, office.region, (own) => insertGuest(own, found.id, now));
      await log(tx, office, 'call_guest', found.id);
      return { accountId: found.id, token: null };
    }
    const accountId = await insertAccount(tx, { name, email, homeRegion: office.region }, now);
    const token = await makeLink(tx, { accountId, regionCode: office.region, madeBy: office.ctx.who?.postId ?? null }, now);
    await log(tx, office, 'invite', accountId);
    return { accountId, token };
  });
}

/** A new one-time link for an account that this region made; with `clearsFactor` the second factor goes too when it is used. */
export async function renewLink(office: Office, account: { id: string; homeRegion: string | null }, clearsFactor: boolean): Promise<string> {
  if (account.homeRegion !== office.region) throw new Fault('account.of_another', 403, { expected: 'the region that made this account' });
  return forIdentities(office.ctx.db, async (tx) => {
    const token = await makeLink(tx, { accountId: account.id, regionCode: office.region, madeBy: office.ctx.who?.postId ?? null, clearsFactor }, office.ctx.clock());
    await log(tx, office, clearsFactor ? 'link_clearing_factor' : 'link', account.id);
    return token;
  });
}

/** Ends every session of an account. */
export const endAllSessions = (office: Office, accountId: string): Promise<void> => forIdentities(office.ctx.db, async (tx) => {
  await tx.withTables<IdentityTables>().deleteFrom('people.session').where('userId', '=', accountId).execute();
  await log(tx, office, 'end_sessions', accountId);
});

/** Forgets who an account was. Throws `account.holds_posts` (409) while it holds any post here, and refuses what another region made. */
export async function forgetHolder(office: Office, account: { id: string; homeRegion: string | null }): Promise<void> {
  if (account.homeRegion !== office.region) throw new Fault('account.of_another', 403, { expected: 'the region that made this account' });
  await forIdentities(office.ctx.db, async (tx) => {
    const held = await inRegion(tx, office.region, async (own) => heldOn(await listPosts(own, account.id), office.today));
    if (held.length > 0) throw new Fault('account.holds_posts', 409, { expected: 'an account without posts' });
    await forgetAccount(tx, account.id, office.ctx.clock());
    await log(tx, office, 'forget', account.id);
  });
}
