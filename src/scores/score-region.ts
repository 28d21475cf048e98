import type { View } from '#data/index.ts';
import type { Cell, Indicator, Target } from '#indicators/index.ts';
import type { IndicatorLink, Initiative, Masterplan } from '#masterplan/index.ts';
import type { Plan, PlanLink, PlanScoring } from '#plan/index.ts';
import { withBelow } from '#plan/index.ts';
import { achievement, clamp, classOf } from './achievement.ts';
import { type RollNode, type Rolled, rollUp } from './roll-up.ts';
import type { AchievementOf, NodeScore, NodeState, ScoreRows, StandingOf } from './scores.store.ts';
import { nodeState, standing } from './standing.ts';

export interface Known {
  region: string;
  view: View;
  frontPlan: string | null;
  plans: Plan[];
  planLinks: PlanLink[];
  masterplan: Masterplan | null;
  pillarLinks: IndicatorLink[];
  initiatives: Initiative[];
  indicators: Indicator[];
  targets: Target[];
  /** Cells of the region's own area. */
  cells: Cell[];
}

const defaultScoring: PlanScoring = { floor: 0, cap: 100, bands: [90, 75, 65, 50] };

/** Every score of a region in one view, from what is known; pure, so that anyone can compute it again. */
export function scoreRegion(known: Known): ScoreRows {
  const achievements = achievementsOf(known);
  const standings = known.plans.flatMap((plan) => standingsOf(known, plan));
  const trees = [...known.plans.map((plan) => planTree(known, plan)), ...pillarTree(known)];
  const scored = trees.map((tree) => scoreTree(known, tree, achievements));
  const states = trees.map((tree, n) => statesOf(known, tree, scored[n] ?? [], standings));
  return { achievements, standings, nodeScores: scored.flat(), nodeStates: states.flat() };
}

function achievementsOf({ region, view, targets, indicators, cells }: Known): AchievementOf[] {
  return targets.flatMap((target) => {
    const indicator = indicators.find((known) => known.code === target.indicatorCode);
    if (!indicator) return [];
    const cell = cells.find((known) => known.indicatorCode === target.indicatorCode && known.areaCode === target.areaCode && known.period === target.period);
    const found = achievement(cell?.value ?? null, { direction: indicator.direction, lowerFormula: indicator.lowerFormula, comparison: target.comparison, target: Number(target.value) });
    const capped = found.raw === null ? null : clamp(found.raw, defaultScoring.floor, defaultScoring.cap);
    return [{
      regionCode: region, view, indicatorCode: target.indicatorCode, areaCode: target.areaCode, period: target.period, planCode: target.planCode,
      raw: found.raw, capped, class: capped === null ? null : classOf(capped, defaultScoring.bands), met: found.met,
      reason: cell && !cell.applicable ? 'not_applicable' : found.reason,
    }];
  });
}

function standingsOf({ region, view, indicators, cells }: Known, plan: Plan): StandingOf[] {
  return indicators.map((indicator) => {
    const own = cells.filter((cell) => cell.indicatorCode === indicator.code && cell.areaCode === region);
    const found = standing(own, plan.baseline, indicator.direction);
    return {
      regionCode: region, view, planCode: plan.code, indicatorCode: indicator.code, areaCode: region, verdict: found.verdict,
      latestPeriod: found.latest?.period ?? null, latestValue: found.latest?.value ?? null, firstPeriod: found.first?.period ?? null,
      firstValue: found.first?.value ?? null, seriesCode: found.latest?.seriesCode ?? null, change: found.change,
    };
  });
}

interface Tree {
  tree: 'plan' | 'pillar';
  code: string;
  /** The plan whose targets come first and whose baseline counts. */
  plan: string | null;
  scoring: PlanScoring;
  roots: RollNode[];
  initiativesBelow: (node: string) => number;
}

const number = (weight: string | null): number | null => (weight === null ? null : Number(weight));

function planTree({ planLinks }: Known, plan: Plan): Tree {
  const links = planLinks.filter((link) => link.planCode === plan.code && link.planVersion === plan.version);
  const grow = (parent: string | null): RollNode[] =>
    plan.nodes.filter((node) => node.parentCode === parent).map((node) => ({
      code: node.code, weight: number(node.weight), children: grow(node.code),
      indicators: links.filter((link) => link.kind === 'indicator' && link.nodeCode === node.code).map((link) => ({ code: link.code, weight: number(link.weight) })),
    }));
  const initiativesBelow = (node: string): number => {
    const below = new Set(withBelow(plan.nodes, node).map((found) => found.code));
    return new Set(links.filter((link) => link.kind === 'initiative' && below.has(link.nodeCode)).map((link) => link.code)).size;
  };
  return { tree: 'plan', code: plan.code, plan: plan.code, scoring: plan.scoring, roots: grow(null), initiativesBelow };
}

function pillarTree({ masterplan, pillarLinks, initiatives, frontPlan }: Known): Tree[] {
  if (!masterplan) return [];
  const under = (pillar: string, sub: string) =>
    pillarLinks.filter((link) => link.pillarCode === pillar && link.subDimensionCode === sub).map((link) => ({ code: link.indicatorCode, weight: number(link.weight) }));
  const roots = [{
    code: 'all', weight: null, indicators: [],
    children: masterplan.pillars.map((pillar) => ({
      code: pillar.code, weight: number(pillar.weight), indicators: under(pillar.code, ''),
      children: pillar.subDimensions.map((sub) => ({ code: sub.code, weight: null, indicators: under(pillar.code, sub.code), children: [] })),
    })),
  }];
  const initiativesBelow = (node: string): number =>
    initiatives.filter((initiative) => node === 'all' ? initiative.pillarCode !== null : initiative.pillarCode === node || initiative.subDimensionCode === node).length;
  return [{ tree: 'pillar', code: masterplan.code, plan: frontPlan, scoring: defaultScoring, roots, initiativesBelow }];
}

const nodesOf = (roots: RollNode[]): RollNode[] => roots.flatMap((root) => [root, ...nodesOf(root.children)]);
const indicatorsBelow = (node: RollNode): string[] => [...new Set([...node.indicators.map((one) => one.code), ...node.children.flatMap(indicatorsBelow)])];

function scoreTree({ region, view, cells }: Known, tree: Tree, achievements: AchievementOf[]): NodeScore[] {
  const linked = new Set(tree.roots.flatMap(indicatorsBelow));
  const own = achievements.filter((found) => linked.has(found.indicatorCode) && found.areaCode === region && ['', tree.plan ?? ''].includes(found.planCode));
  const years = [...new Set(own.filter((found) => found.raw !== null).map((found) => found.period))].sort();
  return years.flatMap((period) => {
    const into = new Map<string, Rolled>();
    const look = (indicator: string) => {
      const here = own.filter((found) => found.indicatorCode === indicator && found.period === period);
      const found = here.find((one) => one.planCode === tree.plan) ?? here[0];
      const cell = cells.find((one) => one.indicatorCode === indicator && one.areaCode === region && one.period === period);
      return { value: found?.raw == null ? null : clamp(found.raw, tree.scoring.floor, tree.scoring.cap), applicable: cell?.applicable ?? true };
    };
    for (const root of tree.roots) rollUp(root, look, tree.scoring.floor, into);
    return [...into.values()].filter((rolled) => rolled.declared > 0).map(({ code, ...rolled }) => ({
      regionCode: region, view, tree: tree.tree, treeCode: tree.code, nodeCode: code, period, ...rolled,
      class: rolled.value === null ? null : classOf(rolled.value, tree.scoring.bands),
    }));
  });
}

function statesOf({ region, view, targets }: Known, tree: Tree, scores: NodeScore[], standings: StandingOf[]): NodeState[] {
  return nodesOf(tree.roots).map((node) => {
    const below = indicatorsBelow(node);
    const own = standings.filter((found) => found.planCode === tree.plan && below.includes(found.indicatorCode));
    const count = (...verdicts: string[]): number => own.filter((found) => verdicts.includes(found.verdict)).length;
    const headline = scores.filter((score) => score.nodeCode === node.code && score.value !== null).at(-1)?.period ?? null;
    const counts = { indicators: below.length, withValue: below.length - count('no_data') - (own.length === 0 ? below.length : 0), improved: count('improved'), worsened: count('worsened'), same: count('same', 'changed') };
    return {
      regionCode: region, view, tree: tree.tree, treeCode: tree.code, nodeCode: node.code, state: nodeState(headline !== null, counts), headlinePeriod: headline,
      indicators: below.length, withValue: counts.withValue, improved: counts.improved, worsened: counts.worsened, initiatives: tree.initiativesBelow(node.code),
      withTarget: below.filter((code) => targets.some((target) => target.indicatorCode === code && ['', tree.plan ?? ''].includes(target.planCode))).length,
    };
  });
}
