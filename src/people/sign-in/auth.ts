import { hash, verify } from '@node-rs/argon2';
import { betterAuth } from 'better-auth';
import { twoFactor } from 'better-auth/plugins/two-factor';
import type { IdentityHandle } from '#kernel/identities.ts';
import { newId } from '#kernel/ids.ts';
import { longestPassword, shortestPassword } from './password-rules.ts';
import { newSpareCodes } from './spare-codes.ts';

/** A working day; then one signs in anew. */
const sessionSeconds = 12 * 60 * 60;
/** OWASP's choice for argon2id: 19 MiB, two passes, one lane; about 30 ms. */
const argon = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** How long codes of an account rest after ten wrong ones. */
export const codeRest = 15 * 60_000;
export const hashPassword = (password: string): Promise<string> => hash(password, argon);

/**
 * Sign-in by better-auth on our tables: what it calls user is our account, what it calls account is a credential. Its own routes are not
 * mounted; pages call `api` and carry the cookies. Cookies are Secure with https alone, so there is one for each protocol.
 */
export function makeAuth(db: IdentityHandle, secret: string, secure: boolean) {
  return betterAuth({
    appName: 'Serasan',
    baseURL: secure ? 'https://serasan.invalid' : 'http://serasan.invalid', // addresses are ours to make; the library is never asked for one
    secret,
    database: { db, type: 'postgres', schemaName: 'people', transaction: false },
    emailAndPassword: {
      enabled: true, autoSignIn: false, minPasswordLength: shortestPassword, maxPasswordLength: longestPassword,
      password: { hash: hashPassword, verify: ({ hash: digest, password }) => verify(digest, password) },
    },
    user: { modelName: 'account' },
    account: { modelName: 'credential' },
    session: { expiresIn: sessionSeconds, disableSessionRefresh: true },
    rateLimit: { enabled: false }, // ours counts: attempts.store.ts
    telemetry: { enabled: false },
    logger: { disabled: true }, // it would write of unknown users
    advanced: {
      cookiePrefix: 'serasan', useSecureCookies: secure, ipAddress: { disableIpTracking: true }, // a client may write any; the log has the digest of the right one
      database: { generateId: () => newId(), validateSchema: !db.isTransaction }, // it would need another connection; who has the whole database has looked
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
    },
    plugins: [twoFactor({
      issuer: 'Serasan',
      schema: { twoFactor: { modelName: 'second_factor' } },
      backupCodeOptions: { customBackupCodesGenerate: newSpareCodes },
      accountLockout: { maxFailedAttempts: 10, durationSeconds: codeRest / 1000 },
    })],
  });
}

export type Auth = ReturnType<typeof makeAuth>;
