import { createHash } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { syncFolder } from './archive.ts';
import { audit, type AuditRow } from './audit.ts';
import { diskFault, needRoom } from './disk.ts';
import { Fault } from './faults.ts';
import { newId } from './ids.ts';
import type { RegionTx } from './regions.ts';
import type { KernelTables } from './tables.ts';

export type FileKind = 'pdf' | 'jpeg' | 'png';
export interface KeptFile {
  /** SHA-256 of its bytes: its name, too. */
  digest: string;
  kind: FileKind;
  size: number;
}

export const mostBytes = 10 * 1024 * 1024;
export const mediaType: Record<FileKind, string> = { pdf: 'application/pdf', jpeg: 'image/jpeg', png: 'image/png' };
const expected = 'a PDF, a JPEG or a PNG';

/** What bytes are, by their own first and last marks: what a browser calls them, or their name, says nothing. */
export function kindOf(bytes: Uint8Array): FileKind | null {
  const starts = (...signs: number[]): boolean => signs.every((sign, n) => bytes[n] === sign);
  const at = (from: number, to?: number): string => Buffer.from(bytes.subarray(from, to)).toString('latin1');
  if (/^%PDF-[12]\.\d/.test(at(0, 8)) && at(Math.max(0, bytes.length - 1024)).includes('%%EOF')) return 'pdf';
  if (starts(0xff, 0xd8, 0xff) && at(Math.max(0, bytes.length - 64)).includes('\xff\xd9')) return 'jpeg';
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) && at(12, 16) === 'IHDR' && at(Math.max(0, bytes.length - 12)).includes('IEND')) return 'png';
  return null;
}

const filesFolder = (dataDir: string): string => join(dataDir, 'files');

/** Where a file stands; only a digest is a name, so no name leads out of the folder. Throws `file.unknown` (404). */
export function placeOf(dataDir: string, digest: string): string {
  if (!/^[0-9a-f]{64}$/.test(digest)) throw new Fault('file.unknown', 404, { given: digest.slice(0, 80), expected: 'the digest of a kept file' });
  return join(filesFolder(dataDir), digest.slice(0, 2), digest);
}

/**
 * Writes bytes below the data folder and waits until the disk has them; the same bytes are kept once. A row must name them afterwards
 * (`recordFile`): bytes that no row names are nobody's, and are never served. Throws `file.empty` (422), `file.too_large` (413), `file.kind` (415).
 */
export function keepBytes(dataDir: string, bytes: Uint8Array): KeptFile {
  if (bytes.length === 0) throw new Fault('file.empty', 422, { given: '0 bytes', expected });
  if (bytes.length > mostBytes) throw new Fault('file.too_large', 413, { given: `${bytes.length} bytes`, expected: `at most ${mostBytes} bytes` });
  const kind = kindOf(bytes);
  if (kind === null) throw new Fault('file.kind', 415, { given: Buffer.from(bytes.subarray(0, 8)).toString('hex'), expected });
  const digest = createHash('sha256').update(bytes).digest('hex');
  putBytes(dataDir, digest, bytes);
  return { digest, kind, size: bytes.length };
}

/** Puts bytes at the place of their digest, as an import of everything does, too. */
export function putBytes(dataDir: string, digest: string, bytes: Uint8Array): void {
  const place = placeOf(dataDir, digest);
  if (existsSync(place) && statSync(place).size === bytes.length) return;
  const fresh = join(filesFolder(dataDir), `.new-${newId()}`);
  try {
    mkdirSync(dirname(place), { recursive: true, mode: 0o700 });
    needRoom(filesFolder(dataDir), bytes.length);
    const file = openSync(fresh, 'wx', 0o600);
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(fresh, place);
    for (const folder of [dirname(place), filesFolder(dataDir), dataDir]) syncFolder(folder);
  } catch (error) {
    rmSync(fresh, { force: true });
    throw diskFault(error, filesFolder(dataDir));
  }
}

/** What a process that died while it wrote left behind: half a file under no digest. */
export function sweepUnfinished(dataDir: string): number {
  if (!existsSync(filesFolder(dataDir))) return 0;
  const left = readdirSync(filesFolder(dataDir)).filter((name) => name.startsWith('.new-'));
  for (const name of left) rmSync(join(filesFolder(dataDir), name), { force: true });
  return left.length;
}

const own = (tx: RegionTx) => tx.withTables<KernelTables>();

/** The region's row of a kept file, told in the log; a second time it changes nothing. */
export async function recordFile(tx: RegionTx, { digest, kind, size }: KeptFile, by: Pick<AuditRow, 'at' | 'actor' | 'who'>): Promise<void> {
  const found = await own(tx).insertInto('kernel.file').values({ regionCode: tx.region, digest, kind, size, keptAt: by.at, postId: by.who?.postId ?? null }).onConflict((same) => same.doNothing()).returning('digest').executeTakeFirst();
  if (found) await audit(tx, [{ ...by, action: 'keep', subject: `file ${digest}`, after: { kind, size } }]);
}

/** A kept file of the region with its bytes. Throws `file.unknown` (404) for another region's, and `file.damaged` (500) where the disk has other bytes. */
export async function readFile(tx: RegionTx, dataDir: string, digest: string): Promise<KeptFile & { bytes: Buffer }> {
  const place = placeOf(dataDir, digest);
  const row = await own(tx).selectFrom('kernel.file').select(['digest', 'kind', 'size']).where('regionCode', '=', tx.region).where('digest', '=', digest).executeTakeFirst();
  if (!row) throw new Fault('file.unknown', 404, { given: digest, expected: 'the digest of a kept file' });
  const bytes = existsSync(place) ? readFileSync(place) : Buffer.alloc(0);
  if (createHash('sha256').update(bytes).digest('hex') !== digest) throw new Fault('file.damaged', 500, { given: place, expected: 'the bytes that were kept; they are in a backup' });
  return { ...row, kind: row.kind as FileKind, bytes };
}

/** Digests of all kept files of the region. */
export async function listFiles(tx: RegionTx): Promise<string[]> {
  const rows = await own(tx).selectFrom('kernel.file').select('digest').where('regionCode', '=', tx.region).orderBy('digest').execute();
  return rows.map(({ digest }) => digest);
}
