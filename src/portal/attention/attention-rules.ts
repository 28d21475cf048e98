import { comparePeriods, lastEnded, type PeriodKind, parsePeriod, periodBefore } from '#kernel/periods.ts';
import { latestAchievement, latestCell, standingOf, withResult } from '../lookups.ts';
import type { Achievement, Cell, Indicator, Plan, RegionModel, Standing } from '../region-model.ts';
import { type Rival, rivalsOf } from '../rivals.ts';

/** Why a figure is shown to whoever looks for trouble, the gravest first; this is the order in which rows stand. */
export const attentionRules = ['low_class', 'worsened', 'silent', 'disputed'] as const;
export type AttentionRule = (typeof attentionRules)[number];

export interface AttentionRow {
  indicator: Indicator;
  cell: Cell;
  /** Every rule that holds, first the gravest. */
  rules: AttentionRule[];
  achievement: Achievement | null;
  standing: Standing | null;
  /** The two ended periods that have no value, the later one last; null where the row is not silent. */
  silent: [string, string] | null;
  /** The values that lie more than a tenth away from the one that counts. */
  rivals: Rival[];
}

/** Of an achievement whose target no plan set: at most 50. */
const lowest = 50;

/** The latest achievement that could be judged lies in the lowest class of its own plan: at most its lowest band, 50 where it sets none. */
export const isLow = (achievement: Achievement | null, plans: ReadonlyMap<string, Plan>): boolean =>
  achievement !== null && achievement.capped !== null && Number(achievement.capped.toFixed(9)) <= (plans.get(achievement.planCode)?.scoring.bands[3] ?? lowest);

/**
 * The last two periods that were over on the day `asOf`, where neither they nor any later one has a value, though an earlier one has. A
 * period ends with its last day, so it is over on the day after. What does not apply is not missing. The clock is never asked.
 */
export function silentPeriods(cells: Cell[], kind: PeriodKind, asOf: string): [string, string] | null {
  const last = lastEnded(asOf, kind);
  const before = periodBefore(last.text);
  const latest = withResult(cells).at(-1);
  if (!latest || parsePeriod(latest.period).end >= before.start) return null;
  return cells.some((cell) => !cell.applicable && [last.text, before.text].includes(cell.period)) ? null : [before.text, last.text];
}

/** Another source's value lies more than 10 % of the used one away from it; beside a used zero any other value does. Exactly 10 % does not. */
export const isFarApart = ({ used, other }: Rival): boolean => {
  const [mine, theirs] = [Number(used), Number(other.value)];
  // 9.9 beside 9 is a tenth, whatever doubles make of it
  return mine === 0 ? theirs !== 0 : Number((Math.abs(theirs - mine) / Math.abs(mine)).toFixed(12)) > 0.1;
};

/**
 * What needs attention, all of it, by exactly four rules: the latest judged achievement is at most the lowest band of its plan; the latest
 * value is worse, in its good direction, than the first since the plan's baseline; the last two ended periods have no value though one
 * before had; sources lie more than 10 % apart on the latest value. Only the region's own area counts; nothing here says why.
 * Order: by the gravest rule that holds, fresh figures before those that two periods have left old, then by how many hold, then what the plan
 * promised first, then the newest value, then the pack's order.
 */
export function attentionRows(model: RegionModel, plan: Plan | null): AttentionRow[] {
  const rows = [...model.indicators.values()].flatMap((indicator) => rowOf(model, plan, indicator) ?? []);
  const promised = new Set(model.planLinks.filter((link) => link.planCode === plan?.code).map((link) => link.code));
  const rank = (row: AttentionRow): number => attentionRules.indexOf(row.rules[0] ?? 'disputed') * 200 + (row.silent ? 100 : 0) - row.rules.length * 10 - (promised.has(row.indicator.code) ? 5 : 0);
  return rows.sort((a, b) => rank(a) - rank(b) || comparePeriods(b.cell.period, a.cell.period));
}

function rowOf(model: RegionModel, plan: Plan | null, indicator: Indicator): AttentionRow | null {
  const cell = latestCell(model, indicator.code);
  if (!cell) return null;
  const achievement = latestAchievement(model, indicator.code);
  const standing = plan && standingOf(model, plan, indicator.code);
  const silent = silentPeriods(model.cells.get(indicator.code) ?? [], indicator.periodKind as PeriodKind, model.snapshot.asOf);
  const rivals = rivalsOf(model, cell).filter(isFarApart);
  const holds: Record<AttentionRule, boolean> = { low_class: isLow(achievement, model.plans), worsened: standing?.verdict === 'worsened', silent: silent !== null, disputed: rivals.length > 0 };
  const rules = attentionRules.filter((rule) => holds[rule]);
  return rules.length > 0 ? { indicator, cell, rules, achievement, standing, silent, rivals } : null;
}
