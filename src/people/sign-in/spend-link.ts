import { audit } from '#kernel/audit.ts';
import { Fault } from '#kernel/faults.ts';
import { forIdentities, type IdentityTx, inRegion } from '#kernel/identities.ts';
import { newId } from '#kernel/ids.ts';
import { clearSecondFactor, findAccount, findAccountByEmail, insertAccount, setPassword } from '../accounts/accounts.store.ts';
import { hashPassword } from './auth.ts';
import { deviceCookie } from './known-device.ts';
import { takeLink, voidLinks } from './links.store.ts';
import type { SignIn } from './make-sign-in.ts';
import { dropWaiting } from './sessions.store.ts';
import { insertPost } from '../posts.store.ts';
import type { Post } from '../posts.ts';

/** What the holder of a link brings: a password for the account it was made for; the first administrator also who they are. */
export type Brought = { password: string; name: string; email: string } | { accountId: string };

/**
 * Spends a one-time link, all in one transaction. Throws `link.spent` (409) where it was taken meanwhile, and `account.exists` (409) where
 * the first administrator gives an address that has an account: who holds a link must not get into another's account. Where a password was set, answers the cookie by which this browser is known for it.
 */
export async function spendLink({ db, clock, secret }: SignIn, { token, region, today, address, secure }: { token: string; region: string; today: string; address: string; secure: boolean }, brought: Brought): Promise<string[]> {
  const digest = 'password' in brought ? await hashPassword(brought.password) : null;
  const now = clock();
  const email = await forIdentities(db, async (tx) => {
    const link = await takeLink(tx, token, region, now);
    if (!link || link.accepts) throw new Fault('link.spent', 409, { expected: 'a link that was not used yet' });
    if (link.accountId === null) {
      await beginAdministrator(tx, await firstAccount(tx, region, brought, digest, now), { region, today, now, address });
      return 'email' in brought ? brought.email : null;
    }
    if (digest === null) throw new Fault('link.spent', 409, { expected: 'a password' });
    await setPassword(tx, link.accountId, digest, now);
    await dropWaiting(tx, link.accountId);
    if (link.clearsFactor) await clearSecondFactor(tx, link.accountId);
    const { accountId } = link;
    await inRegion(tx, region, (own) => audit(own, [{ at: now, actor: `account:${accountId}`, who: { accountId, postId: null, address }, action: link.clearsFactor ? 'set_password_clearing_factor' : 'set_password', subject: `people.account ${accountId}` }]));
    return (await findAccount(tx, accountId))?.email ?? null;
  });
  return email === null ? [] : [deviceCookie(secret, email, secure, now)];
}

async function firstAccount(tx: IdentityTx, region: string, brought: Brought, digest: string | null, now: Date): Promise<string> {
  if ('accountId' in brought) return brought.accountId;
  if (await findAccountByEmail(tx, brought.email)) throw new Fault('account.exists', 409, { expected: 'an address without an account' });
  const id = await insertAccount(tx, { name: brought.name, email: brought.email, homeRegion: region }, now);
  if (digest !== null) await setPassword(tx, id, digest, now);
  return id;
}

async function beginAdministrator(tx: IdentityTx, accountId: string, at: { region: string; today: string; now: Date; address: string }): Promise<void> {
  const post: Post = { id: newId(), accountId, role: 'administrator', agencyCode: null, areaCode: null, pillarCode: null, acting: false, fromDay: at.today, untilDay: null };
  await voidLinks(tx, accountId); // as for every post that another region gives
  await inRegion(tx, at.region, async (own) => {
    await insertPost(own, post);
    await audit(own, [{ at: at.now, actor: `account:${accountId}`, who: { accountId, postId: null, address: at.address }, action: 'grant', subject: `people.post ${post.id}`, after: post, reason: 'one-time link of the first administrator' }]);
  });
}
