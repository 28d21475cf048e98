import { type MarkState, markWord } from '#ui/index.ts';
import type { MarkView } from './home-views.ts';
import { latestAchievement, latestCell, standingOf } from './lookups.ts';
import type { Plan, Verdict } from './region-model.ts';
import type { Telling } from './telling.ts';

const signs: Record<Verdict, MarkState> = {
  improved: 'improved', worsened: 'worsened', same: 'same', changed: 'one_value', one_value: 'one_value', before_baseline: 'one_value', no_data: 'no_data',
};

/** An indicator's mark: its class where a target can be judged, else what it did since the plan's baseline. */
export function indicatorMark(tell: Telling, plan: Plan, code: string): MarkView {
  const achievement = latestAchievement(tell.model, code);
  const cell = latestCell(tell.model, code);
  const simulated = cell?.origin === 'simulated';
  if (achievement?.class) return { state: 'scored', level: achievement.class, simulated, word: markWord(tell.lang, 'scored', achievement.class) };
  const verdict = cell ? (standingOf(tell.model, plan, code)?.verdict ?? 'one_value') : 'no_data';
  const state = signs[verdict];
  const word = verdict === 'changed' || verdict === 'before_baseline' ? tell.say(`mark.${verdict}`) : markWord(tell.lang, state);
  return { state, level: null, simulated, word };
}
