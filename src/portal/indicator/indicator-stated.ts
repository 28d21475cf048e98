import { whyCell } from '../addresses.ts';
import { achievementAt, withValue } from '../lookups.ts';
import type { Indicator } from '../region-model.ts';
import { figure, type Part, sentence } from '../sentence.ts';
import { cellFigure, oneDecimal, type Telling, when } from '../telling.ts';
import { unitsApart } from '../units-apart.ts';
import type { SayIndicator } from './indicator-words.ts';

/** A period whose verified value took the place of another that the agency had stated itself. */
export interface StatedRow {
  period: Part;
  stated: Part[];
  verified: Part[];
  /** What both make of the achievement; null where nothing was wanted. */
  achievement: Part[] | null;
}

/** Self-stated beside verified, newest period first. */
export function statedRows(tell: Telling, say: SayIndicator, indicator: Indicator): StatedRow[] {
  return withValue(tell.model.cells.get(indicator.code)).filter((cell) => cell.statedValue !== null).reverse().map((cell) => {
    const here = whyCell(tell.base, indicator.code, cell.areaCode, cell.period);
    const found = achievementAt(tell.model, indicator.code, cell.period);
    const counted = found?.raw ?? found?.capped ?? null;
    const share = (value: number): Part => figure({ href: `${here}#capaian`, value: String(value), shown: oneDecimal(tell, value), marks: [] });
    const stated = cellFigure(tell, indicator, { ...cell, value: cell.statedValue });
    return {
      period: when(tell, cell.period), stated: unitsApart(tell, indicator.unitCode, [figure({ ...stated, href: `${here}#dinyatakan` })]), verified: unitsApart(tell, indicator.unitCode, [figure(cellFigure(tell, indicator, cell))]),
      achievement: found?.stated != null && counted !== null ? sentence(say, 'stated.achievement', { stated: share(found.stated), verified: share(counted) }) : null,
    };
  });
}
