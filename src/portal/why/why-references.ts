import { elementsOf, formulas, parseFormula } from '#indicators/index.ts';
import { formatNumber, formatValue } from '#ui/index.ts';
import { formulaHelpPage, whyCell, whyConstant } from '../addresses.ts';
import { givesWords } from '../lookups.ts';
import type { CellInput, Constant, Indicator } from '../region-model.ts';
import { figure, type Part, sentence, text, verbatim } from '../sentence.ts';
import { inLang, shownAs, shownWord, type Telling, unitOf } from '../telling.ts';
import type { Knot, TableRow, WhyPage } from './why-views.ts';

/** What an input that is no data value is: another indicator, or an indicator's target. */
export function namedIndicator(tell: Telling, { element }: CellInput): { sigil: 'N' | 'T'; indicator: Indicator | null } | null {
  const found = /^([NT])\{([^}]+)\}$/.exec(element);
  return found ? { sigil: found[1] as 'N' | 'T', indicator: tell.model.indicators.get(found[2] ?? '') ?? null } : null;
}

/** Another indicator's value, or its target, as it went in; opens its own explanation. */
export function referenceFigure(tell: Telling, input: CellInput): Part | null {
  const named = namedIndicator(tell, input);
  if (!named?.indicator || input.value === null) return null;
  const { sigil, indicator } = named;
  const href = `${whyCell(tell.base, indicator.code, input.area, input.period)}${sigil === 'T' ? '#target' : ''}`;
  if (givesWords(tell.model, indicator)) return figure({ href, value: input.value, shown: shownWord(tell, input.value), marks: [] });
  const worded = sigil === 'N' || indicator.targetKind === 'yes_no' || indicator.targetKind === 'milestone';
  const shown = worded ? shownAs(tell, Number(input.value), indicator) : formatValue(input.value, unitOf(tell, indicator.unitCode), tell.lang);
  return figure({ href, value: input.value, shown, marks: [] });
}

/** How many reports, or which share of them, as it went in; the page of the formula language says how they are counted. */
export function reportFigure(tell: Telling, { element, value }: CellInput): Part | null {
  const metric = reportIn(element);
  if (metric === null || value === null) return null;
  const shown = formatNumber(Number(value), { lang: tell.lang });
  return figure({ href: formulaHelpPage(tell.base), value, shown: metric.startsWith('REPORTING_RATE') ? `${shown}%` : shown, marks: [] });
}

/** Which metric an input is that counts reports; null for any other. */
export const reportIn = (element: string): string | null => /^R\{[^.}]+\.([A-Z_]+)\}$/.exec(element)?.[1] ?? null;
/** Such an input in words. */
export const reportText = (tell: Telling, element: string): string => formulas.tell(parseFormula(element), ({ code }) => tell.model.elements.get(code)?.name ?? null)[tell.lang];

const constantsIn = (tell: Telling, indicator: Indicator): Constant[] => formulas.constantsOf(parseFormula(indicator.formula)).flatMap((code) => tell.model.constants.get(code) ?? []);

function constantFigure(tell: Telling, { code, value, unitCode }: Constant, href = whyConstant(tell.base, code)): Part {
  return figure({ href, value, shown: formatValue(value, unitOf(tell, unitCode), tell.lang), marks: [] });
}

/** Constants of the formula: rows of the table of what went in. */
export function constantRows(tell: Telling, indicator: Indicator): TableRow[] {
  return constantsIn(tell, indicator).map((constant) => ({
    head: [verbatim(inLang(tell, constant.name))], sub: sentence(tell.say, 'why.constant.sub'), cells: [{ parts: [constantFigure(tell, constant)] }, { parts: sentence(tell.say, 'why.constant.always') }],
  }));
}

/** What a reference is called in the sentence that a formula is told as. */
export const toldFormula = (tell: Telling, indicator: Indicator): string =>
  formulas.tell(parseFormula(indicator.formula), ({ sigil, code }) => {
    const { elements, indicators, constants } = tell.model;
    return (sigil === '#' || sigil === 'R' ? elements.get(code)?.name : sigil === 'C' ? constants.get(code)?.name : indicators.get(code)?.name) ?? null;
  })[tell.lang];

/** Why this constant: what it stands for, its source, and which indicators name it. */
export function whyConstantPage(tell: Telling, constant: Constant): WhyPage {
  const own = constantFigure(tell, constant, `${whyConstant(tell.base, constant.code)}#sumber`);
  const shown = own.kind === 'figure' ? own.figure.shown : '';
  const title = tell.say('why.title', { what: shown });
  const source = tell.model.sources.get(constant.sourceCode ?? '') ?? null;
  const facts = [{ label: tell.say('fact.source'), value: null, source }, ...(constant.note ? [{ label: tell.say('fact.note'), value: [verbatim(inLang(tell, constant.note))] }] : [])];
  const uses = [...tell.model.indicators.values()].filter((one) => formulas.constantsOf(parseFormula(one.formula)).includes(constant.code));
  return {
    title, crumbs: [{ text: inLang(tell, constant.name) }, { text: title }], heading: sentence(tell.say, 'why.title', { what: own }),
    lead: [verbatim(inLang(tell, constant.name)), text('. '), ...sentence(tell.say, 'why.constant.lead')],
    hero: { figure: own.kind === 'figure' ? own.figure : null, words: '', mark: null, caption: [], tags: tell.model.region.fictional ? ['simulated'] : [], side: [], facts: [] },
    knots: [{ id: 'sumber', heading: sentence(tell.say, 'why.source'), lead: [], blocks: [{ kind: 'facts', heading: [], facts }] }],
    aside: uses.length === 0 ? [] : [{ heading: tell.say('why.uses'), rows: uses.map((one) => ({ words: inLang(tell, one.name), href: `${tell.base}/indikator/${encodeURIComponent(one.code)}` })) }],
  };
}

/** The first so many inputs, and a knot's note of how many more there are. */
export const most = 60;
export function moreNote(tell: Telling, count: number): Knot['blocks'] {
  return count <= most ? [] : [{ kind: 'note', parts: sentence(tell.say, 'why.data.more', { count: verbatim(String(count - most)) }) }];
}

/** An element, straight or by a category of it, stands in a formula. */
export const isMadeOf = (indicator: Indicator, element: string): boolean => elementsOf(parseFormula(indicator.formula)).includes(element);
