import { type AlignmentFlow, type AlignmentInput, type AlignmentMatrix, alignmentFlow, alignmentMatrix } from '#alignment/index.ts';
import { perModel } from '../per-model.ts';
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

const matrices = perModel<AlignmentMatrix>();
/** Missions × pillars of a plan, reckoned once a snapshot. */
export const alignmentOf = (model: RegionModel, plan: Plan): AlignmentMatrix => matrices(model, `${plan.code} ${plan.version}`, () => alignmentMatrix(alignmentInput(model, plan)));

const flows = perModel<AlignmentFlow>();
/** Every way from a promise of a plan to a pillar, found once a snapshot. */
export const flowOf = (model: RegionModel, plan: Plan): AlignmentFlow => flows(model, plan.code, () => alignmentFlow(alignmentInput(model, plan)));
