import { cellBatches } from '#indicators/index.ts';
import { join } from 'node:path';
import { postgresOf } from '#kernel/archive.ts';
import type { Config } from '#kernel/config.ts';
import { openDatabase } from '#kernel/database.ts';
import { embeddedMajor } from '#kernel/embedded.ts';
import { Fault } from '#kernel/faults.ts';
import { releaseLock, takeLock } from '#kernel/folder-lock.ts';
import { forRegion } from '#kernel/regions.ts';
import { listRegions } from '#places/index.ts';
import { backupAtRest } from './backup.ts';
import { newContext } from './context.ts';
import { workStale } from './work-stale.ts';

/**
 * Brings the data folder of an earlier release to this one: a backup first, then the schema, then every figure by the rules of this release.
 * Throws `database.in_use` (409) while anyone has the folder, `database.other_major` (409) where another PostgreSQL wrote it.
 */
export async function upgradeFolder(config: Config, file: string, progress: (line: string) => void): Promise<{ regions: string[]; bytes: number }> {
  if (config.databaseUrl) throw new Fault('upgrade.server', 409, { given: 'DATABASE_URL', expected: 'pg_dump, then a start' });
  const bytes = await backupBefore(config, file, progress);
  const db = await openDatabase(config, progress, 'command');
  try {
    const regions = (await listRegions(db)).map(({ code }) => code);
    for (const code of regions) {
      await forRegion(db, code, (tx) => cellBatches.stale.mark(tx, { all: true }, new Date()));
      await workStale(newContext(db, 'job', progress), code);
    }
    return { regions, bytes };
  } finally {
    await db.close();
  }
}

/** Under the folder's lock and before anything is opened: opening is what changes it. */
async function backupBefore(config: Config, file: string, progress: (line: string) => void): Promise<number> {
  const major = postgresOf(join(config.dataDir, 'database'));
  if (major === null) throw new Fault('upgrade.nothing', 404, { folder: config.dataDir, expected: 'a data folder' });
  if (major !== embeddedMajor) throw new Fault('database.other_major', 409, { folder: config.dataDir, given: major, expected: embeddedMajor });
  const { lock, mine } = await takeLock(config.dataDir, 'command');
  if (!mine) throw new Fault('database.in_use', 409, { folder: config.dataDir, by: lock.role, process: lock.pid, expected: 'a folder that nobody uses: stop the server first' });
  try {
    progress(`keeping what is there in ${file}`);
    return (await backupAtRest(config, file, new Date())).archive;
  } finally {
    releaseLock(config.dataDir, lock);
  }
}
