import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Fault } from '#kernel/faults.ts';
import type { Tables } from '#kernel/pack-part.ts';
import { rowsOf } from '#kernel/pack-parts.ts';
import { codeOf, filesIn } from './check-pack.ts';
import { partOf, parts } from './pack-files.ts';

/** The files of a pack in canonical form: file name and content. */
export const packFiles = (tables: Tables): [string, string][] => parts.flatMap((part) => part.write(tables));

/**
 * Writes a pack beside its place and then renames, so that nobody sees half of it. An empty folder or a pack is replaced, another region's
 * pack only when forced; a folder that holds anything else is refused. What begins with a dot, such as a repository, stays.
 */
export function writePack(folder: string, tables: Tables, force = false): number {
  const target = resolve(folder);
  const given = heldBy(target, String(rowsOf(tables, 'places.region')[0]?.data.code), force);
  if (given) throw new Fault('export.folder_in_use', 409, { folder: target, given, expected: 'an empty folder, or one that holds a pack of the region and nothing else' });
  mkdirSync(dirname(target), { recursive: true });
  const fresh = mkdtempSync(join(dirname(target), '.pack-'));
  chmodSync(fresh, 0o755); // a temporary folder is its maker's alone; a pack is for everyone
  const files = packFiles(tables);
  for (const [file, content] of files) {
    mkdirSync(dirname(join(fresh, file)), { recursive: true });
    writeFileSync(join(fresh, file), content);
  }
  const old = `${fresh}-old`;
  if (existsSync(target)) {
    renameSync(target, old);
    for (const name of readdirSync(old)) if (name.startsWith('.')) renameSync(join(old, name), join(fresh, name));
  }
  renameSync(fresh, target);
  rmSync(old, { recursive: true, force: true });
  return files.length;
}

/** What stands in a folder that forbids to write there; null where nothing does. */
function heldBy(target: string, code: string, force: boolean): string | null {
  if (!existsSync(target)) return null;
  if (!statSync(target).isDirectory()) return 'a file of that name';
  const files = filesIn(target);
  const foreign = files.find((file) => !partOf(file));
  if (foreign) return foreign;
  if (files.length === 0) return null;
  const there = codeOf(target);
  if (there === null) return force ? null : 'files of a pack without a region';
  return there === code || force ? null : `the pack of ${there}`;
}
