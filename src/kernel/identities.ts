import { CamelCasePlugin, Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import type pg from 'pg';
import { regionCode } from './config.ts';
import type { Db } from './connection.ts';
import { Fault } from './faults.ts';
import type { RegionTx } from './regions.ts';

// biome-ignore lint/complexity/noBannedTypes: a store says which tables it touches, as with a region
export type IdentityHandle = Kysely<{}>;
// biome-ignore lint/complexity/noBannedTypes: as above
export type IdentityTx = Transaction<{}>;

const handles = new WeakMap<pg.Pool, IdentityHandle>();

/** The handle of what belongs to no region: accounts, sessions, links. Only `people` may import this (dependency-cruiser). */
export function identitiesOf(db: Db): IdentityHandle {
  const found = handles.get(db.pool);
  if (found) return found;
  const made: IdentityHandle = new Kysely({ dialect: new PostgresDialect({ pool: async () => db.pool }), plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })] });
  handles.set(db.pool, made);
  return made;
}

/** One transaction over identities; `inRegion` does a part of it as `forRegion` would: with the narrow role, inside one region. */
export const forIdentities = <T>(db: Db, work: (tx: IdentityTx) => Promise<T>): Promise<T> => identitiesOf(db).transaction().execute(work);

/** A part of an identity's transaction as `forRegion` would run it. Throws `region.invalid` (404). */
export async function inRegion<T>(tx: IdentityTx, code: string, work: (tx: RegionTx) => Promise<T>): Promise<T> {
  if (!regionCode.safeParse(code).success) throw new Fault('region.invalid', 404, { given: code.slice(0, 20), expected: 'a code such as 16.03' });
  await sql`set local role serasan_app`.execute(tx);
  await sql`select set_config('serasan.region', ${code}, true)`.execute(tx);
  const done = await work(Object.assign(tx, { region: code }));
  await sql`set local role none`.execute(tx);
  await sql`select set_config('serasan.region', '', true)`.execute(tx);
  return done;
}
