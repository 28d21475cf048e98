import { yearOf } from '#kernel/periods.ts';
import type { LintIndicator, LintInput, LintPlan } from './lint.ts';

/** Kinds of plan in which the leaders promise something. */
export const leadersKinds: readonly string[] = ['rpjmd'];

/** What the leaders promise today: their plans whose period is not over; where each is over, the last. Whoever serves nothing but the promises of leaders who have left does not serve these. */
export function leadersPlans(input: LintInput): LintPlan[] {
  const all = input.plans.filter((plan) => leadersKinds.includes(plan.kind));
  const lastYear = Math.max(...all.map((plan) => yearOf(plan.periodTo)));
  return all.filter((plan) => yearOf(plan.periodTo) >= Math.min(lastYear, Number(input.today.slice(0, 4))));
}

/** What several questions ask of one input: looked for once, because a plan may have twenty thousand nodes. */
export interface LintFacts {
  /** Links to one version of a plan. */
  linksOf(plan: LintPlan): LintInput['planLinks'];
  /** Nodes at which, or somewhere below which, one of the given ones stands. */
  aboveIn(plan: LintPlan, codes: Iterable<string>): Set<string>;
}

/** The facts of an input that changes no more. */
export function factsOf(input: LintInput): LintFacts {
  const links = Map.groupBy(input.planLinks, (link) => `${link.planCode}/${link.planVersion}`);
  const parents = new Map<LintPlan, Map<string, string | null>>();
  const parentsIn = (plan: LintPlan): Map<string, string | null> => {
    const own = parents.get(plan) ?? new Map(plan.nodes.map((one) => [one.code, one.parentCode]));
    parents.set(plan, own);
    return own;
  };
  return {
    linksOf: (plan) => links.get(`${plan.code}/${plan.version}`) ?? [],
    aboveIn(plan, codes) {
      const above = parentsIn(plan);
      const found = new Set<string>();
      for (const code of codes) for (let at: string | null | undefined = code; typeof at === 'string' && !found.has(at) && above.has(at); at = above.get(at)) found.add(at);
      return found;
    },
  };
}

/** Whether some element of its formula has a published value in one of the two periods that ended last. */
export const aliveIn = (input: LintInput, { code }: LintIndicator): boolean => input.alive?.has(code) ?? false;
