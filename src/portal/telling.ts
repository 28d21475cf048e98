import type { Lang, Text } from '#kernel/i18n.ts';
import { messagesOf } from '#kernel/i18n.ts';
import { changeParts, type FigureMark, formatNumber, formatPeriod, formatValue, marksOf, type TagKind } from '#ui/index.ts';
import { whyCell, whyChange, whyNode, whyPillar, whyValue } from './addresses.ts';
import english from './messages.en.json' with { type: 'json' };
import indonesian from './messages.id.json' with { type: 'json' };
import type { Cell, DataValue, Indicator, NodeScore, Plan, RegionModel, Standing, Target, Unit } from './region-model.ts';
import { rivalsOf } from './rivals.ts';
import { type Fig, type Part, time } from './sentence.ts';
import whyEnglish from './why/why.messages.en.json' with { type: 'json' };
import whyIndonesian from './why/why.messages.id.json' with { type: 'json' };

const id = { ...indonesian, ...whyIndonesian };
export type MessageKey = keyof typeof id;
/** The words of the public pages; each message is compiled once for each language. */
export const words = messagesOf(id, { ...english, ...whyEnglish });

/** What every page function gets: what is known, in which language, and the prefix of its links. */
export interface Telling {
  model: RegionModel;
  lang: Lang;
  base: string;
  say: ReturnType<typeof words>;
  /** The plan a reader chose where several can be; null is the one they are told of without being asked. */
  plan: string | null;
}
export const telling = (model: RegionModel, lang: Lang, base: string): Telling => ({ model, lang, base, say: words(lang), plan: null });

/** An address that keeps the plan the reader chose. */
export function ofPlan({ plan }: Telling, address: string): string {
  if (plan === null) return address;
  const [path = '', anchor] = address.split('#');
  return `${path}${path.includes('?') ? '&' : '?'}rencana=${encodeURIComponent(plan)}${anchor === undefined ? '' : `#${anchor}`}`;
}

export const inLang = (tell: Telling, pair: Text): string => pair[tell.lang];
export const when = (tell: Telling, period: string): Part => time(period, formatPeriod(period, tell.lang));

/** The shortest text of a number with at most so many decimals: 8.00 is `8`. */
export const shortest = (value: number, decimals: number): string =>
  // By the decimal text, half away from zero: `toFixed` makes 2.67 of 2.675.
  digits(decimals).format(String(value) as Intl.StringNumericLiteral).replace(/^-0$/, '0');
const formats = new Map<number, Intl.NumberFormat>();
function digits(decimals: number): Intl.NumberFormat {
  const found = formats.get(decimals) ?? new Intl.NumberFormat('en-US', { maximumFractionDigits: decimals, useGrouping: false, roundingMode: 'halfExpand' });
  formats.set(decimals, found);
  return found;
}

export const unitOf = (tell: Telling, code: string): Unit | null => tell.model.units.get(code) ?? null;
/** A value as people say it: with its unit; `ya`/`tidak`; the stage reached. */
export function shownAs(tell: Telling, value: number, indicator: Indicator): string {
  if (indicator.targetKind === 'yes_no') return tell.say(value === 0 ? 'value.no' : 'value.yes');
  if (indicator.targetKind === 'milestone') return tell.say('value.stage', { n: value, of: indicator.milestones.length });
  return formatValue(shortest(value, indicator.decimals), unitOf(tell, indicator.unitCode), tell.lang);
}

/** The word of a class as it is told; true and false as people say them. */
export const shownWord = (tell: Telling, word: string): string => (word === 'true' ? tell.say('value.yes') : word === 'false' ? tell.say('value.no') : word);

export const cellMarks = (tell: Telling, cell: Cell): FigureMark[] => marksOf({ ...cell, disputed: rivalsOf(tell.model, cell).length > 0, stale: tell.model.waiting.codes.has(cell.indicatorCode) });

/** The small tags that say in words what is special about a value. */
export const tagsOf = (value: { origin: string; assurance?: string | null }, marks: FigureMark[]): TagKind[] =>
  [...marks, ...(value.origin === 'derived' ? ['derived' as const] : []), ...(value.assurance === 'stated' || value.assurance === 'verified' ? [value.assurance] as const : [])];

/** A cell's value, or its word; opens its explanation. Cells without either have no figure. */
export function cellFigure(tell: Telling, indicator: Indicator, cell: Cell): Fig {
  const value = cell.value ?? 0;
  if (cell.textValue !== null) return { href: whyCell(tell.base, indicator.code, cell.areaCode, cell.period), value: cell.textValue, shown: shownWord(tell, cell.textValue), marks: cellMarks(tell, cell) };
  return { href: whyCell(tell.base, indicator.code, cell.areaCode, cell.period), value: String(value), shown: shownAs(tell, value, indicator), marks: cellMarks(tell, cell) };
}

/** The upper bound of a range. */
export const boundFigure = (tell: Telling, indicator: Indicator, target: Target): Fig => targetFigure(tell, indicator, { ...target, value: target.valueTo ?? target.value });

export function targetFigure(tell: Telling, indicator: Indicator, target: Target): Fig {
  const worded = indicator.targetKind === 'yes_no' || indicator.targetKind === 'milestone';
  const shown = worded ? shownAs(tell, Number(target.value), indicator) : formatValue(target.value, unitOf(tell, indicator.unitCode), tell.lang);
  const href = `${whyCell(tell.base, indicator.code, target.areaCode, target.period)}#target`;
  return { href, value: target.value, shown, marks: target.origin === 'simulated' ? ['simulated'] : [] };
}

/** A difference as it is told: without the noise that doubles leave behind, at the indicator's own decimals. */
export const roundedChange = (change: number, indicator: Indicator): number => Number(shortest(Number(change.toPrecision(12)), indicator.decimals));

/** The amount of a change, without sign; the verb says the direction. */
export function changeOf(tell: Telling, indicator: Indicator, standing: Standing): { verb: string; amount: Fig | null } {
  const change = roundedChange(standing.change ?? 0, indicator);
  const told = changeParts(change, unitOf(tell, indicator.unitCode), tell.lang);
  if (told.direction === 'same') return { verb: told.verb, amount: null };
  return { verb: told.verb, amount: { href: whyChange(tell.base, standing.planCode, indicator.code), value: String(change), shown: told.amount, marks: [] } };
}

/** Scores and achievements are told with one decimal. */
export const oneDecimal = (tell: Telling, value: number): string => formatNumber(value, { lang: tell.lang, decimals: 1 });

export function scoreFigure(tell: Telling, score: NodeScore, slug?: string): Fig {
  const href = slug === undefined ? whyNode(tell.base, score.treeCode, score.nodeCode, score.period) : whyPillar(tell.base, slug, score.period);
  return { href, value: String(score.value ?? 0), shown: oneDecimal(tell, score.value ?? 0), marks: [] };
}

/** A data value as its source gave it, every digit. */
export function dataFigure(tell: Telling, value: DataValue, href = whyValue(tell.base, value.elementCode, value.seriesCode, value.areaCode, value.period)): Fig {
  const element = tell.model.elements.get(value.elementCode);
  const shown = formatValue(value.value ?? '', element ? unitOf(tell, element.unitCode) : null, tell.lang);
  return { href, value: value.value ?? '', shown, marks: marksOf(value) };
}

/** True when the period lies wholly after the plan's last year. */
export const afterPlan = (plan: Plan, period: string): boolean => period.slice(0, 4) > plan.periodTo.slice(0, 4);
