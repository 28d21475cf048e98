import { type MarkView, stateOrder } from './marks.ts';
import { joined, type Part, sentence } from './sentence.ts';
import { counted } from './standing-sentence.ts';
import type { Telling } from './telling.ts';

/** "satu dapat dinilai, dua membaik"; where all can be assessed, by class. `list` selects the list whose rows carry `data-state` and `data-level`. */
export function stateCounts(tell: Telling, marks: MarkView[], list: string): { scored: boolean; states: Part[] } {
  const scored = marks.length > 0 && marks.every((mark) => mark.state === 'scored');
  const groups = scored
    ? ([5, 4, 3, 2, 1] as const).map((level) => ({ key: `home.class.${level}` as const, rows: `[data-level="${level}"]`, n: marks.filter((mark) => mark.level === level).length }))
    : stateOrder.map((state) => ({ key: `home.state.${state}` as const, rows: `[data-state="${state}"]`, n: marks.filter((mark) => mark.state === state).length }));
  const states = groups.filter(({ n }) => n > 0).map(({ key, rows, n }) => sentence(tell.say, key, { n: counted(tell, n, `${list} > ${rows}`), c: n }));
  return { scored, states: joined(states, tell.say('list.comma')) };
}
