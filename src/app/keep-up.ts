import type { Ctx } from '#kernel/context.ts';
import { upkeep } from '#kernel/upkeep.ts';
import { keepDoing } from './keep-doing.ts';

/** The embedded database's upkeep every half minute in which anything was written; a PostgreSQL server has its own. */
export const keepUp = (ctx: Ctx): (() => Promise<void>) =>
  ctx.db.kind === 'postgresql' ? async () => undefined : keepDoing(ctx, { every: 30_000, failed: 'the tables could not be counted anew', last: false, work: () => upkeep(ctx.db) });
