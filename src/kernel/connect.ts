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
  close(): Promise<void>;
}

/** Connects to what is already open: for code that runs in the server's own process but was bundled apart. */
export function connectDatabase(config: Config, socket: string | undefined): Db {
  if (config.databaseUrl) return { ...connection('postgresql', newPool({ connectionString: config.databaseUrl })), socket: null };
  if (!socket) throw new Fault('database.closed', 500, { expected: 'a server started with `npm start`' });
  return connectSocket(socket);
}

export function connectSocket(socket: string): Db {
  const pool = newPool({ host: dirname(socket), port: 5432, user: 'postgres', database: 'postgres' });
  return { ...connection('pglite', pool), socket };
}

/** Few connections: the embedded database has one session, and more only wait longer for it. */
export function newPool(options: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({ ...options, max: 4, query_timeout: 60_000, types: pgTypes });
  pool.on('error', () => undefined); // an idle connection may die with its server; the next query says so
  return pool;
}

export function connection(kind: Db['kind'], pool: pg.Pool): Db {
  return { kind, pool, socket: null, syncs: async () => null, close: () => pool.end() };
}
