import { newestEntry, placesSince } from '#data/index.ts';
import { cellBatches } from '#indicators/index.ts';
import type { Ctx, Steps } from '#kernel/context.ts';
import { leaveJob, takeJob } from '#kernel/job.ts';
import { asIf, forRegion, forRegionRead, type RegionTx } from '#kernel/regions.ts';
import { scoreStage } from '#scores/index.ts';

const job = 'stale';
/** How often pages are drawn anew while the job goes on, to tell how far it is: the longer it takes the more rarely, because each time the region is read anew. */
const told = { first: 5_000, longest: 60_000 };
/** So many places recorded while the job went on are computed again where they stand; after more it begins anew. */
const mostSince = 200;

/**
 * Works off the cells of a region that wait to be computed again: one indicator after another where no view shows them, then all shown in one
 * short transaction together with the scores that stand on them. Killed, it goes on behind what was computed. Answers whether it had work and did it.
 */
export async function workStale(ctx: Ctx, region: string, stopped: () => boolean = () => false): Promise<boolean> {
  if (!(await forRegion(ctx.db, region, (tx) => takeJob(tx, job, ctx.clock())))) return false;
  try {
    await forRegion(ctx.db, region, cellBatches.stale.letGo);
    while ((await forRegionRead(ctx.db, region, cellBatches.stale.list)).length > 0) {
      if (!(await computeAll(ctx, region, stopped))) return false;
      const shown = await showAll(ctx, region);
      if (shown > 0) ctx.progress(`${region}: the cells of ${shown} indicators are computed again`);
    }
    return true;
  } finally {
    await forRegion(ctx.db, region, (tx) => leaveJob(tx, job)).catch(() => undefined); // the database may be what failed
  }
}

/** Each indicator after those on which it stands, which are read as if they were shown. */
async function computeAll(ctx: Ctx, region: string, stopped: () => boolean): Promise<boolean> {
  const read = <T>(work: (tx: RegionTx) => Promise<T>): Promise<T> => forRegionRead(ctx.db, region, work);
  const write = <T>(work: (tx: RegionTx) => Promise<T>): Promise<T> => forRegion(ctx.db, region, work);
  const steps: Steps = { alone: false, held: true, staged: [], read: (work) => asIf(ctx.db, region, asComputed, work), foresee: read, write };
  await cellBatches.stale.count({ read, write });
  for (let [last, pause] = [Date.now(), told.first]; ; ) {
    if (stopped()) return false;
    const { revision } = await read(newestEntry);
    if (!(await cellBatches.stale.computeNext(steps, revision))) return true;
    const all = await read(cellBatches.stale.list);
    ctx.progress(`${region}: ${all.filter((row) => row.currentBatch !== null).length} of ${all.length} indicators computed again`);
    if (Date.now() - last < pause) continue;
    [last, pause] = [Date.now(), Math.min(told.longest, 2 * pause)];
    await write((tx) => takeJob(tx, job, ctx.clock()));
    await write((tx) => scoreStage.renew(tx, ctx.clock()));
  }
}

const asComputed = async (tx: RegionTx): Promise<void> => cellBatches.show(tx, cellBatches.stale.computed(await cellBatches.stale.list(tx)));

/** Shows what was computed with its scores, and computes again what people recorded meanwhile; answers how many indicators, none where it must be tried again. */
async function showAll(ctx: Ctx, region: string): Promise<number> {
  const write = <T>(work: (tx: RegionTx) => Promise<T>): Promise<T> => forRegion(ctx.db, region, work);
  const read = <T>(work: (tx: RegionTx) => Promise<T>): Promise<T> => asIf(ctx.db, region, asComputed, work);
  const marksOf = async (tx: RegionTx): Promise<string> => (await cellBatches.stale.list(tx)).flatMap((row) => (row.currentBatch === null ? [] : [row.mark])).join();
  const before = await write(async (tx) => ({ batches: await scoreStage.batches(tx), entry: await newestEntry(tx), marks: await marksOf(tx) }));
  const scores = await scoreStage.prepare({ alone: false, staged: [], read, foresee: read, write });
  const old: number[] = [];
  const shown = await write(async (tx) => {
    // A load has shown its own meanwhile, or a formula has changed again: these scores do not stand on it, and may have been swept.
    if ((await scoreStage.batches(tx)).published !== before.batches.published || (await marksOf(tx)) !== before.marks) return 0;
    const all = await cellBatches.stale.list(tx);
    const since = await placesSince(tx, Math.min(before.entry.revision, ...all.flatMap((row) => row.seenRevision ?? [])));
    const taken = await cellBatches.stale.take(tx);
    for (const batches of (await cellBatches.shownOf(tx, taken.map((row) => row.indicatorCode))).values()) old.push(batches.current, batches.published);
    await cellBatches.show(tx, cellBatches.stale.computed(taken));
    const replaced = since.length > mostSince ? null : await cellBatches.live(tx, since, { certain: true });
    if (!replaced) throw new TooMuchSince();
    await scoreStage.live(tx, replaced, scores);
    await scoreStage.show(tx, scores, ctx.clock());
    return taken.length;
  }).catch(async (error: unknown) => {
    if (!(error instanceof TooMuchSince)) throw error;
    await write(cellBatches.stale.forget);
    return 0;
  });
  if (shown === 0) return 0;
  for (const batch of new Set(old)) while ((await write((tx) => cellBatches.drop(tx, batch, 5_000))) === 5_000);
  await write(scoreStage.sweep);
  return shown;
}

class TooMuchSince extends Error {}

/** Looks every two seconds whether something waits in any region, also what another process has marked. Answers how it is stopped. */
export function keepWorking(ctx: Ctx): () => Promise<void> {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let going: Promise<void> = Promise.resolve();
  const look = async (): Promise<void> => {
    for (const region of await cellBatches.stale.regions(ctx.db)) {
      if (stopped) return;
      // What fails in one region keeps no other from its turn.
      await workStale(ctx, region, () => stopped).catch((error: unknown) => ctx.progress(`${region}: what waits could not be computed, and is tried again: ${(error as Error).message}`));
    }
  };
  const next = (): void => {
    timer = setTimeout(() => {
      going = look().catch((error: unknown) => ctx.progress(`what waits could not be computed, and is tried again: ${(error as Error).message}`)).finally(() => {
        if (!stopped) next();
      });
    }, 2_000);
    timer.unref();
  };
  next();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await going;
  };
}
