import { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import pg from 'pg';
import type { Db } from './connect.ts';
import { newId } from './ids.ts';
import { migrate } from './migrate.ts';
import { pgTypes } from './pg-types.ts';

/** An empty, migrated database for one test file: in memory, or a throwaway one on the server of `DATABASE_URL`. */
export async function testDb(): Promise<Db> {
  return process.env.DATABASE_URL ? onServer(process.env.DATABASE_URL) : inMemory();
}

async function inMemory(): Promise<Db> {
  const lite = await PGlite.create();
  const pool = new pg.Pool({ ...createPgConfig(lite), max: 1, types: pgTypes });
  await migrate(pool, () => undefined);
  const close = async (): Promise<void> => {
    await pool.end();
    await lite.close();
  };
  return { kind: 'pglite', pool, socket: null, syncs: async () => null, close };
}

async function onServer(url: string): Promise<Db> {
  const name = `serasan_test_${newId().replaceAll('-', '')}`;
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await admin.query(`create database ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  const pool = new pg.Pool({ connectionString: own.href, max: 4, types: pgTypes });
  await migrate(pool, () => undefined);
  const close = async (): Promise<void> => {
    await pool.end();
    await admin.query(`drop database ${name}`);
    await admin.end();
  };
  return { kind: 'postgresql', pool, socket: null, syncs: async () => null, close };
}
