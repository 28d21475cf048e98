import { constants, copyFileSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type pg from 'pg';

/** What stands in a folder, by its path from there. */
interface Found {
  path: string;
  folder: boolean;
}

/** A file's time is no finer than this on some file systems: what was written so shortly before it was copied is copied again. */
const coarsest = 2_000;

function everythingIn(root: string): Found[] {
  return readdirSync(root, { recursive: true, withFileTypes: true }).map((entry) => ({ path: relative(root, join(entry.parentPath, entry.name)), folder: entry.isDirectory() }));
}

/**
 * Copies the embedded database as it stands at one moment, and answers how long others waited for it. What changes seldom is copied first,
 * beside them; then one transaction holds the only session, writes a checkpoint, and what has changed since is copied with the log behind
 * it. A transaction that waits is not refused: it goes on afterwards. A copier that dies lets go.
 */
export async function copyDatabase(pool: pg.Pool, from: string, into: string): Promise<number> {
  await pool.query('checkpoint'); // the one that is waited for has then little to write
  const copied = new Map<string, string>();
  for (const { path, folder } of everythingIn(from)) if (!folder && !path.startsWith('pg_wal/')) copyOne(from, into, path, copied);
  const client = await pool.connect();
  const began = Date.now();
  try {
    await client.query('begin');
    await client.query('checkpoint');
    const { rows } = await client.query<{ first: string; last: string }>('select redo_wal_file as first, pg_walfile_name(pg_current_wal_insert_lsn()) as last from pg_control_checkpoint()');
    copyChanged(from, into, copied, rows[0] ?? { first: '', last: 'z' });
  } finally {
    await client.query('rollback').catch(() => undefined); // the server may have ended, and then the copy has failed already
    client.release();
  }
  return Date.now() - began;
}

/** Nobody writes while this goes on, so that all it copies is of one moment. */
function copyChanged(from: string, into: string, copied: Map<string, string>, wal: { first: string; last: string }): void {
  const now = everythingIn(from);
  for (const { path, folder } of now) {
    if (folder) mkdirSync(join(into, path), { recursive: true });
    else if (isNeeded(path, wal) && copied.get(path) !== stateOf(join(from, path))) copyOne(from, into, path, copied);
  }
  const there = new Set(now.map(({ path }) => path));
  for (const path of copied.keys()) if (!there.has(path)) rmSync(join(into, path), { force: true });
}

/** Of the write-ahead log, what the checkpoint needs: other segments are kept by the database only to be written over. */
function isNeeded(path: string, wal: { first: string; last: string }): boolean {
  const segment = /^pg_wal\/([0-9A-F]{24})$/.exec(path)?.[1];
  return segment === undefined || (segment >= wal.first && segment <= wal.last);
}

function copyOne(from: string, into: string, path: string, copied: Map<string, string>): void {
  const source = join(from, path);
  try {
    copied.set(path, stateOf(source));
    mkdirSync(dirname(join(into, path)), { recursive: true });
    copyFileSync(source, join(into, path), constants.COPYFILE_FICLONE);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    copied.delete(path); // dropped meanwhile; in the held moment it is looked at again
  }
}

/** Equal only where nothing can have been written between: a file that was just written has a state of its own. */
function stateOf(file: string): string {
  const { size, mtimeNs, mtimeMs } = statSync(file, { bigint: true });
  const fresh = Date.now() - Number(mtimeMs) < coarsest ? ` at ${process.hrtime.bigint()}` : '';
  return `${size} ${mtimeNs}${fresh}`;
}
