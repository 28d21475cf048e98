import { closeSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, openSync, readdirSync, renameSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { sealAudit } from '#kernel/audit-seals.ts';
import { installationRows, keyOf, rowsBehind } from '#kernel/carry-rows.ts';
import { readConfig } from '#kernel/config.ts';
import type { Ctx } from '#kernel/context.ts';
import { diskFault } from '#kernel/disk.ts';
import { Fault } from '#kernel/faults.ts';
import { listFiles, placeOf } from '#kernel/file-store.ts';
import { auditRead } from '#kernel/logged-reads.ts';
import { newestMigration } from '#kernel/migrate.ts';
import { forRegion, forRegionRead } from '#kernel/regions.ts';
import { listRegions } from '#places/index.ts';
import { carried } from './carried-tables.ts';
import { exportPack } from './export-pack.ts';

/** Names the folder for what it is; nothing in it changes from one export to the next of the same state. */
export const contents = 'serasan-export.json';

/** Kept files of a region, each under its digest. */
export const keptFiles = 'files';

/** Tables that leave row by row, of one kind, that this database has. */
export async function carriedRows(ctx: Ctx, of: 'region' | 'installation'): Promise<{ table: string; key: string[]; without: readonly string[] }[]> {
  const found = [];
  for (const [table, as] of Object.entries(carried)) {
    if (as.how !== 'rows' || as.of !== of) continue;
    const key = await keyOf(ctx.db, table);
    if (key.length > 0) found.push({ table, key, without: as.without ?? [] });
  }
  return found;
}

/**
 * Everything of every region but secrets, as plain files: its pack, and row by row what no pack holds. Written beside its place and then
 * renamed, for its owner alone; a folder that holds anything is refused (`export.folder_in_use`, 409). Each region's log tells of it afterwards,
 * so that two exports of one state are the same.
 */
export async function exportAll(ctx: Ctx, folder: string, dataDir = readConfig(process.env).dataDir): Promise<{ regions: string[] }> {
  const target = resolve(folder);
  if (existsSync(target) && readdirSync(target).length > 0) throw new Fault('export.folder_in_use', 409, { folder: target, given: 'files', expected: 'a new or an empty folder' });
  const regions = (await listRegions(ctx.db)).map(({ code }) => code);
  try {
    mkdirSync(dirname(target), { recursive: true });
    const fresh = mkdtempSync(join(dirname(target), '.export-'));
    try {
      for (const { table, ...rest } of await carriedRows(ctx, 'installation')) writeFileSync(join(fresh, `${table}.jsonl`), (await installationRows(ctx.db, { table, ...rest })).map((line) => `${line}\n`).join(''), { mode: 0o600 });
      for (const code of regions) await exportRegion(ctx, code, join(fresh, code), dataDir);
      writeFileSync(join(fresh, contents), `${JSON.stringify({ kind: 'serasan-export', format: 1, migration: newestMigration(), regions }, null, 2)}\n`);
      rmSync(target, { recursive: true, force: true });
      renameSync(fresh, target);
    } finally {
      rmSync(fresh, { recursive: true, force: true });
    }
  } catch (error) {
    throw diskFault(error, target);
  }
  for (const code of regions) await forRegion(ctx.db, code, (tx) => auditRead(ctx, tx, 'backup', { export: true }));
  return { regions };
}

async function exportRegion(ctx: Ctx, code: string, folder: string, dataDir: string): Promise<void> {
  ctx.progress(`${code}: writing its pack, and what no pack holds`);
  mkdirSync(folder);
  await sealAudit(ctx.db, code, ctx.clock);
  await exportPack(ctx.db, code, join(folder, 'pack'));
  for (const place of await carriedRows(ctx, 'region')) {
    const file = openSync(join(folder, `${place.table}.jsonl`), 'wx', 0o600);
    try {
      let last: string | null = null;
      do {
        const page: { lines: string[]; last: string | null } = await forRegionRead(ctx.db, code, (tx) => rowsBehind(tx, place, last));
        for (const line of page.lines) writeSync(file, `${line}\n`);
        last = page.last;
      } while (last !== null);
    } finally {
      closeSync(file);
    }
  }
  const kept = await forRegionRead(ctx.db, code, listFiles);
  if (kept.length > 0) mkdirSync(join(folder, keptFiles), { mode: 0o700 });
  for (const digest of kept) copyFileSync(placeOf(dataDir, digest), join(folder, keptFiles, digest));
}
