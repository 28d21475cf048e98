import { createHmac } from 'node:crypto';
import type { Db } from '#kernel/connection.ts';
import { forIdentities, type IdentityTx } from '#kernel/identities.ts';
import { type Attempts, countAttempt, failuresAllowed, failuresFromEverywhere, networkOf } from './attempt-rules.ts';
import type { IdentityTables } from '../identity-tables.ts';

/** From where a password is tried: an unknown browser in a network, one that signed in with the address before, or a session that is open. */
export type From = { network: string } | { device: string } | { session: true };

/**
 * What is counted for a try, and how much of it is too much. What was typed is kept as a keyed digest: an address that does not exist leaves no
 * name here, and no network either. A stranger's failures do not stand in the way of a known device, nor of who is signed in.
 */
function countsOf(secret: string, email: string, from: From): { digest: string; most: number }[] {
  const digest = (where: string): string => createHmac('sha256', secret).update(`attempt ${email.trim().toLowerCase()}${where}`).digest('hex');
  if ('session' in from) return [{ digest: digest(' session'), most: failuresAllowed }];
  // Who once knew the password may have kept many cookies: all known devices together are counted too.
  const [all, own] = 'device' in from ? [' devices', ` device ${from.device}`] : ['', ` network ${networkOf(from.network)}`];
  const counts = [{ digest: digest(all), most: failuresFromEverywhere }, { digest: digest(own), most: failuresAllowed }];
  return counts.sort((a, b) => (a.digest < b.digest ? -1 : 1)); // everybody locks them in one order
}

/** A try: `counted`, or the `last` one, after which, where it fails, it rests; or not tried because it is `resting`. What stood before it is kept, so that a success can put it back. */
export interface Attempt {
  kind: 'counted' | 'last' | 'resting';
  at: Date;
  before: Map<string, { lastAt: Date; began: boolean }>;
}

/** Counts an attempt for an address, unless it rests there. */
export async function beginAttempt(db: Db, secret: string, email: string, from: From, now: Date): Promise<Attempt> {
  const counts = countsOf(secret, email, from);
  return forIdentities(db, async (identities) => {
    const tx = identities.withTables<IdentityTables>();
    await tx.deleteFrom('people.attempt').where('lastAt', '<', new Date(now.getTime() - 48 * 60 * 60_000)).execute();
    const kept: (Attempts & { digest: string; most: number })[] = [];
    for (const one of counts) kept.push({ ...one, ...(await held(identities, one.digest, now)) });
    const counted = kept.map(({ digest, most, ...attempts }) => ({ digest, lastAt: attempts.lastAt, ...countAttempt(attempts, now, most) }));
    const attempt = (kind: Attempt['kind']): Attempt => ({ kind, at: now, before: new Map(counted.map(({ digest, lastAt, next }) => [digest, { lastAt, began: next.lockedUntil !== null }])) });
    if (counted.some(({ allowed }) => !allowed)) return attempt('resting');
    for (const { digest, next } of counted) await tx.updateTable('people.attempt').set({ ...next }).where('digest', '=', digest).execute();
    return attempt(counted.every(({ next }) => next.lockedUntil === null) ? 'counted' : 'last');
  });
}

/** The row of a count, made where there is none, for this transaction alone. */
async function held(identities: IdentityTx, digest: string, now: Date): Promise<Attempts> {
  const tx = identities.withTables<IdentityTables>();
  return tx.insertInto('people.attempt').values({ digest, failed: 0, lastAt: now })
    .onConflict((conflict) => conflict.column('digest').doUpdateSet((row) => ({ lastAt: row.ref('people.attempt.lastAt') }))) // as it was, and locked
    .returning(['failed', 'lastAt', 'lockedUntil']).executeTakeFirstOrThrow();
}

/** After a success what was counted for its own place is forgotten, also within the common count; what others failed there stays as it was. */
export async function endAttempts(db: Db, secret: string, email: string, from: From, attempt: Attempt): Promise<void> {
  const counts = countsOf(secret, email, from);
  await forIdentities(db, async (identities) => {
    const tx = identities.withTables<IdentityTables>();
    const found = new Map<string, { failed: number; lastAt: Date }>();
    for (const { digest } of counts) {
      const row = await tx.selectFrom('people.attempt').select(['failed', 'lastAt']).where('digest', '=', digest).forUpdate().executeTakeFirst();
      if (row) found.set(digest, row);
    }
    const own = counts.find(({ most }) => most === failuresAllowed)?.digest ?? '';
    for (const [digest, { failed, lastAt }] of found) {
      const left = digest === own ? 0 : failed - (found.get(own)?.failed ?? 0);
      const before = attempt.before.get(digest);
      const as = { failed: left, lastAt: before && lastAt.getTime() === attempt.at.getTime() ? before.lastAt : lastAt, ...(before?.began ? { lockedUntil: null } : {}) };
      if (left > 0) await tx.updateTable('people.attempt').set(as).where('digest', '=', digest).execute();
      else await tx.deleteFrom('people.attempt').where('digest', '=', digest).execute();
    }
  });
}
