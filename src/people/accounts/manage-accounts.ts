import { audit } from '#kernel/audit.ts';
import type { Ctx } from '#kernel/context.ts';
import { Fault } from '#kernel/faults.ts';
import { forIdentities, type IdentityTx, inRegion } from '#kernel/identities.ts';
import { type Account, findAccountByEmail, forgetAccount, insertAccount } from './accounts.store.ts';
import type { IdentityTables } from '../identity-tables.ts';
import { listRegions } from '#places/index.ts';
import { makeLink } from '../sign-in/links.store.ts';
import { callGuest, listGuests, listPosts, nameGuest } from '../posts.store.ts';

/** Where an administrator acts: the post's context, in a region, on a day there. */
export interface Office {
  ctx: Ctx;
  region: string;
  today: string;
}

const log = (tx: IdentityTx, { ctx, region }: Office, action: string, accountId: string, reason?: string): Promise<void> =>
  inRegion(tx, region, (own) => audit(own, [{ at: ctx.clock(), actor: ctx.actor, who: ctx.who, action, subject: `people.account ${accountId}`, ...(reason === undefined ? {} : { reason }) }]));

/**
 * Makes an account and a one-time link by which its holder sets a password. An address that has an account of another region is called here, with a link
 * that looks the same and is taken up with the password there is: an administrator neither gets into another region's account nor learns that there is one.
 * For an account that is known here there is no link.
 */
export async function inviteAccount(office: Office, { name, email }: { name: string; email: string }): Promise<{ accountId: string; token: string | null }> {
  const now = office.ctx.clock();
  return forIdentities(office.ctx.db, async (tx) => {
    const found = await findAccountByEmail(tx, email);
    if (found && (await isKnown(tx, office, found))) {
      await log(tx, office, 'call_guest', found.id);
      return { accountId: found.id, token: null };
    }
    if (found) {
      await inRegion(tx, office.region, (own) => callGuest(own, found.id, name, now));
      await log(tx, office, 'invite', found.id);
      return { accountId: found.id, token: await linkFor(tx, office, found.id) };
    }
    const accountId = await insertAccount(tx, { name, email, homeRegion: office.region }, now);
    const token = await makeLink(tx, { accountId, regionCode: office.region, madeBy: office.ctx.who?.postId ?? null }, now);
    await log(tx, office, 'invite', accountId);
    return { accountId, token };
  });
}

/** Whether the region made the account, or it has come when it was called, or it holds or held a post here and was never called. */
async function isKnown(tx: IdentityTx, { region }: Office, account: Account): Promise<boolean> {
  if (account.homeRegion === region) return true;
  const { called, held } = await inRegion(tx, region, async (own) => ({ called: await listGuests(own), held: await listPosts(own, account.id) }));
  return called.has(account.id) ? called.get(account.id) === null : held.length > 0;
}

/** A link by which an account that another region made takes up a call. */
const linkFor = (tx: IdentityTx, { ctx, region }: Office, accountId: string): Promise<string> => makeLink(tx, { accountId, regionCode: region, madeBy: ctx.who?.postId ?? null, accepts: true }, ctx.clock());

/** Whether the account holds, or will hold, a post in another region: then nobody here gets into it, nor forgets it. */
async function worksElsewhere(tx: IdentityTx, office: Office, regions: string[], accountId: string): Promise<boolean> {
  for (const code of regions) {
    if ((await inRegion(tx, code, (own) => listPosts(own, accountId))).some((post) => post.untilDay === null || post.untilDay >= office.today)) return true;
  }
  return false;
}
/** The other regions; asked before the transaction, which holds the embedded database's one session. */
const otherRegions = async ({ ctx, region }: Office): Promise<string[]> => (await listRegions(ctx.db)).flatMap(({ code }) => (code === region ? [] : [code]));
const elsewhere = (): Fault => new Fault('account.works_elsewhere', 409, { expected: 'an account that holds no post in another region' });

/** What the region knows of an account; `pending` where another made it, and it was called and has not come. */
interface Known {
  id: string;
  homeRegion: string | null;
  pending: boolean;
}

/** A new one-time link for an account that this region made and that works nowhere else; with `clearsFactor` the second factor goes too when it is used. */
export async function renewLink(office: Office, account: Known, clearsFactor: boolean): Promise<string> {
  if (account.pending) return forIdentities(office.ctx.db, async (tx) => {
    await log(tx, office, clearsFactor ? 'link_clearing_factor' : 'link', account.id);
    return linkFor(tx, office, account.id);
  });
  if (account.homeRegion !== office.region) throw new Fault('account.of_another', 403, { expected: 'the region that made this account' });
  const others = await otherRegions(office);
  return forIdentities(office.ctx.db, async (tx) => {
    if (await worksElsewhere(tx, office, others, account.id)) throw elsewhere();
    const token = await makeLink(tx, { accountId: account.id, regionCode: office.region, madeBy: office.ctx.who?.postId ?? null, clearsFactor }, office.ctx.clock());
    await log(tx, office, clearsFactor ? 'link_clearing_factor' : 'link', account.id);
    return token;
  });
}

/** Ends every session of an account; one that has not come has none here. */
export const endAllSessions = (office: Office, { id: accountId, pending }: Known): Promise<void> => forIdentities(office.ctx.db, async (tx) => {
  if (!pending) await tx.withTables<IdentityTables>().deleteFrom('people.session').where('userId', '=', accountId).execute();
  await log(tx, office, 'end_sessions', accountId);
});

/** Forgets who an account was. Throws `account.holds_posts` (409) while it holds any post here, also one that begins later, `account.works_elsewhere` (409) where it holds one in another region, and refuses what another region made. */
export async function forgetHolder(office: Office, account: Known): Promise<void> {
  if (account.homeRegion !== office.region) throw new Fault('account.of_another', 403, { expected: 'the region that made this account' });
  const others = await otherRegions(office);
  await forIdentities(office.ctx.db, async (tx) => {
    const held = await inRegion(tx, office.region, (own) => listPosts(own, account.id));
    if (!account.pending && (await worksElsewhere(tx, office, others, account.id))) throw elsewhere();
    if (held.some((post) => post.untilDay === null || post.untilDay >= office.today)) throw new Fault('account.holds_posts', 409, { expected: 'an account without posts' });
    if (account.pending) await inRegion(tx, office.region, (own) => nameGuest(own, account.id, ''));
    else await forgetAccount(tx, account.id, office.ctx.clock());
    await log(tx, office, 'forget', account.id);
  });
}
