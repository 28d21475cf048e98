// The thread that holds the embedded database: PGlite on a folder, with a real fsync, listening on a Unix socket.
import { fsyncSync, mkdirSync, rmSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';

interface Settings {
  folder: string;
  socket: string;
  /** Counts every fsync, and so every commit that wrote something: before anybody can see what it wrote. */
  writes: Int32Array;
}

const { writes } = workerData as Settings;
let syncs = 0;
const errorResponse = 0x45; // 'E' of the protocol between client and server

/** PGlite never calls fsync by itself (0.5.14); this gives its file system one, so that what was acknowledged survives. */
class SyncedNodeFS extends NodeFS {
  override async init(pg: PGlite, options: Parameters<NodeFS['init']>[1]) {
    const { emscriptenOpts } = await super.init(pg, options);
    // biome-ignore lint/suspicious/noExplicitAny: emscripten's file system has no published types
    const hook = (module: any): void => {
      const nodefs = module.FS.filesystems.NODEFS;
      nodefs.stream_ops.fsync = (stream: { nfd: number }) => {
        syncs += 1;
        Atomics.add(writes, 0, 1);
        fsyncSync(stream.nfd);
        return 0;
      };
    };
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...((emscriptenOpts.preRun as []) ?? []), hook] } };
  }
}

/**
 * A panic, as when the database cannot write its log, is its end: it answers nobody ever again, and pglite-socket (0.2.17) lets all wait. So the
 * thread ends, and the server with it; what was not acknowledged by then is not told to anyone.
 */
function dieOfPanic(db: PGlite): void {
  const run = db.execProtocolRawStream.bind(db);
  const end = (failed: string): never => {
    parentPort?.postMessage({ failed });
    return process.exit(1);
  };
  db.execProtocolRawStream = async (message, options) => {
    const onRawData = (data: Uint8Array): void => {
      const start = data[0] === errorResponse ? Buffer.from(data.subarray(0, 400)).toString('latin1') : '';
      if (start.includes('\0VPANIC\0')) end(/\0M([^\0]*)/.exec(start)?.[1] ?? 'panic');
      options?.onRawData?.(data);
    };
    return run(message, { ...options, onRawData }).catch((error: unknown) => end(String(error)));
  };
}

/** A statement comes as several messages (parse, bind, execute) and ends with one of these: a sync, a whole query in one, the end of a copy, of a sign-in or of the connection. */
const ends = new Set(['S', 'Q', 'c', 'f', 'p', 'X', '\0']);
/** A client that died between two messages is waited for no longer. */
const longestGap = 10_000;

/**
 * pglite-socket (0.2.17) lets another connection in between any two messages outside a transaction: where a statement came in two packets, another's was bound
 * in its place, and each got the other's answer. A statement that has begun counts here as a transaction, which it waits for.
 */
function keepTogether(db: PGlite): void {
  let amid = 0;
  const run = db.execProtocolRawStream.bind(db);
  db.execProtocolRawStream = async (message, options) => {
    amid = ends.has(String.fromCharCode(message[0] ?? 0)) ? 0 : Date.now();
    return run(message, options);
  };
  const asked = db.isInTransaction.bind(db);
  db.isInTransaction = () => Date.now() - amid < longestGap || asked();
}

async function open({ folder, socket }: Settings): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  rmSync(socket, { force: true }); // left by a process that was killed; the lock says that nobody listens on it
  const startParams = [
    ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
    '-c', 'fsync=on', '-c', 'wal_sync_method=fsync', '-c', 'max_wal_size=256MB',
    '-c', 'default_statistics_target=25', // what counts a table reads so many rows of it that a page waits a tenth of a second at most
  ];
  const db = await PGlite.create({ fs: new SyncedNodeFS(folder), startParams, relaxedDurability: false });
  dieOfPanic(db);
  keepTogether(db);
  const server = new PGLiteSocketServer({ db, path: socket, maxConnections: 40 });
  await server.start();
  parentPort?.on('message', async (message: string) => {
    if (message === 'syncs') parentPort?.postMessage({ syncs });
    if (message !== 'close') return;
    await server.stop();
    await db.exec('checkpoint');
    await db.close();
    parentPort?.postMessage({ closed: true });
  });
  parentPort?.postMessage({ ready: true });
}

open(workerData as Settings).catch((error: unknown) => {
  parentPort?.postMessage({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) });
});
