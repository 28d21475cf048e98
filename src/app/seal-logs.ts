import { sealAudit } from '#kernel/audit-seals.ts';
import type { Ctx } from '#kernel/context.ts';
import { listRegions } from '#places/index.ts';
import { keepDoing } from './keep-doing.ts';

/** Seals the logs of all regions every ten seconds while the server runs, and a last time: a server that ends leaves no row without a seal. */
export const keepSealing = (ctx: Ctx): (() => Promise<void>) =>
  keepDoing(ctx, {
    every: 10_000,
    failed: 'the log could not be sealed',
    last: true,
    async work() {
      for (const { code } of await listRegions(ctx.db)) await sealAudit(ctx.db, code, ctx.clock);
    },
  });
