import type { Crossing } from '#alignment/index.ts';
import { type CrossingBudget, crossingBudgets } from '#alignment/ui.ts';
import { budgetAddress } from '../addresses.ts';
import type { Plan } from '../region-model.ts';
import { rupiahFigure } from '../rupiah-figure.ts';
import type { Fig } from '../sentence.ts';
import { ofPlan, type Telling } from '../telling.ts';
import { alignmentInput, alignmentOf } from './alignment-input.ts';
import type { Promised } from './read-promised.ts';

export const cellId = ({ mission, pillar }: Pick<Crossing, 'mission' | 'pillar'>): string => `x-${mission}-${pillar}`;

/** Of each cell that has something in it the money behind it; none where the plan tells no money. */
export function budgetsOf(tell: Telling, plan: Plan, { funding }: Promised): { crossing: Crossing; budget: CrossingBudget }[] {
  const own = funding.filter((row) => row.planCode === plan.code);
  if (own.length === 0) return [];
  const cells = alignmentOf(tell.model, plan).missions.flatMap((row) => row.crossings.filter((one) => one !== null));
  const { nodes, planLinks } = alignmentInput(tell.model, plan);
  return crossingBudgets({ nodes, planLinks, funding: own }, cells).flatMap((budget, n) => (cells[n] ? [{ crossing: cells[n], budget }] : []));
}

export const cellFigures = (tell: Telling, plan: Plan, promised: Promised): Map<string, Fig> =>
  new Map(budgetsOf(tell, plan, promised).flatMap(({ crossing, budget }) => (budget.amount === null ? [] : [[cellId(crossing), rupiahFigure(tell, budget.amount, ofPlan(tell, `${budgetAddress(tell.base)}#${cellId(crossing)}`))] as const])));
