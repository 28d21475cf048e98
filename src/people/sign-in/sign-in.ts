import { APIError } from 'better-auth/api';
import { forIdentities } from '#kernel/identities.ts';
import { findAccountByEmail, passwordSetAt } from '../accounts/accounts.store.ts';
import { beginAttempt, endAttempts } from './attempts.store.ts';
import { deviceOf } from './device-of.ts';
import { deviceCookie } from './known-device.ts';
import { doLogged, logAccount, logRefusal } from './log-sign-in.ts';
import type { SignIn } from './make-sign-in.ts';
import { longestPassword } from './password-rules.ts';
import { dropSession, dropWaiting, endSessions } from './sessions.store.ts';

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
  const began = signing.clock();
  const device = await deviceOf(signing, asking, email);
  const from = device === null ? { network: asking.address } : { device };
  if (device === null && !(await signing.admits(asking.address))) return { kind: 'too_many' };
  const attempt = await beginAttempt(signing.db, signing.secret, email, from, signing.clock());
  if (attempt.kind === 'resting') return { kind: device === null ? 'resting' : 'resting_here' };
  const refused = async (): Promise<SignedIn> => {
    await logRefusal(signing, asking, { step: 'password', email, rests: attempt.kind === 'last' });
    return { kind: 'refused' };
  };
  if (email.length > 254 || password.length > longestPassword) return refused();
  try {
    const setAt = await forIdentities(signing.db, (tx) => passwordSetAt(tx, email));
    const { headers, response } = await signing.auth(asking.secure).api.signInEmail({ body: { email: email.trim(), password }, headers: asking.headers, returnHeaders: true });
    if (!(await stillHolds(signing, email, setAt, response))) return refused();
    await endAttempts(signing.db, signing.secret, email, from, attempt);
    if (device === null) await signing.forgives(asking.address);
    if ('twoFactorRedirect' in response) return { kind: 'code', cookies: headers.getSetCookie() }; // the browser is known once the code is in
    const cookies = [...headers.getSetCookie(), deviceCookie(signing.secret, email, asking.secure, began, device)];
    await logAccount(signing, asking, 'sign_in', response.user.id);
    return { kind: 'in', cookies };
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500) return refused();
    throw error;
  }
}

/** Whether the password is still the one that was tried: where it was changed meanwhile, what was begun with the earlier one ends here. Waits for a change that is under way. */
const stillHolds = ({ db }: SignIn, email: string, setAt: Date | null, response: object): Promise<boolean> => forIdentities(db, async (tx) => {
  const now = await passwordSetAt(tx, email, { hold: true });
  if (now !== null && setAt !== null && now.getTime() === setAt.getTime()) return true;
  if ('token' in response) await dropSession(tx, String(response.token));
  else await dropWaiting(tx, (await findAccountByEmail(tx, email))?.id ?? '');
  return false;
});

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
