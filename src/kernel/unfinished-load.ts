import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from './faults.ts';

/** Stands in the data folder while everything is loaded, and is left where that is cut off. */
const markOf = (dataDir: string): string => join(dataDir, 'load-all.unfinished');

/** The folder whose load was cut off; null where none was. */
export const unfinishedLoad = (dataDir: string): string | null => (existsSync(markOf(dataDir)) ? readFileSync(markOf(dataDir), 'utf8').trim() : null);

export function beginLoad(dataDir: string, folder: string): void {
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(markOf(dataDir), `${folder}\n`, { mode: 0o600, flush: true });
}

export const endLoad = (dataDir: string): void => rmSync(markOf(dataDir), { force: true });

/** A server would show, and take figures into, regions of which posts, log or history are still missing. Throws `load.unfinished` (409). */
export function refuseHalfLoaded(dataDir: string): void {
  const left = unfinishedLoad(dataDir);
  if (left !== null) throw new Fault('load.unfinished', 409, { folder: dataDir, given: left, expected: 'a load that ended' });
}
