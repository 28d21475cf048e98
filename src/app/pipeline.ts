import { staging } from '#data/index.ts';
import { cellBatches } from '#indicators/index.ts';
import type { Ctx, Steps, Touched } from '#kernel/context.ts';
import { asIf, forRegion, forRegionRead, type RegionTx } from '#kernel/regions.ts';
import { scoreStage } from '#scores/index.ts';

/*
 * The whole way of a datum: values (data) → cells (indicators) → scores → the snapshot that the pages are drawn from.
 * Cells and scores are prepared where no view shows them, and then shown together with what they were computed from.
 */

/**
 * A change: what depends on a small one is computed in both views and shown inside its own transaction. On what is too much for one transaction, and on a
 * changed definition, cells are marked stale: they stay as they are, say so, and the job works them off.
 */
export async function settle(tx: RegionTx, touched: Touched, at: Date): Promise<void> {
  const batches = await scoreStage.batches(tx);
  if (!batches.current || batches.current === batches.published) return settleWhole(tx, touched, at); // a region's first scores
  const cells = touched.all || !touched.places ? null : await cellBatches.live(tx, touched.places);
  if (cells) {
    await scoreStage.live(tx, cells, batches);
    await cellBatches.stale.markReports(tx, touched, at);
  } else await cellBatches.stale.mark(tx, touched, at);
  await scoreStage.show(tx, batches, at);
}

/** Computes every cell of the indicators that are touched, and all scores, in the one transaction. */
export async function settleWhole(tx: RegionTx, touched: Touched, at: Date): Promise<void> {
  const here = <T>(work: (tx: RegionTx) => Promise<T>): Promise<T> => work(tx);
  const steps: Steps = { alone: true, staged: [], read: here, foresee: here, write: here };
  await cellBatches.replace(tx, await cellBatches.prepare(steps, touched));
  await scoreStage.show(tx, await scoreStage.prepare(steps), at);
}

/** Computes all scores of the cells that are shown, in the one transaction: for what changes a tree and no cell. */
export async function settleScores(tx: RegionTx, at: Date): Promise<void> {
  const here = <T>(work: (tx: RegionTx) => Promise<T>): Promise<T> => work(tx);
  await scoreStage.show(tx, await scoreStage.prepare({ alone: true, staged: [], read: here, foresee: here, write: here }), at);
}

/** A large change that waits in the database, in no view yet. */
export interface Change {
  touched: Touched;
  /** Entries that hold its values. */
  staged: string[];
  /** Puts its definitions in force. */
  define(tx: RegionTx): Promise<void>;
  /** Puts all of it in force; or answers the elements for which somebody recorded a value meanwhile, and does nothing. */
  show(tx: RegionTx): Promise<string[] | null>;
  /** Called after that, before all is computed again. */
  renew(): Promise<void>;
}

/** Computes a large change outside any transaction and shows all of it in one short one: before that every view is the old one, after it the new one. */
export async function settleChange(ctx: Ctx, region: string, change: Change): Promise<void> {
  const read = <T>(work: (tx: RegionTx) => Promise<T>): Promise<T> => forRegionRead(ctx.db, region, work);
  const foresee = <T>(work: (tx: RegionTx) => Promise<T>): Promise<T> => asIf(ctx.db, region, (tx) => change.define(tx), work);
  const write = <T>(work: (tx: RegionTx) => Promise<T>): Promise<T> => forRegion(ctx.db, region, work);
  const steps: Steps = { alone: false, staged: change.staged, read, foresee, write };
  let stale = await read(cellBatches.stale.list);
  let cells = await cellBatches.prepare(steps, change.touched);
  for (;;) {
    const before = await read(scoreStage.batches);
    const scores = await scoreStage.prepare({ ...steps, read: (work) => asIf(ctx.db, region, (tx) => cellBatches.show(tx, cells), work) });
    const since = await write(async (tx) => {
      if ((await scoreStage.batches(tx)).published !== before.published) return 'other cells'; // the job has shown some that these were not computed with
      const elements = await change.show(tx);
      if (elements) return elements;
      await cellBatches.show(tx, cells);
      // A whole computation is all that they waited for; what was marked since, or stands on what still waits, is computed again.
      if (change.touched.all) await cellBatches.stale.unmark(tx, stale);
      await cellBatches.stale.markAgain(tx, cells.map((cell) => cell.indicatorCode), ctx.clock());
      await scoreStage.show(tx, scores, ctx.clock());
      return null;
    });
    if (!since) return;
    await change.renew();
    if (since === 'other cells') {
      stale = await read(cellBatches.stale.list);
      cells = await cellBatches.prepare(steps, change.touched);
      continue;
    }
    const again = await cellBatches.prepare(steps, { all: false, elements: since, indicators: [] });
    cells = [...cells.filter((cell) => !again.some((other) => other.indicatorCode === cell.indicatorCode)), ...again];
  }
}

/** Deletes, a little at a time, what no view shows any more and what was never shown. Only for who loads the region: another's load would lose what it prepares. */
export async function sweep(ctx: Ctx, region: string): Promise<void> {
  const some = 5_000;
  while (await forRegion(ctx.db, region, (tx) => cellBatches.sweep(tx, some)));
  await forRegion(ctx.db, region, scoreStage.sweep);
  while (await forRegion(ctx.db, region, (tx) => staging.sweep(tx, some)));
}
