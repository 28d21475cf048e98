import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { birthOf, isRunning } from './process-birth.ts';

/** Who holds a data folder, and where its database listens. */
export interface Lock {
  pid: number;
  /** When that process started, so that a reused pid is not taken for it; empty where the system does not tell. */
  born: string;
  role: 'server' | 'command';
  socket: string;
  /** True once the database has been opened and migrated. */
  ready: boolean;
}

const socketName = '.s.PGSQL.5432';
const longestSocket = 100; // the system's limit is 103 to 107 bytes
const fileIn = (dataDir: string): string => join(dataDir, 'serasan.lock');

/**
 * Takes the folder for this process, or says who holds it. PGlite takes no lock, and two processes on one folder lose
 * rows in silence. The lock of a dead process is taken over, and its socket removed.
 */
export async function takeLock(dataDir: string, role: Lock['role']): Promise<{ lock: Lock; mine: boolean }> {
  makeFolder(dataDir);
  for (;;) {
    const found = readText(fileIn(dataDir));
    if (found === null) {
      const mine = writeNew(dataDir, role);
      if (mine) return { lock: mine, mine: true };
      continue;
    }
    const holder = parse(found);
    if (holder && (await isAlive(holder))) return { lock: holder, mine: false };
    // An empty file may be a lock that is just being written.
    if (holder || ageOf(fileIn(dataDir)) > 2000) removeStale(dataDir, found, holder);
    else await wait(100);
  }
}

/** Step by step: where a file system makes no folders (`/proc`), Node's own recursion never ends. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}

/** The folder's holder, alive or not; null when there is none. */
export function readLock(dataDir: string): Lock | null {
  return parse(readText(fileIn(dataDir)) ?? '');
}

/** Tells commands that wait that the database answers now. */
export function markReady(dataDir: string, lock: Lock): void {
  const next = `${fileIn(dataDir)}.next`;
  writeFileSync(next, JSON.stringify({ ...lock, ready: true }), { mode: 0o600 });
  renameSync(next, fileIn(dataDir));
}

/** Gives the folder back; a lock that has meanwhile become another's is left alone. */
export function releaseLock(dataDir: string, lock: Lock): void {
  const found = readLock(dataDir);
  if (found?.pid !== lock.pid || found.born !== lock.born) return;
  removeSocket(dataDir, lock.socket);
  rmSync(fileIn(dataDir), { force: true });
}

function writeNew(dataDir: string, role: Lock['role']): Lock | null {
  const lock: Lock = { pid: process.pid, born: birthOf(process.pid), role, socket: socketFor(dataDir), ready: false };
  try {
    writeFileSync(fileIn(dataDir), JSON.stringify(lock), { flag: 'wx', mode: 0o600 });
    return lock;
  } catch (error) {
    removeSocket(dataDir, lock.socket);
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return null;
    throw error;
  }
}

/** Two starts may find the same stale lock: only one at a time may remove it, and only if it is still the same one. */
function removeStale(dataDir: string, found: string, holder: Lock | null): void {
  const guard = `${fileIn(dataDir)}.recovery`;
  try {
    writeFileSync(guard, '', { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    if (ageOf(guard) > 10_000) rmSync(guard, { force: true }); // its maker died within these few lines
    return;
  }
  try {
    if (readText(fileIn(dataDir)) !== found) return;
    if (holder) removeSocket(dataDir, holder.socket);
    rmSync(fileIn(dataDir), { force: true });
  } finally {
    rmSync(guard, { force: true });
  }
}

/** A longer folder gets its socket in the system's temporary folder; the lock says where. The folder's mode is the guard. */
function socketFor(dataDir: string): string {
  const own = join(dataDir, 'socket', socketName);
  if (Buffer.byteLength(own) > longestSocket) return join(mkdtempSync(join(tmpdir(), 'serasan-')), socketName);
  mkdirSync(dirname(own), { recursive: true, mode: 0o700 });
  chmodSync(dirname(own), 0o700);
  return own;
}

function removeSocket(dataDir: string, socket: string): void {
  if (typeof socket !== 'string' || !socket.endsWith(`/${socketName}`)) return;
  const inTemp = dirname(dirname(socket)) === tmpdir() && !socket.startsWith(dataDir);
  if (inTemp) rmSync(dirname(socket), { recursive: true, force: true });
}

/** A process of another container is not seen by its number, but its socket answers. */
async function isAlive(lock: Lock): Promise<boolean> {
  if (isRunning(lock.pid) && lock.born === birthOf(lock.pid)) return true;
  return new Promise((resolve) => {
    const probe = connect(lock.socket);
    const end = (alive: boolean) => () => {
      probe.destroy();
      resolve(alive);
    };
    probe.once('connect', end(true)).once('error', end(false)).setTimeout(1000, end(true));
  });
}

function parse(text: string): Lock | null {
  try {
    const lock = JSON.parse(text) as Partial<Lock>;
    return typeof lock.pid === 'number' && typeof lock.socket === 'string' ? (lock as Lock) : null;
  } catch {
    return null;
  }
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function ageOf(file: string): number {
  return Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
}
