import { createHash } from 'node:crypto';
import { Fault } from '#kernel/faults.ts';

/** Counted up when the order or the key of any list changes: cursors of an older release are refused. */
const release = 1;

const digest = (query: string): string => createHash('sha256').update(query).digest('base64url').slice(0, 12);

/** Where a list goes on: opaque, and good for the same query alone. */
export const writeCursor = (query: string, key: string[]): string => Buffer.from(JSON.stringify([release, digest(query), key])).toString('base64url');

/** The key after which the list goes on. Throws `cursor.invalid` (400) for one that is none, of another query or of an older release. */
export function readCursor(given: string, query: string, parts: number): string[] {
  const refuse = (expected: string): Fault => new Fault('cursor.invalid', 400, { given: given.slice(0, 60), expected });
  let read: unknown;
  try {
    read = JSON.parse(Buffer.from(given, 'base64url').toString('utf8'));
  } catch {
    throw refuse('`next` of an earlier answer, as it was');
  }
  const [version, of, key] = Array.isArray(read) ? (read as unknown[]) : [];
  if (!Array.isArray(key) || key.length !== parts || !key.every((one) => typeof one === 'string' && one.length <= 200 && !one.includes('\0'))) throw refuse('`next` of an earlier answer, as it was');
  if (version !== release) throw refuse('a cursor of this release: begin the list again');
  if (of !== digest(query)) throw refuse('the cursor of this very query: begin the list again');
  return key as string[];
}
