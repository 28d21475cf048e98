import type { ClassLevel, TagKind } from '#ui/index.ts';
import { markWord } from '#ui/index.ts';
import { whyCell } from './addresses.ts';
import { latestAchievement, latestCell, targetAt, targetsOf } from './lookups.ts';
import { indicatorMark, type MarkView } from './marks.ts';
import type { Indicator, Plan } from './region-model.ts';
import { figure, type Part, sentence, text } from './sentence.ts';
import { nameOf, targetWords } from './standing-sentence.ts';
import { cellFigure, cellMarks, oneDecimal, tagsOf, type Telling, when } from './telling.ts';

/** An indicator as one row of a table: its latest value, the target that speaks, and how that was met. */
export interface MeasureRow {
  code: string;
  name: Part;
  mark: MarkView;
  /** Null where there is no value yet. */
  value: { figure: Part; period: Part } | null;
  /** The latest judged target, else the next one; null where none has a source. */
  target: Part[] | null;
  achievement: { figure: Part; mark: MarkView } | null;
  tags: TagKind[];
}

export function measureRow(tell: Telling, plan: Plan | null, indicator: Indicator): MeasureRow {
  const cell = latestCell(tell.model, indicator.code);
  const of = { plan };
  const judged = latestAchievement(tell.model, indicator.code, of);
  const held = judged ? targetAt(tell.model, indicator.code, judged.period, of) : (targetsOf(tell.model, indicator.code, of).find((one) => !cell || one.period > cell.period) ?? null);
  const told = judged?.raw ?? judged?.capped ?? null;
  return {
    code: indicator.code, name: nameOf(tell, indicator), mark: indicatorMark(tell, plan, indicator.code),
    value: cell && { figure: figure(cellFigure(tell, indicator, cell)), period: when(tell, cell.period) },
    target: held && [...targetWords(tell, indicator, held), text(' ('), when(tell, held.period), text(')')],
    achievement: judged && told !== null ? {
      figure: figure({ href: `${whyCell(tell.base, indicator.code, judged.areaCode, judged.period)}#capaian`, value: String(told), shown: oneDecimal(tell, told), marks: [] }),
      mark: { state: 'scored', level: judged.class, simulated: cell?.origin === 'simulated', word: markWord(tell.lang, 'scored', judged.class as ClassLevel) },
    } : null,
    tags: cell ? tagsOf(cell, cellMarks(tell, cell)) : [],
  };
}

/** "bobot 40 · pendukung": what a link says of an indicator's part in something. */
export const weightWords = (tell: Telling, weight: number | null, more: Part[] = []): Part[] =>
  [...(weight === null ? [] : sentence(tell.say, 'measure.weight', { weight: { kind: 'formula', text: oneDecimal(tell, weight).replace(/[.,]0$/, ''), strong: false } })), ...(weight !== null && more.length > 0 ? [text(', ')] : []), ...more];
