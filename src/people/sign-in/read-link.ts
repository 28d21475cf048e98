import { identitiesOf } from '#kernel/identities.ts';
import { findAccount } from '../accounts/accounts.store.ts';
import { findLink } from './links.store.ts';
import type { SignIn } from './make-sign-in.ts';

/** What a page says of a one-time link. `first`: it makes the first administrator. `password`: it sets the password of an account. */
export type LinkView = { kind: 'first' } | { kind: 'password'; name: string; email: string } | { kind: 'spent' | 'expired' | 'unknown' };

export async function readLink({ db, clock }: SignIn, token: string, region: string): Promise<LinkView> {
  const link = await findLink(db, token, region, clock());
  if (link.kind !== 'open') return link;
  if (link.accountId === null) return { kind: 'first' };
  const account = await findAccount(identitiesOf(db), link.accountId);
  return account ? { kind: 'password', name: account.name, email: account.email } : { kind: 'unknown' };
}
