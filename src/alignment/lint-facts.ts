import type { LintIndicator, LintInput, LintPlan } from './lint.ts';

/** Kinds of plan in which the leaders promise something. */
export const leadersKinds: readonly string[] = ['rpjmd'];

export const linksOf = (input: LintInput, plan: LintPlan): LintInput['planLinks'] => input.planLinks.filter((link) => link.planCode === plan.code && link.planVersion === plan.version);

/** Nodes at which, or somewhere below which, one of the given ones stands. */
export function aboveIn(plan: LintPlan, codes: Iterable<string>): Set<string> {
  const parents = new Map(plan.nodes.map((one) => [one.code, one.parentCode]));
  const found = new Set<string>();
  for (const code of codes) for (let at: string | null | undefined = code; typeof at === 'string' && !found.has(at) && parents.has(at); at = parents.get(at)) found.add(at);
  return found;
}

/** Whether some element of its formula has a published value in one of the two periods that ended last. */
export const aliveIn = (input: LintInput, { code }: LintIndicator): boolean => input.alive?.has(code) ?? false;
