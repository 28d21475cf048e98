import { systemClock } from '#kernel/clock.ts';
import type { Db } from '#kernel/connection.ts';
import type { Ctx } from '#kernel/context.ts';
import { settle } from './pipeline.ts';

/** What every use case gets from outside; `settle` has its only body in pipeline.ts. */
export function newContext(db: Db, actor: string, progress: (line: string) => void): Ctx {
  return { db, clock: systemClock, actor, settle: (tx, touched) => settle(tx, touched, systemClock()), progress };
}
