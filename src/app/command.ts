import { readConfig } from '#kernel/config.ts';
import type { Db } from '#kernel/connection.ts';
import { openDatabase } from '#kernel/database.ts';

export const out = (line: string): boolean => process.stdout.write(`${line}\n`);
export const say = (line: string): boolean => process.stderr.write(`${line}\n`);

/** Every option of any command. */
export const optionTypes = {
  help: { type: 'boolean' }, region: { type: 'string' }, force: { type: 'boolean' }, all: { type: 'boolean' }, on: { type: 'string' }, name: { type: 'string' }, 'name-en': { type: 'string' },
  seal: { type: 'string' }, subject: { type: 'string' }, action: { type: 'string' }, from: { type: 'string' }, until: { type: 'string' }, most: { type: 'string' },
} as const satisfies Record<string, { type: 'string' | 'boolean' }>;

export type Options = { [name in keyof typeof optionTypes]?: (typeof optionTypes)[name]['type'] extends 'boolean' ? boolean : string };

export interface Command {
  /** What stands after the command's name. */
  given: string;
  short: string;
  long: string;
  /** How few and how many words stand after the name. */
  words?: [number, number];
  run(first: string, options: Options, words: string[]): number | Promise<number>;
}

/** The database of this environment for one command: a running server's, or its own for so long. */
export async function withDatabase<T>(work: (db: Db) => Promise<T>): Promise<T> {
  const db = await openDatabase(readConfig(process.env), say, 'command');
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}
