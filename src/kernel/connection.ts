import { dirname } from 'node:path';
import pg from 'pg';
import type { Config } from './config.ts';
import { Fault } from './faults.ts';
import { pgTypes } from './pg-types.ts';

export interface Db {
  kind: 'pglite' | 'postgresql';
  pool: pg.Pool;
  /** Where the embedded database listens; null for a PostgreSQL server. */
  socket: string | null;
  /** How often the embedded database has called fsync; null where another process owns it. */
  syncs(): Promise<number | null>;
  /** A number that has changed when anything was committed since, told without asking the database; null where another process owns it. */
  writes(): number | null;
  /** May be called twice; a query that still runs gets five seconds. */
  close(): Promise<void>;
}

/**
 * Connects to what is already open, and opens no folder: for code that was bundled apart from the process that opened
 * the database. `socket` is what that process put into `SERASAN_SOCKET`.
 */
export function connectDatabase(config: Config, socket: string | undefined = process.env.SERASAN_SOCKET): Db {
  if (config.databaseUrl) return connectServer(config.databaseUrl);
  if (!socket) throw new Fault('database.closed', 500, { expected: 'a server started with `npm start`' });
  return connectSocket(socket);
}

export function connectServer(url: string): Db {
  return fromPool('postgresql', newPool({ connectionString: url }), null);
}

export function connectSocket(socket: string): Db {
  return fromPool('pglite', newPool({ host: dirname(socket), port: 5432, user: 'postgres', database: 'postgres' }), socket);
}

/**
 * Few connections: the embedded database has one session, and more only wait longer for it. A query that waits behind
 * another's transaction for a minute is given up, and so is waiting half a minute for a free connection (which happens
 * when the pool is used inside a transaction).
 */
function newPool(options: pg.PoolConfig): pg.Pool {
  return new pg.Pool({ ...options, max: 4, query_timeout: 60_000, connectionTimeoutMillis: 30_000, types: pgTypes });
}

function fromPool(kind: Db['kind'], pool: pg.Pool, socket: string | null): Db {
  pool.on('error', () => undefined); // an idle connection may die with its server; the next query says so
  pool.on('connect', (client) => client.on('error', () => undefined)); // one in use may, too, and its query says so
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => {
    closing ??= endWithin(pool, 5000);
    return closing;
  };
  const writes = (): number | null => (socket === null || !counters().has(socket) ? null : Atomics.load(writesOf(socket), 0));
  return { kind, pool, socket, syncs: async () => null, writes, close };
}

/** One for the whole process: the built pages bring their own copy of this module. */
function counters(): Map<string, Int32Array> {
  const shared = globalThis as unknown as Record<symbol, Map<string, Int32Array> | undefined>;
  const key = Symbol.for('serasan.writes');
  shared[key] ??= new Map();
  return shared[key];
}

/** The counter of the embedded database that listens on a socket of this process. */
export function writesOf(socket: string): Int32Array {
  const found = counters().get(socket) ?? new Int32Array(new SharedArrayBuffer(4));
  counters().set(socket, found);
  return found;
}

async function endWithin(pool: pg.Pool, milliseconds: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([pool.end(), late]).finally(() => clearTimeout(timer));
}
