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
import { floorOf, positionOf } from './export-position.ts';

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
 * so that two exports of one state are the same. What was written to meanwhile is written anew; `moved` names the regions that went on all the same.
 */
export async function exportAll(ctx: Ctx, folder: string, dataDir = readConfig(process.env).dataDir): Promise<{ regions: string[]; moved: string[] }> {
  const target = resolve(folder);
  if (existsSync(target) && readdirSync(target).length > 0) throw new Fault('export.folder_in_use', 409, { folder: target, given: 'files', expected: 'a new or an empty folder' });
  const regions = (await listRegions(ctx.db)).map(({ code }) => code);
  const log: Record<string, Span> = {};
  try {
    mkdirSync(dirname(target), { recursive: true });
    const fresh = mkdtempSync(join(dirname(target), '.export-'));
    try {
      for (const code of regions) log[code] = await exportAtRest(ctx, code, join(fresh, code), dataDir);
      // Accounts last: whoever holds a post that was written has an account that is.
      for (const { table, ...rest } of await carriedRows(ctx, 'installation')) writeFileSync(join(fresh, `${table}.jsonl`), (await installationRows(ctx.db, { table, ...rest })).map((line) => `${line}\n`).join(''), { mode: 0o600 });
      writeFileSync(join(fresh, contents), `${JSON.stringify({ kind: 'serasan-export', format: 1, migration: newestMigration(), regions, log }, null, 2)}\n`);
      rmSync(target, { recursive: true, force: true });
      renameSync(fresh, target);
    } finally {
      rmSync(fresh, { recursive: true, force: true });
    }
  } catch (error) {
    throw diskFault(error, target);
  }
  for (const code of regions) await forRegion(ctx.db, code, (tx) => auditRead(ctx, tx, 'backup', { export: true }));
  return { regions, moved: regions.filter((code) => log[code]?.from !== log[code]?.to) };
}

/** The newest row of a region's log that tells of a change, before and after the region was written: one and the same, unless it did not come to rest. */
interface Span {
  from: string | null;
  to: string | null;
}
/** A region that goes on so often is written all the same, and it is told. */
const tries = 3;

/**
 * Writes a region of one moment. One transaction over all of it would hold the embedded database's pages; so what was written while something changed
 * is thrown away and written again.
 */
async function exportAtRest(ctx: Ctx, code: string, folder: string, dataDir: string): Promise<Span> {
  for (let tried = 1; ; tried += 1) {
    const floor = floorOf(Date.now());
    await sealAudit(ctx.db, code, ctx.clock);
    const before = await forRegionRead(ctx.db, code, (tx) => positionOf(tx, floor));
    await exportRegion(ctx, code, folder, dataDir);
    const after = await forRegionRead(ctx.db, code, (tx) => positionOf(tx, floor));
    if (before.mark === after.mark || tried === tries) return { from: before.row, to: after.row };
    ctx.progress(`${code}: something was written meanwhile; once more`);
    rmSync(folder, { recursive: true });
  }
}

async function exportRegion(ctx: Ctx, code: string, folder: string, dataDir: string): Promise<void> {
  ctx.progress(`${code}: writing its pack, and what no pack holds`);
  mkdirSync(folder);
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
