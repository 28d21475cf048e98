import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, openSync, closeSync, fsyncSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import yazl from 'yazl';
import { z } from 'zod';
import { Fault } from './faults.ts';

/** The first entry of a backup: what it is, and each file with its length and digest. */
const contents = 'serasan-backup.json';
const safePath = z.string().max(500).regex(/^(?!.*(^|\/)\.{1,2}(\/|$))[\w.-]+(\/[\w.-]+)*$/);
const manifestSchema = z.object({
  kind: z.literal('serasan-backup'), format: z.literal(1), madeAt: z.iso.datetime(), version: z.string().max(50), postgres: z.string().max(20), migration: z.string().max(200),
  folders: z.array(safePath).max(10_000), files: z.array(z.object({ path: safePath, bytes: z.number().int().nonnegative(), sha256: z.string().length(64) })).max(1_000_000),
});
export type Manifest = z.infer<typeof manifestSchema>;
export type About = Pick<Manifest, 'madeAt' | 'version' | 'postgres' | 'migration'>;

const digestOf = async (file: string): Promise<string> => {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
};

/** Writes all that stands in a folder as one compressed archive into a new file of mode 0600, and waits until the disk has it. */
export async function writeArchive(folder: string, file: string, about: About): Promise<Manifest> {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).map((entry) => ({ path: relative(folder, join(entry.parentPath, entry.name)), directory: entry.isDirectory() }));
  const files = [];
  for (const { path } of found.filter(({ directory }) => !directory)) files.push({ path, bytes: statSync(join(folder, path)).size, sha256: await digestOf(join(folder, path)) });
  const manifest: Manifest = { kind: 'serasan-backup', format: 1, ...about, folders: found.flatMap(({ path, directory }) => (directory ? [path] : [])), files };
  const zip = new yazl.ZipFile();
  const out = zip.outputStream as Readable;
  zip.on('error', (error) => out.destroy(error as Error));
  zip.addBuffer(Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`), contents, { mtime: new Date(about.madeAt), mode: 0o100600 });
  for (const { path } of files) zip.addFile(join(folder, path), path, { mode: 0o100600 });
  zip.end();
  await pipeline(out, createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true }));
  return manifest;
}

/** Opens an archive and reads what it says of itself; throws `backup.damaged` (422) for what is no whole backup. */
export async function openArchive(file: string): Promise<{ zip: ZipFile; entries: Map<string, Entry>; manifest: Manifest }> {
  if (!existsSync(file)) throw new Fault('file.missing', 404, { file, expected: 'a backup' });
  const damaged = (given: string): Fault => new Fault('backup.damaged', 422, { file, given, expected: 'a whole backup, as `serasan backup` writes it' });
  const zip = await openPromise(file, { lazyEntries: true, autoClose: false }).catch((error: Error) => {
    throw damaged(error.message);
  });
  try {
    const entries = new Map<string, Entry>();
    for await (const entry of zip.eachEntry()) {
      if (entries.has(entry.fileName)) throw damaged(`${entry.fileName} twice`);
      entries.set(entry.fileName, entry);
    }
    const first = entries.get(contents);
    if (!first || first.uncompressedSize > 200_000_000) throw damaged(`no ${contents}`);
    entries.delete(contents);
    const told = manifestSchema.safeParse(JSON.parse(await textOf(zip, first)));
    if (!told.success) throw damaged(`${contents}: ${told.error.issues[0]?.path.join('.')} ${told.error.issues[0]?.message}`);
    const missing = told.data.files.find(({ path, bytes }) => entries.get(path)?.uncompressedSize !== bytes);
    if (missing) throw damaged(`${missing.path} is not there, or of another length`);
    if (entries.size !== told.data.files.length) throw damaged('files that it does not name');
    return { zip, entries, manifest: told.data };
  } catch (error) {
    zip.close();
    throw error instanceof Fault ? error : damaged((error as Error).message);
  }
}

async function textOf(zip: ZipFile, entry: Entry): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString('utf8');
}

/** Writes each file below a new folder, and holds its length and digest against what the archive says; nothing outside that folder is touched. */
export async function extractArchive({ zip, entries, manifest }: Awaited<ReturnType<typeof openArchive>>, folder: string): Promise<void> {
  for (const path of manifest.folders) mkdirSync(join(folder, path), { recursive: true, mode: 0o700 });
  for (const { path, sha256 } of manifest.files) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
    const hash = createHash('sha256');
    const tapped = new Transform({ transform(piece: Buffer, _, next) { hash.update(piece); next(null, piece); } });
    await pipeline(await zip.openReadStreamPromise(entries.get(path) as Entry), tapped, createWriteStream(target, { flags: 'wx', mode: 0o600, flush: true })).catch((error: NodeJS.ErrnoException) => {
      throw error.code?.startsWith('E') ? error : new Fault('backup.damaged', 422, { given: `${path}: ${error.message}`, expected: 'a whole backup' });
    });
    if (hash.digest('hex') !== sha256) throw new Fault('backup.damaged', 422, { given: `${path} has another digest`, expected: 'a backup as it was written' });
  }
}

/** A name in a folder is on the disk only when the folder is. */
export function syncFolder(folder: string): void {
  const open = openSync(folder, 'r');
  try {
    fsyncSync(open);
  } finally {
    closeSync(open);
  }
}

/** The major version of PostgreSQL that made an embedded database, null where there is none. */
export function postgresOf(databaseFolder: string): string | null {
  const file = join(databaseFolder, 'PG_VERSION');
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : null;
}
