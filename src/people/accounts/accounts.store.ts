import { randomUUID } from 'node:crypto';
import type { Db } from '#kernel/connection.ts';
import { identitiesOf, type IdentityHandle, type IdentityTx } from '#kernel/identities.ts';
import { newId } from '#kernel/ids.ts';
import type { IdentityTables } from '../identity-tables.ts';

export interface Account {
  id: string;
  name: string;
  email: string;
  secondFactor: boolean;
  homeRegion: string | null;
}

const own = (handle: IdentityHandle | IdentityTx) => handle.withTables<IdentityTables>();
const columns = ['id', 'name', 'email', 'homeRegion'] as const;
const all = (handle: IdentityHandle | IdentityTx) => own(handle).selectFrom('people.account').select([...columns, (eb) => eb.fn.coalesce('twoFactorEnabled', eb.val(false)).as('secondFactor')]);

/** An address as it is kept: people write it in any letters. */
export const emailOf = (given: string): string => given.trim().toLowerCase();

export const findAccount = (handle: IdentityHandle | IdentityTx, id: string): Promise<Account | undefined> => all(handle).where('id', '=', id).executeTakeFirst();
export const findAccountByEmail = (handle: IdentityHandle | IdentityTx, email: string): Promise<Account | undefined> => all(handle).where('email', '=', emailOf(email)).executeTakeFirst();

export async function listAccounts(db: Db, ids: string[]): Promise<Account[]> {
  return ids.length === 0 ? [] : all(identitiesOf(db)).where('id', 'in', ids).orderBy('name').execute();
}

export async function insertAccount(tx: IdentityTx, { name, email, homeRegion }: Pick<Account, 'name' | 'email' | 'homeRegion'>, now: Date): Promise<string> {
  const id = randomUUID(); // no time in it: it would tell whether an account was there before it was invited
  await own(tx).insertInto('people.account').values({ id, name, email: emailOf(email), emailVerified: false, image: null, createdAt: now, updatedAt: now, twoFactorEnabled: false, homeRegion }).execute();
  return id;
}

/** Sets the digest of a password; every session of the account ends. */
export async function setPassword(tx: IdentityTx, accountId: string, digest: string, now: Date): Promise<void> {
  await own(tx).deleteFrom('people.credential').where('userId', '=', accountId).execute();
  await own(tx).insertInto('people.credential').values({ id: newId(), accountId, providerId: 'credential', userId: accountId, password: digest, createdAt: now, updatedAt: now }).execute();
  await own(tx).deleteFrom('people.session').where('userId', '=', accountId).execute();
}

/** When the password of an address was set or changed; null where there is none. With `hold` nobody changes it until the transaction ends. */
export async function passwordSetAt(tx: IdentityTx, email: string, { hold = false } = {}): Promise<Date | null> {
  const asked = own(tx).selectFrom('people.credential as c').innerJoin('people.account as a', 'a.id', 'c.userId').select('c.updatedAt').where('a.email', '=', emailOf(email));
  const found = await (hold ? asked.forUpdate('c') : asked).executeTakeFirst();
  return found?.updatedAt ?? null;
}

/** Whether its holder has set a password. */
export async function hasPassword(tx: IdentityTx, accountId: string): Promise<boolean> {
  return (await own(tx).selectFrom('people.credential').select('id').where('userId', '=', accountId).executeTakeFirst()) !== undefined;
}

export async function clearSecondFactor(tx: IdentityTx, accountId: string): Promise<void> {
  await own(tx).deleteFrom('people.secondFactor').where('userId', '=', accountId).execute();
  await own(tx).updateTable('people.account').set({ twoFactorEnabled: false }).where('id', '=', accountId).execute();
}

export const listAccountsOf = (db: Db, homeRegion: string): Promise<Account[]> => all(identitiesOf(db)).where('homeRegion', '=', homeRegion).orderBy('name').execute();

/** Takes the name, the address and every way of signing in away; the id stays, so the log can still be read. */
export async function forgetAccount(tx: IdentityTx, id: string, now: Date): Promise<void> {
  await own(tx).deleteFrom('people.credential').where('userId', '=', id).execute();
  await own(tx).deleteFrom('people.session').where('userId', '=', id).execute();
  await own(tx).deleteFrom('people.link').where('accountId', '=', id).execute();
  await clearSecondFactor(tx, id);
  await own(tx).updateTable('people.account').set({ name: '', email: `${id}@forgotten.invalid`, updatedAt: now }).where('id', '=', id).execute();
}
