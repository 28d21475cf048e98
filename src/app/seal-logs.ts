import { sealAudit } from '#kernel/audit-seals.ts';
import type { Ctx } from '#kernel/context.ts';
import { listRegions } from '#places/index.ts';

/** So long a row of the log may stand without a seal while the server runs. */
const every = 10_000;

/** Seals the logs of all regions every few seconds, beside everything else. Answers how it is stopped, after a last time: a server that ends leaves no tail. */
export function keepSealing(ctx: Ctx): () => Promise<void> {
  let stopped = false;
  let seen: number | null = null;
  let going: Promise<void> = Promise.resolve();
  const look = async (): Promise<void> => {
    const writes = ctx.db.writes();
    if (writes !== null && writes === seen) return; // nothing was written by anybody
    for (const { code } of await listRegions(ctx.db)) await sealAudit(ctx.db, code, ctx.clock);
    seen = writes;
  };
  const attempt = (): Promise<void> => look().catch((error: unknown) => void ctx.progress(`the log could not be sealed, and is tried again: ${(error as Error).message}`));
  const timer = setInterval(() => {
    going = going.then(() => (stopped ? undefined : attempt()));
  }, every);
  timer.unref();
  return async () => {
    stopped = true;
    clearInterval(timer);
    await going;
    await attempt();
  };
}
