import { createHash, randomBytes } from 'node:crypto';
import { identitiesOf, type IdentityTx } from '#kernel/identities.ts';
import type { Db } from '#kernel/connection.ts';
import type { IdentityTables, LinkRow } from '../identity-tables.ts';

/** Long enough to be handed over on paper, short enough to be used soon. */
const lifeDays = 7;

const digestOf = (token: string): string => createHash('sha256').update(`link ${token}`).digest('hex');

/** Makes a one-time link and answers its token, which is nowhere kept; earlier unspent links for the same are void. A call of one region voids no link of another. */
export async function makeLink(tx: IdentityTx, { accountId, regionCode, madeBy, clearsFactor = false, accepts = false }: Pick<LinkRow, 'accountId' | 'regionCode' | 'madeBy'> & { clearsFactor?: boolean; accepts?: boolean }, now: Date): Promise<string> {
  const own = tx.withTables<IdentityTables>();
  const unspent = own.deleteFrom('people.link').where('spentAt', 'is', null).where('accepts', '=', accepts);
  const earlier = accepts ? unspent.where('regionCode', '=', regionCode) : unspent;
  await (accountId === null ? earlier.where('accountId', 'is', null).where('regionCode', '=', regionCode) : earlier.where('accountId', '=', accountId)).execute();
  const token = randomBytes(24).toString('base64url');
  const expiresAt = new Date(now.getTime() + lifeDays * 24 * 60 * 60_000);
  await own.insertInto('people.link').values({ digest: digestOf(token), accountId, regionCode, madeBy, madeAt: now, expiresAt, spentAt: null, clearsFactor, accepts }).execute();
  return token;
}

/** Unspent links of an account are void from now on, but for calls, which set no password. */
export async function voidLinks(tx: IdentityTx, accountId: string): Promise<void> {
  await tx.withTables<IdentityTables>().deleteFrom('people.link').where('spentAt', 'is', null).where('accepts', '=', false).where('accountId', '=', accountId).execute();
}

export type FoundLink = { kind: 'open'; accountId: string | null; accepts: boolean } | { kind: 'spent' | 'expired' | 'unknown' };

/** What a link is good for, without spending it. One of another region is unknown. */
export async function findLink(db: Db, token: string, regionCode: string, now: Date): Promise<FoundLink> {
  const row = await identitiesOf(db).withTables<IdentityTables>().selectFrom('people.link').selectAll().where('digest', '=', digestOf(token)).where('regionCode', '=', regionCode).executeTakeFirst();
  if (!row) return { kind: 'unknown' };
  if (row.spentAt !== null) return { kind: 'spent' };
  return row.expiresAt > now ? { kind: 'open', accountId: row.accountId, accepts: row.accepts } : { kind: 'expired' };
}

/** Takes the link; null where it was taken meanwhile, is too old or is none. */
export async function takeLink(tx: IdentityTx, token: string, regionCode: string, now: Date): Promise<{ accountId: string | null; clearsFactor: boolean; accepts: boolean } | null> {
  const taken = await tx.withTables<IdentityTables>().updateTable('people.link').set({ spentAt: now })
    .where('digest', '=', digestOf(token)).where('regionCode', '=', regionCode).where('spentAt', 'is', null).where('expiresAt', '>', now).returning(['accountId', 'clearsFactor', 'accepts']).executeTakeFirst();
  return taken ?? null;
}
