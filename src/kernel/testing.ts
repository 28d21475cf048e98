import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import pg from 'pg';
import type { Db } from './connection.ts';
import { newId } from './ids.ts';
import { migrate } from './migrate.ts';
import { pgTypes } from './pg-types.ts';

/** An empty, migrated database for one test file: in memory, or a throwaway one on the server of `DATABASE_URL`. */
export async function testDb(): Promise<Db> {
  return process.env.DATABASE_URL ? onServer(process.env.DATABASE_URL) : inMemory();
}

/** From an image of the migrated database, made once for a set of migrations: 0.7 s instead of 3. */
async function inMemory(): Promise<Db> {
  const image = imageFile();
  const known = existsSync(image);
  const lite = known ? await PGlite.create({ loadDataDir: new Blob([readFileSync(image)]) }) : await PGlite.create();
  // One session: a test that uses the pool inside a transaction would wait for ever, so it fails after ten seconds.
  const pool = new pg.Pool({ ...createPgConfig(lite), max: 1, types: pgTypes, connectionTimeoutMillis: 10_000 });
  await migrate(pool, () => undefined);
  if (!known) await saveImage(lite, image);
  const close = async (): Promise<void> => {
    await pool.end();
    await lite.close();
  };
  return { kind: 'pglite', pool, socket: null, syncs: async () => null, writes: () => null, close };
}

function imageFile(): string {
  const hash = createHash('sha256');
  for (const name of readdirSync('migrations').sort()) hash.update(name).update(readFileSync(join('migrations', name)));
  hash.update(readFileSync('node_modules/@electric-sql/pglite/package.json'));
  return join('node_modules/.cache/serasan', `${hash.digest('hex').slice(0, 16)}.tar`);
}

/** Written beside and then moved, because several test workers make it at the same time. */
async function saveImage(lite: PGlite, image: string): Promise<void> {
  const dump = await lite.dumpDataDir('none');
  mkdirSync(join(image, '..'), { recursive: true });
  const own = `${image}.${newId()}`;
  writeFileSync(own, Buffer.from(await dump.arrayBuffer()));
  renameSync(own, image);
}

async function onServer(url: string): Promise<Db> {
  const name = `serasan_test_${newId().replaceAll('-', '')}`;
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await admin.query(`create database ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  const pool = new pg.Pool({ connectionString: own.href, max: 4, types: pgTypes });
  await admin.query('select pg_advisory_lock(1936028257)'); // the role is shared by all databases of the server
  await migrate(pool, () => undefined).finally(() => admin.query('select pg_advisory_unlock(1936028257)'));
  const close = async (): Promise<void> => {
    await pool.end();
    // The server takes a moment to notice that a connection ended; dropped before, it would tell the ended client of it, as a fault.
    for (let n = 0; n < 40; n += 1) {
      const { rowCount } = await admin.query('select 1 from pg_stat_activity where datname = $1', [name]);
      if (rowCount === 0) break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await admin.query(`drop database ${name} with (force)`);
    await admin.end();
  };
  return { kind: 'postgresql', pool, socket: null, syncs: async () => null, writes: () => null, close };
}
