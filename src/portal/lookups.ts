import { formulas } from '#indicators/index.ts';
import { yearOf } from '#kernel/periods.ts';
import { planTree } from './plan-tree.ts';
import { type Achievement, type Cell, type Indicator, nodeKey, type NodeScore, type NodeState, type Plan, type PlanLink, type RegionModel, slotOf, type Standing, type Target, type Tree } from './region-model.ts';

/** The plan of the home page: the one the region names, else the oldest. */
export const frontPlan = (model: RegionModel): Plan | null => model.plans.get(model.region.frontPlan ?? '') ?? model.plans.values().next().value ?? null;

/** The next plan of the same kind. */
export function nextPlan(model: RegionModel, plan: Plan): Plan | null {
  const later = [...model.plans.values()].filter((other) => other.kind === plan.kind && other.periodFrom > plan.periodTo);
  return later.sort((a, b) => (a.periodFrom < b.periodFrom ? -1 : 1))[0] ?? null;
}

export const linksBelow = (model: RegionModel, plan: Plan, node: string): PlanLink[] => planTree(model, plan).linksBelow(node);

/** Cells with a number: what can be reckoned with. */
export const withValue = (cells: Cell[] | undefined): Cell[] => (cells ?? []).filter((cell) => cell.value !== null);
/** Whether a cell says anything: a number, or the word of a class. */
export const hasResult = ({ value, textValue }: Pick<Cell, 'value' | 'textValue'>): boolean => value !== null || textValue !== null;
export const withResult = (cells: Cell[] | undefined): Cell[] => (cells ?? []).filter(hasResult);
/** The latest cell that says anything. */
export const latestCell = (model: RegionModel, indicator: string): Cell | null => withResult(model.cells.get(indicator)).at(-1) ?? null;
/** Whether an indicator gives words: its unit is one of words. */
export const givesWords = (model: RegionModel, { unitCode }: Pick<Indicator, 'unitCode'>): boolean => formulas.isWord(model.units.get(unitCode));
export const cellAt = (model: RegionModel, indicator: string, period: string): Cell | null => model.cells.get(indicator)?.find((cell) => cell.period === period) ?? null;
export const standingOf = (model: RegionModel, plan: Plan, indicator: string): Standing | null => model.standings.get(plan.code)?.get(indicator) ?? null;
/** Of rows that several plans may have for one period the one that counts: of the plan in hand, else of none, else of the first other plan. */
function onePerPeriod<T extends { period: string; planCode: string }>(rows: T[], plan: Plan | null): T[] {
  if (rows.every((row) => row.planCode === rows[0]?.planCode)) return [...rows];
  const rank = (row: T): number => (row.planCode === plan?.code ? 0 : row.planCode === '' ? 1 : 2);
  return rows.filter((row) => rows.every((other) => other === row || other.period !== row.period || rank(other) > rank(row) || (rank(other) === rank(row) && other.planCode > row.planCode)));
}

/** Targets of an indicator, one a period, the earliest first; those of the plan in front where no plan is named. */
export const targetsOf = (model: RegionModel, indicator: string, { plan = frontPlan(model), area = model.region.code }: { plan?: Plan | null; area?: string } = {}): Target[] =>
  onePerPeriod(model.targets.get(slotOf(indicator, area)) ?? [], plan);
export const targetAt = (model: RegionModel, indicator: string, period: string, of: { plan?: Plan | null; area?: string } = {}): Target | null =>
  targetsOf(model, indicator, of).find((target) => target.period === period) ?? null;

/** Achievements, each of the target that `targetsOf` gives for its period. */
export const achievementsOf = (model: RegionModel, indicator: string, { plan = frontPlan(model), area = model.region.code }: { plan?: Plan | null; area?: string } = {}): Achievement[] =>
  onePerPeriod(model.achievements.get(slotOf(indicator, area)) ?? [], plan);
export const achievementAt = (model: RegionModel, indicator: string, period: string, of: { plan?: Plan | null; area?: string } = {}): Achievement | null =>
  achievementsOf(model, indicator, of).find((one) => one.period === period) ?? null;

/** The latest target that can be held against a value. */
export const latestAchievement = (model: RegionModel, indicator: string, of: { plan?: Plan | null; area?: string } = {}): Achievement | null =>
  achievementsOf(model, indicator, of).filter((one) => one.met !== null).at(-1) ?? null;

export const stateOf = (model: RegionModel, tree: Tree, treeCode: string, node: string): NodeState | null => model.nodeStates.get(nodeKey(tree, treeCode, node)) ?? null;

/** A node's own headline: the latest period in which it has a score. */
export const headlineScore = (model: RegionModel, tree: Tree, treeCode: string, node: string): NodeScore | null =>
  (model.nodeScores.get(nodeKey(tree, treeCode, node)) ?? []).filter((score) => score.value !== null).at(-1) ?? null;

/**
 * The one indicator that speaks for a node: one with a value before one without, then a primary link, then one with a target that
 * can be held against it, then one that tells a change; among equals the newest value, then the longest row; else the order of the pack.
 */
export function headlineIndicator(model: RegionModel, plan: Plan, codes: string[], primary: Set<string> = new Set(codes)): Indicator | null {
  const rank = ({ code }: Indicator): number[] => {
    const told = standingOf(model, plan, code);
    const since = told?.firstPeriod ? 9999 - yearOf(told.firstPeriod) : 0;
    const latest = latestCell(model, code);
    return [latest ? 1 : 0, primary.has(code) ? 1 : 0, latestAchievement(model, code) ? 1 : 0, told?.change === null || told === null ? 0 : 1, latest ? yearOf(latest.period) : 0, since];
  };
  const known = codes.flatMap((code) => model.indicators.get(code) ?? []).map((one) => ({ one, rank: rank(one) }));
  return known.reduce<(typeof known)[number] | null>((best, next) => (best === null || before(next.rank, best.rank) ? next : best), null)?.one ?? null;
}

/** True when the first list is greater at the first place where they differ. */
function before(a: number[], b: number[]): boolean {
  const at = a.findIndex((value, n) => value !== b[n]);
  return at >= 0 && (a[at] ?? 0) > (b[at] ?? 0);
}
