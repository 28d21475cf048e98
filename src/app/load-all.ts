import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { carriedAtOnce, putInstallationRows, putRows } from '#kernel/carry-rows.ts';
import { readConfig, regionCode } from '#kernel/config.ts';
import type { Ctx } from '#kernel/context.ts';
import { Fault } from '#kernel/faults.ts';
import { putBytes } from '#kernel/file-store.ts';
import { newestMigration } from '#kernel/migrate.ts';
import { forRegion } from '#kernel/regions.ts';
import { beginLoad, endLoad, unfinishedLoad } from '#kernel/unfinished-load.ts';
import { listRegions } from '#places/index.ts';
import { carriedRows, contents, keptFiles } from './export-all.ts';
import { loadPack } from './load-pack.ts';

const contentsSchema = z.object({ kind: z.literal('serasan-export'), format: z.literal(1), migration: z.string(), regions: z.array(regionCode) });
/** A row's longest line; before and after of one change of a large definition stay far below. */
const longest = 8_000_000;

/**
 * Puts an export of everything into an installation that has none of its regions; throws `load.region_there` (409) where it has one, and
 * `export.invalid` (422) for what is no such folder. People have no way in afterwards but one-time links. Cut off, it leaves a mark: a server does
 * not start then, and the same load goes on where it was (`load.unfinished`, 409, for another folder).
 */
export async function loadAll(ctx: Ctx, folder: string, dataDir = readConfig(process.env).dataDir): Promise<{ regions: string[] }> {
  const { regions, migration } = readContents(folder);
  if (migration > newestMigration()) throw new Fault('database.newer', 500, { given: migration, expected: `an export at or below ${newestMigration()}` });
  const left = unfinishedLoad(dataDir);
  if (left !== null && left !== resolve(folder)) throw new Fault('load.unfinished', 409, { folder: dataDir, given: left, expected: 'the load that was cut off, first' });
  const there = left !== null ? [] : (await listRegions(ctx.db)).map(({ code }) => code).filter((code) => regions.includes(code));
  if (there.length > 0) throw new Fault('load.region_there', 409, { given: there.join(', '), expected: 'an installation without these regions: an empty data folder, or an empty database' });
  beginLoad(dataDir, resolve(folder));
  for (const { table } of await carriedRows(ctx, 'installation')) for await (const lines of linesOf(join(folder, `${table}.jsonl`))) await putInstallationRows(ctx.db, table, lines);
  for (const code of regions) {
    loadFiles(join(folder, code, keptFiles), dataDir); // before the rows that name them
    const loaded = await loadPack(ctx, join(folder, code, 'pack'));
    if (loaded.code !== code) throw invalid(join(folder, code, 'pack'), `a pack of ${loaded.code}`);
    for (const { table } of await carriedRows(ctx, 'region')) { // what came in before a load was cut off stays as it is
      let count = 0;
      for await (const lines of linesOf(join(folder, code, `${table}.jsonl`))) {
        await forRegion(ctx.db, code, (tx) => putRows(tx, table, lines));
        count += lines.length;
      }
      ctx.progress(`${code}: ${table}, ${count}`);
    }
  }
  endLoad(dataDir);
  return { regions };
}

const invalid = (file: string, given: string): Fault => new Fault('export.invalid', 422, { file, given, expected: 'a folder as `serasan export --all` writes it' });

/** A file that is not what its name says was changed on its way. */
function loadFiles(folder: string, dataDir: string): void {
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const bytes = readFileSync(join(folder, name));
    if (createHash('sha256').update(bytes).digest('hex') !== name) throw invalid(join(folder, name), 'other bytes than its name says');
    putBytes(dataDir, name, bytes);
  }
}

function readContents(folder: string): z.infer<typeof contentsSchema> {
  const file = join(folder, contents);
  if (!existsSync(file)) throw invalid(folder, `no ${contents}`);
  try {
    return contentsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw invalid(file, (error as Error).message.slice(0, 200));
  }
}

/** Lines of a file, so many at a time; none where the export came from an older release that had no such table. */
async function* linesOf(file: string): AsyncGenerator<string[]> {
  if (!existsSync(file)) return;
  let held: string[] = [];
  for await (const line of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity })) {
    if (line.trim() === '') continue;
    if (line.length > longest) throw invalid(file, `a line of ${line.length} characters`);
    try {
      JSON.parse(line);
    } catch {
      throw invalid(file, line.slice(0, 80));
    }
    held.push(line);
    if (held.length < carriedAtOnce) continue;
    yield held;
    held = [];
  }
  if (held.length > 0) yield held;
}
