import type { Db } from '#kernel/connection.ts';
import { identitiesOf, type IdentityTx } from '#kernel/identities.ts';
import type { IdentityTables } from '../identity-tables.ts';

export interface Session {
  id: string;
  startedAt: Date;
  userAgent: string;
}

const own = (db: Db) => identitiesOf(db).withTables<IdentityTables>();

/** Open sessions of an account, the newest first; expired ones of everybody are swept out. */
export async function listSessions(db: Db, accountId: string, now: Date): Promise<Session[]> {
  await own(db).deleteFrom('people.session').where('expiresAt', '<=', now).execute();
  const rows = await own(db).selectFrom('people.session').select(['id', 'createdAt', 'userAgent']).where('userId', '=', accountId).orderBy('createdAt', 'desc').execute();
  return rows.map((row) => ({ id: row.id, startedAt: row.createdAt, userAgent: row.userAgent ?? '' }));
}

/** Ends one session of the account, or all but one; answers how many there were. */
export async function endSessions(tx: IdentityTx, accountId: string, which: { id: string } | { allBut: string }): Promise<number> {
  const theirs = tx.withTables<IdentityTables>().deleteFrom('people.session').where('userId', '=', accountId);
  const chosen = 'id' in which ? theirs.where('id', '=', which.id) : theirs.where('id', '!=', which.allBut);
  return Number((await chosen.executeTakeFirst()).numDeletedRows);
}

/** Ends a session that was just begun. */
export async function dropSession(tx: IdentityTx, token: string): Promise<void> {
  await tx.withTables<IdentityTables>().deleteFrom('people.session').where('token', '=', token).execute();
}

/** Forgets sign-ins of the account that wait for their code: their password has been changed. */
export async function dropWaiting(tx: IdentityTx, accountId: string): Promise<void> {
  await tx.withTables<IdentityTables>().deleteFrom('people.verification').where('value', '=', accountId).execute();
}
