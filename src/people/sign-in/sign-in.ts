import { APIError } from 'better-auth/api';
import { forIdentities } from '#kernel/identities.ts';
import { passwordSetAt } from '../accounts/accounts.store.ts';
import { beginAttempt, endAttempts } from './attempts.store.ts';
import { deviceCookie, knownDevice } from './known-device.ts';
import { doLogged, logAccount, logRefusal } from './log-sign-in.ts';
import type { SignIn } from './make-sign-in.ts';
import { longestPassword } from './password-rules.ts';
import { endSessions } from './sessions.store.ts';

/** From where a sign-in comes. */
export interface Asking {
  headers: Headers;
  secure: boolean;
  address: string;
  /** The region of the page, in whose log it is told. */
  region?: string | null;
}

/** `in`: a session is there. `code`: the second factor is asked. Else nothing changed, and why. Cookies are whole `set-cookie` lines. */
export type SignedIn = { kind: 'in' | 'code'; cookies: string[] } | { kind: 'refused' | 'resting' | 'resting_here' | 'too_many' };

/**
 * Signs in with address and password. An account that does not exist gets the same answers after the same time as one that does:
 * attempts are counted by what was typed and from where, a password is hashed for both, and the log tells of both alike. What is not even tried it
 * does not tell. A browser that has signed in with this address before is counted by itself, so that no stranger's failures keep its owner out.
 */
export async function signIn(signing: SignIn, asking: Asking, { email, password }: { email: string; password: string }): Promise<SignedIn> {
  const device = await deviceOf(signing, asking, email);
  const from = device === null ? { network: asking.address } : { device };
  if (device === null && !(await signing.admits(asking.address))) return { kind: 'too_many' };
  const attempt = await beginAttempt(signing.db, signing.secret, email, from, signing.clock());
  if (attempt === 'resting') return { kind: device === null ? 'resting' : 'resting_here' };
  const refused = async (): Promise<SignedIn> => {
    await logRefusal(signing, asking, { step: 'password', email, rests: attempt === 'last' });
    return { kind: 'refused' };
  };
  if (email.length > 254 || password.length > longestPassword) return refused();
  try {
    const { headers, response } = await signing.auth(asking.secure).api.signInEmail({ body: { email: email.trim(), password }, headers: asking.headers, returnHeaders: true });
    await endAttempts(signing.db, signing.secret, email, from);
    if (device === null) await signing.forgives(asking.address);
    const cookies = [...headers.getSetCookie(), deviceCookie(signing.secret, email, asking.secure, signing.clock(), device)];
    if ('twoFactorRedirect' in response) return { kind: 'code', cookies };
    await logAccount(signing, asking, 'sign_in', response.user.id);
    return { kind: 'in', cookies };
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500) return refused();
    throw error;
  }
}

/** The known device that asks; one that became known before the password was changed is a stranger again. Whoever brings no cookie of ours is not looked up. */
export async function deviceOf({ db, secret, clock }: SignIn, { headers, secure }: Pick<Asking, 'headers' | 'secure'>, email: string): Promise<string | null> {
  const found = knownDevice(secret, email, headers, secure, clock());
  if (found === null) return null;
  const changed = await forIdentities(db, (tx) => passwordSetAt(tx, email));
  return changed !== null && found.givenAt < changed ? null : found.id;
}

/** Ends the session of these headers; answers the cookies that take it from the browser. */
export const signOut = (signing: SignIn, asking: Asking): Promise<string[]> =>
  doLogged(signing, asking, async (tx) => {
    const { api } = signing.within(tx, asking.secure);
    const ending = await api.getSession({ headers: asking.headers });
    const { headers } = await api.signOut({ headers: asking.headers, returnHeaders: true });
    return { result: headers.getSetCookie(), deed: ending ? { action: 'sign_out', accountId: ending.user.id } : null };
  });

/** Ends one of the own sessions, or all but this one; another's id ends nothing. */
export const endOwnSessions = (signing: SignIn, asking: Asking, accountId: string, which: Parameters<typeof endSessions>[2]): Promise<number> =>
  doLogged(signing, asking, async (tx) => {
    const ended = await endSessions(tx, accountId, which);
    return { result: ended, deed: ended > 0 ? { action: 'end_own_sessions', accountId } : null };
  });
