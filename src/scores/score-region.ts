import type { Cell, Indicator, Target } from '#indicators/index.ts';
import type { IndicatorLink, Initiative, Masterplan } from '#masterplan/index.ts';
import type { Plan, PlanLink, PlanScoring } from '#plan/index.ts';
import { type Achievement, type Aim, achievement, clamp, classOf, countedAs, type TargetKind } from './achievement.ts';
import { comparable, heldAgainst, type PeriodMode } from './period-mode.ts';
import { type RollNode, type Rolled, rollUp } from './roll-up.ts';
import type { AchievementOf, NodeScore, NodeState, ScoreRows, StandingOf } from './scores.store.ts';
import { nodeState, standing } from './standing.ts';

export interface Known {
  region: string;
  frontPlan: string | null;
  plans: Plan[];
  planLinks: PlanLink[];
  masterplan: Masterplan | null;
  pillarLinks: IndicatorLink[];
  initiatives: Initiative[];
  indicators: Indicator[];
  targets: Target[];
  /** Cells of the areas that have targets; of the region's own area all. */
  cells: Cell[];
}

/** What stands beside targets and cells. */
export type Definitions = Omit<Known, 'targets' | 'cells'>;

/** Of a target without a plan, and of the pillars where no plan is in front. */
export const defaultScoring: PlanScoring = { floor: 0, cap: 100, bands: [90, 75, 65, 50] };

/** Every score of a region in one view, from what is known; pure, so that anyone can compute it again. */
export function scoreRegion(known: Known): ScoreRows {
  const rows = rowsOf(known);
  const achievements = achievementsOf(rows);
  const standings = known.plans.flatMap((plan) => standingsOf(rows, plan));
  const trees = treesOf(known);
  const scored = trees.map((tree) => scoreTree(rows, tree, achievements));
  const targeted = targetedOf(known.targets);
  const states = trees.map((tree, n) => statesOf(known, tree, scored[n] ?? [], standings, targeted));
  return { achievements, standings, nodeScores: scored.flat(), nodeStates: states.flat() };
}

export const rowsOf = (known: Known): Rows => ({ ...known, cellsOf: Map.groupBy(known.cells, (cell) => `${cell.indicatorCode}|${cell.areaCode}`) });
export const treesOf = (known: Definitions): Tree[] => [...known.plans.map((plan) => planTree(known, plan)), ...pillarTree(known)];
/** Which indicators have a target, of which plan. */
export const targetedOf = (targets: Pick<Target, 'planCode' | 'indicatorCode'>[]): Set<string> => new Set(targets.map((target) => `${target.planCode}|${target.indicatorCode}`));

/** The plan in front: the one the region names, else the oldest. */
export const frontPlanOf = (named: string | null, plans: { code: string }[]): string | null => (plans.some((plan) => plan.code === named) ? named : (plans[0]?.code ?? null));

export type Rows = Known & { cellsOf: Map<string, Cell[]> };

/** What a target asks of an indicator. */
export const aimOf = (indicator: Pick<Indicator, 'targetKind' | 'direction' | 'lowerFormula' | 'milestones'>, target: Pick<Target, 'comparison' | 'value' | 'valueTo'>): Aim => ({
  kind: (indicator.targetKind ?? 'amount') as TargetKind, direction: indicator.direction, lowerFormula: indicator.lowerFormula, comparison: target.comparison,
  target: Number(target.value), targetTo: target.valueTo === null ? null : Number(target.valueTo), shares: indicator.milestones.map((one) => one.share),
});

export function achievementsOf({ region, targets, indicators, plans, cellsOf }: Rows): AchievementOf[] {
  const byCode = new Map(indicators.map((indicator) => [indicator.code, indicator]));
  const scorings = new Map(plans.map((plan) => [plan.code, plan.scoring]));
  return targets.flatMap((target) => {
    const indicator = byCode.get(target.indicatorCode);
    if (!indicator) return [];
    const cells = cellsOf.get(`${target.indicatorCode}|${target.areaCode}`) ?? [];
    const { cell, reason } = heldAgainst(target.period, cells, (indicator.periodMode ?? 'periodic') as PeriodMode);
    const aim = aimOf(indicator, target);
    const scoring = scorings.get(target.planCode) ?? defaultScoring;
    const found: Achievement = achievement(cell?.value ?? null, aim);
    const counted = countedAs(found, scoring);
    const stated = cell?.statedValue == null ? null : achievement(cell.statedValue, aim);
    return [{
      regionCode: region, indicatorCode: target.indicatorCode, areaCode: target.areaCode, period: target.period, planCode: target.planCode,
      raw: found.raw, capped: counted, class: counted === null ? null : classOf(counted, scoring.bands), met: found.met,
      reason: found.reason === 'missing' ? (reason ?? 'missing') : found.reason, valuePeriod: cell && cell.period !== target.period ? cell.period : null,
      stated: stated === null ? null : (stated.raw ?? countedAs(stated, scoring)),
    }];
  });
}

export function standingsOf({ region, indicators, cellsOf }: Rows, plan: Plan): StandingOf[] {
  return indicators.map((indicator) => {
    const own = comparable(cellsOf.get(`${indicator.code}|${region}`)?.filter((cell) => cell.value !== null) ?? [], (indicator.periodMode ?? 'periodic') as PeriodMode);
    const found = standing(own, plan.baseline, indicator.direction);
    return {
      regionCode: region, planCode: plan.code, indicatorCode: indicator.code, areaCode: region, verdict: found.verdict,
      latestPeriod: found.latest?.period ?? null, latestValue: found.latest?.value ?? null, firstPeriod: found.first?.period ?? null,
      firstValue: found.first?.value ?? null, seriesCode: found.latest?.seriesCode ?? null, change: found.change,
    };
  });
}

export interface Tree {
  tree: 'plan' | 'pillar';
  code: string;
  /** The plan whose targets come first and whose baseline counts. */
  plan: string | null;
  scoring: PlanScoring;
  roots: RollNode[];
  initiativesBelow: (node: string) => number;
}
const number = (weight: string | null): number | null => (weight === null ? null : Number(weight));

function planTree({ planLinks }: Definitions, plan: Plan): Tree {
  const links = planLinks.filter((link) => link.planCode === plan.code && link.planVersion === plan.version);
  const linked = Map.groupBy(links, (link) => link.nodeCode);
  const below = Map.groupBy(plan.nodes, (node) => node.parentCode);
  const components = new Set(plan.levels.flatMap((level) => (level.component ? [level.code] : [])));
  const grow = (parent: string | null): RollNode[] =>
    (below.get(parent) ?? []).map((node) => ({
      code: node.code, weight: number(node.weight), component: components.has(node.level), children: grow(node.code),
      indicators: (linked.get(node.code) ?? []).filter((link) => link.kind === 'indicator').map((link) => ({ code: link.code, weight: number(link.weight) })),
    }));
  const roots = grow(null);
  const works = new Map<string, Set<string>>();
  for (const root of roots) gather(root, (code) => (linked.get(code) ?? []).filter((link) => link.kind === 'initiative').map((link) => link.code), works);
  return { tree: 'plan', code: plan.code, plan: plan.code, scoring: plan.scoring, roots, initiativesBelow: (node) => works.get(node)?.size ?? 0 };
}

/** What is linked at each node and below it, gathered once from the foot of the tree. */
function gather(node: RollNode, linked: (code: string) => string[], into: Map<string, Set<string>>): Set<string> {
  const found = new Set(linked(node.code));
  for (const child of node.children) for (const code of gather(child, linked, into)) found.add(code);
  into.set(node.code, found);
  return found;
}

/** The pillars; their three sub-dimensions each are parts of them by the national instrument, they of one whole only where all have a weight. */
function pillarTree({ masterplan, pillarLinks, initiatives, frontPlan, plans }: Definitions): Tree[] {
  if (!masterplan) return [];
  const under = (pillar: string, sub: string) =>
    pillarLinks.filter((link) => link.pillarCode === pillar && link.subDimensionCode === sub).map((link) => ({ code: link.indicatorCode, weight: number(link.weight) }));
  const whole = masterplan.pillars.every((pillar) => pillar.weight !== null);
  const roots: RollNode[] = [{
    code: 'all', weight: null, component: false, indicators: [],
    children: masterplan.pillars.map((pillar) => ({
      code: pillar.code, weight: number(pillar.weight), component: whole, indicators: under(pillar.code, ''),
      children: pillar.subDimensions.map((sub) => ({ code: sub.code, weight: null, component: true, indicators: under(pillar.code, sub.code), children: [] })),
    })),
  }];
  const initiativesBelow = (node: string): number =>
    initiatives.filter((initiative) => node === 'all' ? initiative.pillarCode !== null : initiative.pillarCode === node || initiative.subDimensionCode === node).length;
  const scoring = plans.find((plan) => plan.code === frontPlan)?.scoring ?? defaultScoring;
  return [{ tree: 'pillar', code: masterplan.code, plan: frontPlan, scoring, roots, initiativesBelow }];
}

const nodesOf = (roots: RollNode[]): RollNode[] => roots.flatMap((root) => [root, ...nodesOf(root.children)]);
export const indicatorsBelow = (node: RollNode): string[] => [...new Set([...node.indicators.map((one) => one.code), ...node.children.flatMap(indicatorsBelow)])];

/** The plan's own target for an indicator comes first, then one that no plan set. Only whole years are rolled up: a quarter has its own target. */
export function scoreTree({ region, cellsOf }: Pick<Rows, 'region'> & { cellsOf: Map<string, Pick<Cell, 'period' | 'applicable'>[]> }, tree: Tree, achievements: AchievementOf[]): NodeScore[] {
  const linked = new Set(tree.roots.flatMap(indicatorsBelow));
  const own = achievements.filter((found) => linked.has(found.indicatorCode) && found.areaCode === region && /^\d{4}$/.test(found.period) && ['', tree.plan ?? ''].includes(found.planCode));
  const best = new Map<string, AchievementOf>();
  for (const found of own) {
    const key = `${found.indicatorCode}|${found.period}`;
    if (!best.has(key) || found.planCode === tree.plan) best.set(key, found);
  }
  const years = [...new Set(own.filter((found) => found.capped !== null).map((found) => found.period))].sort();
  return years.flatMap((period) => {
    const look = (pick: (found: AchievementOf) => number | null) => (indicator: string) => {
      const found = best.get(`${indicator}|${period}`);
      const cell = cellsOf.get(`${indicator}|${region}`)?.find((one) => one.period === period);
      return { value: found ? pick(found) : null, applicable: found ? found.reason !== 'not_applicable' : (cell?.applicable ?? true) };
    };
    // A target that no plan set counts by the cap and floor of the tree it is counted in.
    const count = (raw: number | null, { reason, met }: AchievementOf): number | null => countedAs({ raw, met, reason: reason === 'nothing_left' ? reason : null }, tree.scoring);
    const counted = rolled(tree, look((found) => count(found.raw, found)));
    const differs = [...best.values()].some((found) => found.period === period && found.stated !== null);
    const stated = differs ? rolled(tree, look((found) => (found.stated === null ? count(found.raw, found) : clamp(found.stated, tree.scoring.floor, tree.scoring.cap)))) : null;
    return [...counted.values()].filter((one) => one.declared > 0).map(({ code, declaredCodes: _declared, knownCodes: _known, ...one }) => {
      const other = stated?.get(code)?.value ?? null;
      return {
        regionCode: region, tree: tree.tree, treeCode: tree.code, nodeCode: code, period, ...one,
        class: one.value === null ? null : classOf(one.value, tree.scoring.bands), stated: other !== null && other !== one.value ? other : null,
      };
    });
  });
}

function rolled(tree: Tree, look: (indicator: string) => { value: number | null; applicable: boolean }): Map<string, Rolled> {
  const into = new Map<string, Rolled>();
  for (const root of tree.roots) rollUp(root, look, tree.scoring.floor, into);
  return into;
}

export function statesOf({ region }: Pick<Known, 'region'>, tree: Tree, scores: Pick<NodeScore, 'nodeCode' | 'period' | 'value'>[], standings: Pick<StandingOf, 'planCode' | 'indicatorCode' | 'verdict'>[], targeted: Set<string>): NodeState[] {
  const standingOf = new Map(standings.filter((found) => found.planCode === tree.plan).map((found) => [found.indicatorCode, found]));
  const headlines = new Map(scores.filter((score) => score.value !== null).map((score) => [score.nodeCode, score.period]));
  return nodesOf(tree.roots).map((node) => {
    const below = indicatorsBelow(node);
    const own = below.flatMap((code) => standingOf.get(code) ?? []);
    const count = (...verdicts: string[]): number => own.filter((found) => verdicts.includes(found.verdict)).length;
    const headline = headlines.get(node.code) ?? null;
    const counts = { indicators: below.length, withValue: below.length - count('no_data') - (own.length === 0 ? below.length : 0), improved: count('improved'), worsened: count('worsened'), same: count('same'), changed: count('changed') };
    return {
      regionCode: region, tree: tree.tree, treeCode: tree.code, nodeCode: node.code, state: nodeState(headline !== null, counts), headlinePeriod: headline,
      indicators: below.length, withValue: counts.withValue, improved: counts.improved, worsened: counts.worsened, initiatives: tree.initiativesBelow(node.code),
      withTarget: below.filter((code) => targeted.has(`|${code}`) || targeted.has(`${tree.plan ?? ''}|${code}`)).length,
    };
  });
}
