import { newestEntry, type View } from '#data/index.ts';
import { type Cell, listCells, listIndicators, listTargets, type Target } from '#indicators/index.ts';
import type { Touched } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import { currentPeriod } from '#kernel/periods.ts';
import type { RegionTx } from '#kernel/regions.ts';
import { findMasterplan, listIndicatorLinks, listInitiatives } from '#masterplan/index.ts';
import { getRegion } from '#places/index.ts';
import { listPlanLinks, listPlans } from '#plan/index.ts';
import { frontPlanOf, type Known, scoreRegion } from './score-region.ts';
import { putSnapshot, replaceScores } from './scores.store.ts';

/** Scores of the region in one view: achievement, standing, both trees. They are few, so all are computed anew. */
export async function scoreTouched(tx: RegionTx, view: View, touched: Touched): Promise<Touched> {
  await replaceScores(tx, view, scoreRegion(await knownOf(tx, view)));
  return touched;
}

/** All that the scores of a view are computed from. */
export async function knownOf(tx: RegionTx, view: View): Promise<Known> {
  const region = await getRegion(tx);
  const targets = await listTargets(tx, view);
  const plans = await listPlans(tx);
  return {
    region: tx.region, view, frontPlan: frontPlanOf(region.frontPlan, plans), plans, planLinks: await listPlanLinks(tx),
    masterplan: await findMasterplan(tx), pillarLinks: await listIndicatorLinks(tx), initiatives: await listInitiatives(tx),
    indicators: await listIndicators(tx), targets, cells: [...(await listCells(tx, view, { areas: [tx.region] })), ...(await cellsWithTargets(tx, view, targets))],
  };
}

/** Cells of areas below the region, of those indicators alone that have a target there. */
async function cellsWithTargets(tx: RegionTx, view: View, targets: Target[]): Promise<Cell[]> {
  const below = targets.filter((target) => target.areaCode !== tx.region);
  if (below.length === 0) return [];
  return listCells(tx, view, { areas: [...new Set(below.map((target) => target.areaCode))], indicators: [...new Set(below.map((target) => target.indicatorCode))] });
}

/** The snapshot of a view gets a new id: every page drawn from the old one is out of date from now on. */
export async function writeSnapshot(tx: RegionTx, view: View, touched: Touched): Promise<Touched> {
  const { compiledOn, timeZone } = await getRegion(tx);
  const { revision, recorded } = await newestEntry(tx);
  const day = recorded ? currentPeriod(recorded, 'day', timeZone).text : compiledOn;
  await putSnapshot(tx, { view, id: newId(), revision, madeAt: new Date(), counts: {}, asOf: [compiledOn, day].sort().at(-1) ?? compiledOn });
  return touched;
}
