import { type Movement, movement, type Step } from '#scores/ui.ts';
import { changeParts, formatNumber } from '#ui/index.ts';
import { indicatorPage } from '../addresses.ts';
import { cellAt, withValue } from '../lookups.ts';
import type { Indicator, RegionModel } from '../region-model.ts';
import { type Fig, figure, type Part, sentence, text } from '../sentence.ts';
import { cellFigure, shortest, type Telling, unitOf, when } from '../telling.ts';
import { movementWords } from './movement-words.ts';

/** The latest change with its sum: every earlier change, their mean size, and how many times that the latest is. */
export interface MovementView {
  lead: Part[];
  /** Null where no ratio exists; `lead` then says why. */
  sum: { latest: Part; usual: Part; ratio: Part } | null;
  rows: { from: Part; until: Part; before: Part; after: Part; change: Part[]; latest: boolean }[];
}

/** The latest change of an indicator of the region's own area. */
export const movementOf = (model: RegionModel, indicator: Indicator): Movement => movement(withValue(model.cells.get(indicator.code)), indicator.periodMode ?? 'periodic');

/** Yes or no and stages have no size to compare. */
export const isAmount = ({ targetKind }: Indicator): boolean => targetKind !== 'yes_no' && targetKind !== 'milestone';

/** Where a movement is told, with its sum. */
export const movementAddress = (tell: Telling, code: string): string => `${indicatorPage(tell.base, code)}#gerak`;

/** A change's verb and its size; the size opens to the indicator's own section. A size that rounds to nothing has no figure. */
export function stepWords(tell: Telling, indicator: Indicator, { change }: Step): { verb: string; amount: Fig | null } {
  const rounded = Number(change.toFixed(indicator.decimals));
  const told = changeParts(rounded, unitOf(tell, indicator.unitCode), tell.lang);
  return { verb: told.verb, amount: told.direction === 'same' ? null : { href: movementAddress(tell, indicator.code), value: String(rounded), shown: told.amount, marks: [] } };
}

/** "3,2 kali gerak biasanya": from ten on without decimals. */
export const ratioFigure = (tell: Telling, code: string, ratio: number): Fig =>
  ({ href: movementAddress(tell, code), value: String(ratio), shown: formatNumber(shortest(ratio, ratio < 10 ? 1 : 0), { lang: tell.lang }), marks: [] });

/** Null for an indicator with fewer than two values, or without amounts: there is no movement to speak of. */
export function movementView(tell: Telling, indicator: Indicator): MovementView | null {
  if (!isAmount(indicator)) return null;
  const found = movementOf(tell.model, indicator);
  const { latest, earlier } = found;
  if (latest === null && earlier.length === 0) return null;
  const steps = [...(latest ? [latest] : []), ...earlier.toReversed()];
  return { lead: leadOf(tell, indicator, found), sum: sumOf(tell, indicator, found), rows: steps.map((step) => rowOf(tell, indicator, step, step === latest)) };
}

function leadOf(tell: Telling, indicator: Indicator, found: Movement): Part[] {
  const say = movementWords(tell.lang);
  if (found.reason !== null) return sentence(say, `none.${found.reason}`);
  return sentence(say, 'lead', { ...latestSlots(tell, indicator, found.latest), ratio: figure(ratioFigure(tell, indicator.code, found.ratio)) });
}

function latestSlots(tell: Telling, indicator: Indicator, step: Step): Record<string, Part | Part[]> {
  const { verb, amount } = stepWords(tell, indicator, step);
  return { verb: text(verb), amount: amount ? [text(' '), figure(amount)] : [], from: when(tell, step.from), until: when(tell, step.until) };
}

function sumOf(tell: Telling, indicator: Indicator, found: Movement): MovementView['sum'] {
  if (found.reason !== null) return null;
  const size = (value: number, more: number): Part => {
    const rounded = Number(Math.abs(value).toFixed(indicator.decimals + more));
    return figure({ href: movementAddress(tell, indicator.code), value: String(rounded), shown: changeParts(rounded, unitOf(tell, indicator.unitCode), tell.lang).amount, marks: [] });
  };
  return { latest: size(found.latest.change, 0), usual: size(found.usual, 1), ratio: figure(ratioFigure(tell, indicator.code, found.ratio)) };
}

function rowOf(tell: Telling, indicator: Indicator, step: Step, latest: boolean): MovementView['rows'][number] {
  const value = (period: string): Part => {
    const cell = cellAt(tell.model, indicator.code, period);
    return cell ? figure(cellFigure(tell, indicator, cell)) : text('');
  };
  const { verb, amount } = stepWords(tell, indicator, step);
  return { from: when(tell, step.from), until: when(tell, step.until), before: value(step.from), after: value(step.until), change: amount ? [text(`${verb} `), figure(amount)] : [text(verb)], latest };
}
