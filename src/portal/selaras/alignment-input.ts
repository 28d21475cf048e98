import type { AlignmentInput } from '#alignment/index.ts';
import type { Plan, RegionModel } from '../region-model.ts';

/** What the matrix of one plan needs, taken from the model. */
export const alignmentInput = (model: RegionModel, plan: Plan): AlignmentInput => ({
  levels: plan.levels.map((level) => level.code),
  nodes: plan.nodes,
  planLinks: model.planLinks.filter((link) => link.planCode === plan.code),
  pillars: model.masterplan?.pillars ?? [],
  pillarLinks: model.pillarLinks,
  indicators: [...model.indicators.values()],
  initiatives: model.initiatives,
});
