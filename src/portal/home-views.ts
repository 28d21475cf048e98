import type { MarkState, TagKind } from '#ui/index.ts';
import type { Part } from './sentence.ts';

/** The order in which states stand in headlines and legends. */
export const stateOrder: MarkState[] = ['scored', 'improved', 'mixed', 'worsened', 'same', 'one_value', 'no_data', 'no_measure'];

export interface MarkView {
  state: MarkState;
  level: number | null;
  simulated: boolean;
  word: string;
}
export interface PromiseView {
  code: string;
  letter: string | null;
  short: string;
  text: string;
  mark: MarkView;
  sentences: Part[][];
  pillars: { code: string; name: string }[];
  tags: TagKind[];
  /** True when its figure lies after the plan's last year. */
  after: boolean;
}
