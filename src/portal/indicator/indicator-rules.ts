import { valuesInView } from '#data/index.ts';
import { elementsOf, FormulaError, formulas, parseFormula } from '#indicators/index.ts';
import { comparePeriods } from '#kernel/periods.ts';
import type { RegionTx } from '#kernel/regions.ts';
import { formatNumber } from '#ui/index.ts';
import { whyValue } from '../addresses.ts';
import { areaLink } from '../area/area-address.ts';
import type { Indicator, RegionModel, Source, ValidationRule } from '../region-model.ts';
import { figure, type Part, text, verbatim } from '../sentence.ts';
import { inLang, shortest, type Telling, when } from '../telling.ts';
import { definitionOf, knownOf } from './indicator-formula.ts';
import { here } from './indicator-headline.ts';
import { ruleWords } from './rules-words.ts';

type Outcome = ReturnType<typeof formulas.askRule>[number];
type Side = Outcome['left'];

/** A rule with everything it said of the published values. */
export interface AskedRule {
  rule: ValidationRule;
  outcomes: Outcome[];
}
export interface RuleRow {
  code: string;
  name: string;
  /** The rule as a sentence, and how much room it leaves. */
  told: string;
  note: string | null;
  reading: boolean;
  source: Source | undefined;
  state: 'holds' | 'broken' | 'unasked';
  instruction: string | null;
  broken: { area: Part; period: Part; left: Part | null; right: Part | null; inputs: Part[] }[];
  /** True where more places break it than are listed. */
  more: boolean;
}

/** Places listed of one rule. */
const most = 20;

/** The rules that speak of data this indicator is computed from, asked of all areas. */
export async function readRules(tx: RegionTx, model: RegionModel, code: string): Promise<AskedRule[]> {
  const indicator = model.indicators.get(code);
  const own = indicator ? elementsOf(parseFormula(indicator.formula)) : [];
  const rules = model.rules.filter((rule) => own.some((element) => elementsIn(rule).includes(element)));
  if (rules.length === 0) return [];
  const categories = Map.groupBy(model.categoryOptions, (one) => one.categoryCode);
  const elements = [...model.elements.values()];
  const sources = formulas.ruleSources({
    constants: new Map([...model.constants.values()].map((one) => [one.code, one.value])), areas: [...model.areas.values()], elements,
    categories: new Map(elements.map((one) => [one.code, one.categories.map((code) => (categories.get(code) ?? []).map((option) => option.code).sort())])),
  });
  const values = await valuesInView(tx, 'published', { elements: [...new Set(rules.flatMap((rule) => formulas.keysOfRule(rule, sources)))] });
  return rules.map((rule) => ({ rule, outcomes: asked(() => formulas.askRule(rule, formulas.sides(rule, knownOf(model)), values, sources)) }));
}

const elementsIn = ({ leftSide, rightSide }: ValidationRule): string[] => [leftSide, rightSide].flatMap((side) => elementsOf(parseFormula(side)));

/** A rule that does not fit its region any more has nothing to say. */
function asked(work: () => Outcome[]): Outcome[] {
  try {
    return work();
  } catch (error) {
    if (error instanceof FormulaError) return [];
    throw error;
  }
}

export const rulesView = (tell: Telling, indicator: Indicator, rules: AskedRule[]): RuleRow[] => rules.map((one) => rowOf(tell, indicator, one));

function rowOf(tell: Telling, indicator: Indicator, { rule, outcomes }: AskedRule): RuleRow {
  const broken = outcomes.filter((one) => one.holds === false).sort((a, b) => comparePeriods(b.period, a.period) || (a.area < b.area ? -1 : 1));
  return {
    code: rule.code, name: inLang(tell, rule.name), told: toldOf(tell, rule), note: rule.note && inLang(tell, rule.note), reading: rule.basis === 'reading', source: tell.model.sources.get(rule.sourceCode ?? ''),
    state: broken.length > 0 ? 'broken' : outcomes.some((one) => one.holds) ? 'holds' : 'unasked', instruction: rule.instruction && inLang(tell, rule.instruction), more: broken.length > most,
    broken: broken.slice(0, most).map((one) => ({
      area: areaLink(tell, one.area, tell.model.areas.get(one.area)?.name ?? one.area), period: when(tell, one.period), left: sidePart(tell, indicator, one.left), right: sidePart(tell, indicator, one.right),
      inputs: [...inputsOf(tell, one.left), ...inputsOf(tell, one.right)].flatMap((part, n) => (n === 0 ? part : [text('; '), ...part])),
    })),
  };
}

function toldOf(tell: Telling, rule: ValidationRule): string {
  const say = ruleWords(tell.lang);
  const side = (source: string): string => formulas.tell(parseFormula(source), (one) => definitionOf(tell, one)?.name ?? null)[tell.lang];
  const pair = rule.operator === 'compulsory_pair' || rule.operator === 'exclusive_pair' ? say(rule.operator, { left: side(rule.leftSide), right: side(rule.rightSide) }) : side(`(${rule.leftSide}) ${rule.operator} (${rule.rightSide})`);
  const whole = `${pair.charAt(0).toUpperCase()}${pair.slice(1)}`;
  return rule.tolerance === null ? `${whole}.` : `${whole}, ${say('tolerance', { percent: formatNumber(rule.tolerance, { lang: tell.lang }) })}.`;
}

/** A side that is one value opens to it; a reckoned one to the list of what it was reckoned from. */
function sidePart(tell: Telling, indicator: Indicator, { value, inputs }: Side): Part | null {
  if (value === null) return null;
  const [only, ...others] = inputs;
  const direct = only && others.length === 0 && only.value !== null && Number(only.value) === value ? only : null;
  const shown = formatNumber(shortest(value, 4), { lang: tell.lang });
  return figure({ href: direct ? whyValue(tell.base, direct.element, direct.series ?? '', direct.area, direct.period) : here(tell, indicator, 'aturan-data'), value: direct?.value ?? String(value), shown, marks: [] });
}

/** What a reckoned side was reckoned from: each value with its place where that is another. */
function inputsOf(tell: Telling, { inputs }: Side): Part[][] {
  if (inputs.length < 2) return [];
  return inputs.filter((input) => input.value !== null).map((input) => {
    const name = tell.model.elements.get(input.element)?.name;
    const area = tell.model.areas.get(input.area)?.name;
    return [
      verbatim(`${name ? inLang(tell, name) : input.element}${area ? `, ${area}` : ''}: `),
      figure({ href: whyValue(tell.base, input.element, input.series ?? '', input.area, input.period), value: input.value ?? '', shown: formatNumber(input.value ?? '', { lang: tell.lang }), marks: [] }),
    ];
  });
}
