import { chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import pkg from '../../package.json' with { type: 'json' };
import { postgresOf, syncFolder, writeArchive } from '#kernel/archive.ts';
import type { Config } from '#kernel/config.ts';
import type { Ctx } from '#kernel/context.ts';
import { copyDatabase } from '#kernel/copy-database.ts';
import { diskFault } from '#kernel/disk.ts';
import { Fault } from '#kernel/faults.ts';
import { auditRead } from '#kernel/logged-reads.ts';
import { newestMigration } from '#kernel/migrate.ts';
import { forRegion } from '#kernel/regions.ts';
import { listRegions } from '#places/index.ts';

export interface Backup {
  /** How long new transactions waited, in milliseconds. */
  held: number;
  /** Of the database and of the archive. */
  bytes: number;
  archive: number;
  files: number;
}

/**
 * Copies the embedded database, which may be in use, with the kept files and the installation's key into one archive of mode 0600. Throws `file.exists` (409)
 * unless forced, `backup.server` (409) for a PostgreSQL server, `disk.full` and `disk.read_only`. Each region's log tells of it.
 * `letGo` is called when nobody waits any more.
 */
export async function makeBackup(ctx: Ctx, config: Config, file: string, force = false, letGo: () => void = () => undefined): Promise<Backup> {
  if (config.databaseUrl) throw new Fault('backup.server', 409, { given: 'DATABASE_URL', expected: 'pg_dump' });
  if (existsSync(file) && (!force || !statSync(file).isFile())) throw new Fault('file.exists', 409, { file, expected: 'a new file, or --force' });
  const database = join(config.dataDir, 'database');
  if (!relative(database, file).startsWith('..')) throw new Fault('backup.inside', 422, { file, expected: 'a file outside of the folder that is copied' });
  for (const { code } of await listRegions(ctx.db)) await forRegion(ctx.db, code, (tx) => auditRead(ctx, tx, 'backup'));
  return archived(file, async (whole) => {
    const held = await copyDatabase(ctx.db.pool, database, join(whole, 'database'));
    letGo();
    return { held, about: { version: pkg.version, migration: newestMigration() } };
  }, config, ctx.clock());
}

/** A copy of a database that nobody has open, of whichever release; who calls holds the folder's lock. */
export function backupAtRest(config: Config, file: string, at: Date): Promise<Backup> {
  if (existsSync(file)) throw new Fault('file.exists', 409, { file, expected: 'a new file' });
  return archived(file, async (whole) => {
    cpSync(join(config.dataDir, 'database'), join(whole, 'database'), { recursive: true });
    return { held: 0, about: { version: 'of before an upgrade', migration: '' } };
  }, config, at);
}

/** Copies beside the file, compresses, and renames; what was copied is gone afterwards, however it ends. */
async function archived(file: string, copy: (whole: string) => Promise<{ held: number; about: { version: string; migration: string } }>, config: Config, at: Date): Promise<Backup> {
  let staging: string | undefined;
  const clear = (): void => {
    if (staging !== undefined) rmSync(staging, { recursive: true, force: true });
  };
  process.once('exit', clear); // also where somebody stops it: a copy of the whole database must not stay behind
  try {
    staging = mkdtempSync(join(dirname(file), '.serasan-backup-'));
    chmodSync(staging, 0o700);
    const whole = join(staging, 'whole');
    mkdirSync(join(whole, 'database'), { recursive: true });
    const madeAt = at.toISOString();
    const { held, about } = await copy(whole);
    const secret = join(config.dataDir, 'secret');
    if (existsSync(secret)) copyFileSync(secret, join(whole, 'secret'));
    const kept = join(config.dataDir, 'files'); // after the database: bytes stand there before a row names them
    if (existsSync(kept)) cpSync(kept, join(whole, 'files'), { recursive: true, filter: (path) => !basename(path).startsWith('.new-') });
    const { files } = await writeArchive(whole, join(staging, 'archive'), { madeAt, postgres: postgresOf(join(whole, 'database')) ?? '', ...about });
    renameSync(join(staging, 'archive'), file);
    syncFolder(dirname(file));
    return { held, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0), archive: statSync(file).size, files: files.length };
  } catch (error) {
    throw diskFault(error, dirname(file));
  } finally {
    clear();
    process.off('exit', clear);
  }
}
