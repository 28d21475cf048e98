import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from './ids.ts';

export interface Lock {
  pid: number;
  /** When that process started (from /proc where there is one), so that a reused pid is not taken for it. */
  born: string;
  role: 'server' | 'command';
  socket: string;
}

/** PGlite takes no lock on its folder, and two processes on one folder lose rows in silence; so this does. */
export function readLock(dataDir: string): Lock | null {
  const file = join(dataDir, 'serasan.lock');
  if (!existsSync(file)) return null;
  try {
    const lock = JSON.parse(readFileSync(file, 'utf8')) as Lock;
    return isAlive(lock) ? lock : null;
  } catch {
    return null;
  }
}

/** Takes the lock; false when another living process holds it. A lock left by a dead process is taken over. */
export function takeLock(dataDir: string, role: Lock['role']): Lock | null {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = join(dataDir, 'serasan.lock');
  const lock: Lock = { pid: process.pid, born: birthOf(process.pid), role, socket: socketIn(dataDir) };
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      writeFileSync(file, JSON.stringify(lock), { flag: 'wx', mode: 0o600 });
      return lock;
    } catch {
      if (readLock(dataDir)) return null;
      rmSync(file, { force: true });
    }
  }
  return null;
}

export function releaseLock(dataDir: string): void {
  rmSync(join(dataDir, 'serasan.lock'), { force: true });
}

/** A socket's path may hold about 100 characters; a longer folder gets its socket in the system's temporary folder. */
function socketIn(dataDir: string): string {
  const own = join(dataDir, 'socket', '.s.PGSQL.5432');
  if (own.length <= 100) {
    mkdirSync(join(dataDir, 'socket'), { recursive: true, mode: 0o700 });
    return own;
  }
  const folder = join(tmpdir(), `serasan-${newId()}`);
  mkdirSync(folder, { mode: 0o700 });
  return join(folder, '.s.PGSQL.5432');
}

function isAlive(lock: Lock): boolean {
  try {
    process.kill(lock.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  return lock.born === birthOf(lock.pid);
}

function birthOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
