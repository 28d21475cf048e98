import type { Lang } from '#kernel/i18n.ts';
import { ui } from './words.ts';

/** What can be said of a promise, a pillar or an indicator; `scored` has a class from 1 to 5. */
export type MarkState = 'scored' | 'improved' | 'worsened' | 'mixed' | 'same' | 'changed' | 'one_value' | 'no_data' | 'no_measure';
export type ClassLevel = 1 | 2 | 3 | 4 | 5;

const signs: Record<Exclude<MarkState, 'scored'>, string> = {
  improved: 'm-plus', worsened: 'm-minus', mixed: 'm-mixed', same: 'm-same', changed: 'm-dot', one_value: 'm-dot', no_data: 'm-box', no_measure: 'm-line',
};

/** The symbol of a state; a score whose class is unknown is drawn as no data. */
export function symbolOf(state: MarkState, level: number | null, simulated: boolean): string {
  if (state !== 'scored') return signs[state];
  return level === null ? signs.no_data : `${simulated ? 'h' : 'k'}${level}`;
}

/** The mark in words: `tinggi`, `membaik, tanpa target`, `belum punya ukuran`. */
export function markWord(lang: Lang, state: MarkState, level: number | null = null): string {
  const words = ui(lang);
  if (state !== 'scored') return words(`mark.${state}`);
  return level === null ? words('mark.no_data') : words(`class.${level as ClassLevel}`);
}
