import { Worker } from 'node:worker_threads';
import { writesOf } from './connection.ts';
import { noRoom } from './disk.ts';

/** The major version of the PostgreSQL inside: a folder of another one does not open here. */
export const embeddedMajor = '18';

interface Reply {
  ready?: true;
  closed?: true;
  syncs?: number;
  failed?: string;
}

/** The embedded database, open in a thread of this process and listening on its socket. */
export interface Embedded {
  /** How often it has called fsync since it was opened. */
  syncs(): Promise<number>;
  /** Ends every connection, writes a checkpoint and closes the folder. */
  close(): Promise<void>;
}

/** Opens PGlite on a folder in a worker thread; rejects with the reason when it does not open. */
export async function startEmbedded(folder: string, socket: string): Promise<Embedded> {
  const worker = new Worker(new URL('./embedded-worker.ts', import.meta.url), { workerData: { folder, socket, writes: writesOf(socket) } });
  try {
    await answer(worker, (reply) => reply.ready === true);
  } catch (error) {
    await worker.terminate();
    throw error;
  }
  let reason: string | undefined;
  worker.on('message', (reply: Reply) => {
    reason ??= reply.failed;
  });
  // A server whose database has died must die too, loudly: the next start recovers.
  const died = (code: number): never => {
    const full = noRoom(folder);
    if (!full) throw new Error(`the embedded database ended unexpectedly (${reason ?? code})`);
    process.stderr.write(`${full.message}; the server ends, and what was acknowledged is kept\n`);
    return process.exit(3);
  };
  worker.on('exit', died);
  return {
    async syncs() {
      const reply = answer(worker, (message) => message.syncs !== undefined);
      worker.postMessage('syncs');
      return (await reply).syncs ?? 0;
    },
    async close() {
      worker.off('exit', died);
      const reply = answer(worker, (message) => message.closed === true);
      worker.postMessage('close');
      await reply.finally(() => worker.terminate());
    },
  };
}

function answer(worker: Worker, wanted: (message: Reply) => boolean): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
    };
    const onError = (error: unknown): void => {
      stop();
      reject(error as Error);
    };
    const onExit = (code: number): void => onError(new Error(`the embedded database's thread ended (${code})`));
    const onMessage = (message: Reply): void => {
      if (message.failed) onError(new Error(`the embedded database failed: ${message.failed}`));
      else if (wanted(message)) {
        stop();
        resolve(message);
      }
    };
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
  });
}
