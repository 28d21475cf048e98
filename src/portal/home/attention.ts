import { comparePeriods } from '#kernel/periods.ts';
import { latestAchievement, latestCell, standingOf } from '../lookups.ts';
import type { Achievement, Cell, Indicator, Plan, RegionModel, Standing } from '../region-model.ts';
import { type Rival, rivalsOf } from '../rivals.ts';

/** Why a figure is shown to whoever looks for trouble; in the order in which rows stand. */
export const attentionRules = ['target_missed', 'low_class', 'worsened', 'disputed'] as const;
export type AttentionRule = (typeof attentionRules)[number];

export interface AttentionRow {
  indicator: Indicator;
  cell: Cell;
  /** Every rule that holds, first the gravest. */
  rules: AttentionRule[];
  achievement: Achievement | null;
  standing: Standing | null;
  rivals: Rival[];
}

/** An achievement up to this (in percent) is class "very low": the lowest band of the plan. */
const low = (plan: Plan): number => plan.scoring.bands[3];

/**
 * What needs attention, all of it, gravest first: the latest target that can be judged was missed; its achievement is in the lowest
 * class; the latest value is worse, by its good direction, than the first since the plan's baseline; sources differ on the latest value.
 * Within a rule, what was promised comes first, then the newest.
 * Only the latest value of the region's own area counts; nothing here is a judgement on why.
 */
export function attentionRows(model: RegionModel, plan: Plan): AttentionRow[] {
  const rows = [...model.indicators.values()].flatMap((indicator): AttentionRow[] => {
    const cell = latestCell(model, indicator.code);
    if (!cell) return [];
    const achievement = latestAchievement(model, indicator.code);
    const standing = standingOf(model, plan, indicator.code);
    const rivals = rivalsOf(model, cell);
    const holds: Record<AttentionRule, boolean> = {
      target_missed: achievement?.met === false,
      low_class: achievement !== null && achievement.capped !== null && achievement.capped <= low(plan),
      worsened: standing?.verdict === 'worsened',
      disputed: rivals.length > 0,
    };
    const rules = attentionRules.filter((rule) => holds[rule]);
    return rules.length > 0 ? [{ indicator, cell, rules, achievement, standing, rivals }] : [];
  });
  const promised = new Set(model.planLinks.filter((link) => link.planCode === plan.code).map((link) => link.code));
  const rank = (row: AttentionRow): number => attentionRules.indexOf(row.rules[0] ?? 'disputed') * 100 - row.rules.length * 10 - (promised.has(row.indicator.code) ? 5 : 0);
  return rows.sort((a, b) => rank(a) - rank(b) || comparePeriods(b.cell.period, a.cell.period));
}
