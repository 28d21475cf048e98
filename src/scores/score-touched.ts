import { newestRevision, type View } from '#data/index.ts';
import { listCells, listIndicators, listTargets } from '#indicators/index.ts';
import type { Touched } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import type { RegionTx } from '#kernel/regions.ts';
import { findMasterplan, listIndicatorLinks, listInitiatives } from '#masterplan/index.ts';
import { getRegion } from '#places/index.ts';
import { listPlanLinks, listPlans } from '#plan/index.ts';
import { scoreRegion } from './score-region.ts';
import { putSnapshot, replaceScores } from './scores.store.ts';

/** Scores of the region in one view: achievement, standing, both trees. They are few, so all are computed anew. */
export async function scoreTouched(tx: RegionTx, view: View, touched: Touched): Promise<Touched> {
  const region = await getRegion(tx);
  const rows = scoreRegion({
    region: tx.region, view, frontPlan: region.frontPlan, plans: await listPlans(tx), planLinks: await listPlanLinks(tx),
    masterplan: await findMasterplan(tx), pillarLinks: await listIndicatorLinks(tx), initiatives: await listInitiatives(tx),
    indicators: await listIndicators(tx), targets: await listTargets(tx, view), cells: await listCells(tx, view, { area: tx.region }),
  });
  await replaceScores(tx, view, rows);
  return touched;
}

/** The snapshot of a view gets a new id: every page drawn from the old one is out of date from now on. */
export async function writeSnapshot(tx: RegionTx, view: View, touched: Touched): Promise<Touched> {
  await putSnapshot(tx, { view, id: newId(), revision: await newestRevision(tx), madeAt: new Date(), counts: {} });
  return touched;
}
