import { Fault } from '#kernel/faults.ts';
import { isOver, planAfter } from '../home/home-lead.ts';
import { frontPlan } from '../lookups.ts';
import { perModel } from '../per-model.ts';
import type { RegionModel } from '../region-model.ts';
import type { Telling } from '../telling.ts';

const seen = perModel<RegionModel>();

/** What is in sync is told of the plan in force: of leaders who have left nobody asks it, unless a reader chooses their plan. Throws `plan.unknown` (404) for a plan that is none. */
export function fromPlan(tell: Telling, chosen?: string): Telling {
  const { model } = tell;
  const front = frontPlan(model);
  if (!front) return tell;
  const own = (isOver(model, front) ? planAfter(model, front) : null) ?? front;
  const code = chosen ?? own.code;
  if (!model.plans.has(code)) throw new Fault('plan.unknown', 404, { given: code, expected: [...model.plans.keys()].join(', ') });
  const plan = code === own.code ? null : code;
  return code === front.code ? { ...tell, plan } : { ...tell, plan, model: seen(model, code, () => ({ ...model, region: { ...model.region, frontPlan: code } })) };
}
