import { accessSync, constants, statfsSync } from 'node:fs';
import { Fault } from './faults.ts';

const full = new Set(['ENOSPC', 'EDQUOT', '53100']);
const closed = new Set(['EROFS', 'EACCES', 'EPERM']);

/** What a disk refused, named with its path, so that an operator knows where to make room; any other error as it came. */
export function diskFault(error: unknown, path: string): unknown {
  const { code, dest, path: source } = error as { code?: string; dest?: string; path?: string };
  const named = dest ?? source; // of a copy, what could not be written
  if (code !== undefined && full.has(code)) return new Fault('disk.full', 500, { path: named ?? path, expected: 'a disk with room' });
  if (code !== undefined && closed.has(code)) return new Fault('disk.read_only', 500, { path: named ?? path, given: code, expected: 'a place that this user may write' });
  return error;
}

/** Refuses to begin what cannot end. */
export function needRoom(folder: string, bytes: number): void {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < bytes) throw new Fault('disk.full', 500, { path: folder, given: `${Math.floor((bavail * bsize) / 1e6)} MB`, expected: `${Math.ceil(bytes / 1e6)} MB of room` });
}

/** The database writes its log in pieces of 16 MB. */
const leastRoom = 17_000_000;

/** Why a database in this folder ends or does not open, where the disk is why. */
export function noRoom(folder: string): Fault | null {
  try {
    const { bavail, bsize } = statfsSync(folder);
    if (bavail * bsize < leastRoom) return new Fault('disk.full', 500, { path: folder, given: `${Math.floor((bavail * bsize) / 1e6)} MB`, expected: `${leastRoom / 1e6} MB of room` });
    accessSync(folder, constants.W_OK);
    return null;
  } catch (error) {
    const fault = diskFault(error, folder);
    return fault instanceof Fault ? fault : null;
  }
}
