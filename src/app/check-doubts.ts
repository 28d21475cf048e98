import type { PackProblem } from '#kernel/pack-file.ts';
import { partOf } from './pack-files.ts';

/** By kind of code: words of records that could not be read, or `all` where a whole file could not. */
export type Doubts = Map<string, Set<string> | 'all'>;

/** One fault shall not make a hundred: a code whose own record is faulty is not also unknown wherever it is named. */
export function doubtsOf(problems: PackProblem[]): Doubts {
  const doubts: Doubts = new Map();
  for (const { file, record } of problems) {
    for (const { kind } of partOf(file)?.tables.flatMap((table) => table.gives ?? []) ?? []) {
      const known = doubts.get(kind) ?? new Set<string>();
      if (record && known !== 'all') for (const word of record) known.add(word);
      doubts.set(kind, record === null || known === 'all' ? 'all' : known);
    }
  }
  return doubts;
}

export function isDoubted(doubts: Doubts, kind: string, words: string[]): boolean {
  const doubt = doubts.get(kind);
  return doubt === 'all' || words.some((word) => doubt?.has(word));
}
