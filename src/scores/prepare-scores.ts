import { newestEntry, type View, views } from '#data/index.ts';
import { type Cell, listCells, listIndicators, listTargets, type Target } from '#indicators/index.ts';
import type { Steps, Work } from '#kernel/context.ts';
import { keptWhileDefined } from '#kernel/definitions.ts';
import { newId } from '#kernel/ids.ts';
import { nextBatches } from '#kernel/insert-rows.ts';
import { currentPeriod } from '#kernel/periods.ts';
import type { RegionTx } from '#kernel/regions.ts';
import { findMasterplan, listIndicatorLinks, listInitiatives } from '#masterplan/index.ts';
import { getRegion } from '#places/index.ts';
import { listPlanLinks, listPlans } from '#plan/index.ts';
import { type Definitions, frontPlanOf, type Known, scoreRegion } from './score-region.ts';
import { addScores, findSnapshot, putSnapshots, scoreBatches, type ScoreRows } from './scores.store.ts';

/** Scores that are written and in no view yet: the batch that each view shall show. */
export type PreparedScores = Record<View, number>;

/** Every score of the region, anew in both views; written where no view shows them yet, for each view apart, because a small change replaces them where they stand. */
export async function prepareScores(steps: Steps): Promise<PreparedScores> {
  const definitions = await steps.foresee(async (tx) => ({ ...(await definitionsOf(tx)), targets: { current: await listTargets(tx, 'current'), published: await listTargets(tx, 'published') } }));
  const batches: PreparedScores = { current: 0, published: 0 };
  for (const view of views) {
    const targets = definitions.targets[view];
    const cells = await steps.read((tx) => scoredCells(tx, view, targets));
    batches[view] = await writeScores(steps, scoreRegion({ ...definitions, targets, cells }));
  }
  return batches;
}

async function writeScores(steps: Steps, rows: ScoreRows): Promise<number> {
  const [batch = 0] = await steps.write((tx) => nextBatches(tx, 1));
  for (const [table, some] of scoreBatches(rows)) await steps.write((tx) => addScores(tx, batch, table, some));
  return batch;
}

/** All that the scores of a view are computed from. */
export async function knownOf(tx: RegionTx, view: View): Promise<Known> {
  const targets = await listTargets(tx, view);
  return { ...(await definitionsOf(tx)), targets, cells: await scoredCells(tx, view, targets) };
}

/** All that the scores of one tree are computed from, beside the tree: read in short transactions, whatever the size of the region's plans. */
export async function knownBeside(read: Work, view: View): Promise<Known> {
  const measures = await read(async (tx) => ({ region: tx.region, initiatives: await listInitiatives(tx), indicators: await listIndicators(tx), targets: await listTargets(tx, view) }));
  const cells = await read((tx) => scoredCells(tx, view, measures.targets));
  return { ...measures, cells, frontPlan: null, plans: [], planLinks: [], masterplan: null, pillarLinks: [] };
}

/** What scores are made by, beside targets and cells. */
export async function definitionsOf(tx: RegionTx): Promise<Definitions> {
  const region = await getRegion(tx);
  const plans = await listPlans(tx);
  return {
    region: tx.region, frontPlan: frontPlanOf(region.frontPlan, plans), plans, planLinks: await listPlanLinks(tx),
    masterplan: await findMasterplan(tx), pillarLinks: await listIndicatorLinks(tx), initiatives: await listInitiatives(tx), indicators: await listIndicators(tx),
  };
}

/** Cells of the region, and of areas below it those of indicators alone that have a target there. */
async function scoredCells(tx: RegionTx, view: View, targets: Target[]): Promise<Cell[]> {
  const own = await listCells(tx, view, { areas: [tx.region] });
  const below = targets.filter((target) => target.areaCode !== tx.region);
  if (below.length === 0) return own;
  return [...own, ...(await listCells(tx, view, { areas: [...new Set(below.map((target) => target.areaCode))], indicators: [...new Set(below.map((target) => target.indicatorCode))] }))];
}

const kept = keptWhileDefined(getRegion);

/** Shows the scores, each view by a snapshot with a new id: every page drawn from the old one is out of date from now on. */
export async function showScores(tx: RegionTx, scores: PreparedScores, at: Date): Promise<void> {
  const { compiledOn, timeZone } = await kept(tx);
  const { revision, recorded } = await newestEntry(tx);
  const day = recorded ? currentPeriod(recorded, 'day', timeZone).text : compiledOn;
  await putSnapshots(tx, views.map((view) => ({ view, id: newId(), revision, madeAt: at, counts: {}, batch: scores[view], asOf: [compiledOn, day].sort().at(-1) ?? compiledOn })));
}

/** The same scores by a new id: for what pages show beside them. */
export async function renewSnapshot(tx: RegionTx, at: Date): Promise<void> {
  for (const view of views) {
    const found = await findSnapshot(tx, view);
    if (found) await putSnapshots(tx, [{ ...found, id: newId(), madeAt: at }]);
  }
}
