import { yearOf } from '#kernel/periods.ts';
import { latestAchievement, nextPlan } from '../lookups.ts';
import type { Indicator, Plan, RegionModel } from '../region-model.ts';
import { capital, link, type Part, sentence, verbatim } from '../sentence.ts';
import { inLang, type Telling, when } from '../telling.ts';
import { homeWords } from './home-words.ts';
import { provable } from './provable.ts';

/** The indicators that a plan's nodes are linked to, in the order of the pack. */
export function measuresOf(model: RegionModel, plan: Plan): Indicator[] {
  const linked = new Set(model.planLinks.filter((one) => one.planCode === plan.code && one.kind === 'indicator').map((one) => one.code));
  return [...model.indicators.values()].filter((one) => linked.has(one.code));
}

/** "Dari 14 target terakhir yang dapat dinilai, lima tercapai dan sembilan belum." */
export function resultOf(tell: Telling, plan: Plan): Part[] {
  const say = homeWords(tell.lang);
  const measures = measuresOf(tell.model, plan);
  const judged = measures.flatMap((one) => latestAchievement(tell.model, one.code) ?? []);
  const met = judged.filter((one) => one.met).length;
  const missed = judged.length - met;
  if (judged.length === 0) return sentence(say, 'result.none');
  if (judged.length === 1) return sentence(say, met === 1 ? 'result.one.met' : 'result.one.missed');
  const told = (n: number, rows: string): Part => provable(tell, n, rows, { all: measures.length });
  const slots = { n: told(judged.length, '[data-met]'), met: told(met, '[data-met="yes"]'), missed: told(missed, '[data-met="no"]'), m: met, k: missed };
  return capital(sentence(say, missed === 0 ? 'result.all' : met === 0 ? 'result.no' : 'result', slots));
}

/** True when the plan's last period was over on the day up to which things are known. */
export const isOver = (model: RegionModel, plan: Plan): boolean => yearOf(model.snapshot.asOf) > yearOf(plan.periodTo);

/** The plan of the same kind whose years hold the day up to which things are known; the next one where none does. */
export function planAfter(model: RegionModel, plan: Plan): Plan | null {
  const year = yearOf(model.snapshot.asOf);
  const now = [...model.plans.values()].find((other) => other !== plan && other.kind === plan.kind && yearOf(other.periodFrom) <= year && year <= yearOf(other.periodTo));
  return now ?? nextPlan(model, plan);
}

/** Said at the top of the page of a plan whose years are over: since when another one is in force, and where its promises stand. */
export function overOf(tell: Telling, plan: Plan): Part[] | null {
  if (!isOver(tell.model, plan)) return null;
  const say = homeWords(tell.lang);
  const next = planAfter(tell.model, plan);
  const slots = { plan: verbatim(inLang(tell, plan.shortName)), until: when(tell, plan.periodTo) };
  if (!next) return sentence(say, 'over.none', slots);
  return sentence(say, 'over.next', { ...slots, from: when(tell, next.periodFrom), next: verbatim(inLang(tell, next.shortName)), link: link('#h-next', say('over.link')) });
}
