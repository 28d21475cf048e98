import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { extractArchive, type Manifest, openArchive, syncFolder } from '#kernel/archive.ts';
import { audit } from '#kernel/audit.ts';
import type { Config } from '#kernel/config.ts';
import type { Db } from '#kernel/connection.ts';
import { openDatabase, restoreFolder } from '#kernel/database.ts';
import { diskFault, needRoom } from '#kernel/disk.ts';
import { embeddedMajor } from '#kernel/embedded.ts';
import { Fault } from '#kernel/faults.ts';
import { releaseLock, takeLock } from '#kernel/folder-lock.ts';
import { newestMigration } from '#kernel/migrate.ts';
import { forRegion } from '#kernel/regions.ts';
import { listRegions } from '#places/index.ts';

export interface Restored {
  manifest: Manifest;
  /** Where the database lies that was there before; null where there was none. */
  aside: string | null;
  regions: string[];
}

/**
 * Puts a backup into a data folder that nobody uses, and opens it to see that it opens; each region's log tells of it. A folder with a
 * database is refused (`restore.folder_in_use`, 409), or, when forced, its database is moved aside and kept.
 */
export async function restoreBackup(config: Config, file: string, force: boolean, progress: (line: string) => void): Promise<Restored> {
  if (config.databaseUrl) throw new Fault('backup.server', 409, { given: 'DATABASE_URL', expected: 'pg_restore' });
  const archive = await openArchive(file);
  try {
    fits(archive.manifest);
    const aside = await putInPlace(config, archive, force);
    const db = await openDatabase(config, progress, 'command');
    try {
      const regions = (await listRegions(db)).map(({ code }) => code);
      await endWhatWasOpen(db);
      const { madeAt, version } = archive.manifest;
      for (const code of regions) await forRegion(db, code, (tx) => audit(tx, [{ at: new Date(), actor: 'command', action: 'restore', subject: 'backup', after: { madeAt, version } }]));
      return { manifest: archive.manifest, aside, regions };
    } finally {
      await db.close();
    }
  } catch (error) {
    throw diskFault(error, config.dataDir);
  } finally {
    archive.zip.close();
  }
}

/** Sessions and links of the day of the backup would live again, also those that were ended since. */
async function endWhatWasOpen(db: Db): Promise<void> {
  for (const open of ['session', 'verification', 'link where spent_at is null']) await db.pool.query(`delete from people.${open}`);
}

/** An older schema is brought up when it is opened; a newer one, or another PostgreSQL, cannot be read here. */
function fits({ postgres, migration }: Manifest): void {
  if (postgres !== embeddedMajor) throw new Fault('database.other_major', 409, { given: postgres, expected: embeddedMajor });
  if (migration > newestMigration()) throw new Fault('database.newer', 500, { given: migration, expected: `a backup at or below ${newestMigration()}` });
}

async function putInPlace(config: Config, archive: Awaited<ReturnType<typeof openArchive>>, force: boolean): Promise<string | null> {
  const { dataDir } = config;
  const { lock, mine } = await takeLock(dataDir, 'command');
  if (!mine) throw new Fault('database.in_use', 409, { folder: dataDir, by: lock.role, process: lock.pid, expected: 'a folder that nobody uses' });
  const fresh = mkdtempSync(join(dataDir, restoreFolder));
  try {
    const kept = ['database', 'secret', 'files'].filter((name) => existsSync(join(dataDir, name)));
    if (kept.includes('database') && !force) throw new Fault('restore.folder_in_use', 409, { folder: dataDir, given: 'a database', expected: 'a folder without one, or --force' });
    needRoom(dataDir, archive.manifest.files.reduce((sum, { bytes }) => sum + bytes, 0));
    await extractArchive(archive, fresh);
    const aside = kept.length > 0 ? join(dataDir, `before-restore-${new Date().toISOString().replaceAll(':', '-')}`) : null;
    if (aside) {
      mkdirSync(aside, { mode: 0o700 });
      for (const name of kept) renameSync(join(dataDir, name), join(aside, name));
    }
    // The key first: a database that stands there alone would get a new one.
    for (const name of ['secret', 'files', 'database']) if (existsSync(join(fresh, name))) renameSync(join(fresh, name), join(dataDir, name));
    syncFolder(dataDir);
    for (const left of readdirSync(dataDir).filter((name) => name.startsWith(restoreFolder) && join(dataDir, name) !== fresh)) rmSync(join(dataDir, left), { recursive: true, force: true }); // of one that was killed
    return aside;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
    releaseLock(dataDir, lock);
  }
}
