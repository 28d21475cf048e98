import { randomBytes } from 'node:crypto';
import { chmodSync, closeSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from './config.ts';
import { Fault } from './faults.ts';

/** Where the installation's key lies; it goes into no export, and into a backup only because that is the whole folder. */
const fileIn = (dataDir: string): string => join(dataDir, 'secret');
const shortest = 32;

/**
 * The key of this installation, as text bytes: SERASAN_SECRET where that is set, else the file `secret` in the data folder, made with
 * mode 0600 at the first use. Throws `secret.missing` for a PostgreSQL server without SERASAN_SECRET, since several servers may share
 * that database and must have the same one, and `secret.damaged` for a file that holds none: a new one would make every digest strange.
 */
export function readSecret(config: Config): Buffer {
  if (config.secret !== null) return Buffer.from(config.secret);
  if (config.databaseUrl) throw new Fault('secret.missing', 500, { variable: 'SERASAN_SECRET', expected: `a random text of at least ${shortest} characters, the same for each server of this database` });
  const file = fileIn(config.dataDir);
  if (!statSync(file, { throwIfNoEntry: false })) makeNew(file);
  const text = readFileSync(file, 'utf8').trim();
  if (text.length < shortest) throw new Fault('secret.damaged', 500, { file, expected: `at least ${shortest} characters, as in a backup of the folder` });
  if ((statSync(file).mode & 0o077) !== 0) chmodSync(file, 0o600);
  return Buffer.from(text);
}

/** Written whole beside its place and then linked to it: of two that make it at once one wins, and both read that one. */
function makeNew(file: string): void {
  const own = `${file}.${randomBytes(6).toString('hex')}`;
  const open = openSync(own, 'wx', 0o600);
  try {
    writeSync(open, `${randomBytes(32).toString('hex')}\n`);
    fsyncSync(open);
    linkSync(own, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    closeSync(open);
    rmSync(own, { force: true });
  }
}
