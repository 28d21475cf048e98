import { forIdentities } from '#kernel/identities.ts';
import { takeLink } from './links.store.ts';
import type { SignIn } from './make-sign-in.ts';
import { type Asking, signIn, type SignedIn } from './sign-in.ts';

/**
 * Takes up a call to a region with the account that there is: by signing in with its password, counted and told as always. The link is spent then,
 * and gives nothing that the password does not.
 */
export async function takeCall(signing: SignIn, asking: Asking, { token, region }: { token: string; region: string }, given: { email: string; password: string }): Promise<SignedIn> {
  const result = await signIn(signing, asking, given);
  if ('cookies' in result) await forIdentities(signing.db, (tx) => takeLink(tx, token, region, signing.clock()));
  return result;
}
