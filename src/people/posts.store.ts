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

export const listGuests = async (tx: RegionTx): Promise<string[]> =>
  (await own(tx).selectFrom('people.guest').select('accountId').where('regionCode', '=', tx.region).execute()).map((row) => row.accountId);

export async function insertGuest(tx: RegionTx, accountId: string, since: Date): Promise<void> {
  await own(tx).insertInto('people.guest').values({ regionCode: tx.region, accountId, since }).onConflict((conflict) => conflict.doNothing()).execute();
}
