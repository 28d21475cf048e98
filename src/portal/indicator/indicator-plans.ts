import { plainDecimal } from '#kernel/pack-columns.ts';
import { whyCell } from '../addresses.ts';
import { targetsOf } from '../lookups.ts';
import type { MarkView } from '../marks.ts';
import { type Indicator, slotOf, type Source, type Target } from '../region-model.ts';
import { joined, type Part, sentence, verbatim } from '../sentence.ts';
import { inLang, type Telling, when } from '../telling.ts';
import { achievementView, targetSigns } from './indicator-rows.ts';
import type { SayIndicator } from './indicator-words.ts';

/** The target of one plan for one period, beside those of other plans. */
export interface PlanTargetRow {
  period: Part;
  plan: Part[];
  target: Part[];
  achievement: { mark: MarkView; figure: Part } | null;
  source: Source | undefined;
}
export interface PlanTargets {
  /** Periods in which plans want something different; newest first. */
  rows: PlanTargetRow[];
  text: Part[];
}

/** Targets that several plans set: side by side where they differ, one sentence where they agree; null with a single plan. */
export function planTargets(tell: Telling, say: SayIndicator, indicator: Indicator): PlanTargets | null {
  const all = tell.model.targets.get(slotOf(indicator.code, tell.model.region.code)) ?? [];
  const plans = [...new Set(all.map((one) => one.planCode))];
  if (plans.length < 2) return null;
  const names = joined(plans.map((code) => nameOf(tell, say, code)), ', ', say('and'));
  const front = targetsOf(tell.model, indicator.code);
  const differing = front.map((one) => one.period).filter((period) => new Set(all.filter((one) => one.period === period).map(written)).size > 1).reverse();
  if (differing.length === 0) return { rows: [], text: sentence(say, 'plans.same', { plans: names }) };
  const rows = differing.flatMap((period) => {
    const first = front.find((one) => one.period === period);
    return all.filter((one) => one.period === period).sort((a, b) => Number(b === first) - Number(a === first)).map((one) => rowOf(tell, say, indicator, one, one === first));
  });
  return { rows, text: sentence(say, 'plans.differ', { plans: names }) };
}

const written = ({ comparison, value, valueTo }: Target): string => [comparison, plainDecimal(value), valueTo === null ? '' : plainDecimal(valueTo)].join(' ');
const nameOf = (tell: Telling, say: SayIndicator, code: string): Part[] => {
  const plan = tell.model.plans.get(code);
  return [plan ? verbatim(inLang(tell, plan.shortName)) : verbatim(code === '' ? say('plans.none') : code)];
};

function rowOf(tell: Telling, say: SayIndicator, indicator: Indicator, target: Target, first: boolean): PlanTargetRow {
  const found = (tell.model.achievements.get(slotOf(indicator.code, target.areaCode)) ?? []).find((one) => one.period === target.period && one.planCode === target.planCode) ?? null;
  const href = `${whyCell(tell.base, indicator.code, target.areaCode, target.period)}#capaian${first ? '' : `-${target.planCode}`}`;
  return {
    period: when(tell, target.period), plan: nameOf(tell, say, target.planCode), target: targetSigns(tell, say, indicator, target),
    achievement: achievementView(tell, found, href), source: tell.model.sources.get(target.sourceCode ?? ''),
  };
}
