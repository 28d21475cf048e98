import type { Ctx } from '#kernel/context.ts';

export interface Chore {
  /** Milliseconds between two times. */
  every: number;
  /** What is told, before the reason, where it failed; it is tried again. */
  failed: string;
  /** Once more at the end. */
  last: boolean;
  work(): Promise<unknown>;
}

/** Does a chore every so often beside everything else, where anything was written since. Answers how it is stopped. */
export function keepDoing(ctx: Ctx, { every, failed, last, work }: Chore): () => Promise<void> {
  let stopped = false;
  let seen: number | null = null;
  const attempt = async (): Promise<void> => {
    const writes = ctx.db.writes();
    if (writes !== null && writes === seen) return;
    try {
      await work();
      seen = writes;
    } catch (error) {
      ctx.progress(`${failed}, and is tried again: ${(error as Error).message}`);
    }
  };
  let going = Promise.resolve();
  const timer = setInterval(() => {
    going = going.then(() => (stopped ? undefined : attempt()));
  }, every);
  timer.unref();
  return async () => {
    stopped = true;
    clearInterval(timer);
    await going;
    if (last) await attempt();
  };
}
