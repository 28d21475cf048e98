import { type View, views } from '#data/index.ts';
import { recomputeCells } from '#indicators/index.ts';
import type { Ctx, Touched } from '#kernel/context.ts';
import { forRegion, type RegionTx } from '#kernel/regions.ts';
import { scoreTouched, writeSnapshot } from '#scores/index.ts';

type Stage = (tx: RegionTx, view: View, touched: Touched) => Promise<Touched>;

/** The whole way of a datum, in order: cells, then scores, then the snapshot that the pages are drawn from. */
const stages: Stage[] = [recomputeCells, scoreTouched, writeSnapshot];

/** Computes what a change touched, in both views, inside the change's own transaction. */
export async function settle(tx: RegionTx, touched: Touched): Promise<void> {
  for (const view of views) await settleView(tx, view, touched);
}

/** After a load: everything of a region, a transaction a view, so that none holds the database long. */
export async function settleAll(ctx: Ctx, region: string): Promise<void> {
  for (const view of views) await forRegion(ctx.db, region, (tx) => settleView(tx, view, { all: true }));
}

async function settleView(tx: RegionTx, view: View, touched: Touched): Promise<void> {
  let next = touched;
  for (const stage of stages) next = await stage(tx, view, next);
}
