import { idOf, type SayPlan } from './plan-words.ts';
import type { Plan } from '../region-model.ts';
import { joined, type Part, sentence, text } from '../sentence.ts';
import { inLang, type Telling, when } from '../telling.ts';

/** A plan's bar: years from the first plan's start, in parts of the whole. */
export interface PlanBar {
  code: string;
  name: string;
  href: string;
  from: number;
  to: number;
}
export interface PlanOrder {
  /** The first and the last year of all plans. */
  first: number;
  last: number;
  compiled: number;
  bars: PlanBar[];
  /** Years between two plans of one kind. */
  gaps: Part[][];
}

const yearOf = (period: string): number => Number(period.slice(0, 4));

/** When each plan holds, and where one kind has a hole between two plans. */
export function orderOfPlans(tell: Telling, say: SayPlan, plans: Plan[]): PlanOrder {
  const bars = plans.map((plan) => {
    const name = inLang(tell, plan.shortName);
    return { code: plan.code, name: plan.visionWord ? `${name}, ${plan.visionWord}` : name, href: `#${idOf(plan.code)}`, from: yearOf(plan.periodFrom), to: yearOf(plan.periodTo) };
  });
  return {
    first: Math.min(...bars.map((bar) => bar.from)), last: Math.max(...bars.map((bar) => bar.to)), compiled: yearOf(tell.model.region.compiledOn),
    bars, gaps: gapsOf(tell, say, plans),
  };
}

function gapsOf(tell: Telling, say: SayPlan, plans: Plan[]): Part[][] {
  const kinds = ['rpjpd', 'rpjmd', 'rkpd'] as const;
  return kinds.flatMap((kind) => {
    const own = plans.filter((plan) => plan.kind === kind);
    return own.slice(1).flatMap((plan, n) => {
      const before = own[n] as Plan;
      const missing: number[] = [];
      for (let year = yearOf(before.periodTo) + 1; year < yearOf(plan.periodFrom); year += 1) missing.push(year);
      if (missing.length === 0) return [];
      return [sentence(say, 'order.gap', { years: joined(missing.map((year) => [when(tell, String(year))]), ', '), kind: text(say(`kind.${kind}`)) })];
    });
  });
}
