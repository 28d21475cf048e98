import type { Clock } from '#kernel/clock.ts';
import type { Db } from '#kernel/connection.ts';
import { forIdentities, identitiesOf } from '#kernel/identities.ts';
import { forRegionRead } from '#kernel/regions.ts';
import { findAccount } from '../accounts/accounts.store.ts';
import { makeLink } from './links.store.ts';
import { listPosts } from '../posts.store.ts';

/** A new one-time link for each region that has no administrator, or whose last one's days are over: its token, to be printed once. Links printed before are void. */
export async function firstLinks(db: Db, clock: Clock, regions: string[]): Promise<{ region: string; token: string }[]> {
  const made: { region: string; token: string }[] = [];
  for (const region of regions) {
    const posts = await forRegionRead(db, region, (tx) => listPosts(tx));
    const day = clock().toISOString().slice(0, 10); // no region here is behind it
    if (posts.some((post) => post.role === 'administrator' && (post.untilDay === null || post.untilDay >= day))) continue;
    made.push({ region, token: await forIdentities(db, (tx) => makeLink(tx, { accountId: null, regionCode: region, madeBy: null }, clock())) });
  }
  return made;
}

/** A new one-time link for each administrator of these regions, to be printed once: passwords leave with no export, and somebody must be let in first. */
export async function administratorLinks(db: Db, clock: Clock, regions: string[]): Promise<{ region: string; email: string; token: string }[]> {
  const made = new Map<string, { region: string; email: string; token: string }>();
  for (const region of regions) {
    const posts = await forRegionRead(db, region, (tx) => listPosts(tx));
    for (const { accountId } of posts.filter((post) => post.role === 'administrator')) {
      const account = await findAccount(identitiesOf(db), accountId);
      if (!account || account.name === '' || made.has(accountId)) continue;
      const home = account.homeRegion ?? region;
      made.set(accountId, { region: home, email: account.email, token: await forIdentities(db, (tx) => makeLink(tx, { accountId, regionCode: home, madeBy: null }, clock())) });
    }
  }
  return [...made.values()];
}
