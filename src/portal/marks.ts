import { type MarkState, markWord } from '#ui/index.ts';
import { headlineScore, latestAchievement, latestCell, standingOf, stateOf } from './lookups.ts';
import type { Plan, Tree, Verdict } from './region-model.ts';
import type { Telling } from './telling.ts';

/** A mark with the word that stands beside it. */
export interface MarkView {
  state: MarkState;
  level: number | null;
  simulated: boolean;
  word: string;
  /** A score from fewer than half of its measures: drawn as not certain. */
  thin?: boolean;
}

/** The order in which states stand in headlines and legends. */
export const stateOrder: MarkState[] = ['scored', 'improved', 'mixed', 'worsened', 'same', 'changed', 'one_value', 'no_data', 'no_measure'];

const signs: Record<Verdict, MarkState> = {
  improved: 'improved', worsened: 'worsened', same: 'same', changed: 'changed', one_value: 'one_value', before_baseline: 'one_value', no_data: 'no_data',
};

/** An indicator's mark: its class where a target can be judged, else what it did since the plan's baseline. */
export function indicatorMark(tell: Telling, plan: Plan | null, code: string): MarkView {
  const achievement = latestAchievement(tell.model, code);
  const cell = latestCell(tell.model, code);
  const simulated = cell?.origin === 'simulated';
  if (achievement?.class) return { state: 'scored', level: achievement.class, simulated, word: markWord(tell.lang, 'scored', achievement.class) };
  if (cell && cell.textValue !== null) return { state: 'one_value', level: null, simulated, word: tell.say('mark.word') };
  const verdict = cell ? ((plan && standingOf(tell.model, plan, code)?.verdict) ?? 'one_value') : 'no_data';
  const state = signs[verdict];
  const word = verdict === 'before_baseline' ? tell.say('mark.before_baseline') : markWord(tell.lang, state);
  return { state, level: null, simulated, word };
}

/** The mark of a node of either tree: the class of its latest score, else what its measures did. */
export function nodeMark(tell: Telling, tree: Tree, treeCode: string, node: string): MarkView {
  const state = stateOf(tell.model, tree, treeCode, node)?.state ?? 'no_measure';
  const score = state === 'scored' ? headlineScore(tell.model, tree, treeCode, node) : null;
  const level = score?.class ?? null;
  return { state, level, simulated: tell.model.region.fictional, word: markWord(tell.lang, state, level), thin: score !== null && score.known * 2 < score.declared };
}
