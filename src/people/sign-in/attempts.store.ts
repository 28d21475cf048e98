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

/** Counts an attempt for an address, unless it rests there; after the `last` one, where that fails, it rests. */
export async function beginAttempt(db: Db, secret: string, email: string, from: From, now: Date): Promise<'counted' | 'last' | 'resting'> {
  const counts = countsOf(secret, email, from);
  return forIdentities(db, async (identities) => {
    const tx = identities.withTables<IdentityTables>();
    await tx.deleteFrom('people.attempt').where('lastAt', '<', new Date(now.getTime() - 48 * 60 * 60_000)).execute();
    const kept: (Attempts & { digest: string; most: number })[] = [];
    for (const one of counts) kept.push({ ...one, ...(await held(identities, one.digest, now)) });
    const counted = kept.map(({ digest, most, ...attempts }) => ({ digest, ...countAttempt(attempts, now, most) }));
    if (counted.some(({ allowed }) => !allowed)) return 'resting';
    for (const { digest, next } of counted) await tx.updateTable('people.attempt').set({ ...next }).where('digest', '=', digest).execute();
    return counted.every(({ next }) => next.lockedUntil === null) ? 'counted' : 'last';
  });
}

/** The row of a count, made where there is none, for this transaction alone. */
async function held(identities: IdentityTx, digest: string, now: Date): Promise<Attempts> {
  const tx = identities.withTables<IdentityTables>();
  return tx.insertInto('people.attempt').values({ digest, failed: 0, lastAt: now })
    .onConflict((conflict) => conflict.column('digest').doUpdateSet((row) => ({ lastAt: row.ref('people.attempt.lastAt') }))) // as it was, and locked
    .returning(['failed', 'lastAt', 'lockedUntil']).executeTakeFirstOrThrow();
}

/** After a success what was counted for its own place is forgotten, also within the common count; what others failed there stays. */
export async function endAttempts(db: Db, secret: string, email: string, from: From): Promise<void> {
  const counts = countsOf(secret, email, from);
  await forIdentities(db, async (identities) => {
    const tx = identities.withTables<IdentityTables>();
    const failed = new Map<string, number>();
    for (const { digest } of counts) failed.set(digest, (await tx.selectFrom('people.attempt').select('failed').where('digest', '=', digest).forUpdate().executeTakeFirst())?.failed ?? 0);
    const own = counts.find(({ most }) => most === failuresAllowed)?.digest ?? '';
    for (const { digest } of counts) {
      const left = digest === own ? 0 : Math.max(0, (failed.get(digest) ?? 0) - (failed.get(own) ?? 0));
      // It was let in, so a rest can only have begun with it.
      if (left > 0) await tx.updateTable('people.attempt').set({ failed: left, lockedUntil: null }).where('digest', '=', digest).execute();
      else await tx.deleteFrom('people.attempt').where('digest', '=', digest).execute();
    }
  });
}
