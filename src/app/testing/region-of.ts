import { afterAll, beforeAll } from 'vitest';
import type { Db } from '#kernel/connection.ts';
import { Fault } from '#kernel/faults.ts';
import { forRegion, forRegionRead, type RegionTx } from '#kernel/regions.ts';
import { testDb } from '#kernel/testing.ts';
import { newContext } from '../context.ts';
import { loadPack } from '../load-pack.ts';

/** A database of its own for a file of tests, with a region loaded into it before the first, and ways to ask it. */
export function regionOf(region: string, pack: () => string) {
  let db: Db;
  beforeAll(async () => {
    db = await testDb();
    await loadPack(newContext(db, 'pack', () => undefined), pack());
  }, 120_000);
  afterAll(() => db.close());
  return {
    /** There once the first test runs. */
    get db() { return db; },
    /** Of who holds a post. */
    ctx: (post = 'p1') => ({ ...newContext(db, `post:${post}`, () => undefined), who: { accountId: 'a1', postId: post, address: null } }),
    write: <T>(work: (tx: RegionTx) => Promise<T>): Promise<T> => forRegion(db, region, work),
    read: <T>(work: (tx: RegionTx) => Promise<T>): Promise<T> => forRegionRead(db, region, work),
    /** Status and code of what was refused. */
    fault: (of: Promise<unknown>): Promise<unknown> => of.then(() => 'nothing', (error: unknown) => (error instanceof Fault ? `${error.status} ${error.code}` : String(error))),
  };
}
