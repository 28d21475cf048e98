import { forIdentities } from '#kernel/identities.ts';
import { passwordSetAt } from '../accounts/accounts.store.ts';
import { knownDevice } from './known-device.ts';
import type { SignIn } from './make-sign-in.ts';
import type { Asking } from './sign-in.ts';

/** The known device that asks; one that became known before the password was changed is a stranger again. Whoever brings no cookie of ours is not looked up; a change that is dated ahead of the clock counts for nothing. */
export async function deviceOf({ db, secret, clock }: SignIn, { headers, secure }: Pick<Asking, 'headers' | 'secure'>, email: string): Promise<string | null> {
  const found = knownDevice(secret, email, headers, secure, clock());
  if (found === null) return null;
  const changed = await forIdentities(db, (tx) => passwordSetAt(tx, email));
  return changed !== null && changed <= clock() && found.givenAt < changed ? null : found.id;
}
