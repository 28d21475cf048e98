import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Config } from './config.ts';
import { connectServer, connectSocket, type Db } from './connection.ts';
import { postgresOf } from './archive.ts';
import { noRoom } from './disk.ts';
import { embeddedMajor, startEmbedded } from './embedded.ts';
import { Fault } from './faults.ts';
import { type Lock, markReady, releaseLock, takeLock } from './folder-lock.ts';
import { migrate } from './migrate.ts';
import { refuseHalfLoaded } from './unfinished-load.ts';

export type { Db } from './connection.ts';
export { connectDatabase } from './connection.ts';

/** Where a restore unpacks, within the data folder. */
export const restoreFolder = '.restore-';

type Progress = (line: string) => void;

/** How long a start waits for a command that holds the folder, and a command for a server that is still opening it. */
const patience = { command: 15_000, server: 120_000 };

/**
 * Opens the database and brings it to the newest schema. A server owns the folder alone (a second one throws
 * `database.in_use`, 409); a command uses a running server's socket, or opens the folder for its own duration, and
 * another command waits a while for that.
 */
export async function openDatabase(config: Config, progress: Progress, role: Lock['role'] = 'command'): Promise<Db> {
  if (role === 'server') refuseHalfLoaded(config.dataDir);
  if (config.databaseUrl) return openServer(config.databaseUrl, progress);
  if (process.platform === 'win32') {
    throw new Fault('database.unsupported', 500, { given: 'Windows', expected: 'Linux or macOS, or a PostgreSQL server named by DATABASE_URL' });
  }
  const started = Date.now();
  let told = false;
  for (;;) {
    const { lock, mine } = await lockOf(config.dataDir, role);
    if (mine) return openFolder(config.dataDir, lock, progress);
    if (role === 'command' && lock.role === 'server' && lock.ready) return connectSocket(lock.socket);
    const limit = role === 'server' && lock.role === 'server' ? 0 : patience[lock.role];
    if (Date.now() - started >= limit) {
      throw new Fault('database.in_use', 409, { folder: config.dataDir, by: lock.role, process: lock.pid, expected: 'one process on a data folder' });
    }
    if (!told) progress(`waiting for the ${lock.role} (process ${lock.pid}) that holds ${config.dataDir}`);
    told = true;
    await wait(150);
  }
}

async function lockOf(dataDir: string, role: Lock['role']): ReturnType<typeof takeLock> {
  try {
    return await takeLock(dataDir, role);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new Fault('database.folder', 500, { folder: dataDir, given: reason, expected: 'a folder that this user may write (SERASAN_DATA)' });
  }
}

async function openServer(url: string, progress: Progress): Promise<Db> {
  const db = connectServer(url);
  try {
    const version = await versionOf(db, url);
    if (version < 150000) throw new Fault('database.too_old', 500, { given: version, expected: 'PostgreSQL 15 or newer' });
    await migrate(db.pool, progress);
    return db;
  } catch (error) {
    await db.close();
    throw error;
  }
}

async function versionOf(db: Db, url: string): Promise<number> {
  try {
    const { rows } = await db.pool.query<{ version: number }>("select current_setting('server_version_num')::int as version");
    return rows[0]?.version ?? 0;
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    const server = URL.canParse(url) ? new URL(url).host : 'of DATABASE_URL';
    throw new Fault('database.unreachable', 500, { server, given: message || code, expected: 'a PostgreSQL server that answers, and lets this user in' });
  }
}

async function openFolder(dataDir: string, lock: Lock, progress: Progress): Promise<Db> {
  try {
    progress(`opening the database in ${dataDir}`);
    refuseHalfRestored(dataDir);
    const major = postgresOf(join(dataDir, 'database'));
    if (major !== null && major !== embeddedMajor) throw new Fault('database.other_major', 500, { folder: dataDir, given: major, expected: embeddedMajor });
    const embedded = await startEmbedded(join(dataDir, 'database'), lock.socket).catch((error: unknown) => {
      throw noRoom(join(dataDir, 'database')) ?? new Fault('database.damaged', 500, { folder: dataDir, given: (error as Error).message.split('\n')[0], expected: 'a folder that was backed up whole' });
    });
    const db = connectSocket(lock.socket);
    const closeAll = async (): Promise<void> => {
      await db.close();
      await embedded.close().finally(() => releaseLock(dataDir, lock));
    };
    let closing: Promise<void> | undefined;
    const close = (): Promise<void> => {
      closing ??= closeAll();
      return closing;
    };
    try {
      await migrate(db.pool, progress);
      markReady(dataDir, lock);
    } catch (error) {
      await close();
      throw error;
    }
    return { ...db, syncs: () => embedded.syncs(), close };
  } catch (error) {
    releaseLock(dataDir, lock);
    throw error;
  }
}

/** A restore that was killed after it had moved the old database aside: an empty one begun in its place would look as if all were lost. */
function refuseHalfRestored(dataDir: string): void {
  if (existsSync(join(dataDir, 'database'))) return;
  const left = readdirSync(dataDir).find((name) => name.startsWith(restoreFolder));
  if (left !== undefined) throw new Fault('restore.unfinished', 409, { folder: dataDir, given: left, expected: 'a restore that ended' });
}
