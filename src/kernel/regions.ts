import {
  CamelCasePlugin, type DatabaseConnection, type Driver, Kysely, PostgresDialect, PostgresDriver, sql, type Transaction,
} from 'kysely';
import type pg from 'pg';
import { regionCode } from './config.ts';
import type { Db } from './connection.ts';
import { Fault } from './faults.ts';

/** A transaction inside one region. Opaque: a store says which tables it touches, `tx.withTables<PlanTables>()`. */
// biome-ignore lint/complexity/noBannedTypes: an empty set of tables is what is meant
export type RegionTx = Transaction<{}> & { readonly region: string };

/** Begins, narrows the role and names the region in one message, so that no statement can come between. */
class RegionDriver extends PostgresDriver {
  readonly #begin: string;

  constructor(pool: pg.Pool, begin: string) {
    super({ pool: async () => pool });
    this.#begin = begin;
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await connection.executeQuery(sql.raw(this.#begin).compile(compiler));
    } catch (error) {
      // It may have begun and then been refused the role; left open, it would hold the embedded database's one session.
      await connection.executeQuery(sql.raw('rollback').compile(compiler)).catch(() => undefined);
      throw error;
    }
  }
}

class RegionDialect extends PostgresDialect {
  readonly #driver: Driver;

  constructor(pool: pg.Pool, begin: string) {
    super({ pool: async () => pool });
    this.#driver = new RegionDriver(pool, begin);
  }

  override createDriver(): Driver {
    return this.#driver;
  }
}

// biome-ignore lint/complexity/noBannedTypes: as above
const compiler = new Kysely<{}>({ dialect: new PostgresDialect({ pool: async () => { throw new Error('compiles only'); } }) });
// biome-ignore lint/complexity/noBannedTypes: as above
const handles = new WeakMap<pg.Pool, Map<string, Kysely<{}>>>();

// biome-ignore lint/complexity/noBannedTypes: as above
function handleFor(db: Db, code: string, mode: '' | ' isolation level repeatable read read only'): Kysely<{}> {
  if (!regionCode.safeParse(code).success) throw new Fault('region.invalid', 404, { given: code.slice(0, 20), expected: 'a code such as 16.03' });
  const own = handles.get(db.pool) ?? new Map();
  handles.set(db.pool, own);
  const found = own.get(code + mode);
  if (found) return found;
  // SET LOCAL ends with the transaction: the next client of this session inherits nothing.
  const begin = `begin${mode}; set local role serasan_app; set local serasan.region = '${code}'`;
  const made = new Kysely({
    dialect: new RegionDialect(db.pool, begin),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
  own.set(code + mode, made);
  return made;
}

/** Runs the work in one transaction of one region; the only way to a store. Throws `region.invalid` (404). */
export function forRegion<T>(db: Db, code: string, work: (tx: RegionTx) => Promise<T>): Promise<T> {
  return run(handleFor(db, code, ''), code, work);
}

/** Like `forRegion`, but the database refuses every write, and every statement sees the state of the first: a page never mixes two. */
export function forRegionRead<T>(db: Db, code: string, work: (tx: RegionTx) => Promise<T>): Promise<T> {
  return run(handleFor(db, code, ' isolation level repeatable read read only'), code, work);
}

/** What the work finds as if the change were made: the change and all that follows is undone. */
export async function asIf<T>(db: Db, code: string, change: (tx: RegionTx) => Promise<unknown>, work: (tx: RegionTx) => Promise<T>): Promise<T> {
  const undone = new Undone<T>();
  const found = await forRegion(db, code, async (tx) => {
    await change(tx);
    undone.found = await work(tx);
    throw undone;
  }).catch((error: unknown) => {
    if (error === undone) return undone.found;
    throw error;
  });
  return found as T;
}

class Undone<T> extends Error {
  found: T | undefined;
}

// biome-ignore lint/complexity/noBannedTypes: as above
function run<T>(handle: Kysely<{}>, code: string, work: (tx: RegionTx) => Promise<T>): Promise<T> {
  return handle.transaction().execute((tx) => work(Object.assign(tx, { region: code })));
}

/** A part that is undone alone when it fails: a savepoint inside the region's transaction. */
export async function inTransaction<T>(tx: RegionTx, work: () => Promise<T>): Promise<T> {
  await sql`savepoint part`.execute(tx);
  try {
    const result = await work();
    await sql`release savepoint part`.execute(tx);
    return result;
  } catch (error) {
    await sql`rollback to savepoint part`.execute(tx);
    await sql`release savepoint part`.execute(tx); // else an outer part that fails later would go back only to here
    throw error;
  }
}
