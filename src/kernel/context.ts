import type { Clock } from './clock.ts';
import type { Db } from './connection.ts';
import type { RegionTx } from './regions.ts';

/** What a change touched, so that the pipeline computes just what depends on it. */
export type Touched = { all: true } | { all: false; elements: string[]; indicators: string[] };

/** What a use case needs from outside: made in `app/`, handed down. */
export interface Ctx {
  db: Db;
  clock: Clock;
  /** Who acts: a post, or `pack` for the pack loader. */
  actor: string;
  settle(tx: RegionTx, touched: Touched): Promise<void>;
  progress(line: string): void;
}
