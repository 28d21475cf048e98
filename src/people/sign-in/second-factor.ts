import { APIError } from 'better-auth/api';
import { forIdentities, type IdentityTx } from '#kernel/identities.ts';
import { countGuess, type Guessed } from './count-guess.ts';
import type { IdentityTables } from '../identity-tables.ts';
import { codeRest } from './auth.ts';
import { deviceCookie } from './known-device.ts';
import { deviceOf } from './device-of.ts';
import { doLogged, logAccount, logRefusal } from './log-sign-in.ts';
import type { SignIn } from './make-sign-in.ts';
import type { Asking } from './sign-in.ts';
import { isSpareCode, readSpareCode } from './spare-codes.ts';

/** A code is good for half a minute and a little around it; after this long it cannot be repeated anyway. */
const usedFor = 5 * 60_000;

export type Entered = { kind: 'in'; cookies: string[] } | { kind: 'wrong' | 'locked' | 'gone' };

/** The second step of signing in: six digits of the app, or a spare code. A code serves once, also within its half minute. Of what is refused the log tells a wrong code and the rest that begins with it: who has no sign-in that waits, and who rests, writes nothing there. */
export async function enterCode(signIn: SignIn, asking: Asking, given: string): Promise<Entered> {
  const entered = await tryCode(signIn, asking, given);
  if (entered.kind === 'wrong') await logRefusal(signIn, asking, { step: 'code', rests: await restsNow(signIn.db) });
  if (entered.kind !== 'in') return entered;
  await logAccount(signIn, asking, 'sign_in', entered.accountId);
  const known = await deviceOf(signIn, asking, entered.email);
  return { kind: 'in', cookies: [...entered.cookies, deviceCookie(signIn.secret, entered.email, asking.secure, signIn.clock(), known)] };
}

/** Whether the rest of an account has just begun: it is dated by the library, by this machine's clock. */
const restsNow = (db: SignIn['db']): Promise<boolean> => forIdentities(db, async (tx) =>
  (await tx.withTables<IdentityTables>().selectFrom('people.secondFactor').select('id').where('lockedUntil', '>', new Date(Date.now() + codeRest - 3_000)).executeTakeFirst()) !== undefined);

async function tryCode({ auth, db, clock }: SignIn, { headers, secure }: Asking, given: string): Promise<{ kind: 'in'; cookies: string[]; accountId: string; email: string } | { kind: 'wrong' | 'locked' | 'gone' }> {
  const code = given.replace(/\s/g, '');
  const { api } = auth(secure);
  try {
    const done = /^\d{6}$/.test(code)
      ? await api.verifyTOTP({ body: { code }, headers, returnHeaders: true })
      : await api.verifyBackupCode({ body: { code: readSpareCode(given) }, headers, returnHeaders: true });
    const { token, user } = done.response;
    if (await isNew(db, user.id, code, clock())) return { kind: 'in', cookies: done.headers.getSetCookie(), accountId: user.id, email: user.email };
    await forIdentities(db, (tx) => tx.withTables<IdentityTables>().deleteFrom('people.session').where('token', '=', token ?? '').execute());
    return { kind: 'gone' };
  } catch (error) {
    return whyNot(error);
  }
}

function whyNot(error: unknown): { kind: 'wrong' | 'locked' | 'gone' } {
  if (!(error instanceof APIError) || error.statusCode >= 500) throw error;
  const code = String(error.body?.code ?? '');
  if (code === 'ACCOUNT_TEMPORARILY_LOCKED') return { kind: 'locked' };
  return { kind: code === 'INVALID_CODE' || code === 'INVALID_BACKUP_CODE' ? 'wrong' : 'gone' };
}

const isNew = (db: SignIn['db'], accountId: string, code: string, at: Date): Promise<boolean> => forIdentities(db, async (identities) => {
  const tx = identities.withTables<IdentityTables>();
  await tx.deleteFrom('people.usedCode').where('at', '<', new Date(at.getTime() - usedFor)).execute();
  const kept = await tx.insertInto('people.usedCode').values({ accountId, code, at }).onConflict((conflict) => conflict.doNothing()).returning('accountId').executeTakeFirst();
  return kept !== undefined;
});

/** A secret for the app, as address and as text, and the spare codes: all shown once. */
export interface NewFactor {
  uri: string;
  secret: string;
  spare: string[];
}

export const beginFactor = (signIn: SignIn, asking: Asking, { accountId, email, password }: { accountId: string; email: string; password: string }): Promise<Guessed<NewFactor>> =>
  countGuess(signIn, asking, { accountId, email }, async () => {
    const made = await signIn.auth(asking.secure).api.enableTwoFactor({ body: { password }, headers: asking.headers });
    const uri = 'totpURI' in made ? String(made.totpURI) : '';
    return { uri, secret: new URL(uri).searchParams.get('secret') ?? '', spare: 'backupCodes' in made ? (made.backupCodes as string[]) : [] };
  });

/**
 * What a page showed once and shows again after a wrong first code, from what its own form carried: the key is not read from the database,
 * because whoever found an open session would be shown it without the password. Null for what no page of ours made.
 */
export function sameFactor(email: string, secret: string, spare: string[]): NewFactor | null {
  if (!/^[A-Z2-7]{16,128}$/.test(secret) || spare.length > 10 || !spare.every(isSpareCode)) return null;
  return { uri: `otpauth://totp/Serasan:${encodeURIComponent(email)}?${new URLSearchParams({ secret, issuer: 'Serasan', digits: '6', period: '30' })}`, secret, spare };
}

/** The token of the session that an answer begins; what follows the first dot is its signature. Empty where it begins none. */
const newToken = (cookies: string[]): string => decodeURIComponent(cookies.flatMap((line) => /session_token=([^;]+)/.exec(line)?.[1] ?? [])[0] ?? '').split('.')[0] ?? '';

/** Ends every session of the account but the one that was just begun. */
const endOthers = (tx: IdentityTx, accountId: string, cookies: string[]): Promise<unknown> =>
  tx.withTables<IdentityTables>().deleteFrom('people.session').where('userId', '=', accountId).where('token', '!=', newToken(cookies)).execute();

/** The first code of the app proves that it has the secret; from then on it is asked at each sign-in. The session is a new one, and every other ends: it was opened with the password alone. */
export const confirmFactor = (signIn: SignIn, asking: Asking, given: string): Promise<Entered> =>
  doLogged<Entered>(signIn, asking, async (tx) => {
    try {
      const { response: { user }, headers } = await signIn.within(tx, asking.secure).api.verifyTOTP({ body: { code: given.replace(/\s/g, '') }, headers: asking.headers, returnHeaders: true });
      await endOthers(tx, user.id, headers.getSetCookie());
      return { result: { kind: 'in', cookies: headers.getSetCookie() }, deed: { action: 'set_factor', accountId: user.id } };
    } catch (error) {
      return { result: whyNot(error), deed: null }; // what was counted of it stays
    }
  });

/** Takes the second factor away; posts that need one wait until there is another. Every other session ends. Answers the cookies of the new one. */
export const removeFactor = (signIn: SignIn, asking: Asking, { accountId, email, password }: { accountId: string; email: string; password: string }): Promise<Guessed<string[]>> =>
  countGuess(signIn, asking, { accountId, email }, () =>
    doLogged(signIn, asking, async (tx) => {
      const { headers } = await signIn.within(tx, asking.secure).api.disableTwoFactor({ body: { password }, headers: asking.headers, returnHeaders: true });
      await endOthers(tx, accountId, headers.getSetCookie());
      return { result: headers.getSetCookie(), deed: { action: 'remove_factor', accountId } };
    }),
  );
