import { identitiesOf } from '#kernel/identities.ts';
import { forRegionRead } from '#kernel/regions.ts';
import { findAccount } from '../accounts/accounts.store.ts';
import { findLink } from './links.store.ts';
import type { SignIn } from './make-sign-in.ts';
import { listGuests } from '../posts.store.ts';

/** What a page says of a one-time link. `first`: it makes the first administrator. `password`: it sets the password of an account, or is a call that `accepts` the one there is; a page shows both alike. */
export type LinkView = { kind: 'first' } | { kind: 'password'; name: string; email: string; accepts: boolean } | { kind: 'spent' | 'expired' | 'unknown' };

export async function readLink({ db, clock }: SignIn, token: string, region: string): Promise<LinkView> {
  const link = await findLink(db, token, region, clock());
  if (link.kind !== 'open') return link;
  if (link.accountId === null) return { kind: 'first' };
  const account = await findAccount(identitiesOf(db), link.accountId);
  if (!account) return { kind: 'unknown' };
  const called = (await forRegionRead(db, region, listGuests)).get(account.id) ?? null;
  return { kind: 'password', name: link.accepts ? (called ?? account.name) : account.name, email: account.email, accepts: link.accepts };
}
