import type { Steps, Touched } from '#kernel/context.ts';
import type { RegionTx } from '#kernel/regions.ts';
import type { PreparedCells } from './cells.store.ts';
import { prepareReady } from './prepare-cells.ts';
import { inSteps, onReports, readDefinitions } from './ready-indicators.ts';
import { computedOf, countStale, forgetComputed, keepComputed, letGo, listStale, markAgain, markStale, regionsStale, type Stale, staleProgress, takeComputed, unmark } from './stale.store.ts';

/** Marks every indicator that depends on what was touched: its cells stay shown as they are until the job has computed them. */
async function mark(tx: RegionTx, touched: Touched, at: Date): Promise<void> {
  const { ready } = await readDefinitions(tx, touched);
  await markStale(tx, ready.map(({ indicator }) => indicator.code), at);
}

/** Marks those alone that count reports of what was touched: the rest of a small change is computed at once. */
async function markReports(tx: RegionTx, touched: Touched, at: Date): Promise<void> {
  const late = onReports((await readDefinitions(tx, touched)).ready);
  if (late.length > 0) await markStale(tx, late.map(({ indicator }) => indicator.code), at);
}

/** Indicators whose cells are counted in one transaction. */
const fewCounted = 10;

/** Counts the cells that wait, so that it can be told how far the job is. */
async function count(steps: Pick<Steps, 'read' | 'write'>): Promise<void> {
  const codes = (await steps.read(listStale)).flatMap((row) => (row.expected === 0 ? [row.indicatorCode] : []));
  for (let from = 0; from < codes.length; from += fewCounted) await steps.write((tx) => countStale(tx, codes.slice(from, from + fewCounted)));
}

/** Computes the next indicator that waits, one on which no other waiting one is needed; answers whether there was any. `read` sees what was computed before as if it were shown. */
async function computeNext(steps: Steps, revision: number): Promise<boolean> {
  const stale = await steps.foresee(listStale);
  const waiting = stale.filter((row) => row.currentBatch === null);
  if (waiting.length === 0) return false;
  const { ready, sources } = await steps.foresee((tx) => readDefinitions(tx, { all: true }));
  const wanted = new Map(waiting.map((row) => [row.indicatorCode, row]));
  const next = inSteps(ready.filter(({ indicator }) => wanted.has(indicator.code)))[0]?.[0];
  if (!next) {
    await steps.write((tx) => unmark(tx, waiting)); // indicators that are gone
    return true;
  }
  // To show what was computed before costs more than to compute: only who stands on it reads so.
  const own = next.standsOn.length > 0 ? steps : { ...steps, read: steps.foresee };
  const cells: PreparedCells = await prepareReady(own, { ready: [next], sources });
  await steps.write((tx) => keepComputed(tx, wanted.get(next.indicator.code) as Stale, revision, cells));
  return true;
}

/** What waits to be computed again: marked by a change, computed one indicator at a time, and taken by who shows it. */
export const staleCells = {
  mark, markReports, count, computeNext, list: listStale, computed: computedOf, take: takeComputed, forget: forgetComputed, unmark, markAgain, letGo, regions: regionsStale, progress: staleProgress,
};
