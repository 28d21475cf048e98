import { setPriority } from 'node:os';
import { readConfig } from '#kernel/config.ts';
import { makeBackup } from './backup.ts';
import { type Command, out, say, withDatabase } from './command.ts';
import { newContext } from './context.ts';
import { restoreBackup } from './restore.ts';
import { upgradeFolder } from './upgrade.ts';

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

export const backupCommand: Command = {
  given: 'FILE [--force]',
  short: 'copies the embedded database and the key into one file, also of a running server',
  long: 'FILE is new, or replaced with --force, and for its owner alone (mode 0600): it holds everything, also accounts and the installation\'s\nkey. New transactions wait while what has changed is copied; how long is told. A PostgreSQL server has its own tool, which is named.',
  async run(file, { force = false }) {
    process.once('SIGINT', () => process.exit(3));
    process.once('SIGTERM', () => process.exit(3));
    const config = readConfig(process.env);
    return withDatabase(async (db) => {
      const { held, bytes, archive, files } = await makeBackup(newContext(db, 'command', say), config, file, force, () => setPriority(10)); // compressing is not to be felt by pages
      out(`${file}: ${files} files, ${megabytes(bytes)} in ${megabytes(archive)}; new transactions waited ${(held / 1000).toFixed(2)} s`);
      return 0;
    });
  },
};

export const restoreCommand: Command = {
  given: 'FILE [--force]',
  short: 'puts a backup into the data folder, which holds no database',
  long: 'Every file is held against the digest that was written with it before anything is put in place; a broken or foreign archive is refused,\nand so is a folder that is in use. With --force a database that is there is moved aside, within the folder, and kept.',
  async run(file, { force = false }) {
    const { manifest, aside, regions } = await restoreBackup(readConfig(process.env), file, force, say);
    out(`restored as of ${manifest.madeAt}, written by Serasan ${manifest.version}: ${regions.join(', ') || 'no region'}`);
    if (aside) out(`what was there before lies in ${aside}`);
    return 0;
  },
};

export const upgradeCommand: Command = {
  given: 'FILE',
  short: 'brings a data folder of an earlier release to this one, with a backup of before in FILE',
  long: 'Stop the server first. FILE is new. Then the schema is brought up, one step after another, and every figure is computed again by the rules of\nthis release. If anything fails, `serasan restore FILE --force` with the earlier release puts back what was.',
  async run(file) {
    const { regions, bytes } = await upgradeFolder(readConfig(process.env), file, out);
    out(`upgraded: ${regions.join(', ') || 'no region'}; ${file} holds what was before (${megabytes(bytes)})`);
    return 0;
  },
};
