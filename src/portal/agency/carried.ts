import { latestCell, targetsOf } from '../lookups.ts';
import type { Indicator, IndicatorAgency, Initiative, Plan, PlanNode, RegionModel } from '../region-model.ts';

/** What an agency carries: indicators it shares (with its weight and account) or owns, its initiatives and plans, what these serve. */
export interface Carried {
  indicators: { indicator: Indicator; share: IndicatorAgency | null }[];
  initiatives: Initiative[];
  plans: Plan[];
  serves: { plan: Plan; node: PlanNode }[];
}

/** An indicator that names its agency is carried by it alone where no shares were declared; with shares, by those that share it. */
export function carriedBy(model: RegionModel, agency: string): Carried {
  const indicators = [...model.indicators.values()].flatMap((indicator) => {
    const shares = model.shares.get(indicator.code) ?? [];
    const share = shares.find((one) => one.agencyCode === agency) ?? null;
    return share || (shares.length === 0 && indicator.agencyCode === agency) ? [{ indicator, share }] : [];
  });
  const initiatives = model.initiatives.filter((one) => one.agencyCode === agency);
  const plans = [...model.plans.values()].filter((plan) => plan.agencyCode === agency);
  const codes = new Set([...indicators.map((one) => `indicator ${one.indicator.code}`), ...initiatives.map((one) => `initiative ${one.code}`)]);
  const linked = new Set(model.planLinks.filter((link) => codes.has(`${link.kind} ${link.code}`)).map((link) => `${link.planCode} ${link.nodeCode}`));
  const serves = [...model.plans.values()].filter((plan) => plan.agencyCode === null).flatMap((plan) => plan.nodes.filter((node) => linked.has(`${plan.code} ${node.code}`)).map((node) => ({ plan, node })));
  return { indicators, initiatives, plans, serves };
}

/** What is missing in an agency's hands, each a list of indicator codes. */
export function missingOf(model: RegionModel, { indicators }: Carried): { values: Indicator[]; targets: Indicator[]; accounts: Indicator[]; weights: Indicator[] } {
  const only = (holds: (one: Carried['indicators'][number]) => boolean): Indicator[] => indicators.filter(holds).map((one) => one.indicator);
  return {
    values: only(({ indicator }) => latestCell(model, indicator.code) === null),
    targets: only(({ indicator }) => targetsOf(model, indicator.code).length === 0),
    accounts: only(({ share }) => share !== null && share.account === null),
    weights: only(({ share }) => share !== null && share.weight === null),
  };
}
