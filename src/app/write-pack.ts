import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Fault } from '#kernel/faults.ts';
import type { Tables } from '#kernel/pack-part.ts';
import { filesIn } from './check-pack.ts';
import { partOf, parts } from './pack-files.ts';

/** The files of a pack in canonical form: file name and content. */
export const packFiles = (tables: Tables): [string, string][] => parts.flatMap((part) => part.write(tables));

/** Writes a pack beside its place and then renames, so that nobody sees half of it. Only an empty folder or a pack is replaced, unless forced. */
export function writePack(folder: string, tables: Tables, force = false): number {
  const target = resolve(folder);
  const full = existsSync(target) && readdirSync(target).length > 0;
  if (!force && full && (!existsSync(join(target, 'region.yaml')) || filesIn(target).some((file) => !partOf(file)))) {
    throw new Fault('export.folder_in_use', 409, { folder: target, expected: 'an empty folder, or one that holds a region pack and nothing else' });
  }
  mkdirSync(dirname(target), { recursive: true });
  const fresh = mkdtempSync(join(dirname(target), '.pack-'));
  chmodSync(fresh, 0o755); // a temporary folder is its maker's alone; a pack is for everyone
  const files = packFiles(tables);
  for (const [file, content] of files) {
    mkdirSync(dirname(join(fresh, file)), { recursive: true });
    writeFileSync(join(fresh, file), content);
  }
  const old = `${fresh}-old`;
  if (existsSync(target)) renameSync(target, old);
  renameSync(fresh, target);
  rmSync(old, { recursive: true, force: true });
  return files.length;
}
