import type { RegionTx } from '#kernel/regions.ts';
import type { Post } from './posts.ts';
import type { PeopleTables } from './tables.ts';

const own = (tx: RegionTx) => tx.withTables<PeopleTables>();
const columns = ['id', 'accountId', 'role', 'agencyCode', 'areaCode', 'pillarCode', 'acting', 'fromDay', 'untilDay'] as const;

/** All posts of the region, also those that ended; of one account where it is given. */
export async function listPosts(tx: RegionTx, accountId?: string): Promise<Post[]> {
  const all = own(tx).selectFrom('people.post').select(columns).where('regionCode', '=', tx.region);
  return (accountId === undefined ? all : all.where('accountId', '=', accountId)).orderBy('fromDay').orderBy('id').execute();
}

export const findPost = (tx: RegionTx, id: string): Promise<Post | undefined> =>
  own(tx).selectFrom('people.post').select(columns).where('regionCode', '=', tx.region).where('id', '=', id).executeTakeFirst();

export async function insertPost(tx: RegionTx, post: Post): Promise<void> {
  await own(tx).insertInto('people.post').values({ ...post, regionCode: tx.region }).execute();
}

export async function updatePost(tx: RegionTx, id: string, change: Partial<Pick<Post, 'accountId' | 'fromDay' | 'untilDay'>>): Promise<void> {
  await own(tx).updateTable('people.post').set(change).where('regionCode', '=', tx.region).where('id', '=', id).execute();
}

/** Accounts of other regions that were called here: by id, the name under which each was called, null once it has come. */
export const listGuests = async (tx: RegionTx): Promise<Map<string, string | null>> =>
  new Map((await own(tx).selectFrom('people.guest').select(['accountId', 'name']).where('regionCode', '=', tx.region).execute()).map((row) => [row.accountId, row.name]));

/** Calls an account; one that has come already stays as it is. */
export async function callGuest(tx: RegionTx, accountId: string, name: string, since: Date): Promise<void> {
  await own(tx).insertInto('people.guest').values({ regionCode: tx.region, accountId, since, name })
    .onConflict((conflict) => conflict.columns(['regionCode', 'accountId']).doUpdateSet({ name }).where('people.guest.name', 'is not', null)).execute();
}

/** A guest has come (null), or is forgotten before (''). One that has come changes no more. */
export async function nameGuest(tx: RegionTx, accountId: string, name: '' | null): Promise<void> {
  await own(tx).updateTable('people.guest').set({ name }).where('regionCode', '=', tx.region).where('accountId', '=', accountId).where('name', 'is not', null).execute();
}
