import type { Clock } from '#kernel/clock.ts';
import type { Db } from '#kernel/connection.ts';
import { forIdentities } from '#kernel/identities.ts';
import { forRegionRead } from '#kernel/regions.ts';
import { makeLink } from './links.store.ts';
import { listPosts } from './posts.store.ts';

/** A new one-time link for each region that never had an administrator: its token, to be printed once. Links printed before are void. */
export async function firstLinks(db: Db, clock: Clock, regions: string[]): Promise<{ region: string; token: string }[]> {
  const made: { region: string; token: string }[] = [];
  for (const region of regions) {
    const posts = await forRegionRead(db, region, (tx) => listPosts(tx));
    if (posts.some((post) => post.role === 'administrator')) continue;
    made.push({ region, token: await forIdentities(db, (tx) => makeLink(tx, { accountId: null, regionCode: region, madeBy: null }, clock())) });
  }
  return made;
}
