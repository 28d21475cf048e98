import { createHmac } from 'node:crypto';
import type { Db } from '#kernel/connection.ts';
import { forIdentities, identitiesOf } from '#kernel/identities.ts';
import { countAttempt } from './attempt-rules.ts';
import type { IdentityTables } from '../identity-tables.ts';

/** What was typed is kept as a keyed digest: an address that does not exist leaves no name here. */
const digestOf = (secret: string, email: string): string => createHmac('sha256', secret).update(`attempt ${email.trim().toLowerCase()}`).digest('hex');

/** Counts an attempt for an address, unless it rests; after the `last` one, where that fails, it rests. */
export async function beginAttempt(db: Db, secret: string, email: string, now: Date): Promise<'counted' | 'last' | 'resting'> {
  const digest = digestOf(secret, email);
  return forIdentities(db, async (identities) => {
    const tx = identities.withTables<IdentityTables>();
    await tx.deleteFrom('people.attempt').where('lastAt', '<', new Date(now.getTime() - 48 * 60 * 60_000)).execute();
    await tx.insertInto('people.attempt').values({ digest, failed: 0, lastAt: now }).onConflict((conflict) => conflict.doNothing()).execute();
    const kept = await tx.selectFrom('people.attempt').selectAll().where('digest', '=', digest).forUpdate().executeTakeFirst();
    const { allowed, next } = countAttempt(kept ?? null, now);
    if (allowed) await tx.updateTable('people.attempt').set({ ...next }).where('digest', '=', digest).execute();
    return !allowed ? 'resting' : next.lockedUntil === null ? 'counted' : 'last';
  });
}

/** The attempts of an address are forgotten, and how many had failed before the one that succeeded is told. */
export async function endAttempts(db: Db, secret: string, email: string): Promise<number> {
  const gone = await identitiesOf(db).withTables<IdentityTables>().deleteFrom('people.attempt').where('digest', '=', digestOf(secret, email)).returning('failed').executeTakeFirst();
  return Math.max(0, (gone?.failed ?? 1) - 1);
}
