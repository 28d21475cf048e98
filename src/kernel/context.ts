import type { Clock } from './clock.ts';
import type { Db } from './connection.ts';
import type { RegionTx } from './regions.ts';

/** Where values of a data element stand. */
export interface ElementPlace {
  element: string;
  area: string;
  period: string;
}

/** What a change touched, so that the pipeline computes just what depends on it; of a small change also the `places` of its values; `reports` are elements of which more or less is asked for. */
export type Touched = { all: true } | { all: false; elements: string[]; indicators: string[]; places?: ElementPlace[]; reports?: string[] };

/** How the pipeline reaches the database: inside the one transaction of a small change, or in many short ones beside a load that no view shows yet. */
export interface Steps {
  /** All in one transaction, so one thing after another. */
  alone: boolean;
  /** What is written is held until it is shown: a load that ends meanwhile does not sweep it. */
  held?: boolean;
  /** Entries that count as if they were effective. */
  staged: string[];
  read<T>(work: (tx: RegionTx) => Promise<T>): Promise<T>;
  /** Reads as if the change's definitions were in force. */
  foresee<T>(work: (tx: RegionTx) => Promise<T>): Promise<T>;
  /** Writes what no view shows yet. */
  write<T>(work: (tx: RegionTx) => Promise<T>): Promise<T>;
}

/** One transaction of its own: what takes long is done in several short ones, because the embedded database serves nobody else meanwhile. */
export type Work = <T>(work: (tx: RegionTx) => Promise<T>) => Promise<T>;

/** What a use case needs from outside: made in `app/`, handed down. */
export interface Ctx {
  db: Db;
  clock: Clock;
  /** Who acts: a post, or `pack` for the pack loader. */
  actor: string;
  /** The account and the post behind it, and from where; absent where a program acts. The log keeps these, and no name. */
  who?: { accountId: string; postId: string | null; address: string | null };
  settle(tx: RegionTx, touched: Touched): Promise<void>;
  progress(line: string): void;
}
