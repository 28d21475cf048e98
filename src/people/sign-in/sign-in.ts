import { APIError } from 'better-auth/api';

import { beginAttempt, endAttempts } from './attempts.store.ts';
import type { SignIn } from './make-sign-in.ts';
import { longestPassword } from './password-rules.ts';

/** From where a sign-in comes. */
export interface Asking {
  headers: Headers;
  secure: boolean;
  address: string;
}

/** `in`: a session is there. `code`: the second factor is asked. Else nothing changed, and why. Cookies are whole `set-cookie` lines. */
export type SignedIn = { kind: 'in' | 'code'; cookies: string[] } | { kind: 'refused' | 'resting' | 'too_many' };

/**
 * Signs in with address and password. An account that does not exist gets the same answers after the same time as one that does:
 * attempts are counted by what was typed, and a password is hashed for both.
 */
export async function signIn(signing: SignIn, asking: Asking, { email, password }: { email: string; password: string }): Promise<SignedIn> {
  if (!(await signing.admits(asking.address))) return { kind: 'too_many' };
  if (!(await beginAttempt(signing.db, signing.secret, email, signing.clock()))) return { kind: 'resting' };
  if (email.length > 254 || password.length > longestPassword) return { kind: 'refused' };
  try {
    const { headers, response } = await signing.auth(asking.secure).api.signInEmail({ body: { email: email.trim(), password }, headers: asking.headers, returnHeaders: true });
    await endAttempts(signing.db, signing.secret, email);
    return { kind: 'twoFactorRedirect' in response ? 'code' : 'in', cookies: headers.getSetCookie() };
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500) return { kind: 'refused' };
    throw error;
  }
}

/** Ends the session of these headers; answers the cookies that take it from the browser. */
export async function signOut(signing: SignIn, asking: Asking): Promise<string[]> {
  const { headers } = await signing.auth(asking.secure).api.signOut({ headers: asking.headers, returnHeaders: true });
  return headers.getSetCookie();
}
