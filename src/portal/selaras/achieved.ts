import { parsePeriod, yearOf } from '#kernel/periods.ts';
import { achievedAddress } from '../addresses.ts';
import { achievementsOf, frontPlan, latestCell, targetsOf } from '../lookups.ts';
import type { RegionModel } from '../region-model.ts';
import { joined, type Part, sentence } from '../sentence.ts';
import { counted } from '../standing-sentence.ts';
import { ofPlan, type Telling } from '../telling.ts';
import { inSyncWords } from './in-sync-words.ts';

/** Where an indicator stands, by what is reckoned of its latest target that a value can be held against; no number of its own. */
export const allAchieved = ['met', 'missed', 'ahead', 'waiting', 'no_target', 'no_data'] as const;
export type Achieved = (typeof allAchieved)[number];

/** By the targets of the plan in front: its own, and those of no plan in its years. What another plan promised is no achievement of this one. */
export function achievedOf(model: RegionModel, code: string): Achieved {
  const plan = frontPlan(model);
  const own = ({ planCode, period }: { planCode: string; period: string }): boolean => planCode === plan?.code || (planCode === '' && plan !== null && yearOf(plan.periodFrom) <= yearOf(period) && yearOf(period) <= yearOf(plan.periodTo));
  const judged = achievementsOf(model, code).filter((one) => one.met !== null && own(one)).at(-1);
  if (judged) return judged.met ? 'met' : 'missed';
  if (!latestCell(model, code)) return 'no_data';
  const targets = targetsOf(model, code).filter(own);
  const { asOf } = model.snapshot;
  const isOver = ({ period }: { period: string }): boolean => parsePeriod(period).end < asOf;
  return targets.length === 0 ? 'no_target' : targets.some(isOver) ? 'waiting' : 'ahead';
}

/** "dua tercapai, satu tanpa data": how many of a cell's indicators stand where, each once; empty where it has none. The page that takes it apart proves it. */
export function achievedCounts(tell: Telling, cell: string, codes: string[]): Part[] {
  const say = inSyncWords(tell.lang);
  const by = Map.groupBy(codes, (code) => achievedOf(tell.model, code));
  const some = allAchieved.flatMap((achieved) => {
    const n = by.get(achieved)?.length ?? 0;
    return n === 0 ? [] : [sentence(say, `achieved.n.${achieved}`, { n: counted(tell, n, `[id="${cell}"] [data-achieved="${achieved}"]`, ofPlan(tell, achievedAddress(tell.base))) })];
  });
  return joined(some, ', ');
}
