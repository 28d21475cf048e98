import { Worker } from 'node:worker_threads';
import type { Config } from './config.ts';
import { connection, connectSocket, type Db, newPool } from './connect.ts';
import { Fault } from './faults.ts';
import { readLock, releaseLock, takeLock } from './folder-lock.ts';
import { migrate } from './migrate.ts';

/**
 * Opens the database and brings it to the newest schema. A server owns the folder alone (a second one throws
 * `database.in_use`, 409); a command uses a running server's socket, or opens the folder for its own duration.
 */
export async function openDatabase(
  config: Config,
  progress: (line: string) => void,
  role: 'server' | 'command' = 'command',
): Promise<Db> {
  if (config.databaseUrl) return openServer(config.databaseUrl, progress);
  const lock = takeLock(config.dataDir, role);
  if (!lock) {
    const holder = readLock(config.dataDir);
    if (role === 'command' && holder?.role === 'server') return connectSocket(holder.socket);
    throw new Fault('database.in_use', 409, { folder: config.dataDir, process: holder?.pid, expected: 'one server on a folder' });
  }
  try {
    return await openFolder(config.dataDir, lock.socket, progress);
  } catch (error) {
    releaseLock(config.dataDir);
    throw error;
  }
}

async function openServer(url: string, progress: (line: string) => void): Promise<Db> {
  const db = connection('postgresql', newPool({ connectionString: url }));
  const { rows } = await db.pool.query<{ version: number }>("select current_setting('server_version_num')::int as version");
  if ((rows[0]?.version ?? 0) < 150000) {
    await db.close();
    throw new Fault('database.too_old', 500, { given: rows[0]?.version, expected: 'PostgreSQL 15 or newer' });
  }
  await migrate(db.pool, progress);
  return db;
}

async function openFolder(dataDir: string, socket: string, progress: (line: string) => void): Promise<Db> {
  progress(`opening the database in ${dataDir}`);
  const worker = new Worker(new URL('./embedded-worker.ts', import.meta.url), {
    workerData: { folder: `${dataDir}/database`, socket },
  });
  await answer(worker, (message) => 'ready' in message);
  const db = connectSocket(socket);
  await migrate(db.pool, progress);
  return {
    ...db,
    async syncs() {
      const reply = answer(worker, (message) => 'syncs' in message);
      worker.postMessage('syncs');
      return (await reply).syncs ?? null;
    },
    async close() {
      await db.pool.end();
      const closed = answer(worker, (message) => 'closed' in message);
      worker.postMessage('close');
      await closed;
      await worker.terminate();
      releaseLock(dataDir);
    },
  };
}

interface Reply {
  ready?: true;
  closed?: true;
  syncs?: number;
  failed?: string;
}

function answer(worker: Worker, wanted: (message: Reply) => boolean): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const listen = (message: Reply): void => {
      if (message.failed) reject(new Error(`the embedded database did not open: ${message.failed}`));
      else if (!wanted(message)) return;
      worker.off('message', listen);
      resolve(message);
    };
    worker.on('message', listen);
    worker.once('error', reject);
  });
}
