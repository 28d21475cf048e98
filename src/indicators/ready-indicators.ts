import { definitions, disaggregation, type Unit, type View, views } from '#data/index.ts';
import { getRegion, listAreas } from '#places/index.ts';
import type { Steps, Touched } from '#kernel/context.ts';
import { keptWhileDefined } from '#kernel/definitions.ts';
import type { RegionTx } from '#kernel/regions.ts';
import { isWord, type Known } from './formula/check-formula.ts';
import { FormulaError } from './formula/errors.ts';
import { parseFormula } from './formula/parser.ts';
import { elementsOf, indicatorsOf, type Node, reportedOf, targetsOf } from './formula/tree.ts';
import { reportUnit } from './formula/report-metrics.ts';
import { checkUnits, type GivenUnit } from './formula/units.ts';
import { type Indicator, listCells, listIndicators, listTargets } from './indicators.store.ts';
import { noSources, placeKey, type Sources } from './read-slots.ts';
import { keysRead, waysOf } from './sources.ts';

/** An indicator ready to be computed: its tree with units converted, the elements and the indicators that it needs. */
export interface Ready {
  indicator: Indicator;
  tree: Node;
  needs: string[];
  standsOn: string[];
  /** Indicators whose targets it reads. */
  aims: string[];
  /** Elements and agencies whose reports it counts, each with the elements that these are of. */
  reports: Map<string, string[]>;
}

export interface ReadyDefinitions {
  ready: Ready[];
  sources: Omit<Sources, 'cells'>;
}

/** The definitions that formulas stand on, as they are in force. */
const readAll = keptWhileDefined(async (tx): Promise<ReadyDefinitions> => {
  const [indicators, elements, units, constants] = [await listIndicators(tx), await definitions.elements(tx), await definitions.units(tx), await definitions.constants(tx)];
  const categories = disaggregation.categoriesOf(elements, await definitions.options(tx));
  const known = knownFrom(indicators, elements, units, constants, categories);
  const ways = waysOf(elements, categories);
  const ready = indicators.map((indicator): Ready => {
    const tree = parseFormula(indicator.formula);
    return { indicator, tree: converted(tree, known), needs: keysRead(elementsOf(tree), ways), standsOn: indicatorsOf(tree), aims: targetsOf(tree), reports: new Map(reportedOf(tree).map((code) => [code, elementsBehind(code, elements)])) };
  });
  const areas = (await listAreas(tx)).map(({ code, parentCode, level }) => ({ code, parentCode, level }));
  const worded = new Set(indicators.flatMap(({ code }) => (isWord(known({ sigil: 'N', code })) ? [code] : [])));
  const series = Map.groupBy(await definitions.series(tx), (one) => one.elementCode);
  return {
    ready,
    sources: {
      areas, constants: new Map(constants.map(({ code, value }) => [code, value])), ways, targets: new Map(), reports: new Map(), worded,
      series: new Map([...series].map(([element, some]) => [element, new Set(some.map((one) => one.code))])),
    },
  };
});

/** Of the indicators those that depend on what was touched: made of it, or standing on one that is. */
export async function readDefinitions(tx: RegionTx, touched: Touched): Promise<ReadyDefinitions> {
  const { ready, sources } = await readAll(tx);
  if (touched.all) return { ready, sources };
  const elements = new Set(touched.elements);
  const asked = new Set([...touched.elements.map(disaggregation.elementIn), ...(touched.reports ?? [])]);
  const found = new Set(ready.filter(({ indicator, needs, reports }) => touched.indicators.includes(indicator.code) || needs.some((element) => elements.has(element)) || [...reports.values()].some((some) => some.some((element) => asked.has(element)))).map(({ indicator }) => indicator.code));
  for (let before = -1; before < found.size; ) {
    before = found.size;
    for (const { indicator, standsOn } of ready) if (standsOn.some((other) => found.has(other))) found.add(indicator.code);
  }
  return { ready: ready.filter(({ indicator }) => found.has(indicator.code)), sources };
}

/** What an agency is asked for is every element that it has; an element stands for itself. */
const elementsBehind = (code: string, elements: { code: string; agencyCode: string | null }[]): string[] => (elements.some((one) => one.code === code) ? [code] : elements.filter((one) => one.agencyCode === code).map((one) => one.code));

/** Those that count reports, and those that stand on them: one value changes a rate in every area and period above it. */
export function onReports(ready: Ready[]): Ready[] {
  const found = new Set(ready.flatMap(({ indicator, reports }) => (reports.size > 0 ? [indicator.code] : [])));
  for (let before = -1; before < found.size; ) {
    before = found.size;
    for (const { indicator, standsOn } of ready) if (found.size > 0 && standsOn.some((other) => found.has(other))) found.add(indicator.code);
  }
  return ready.filter(({ indicator }) => found.has(indicator.code));
}

type Coded = { code: string; unitCode: string };

/** What a region's definitions say of a reference. */
export function knownFrom(indicators: Coded[], elements: (Coded & { agencyCode: string | null })[], units: Unit[], constants: Coded[], categories: Map<string, string[][]> = new Map()): Known {
  const unitOf = new Map(units.map((unit): [string, GivenUnit] => [unit.code, { dimension: unit.dimension, scale: Number(unit.scale ?? 1), name: { id: unit.nameId, en: unit.nameEn } }]));
  const byCode = (rows: Coded[]) => new Map(rows.map(({ code, unitCode }) => [code, unitOf.get(unitCode) ?? null]));
  const all = { '#': byCode(elements), N: byCode(indicators), C: byCode(constants), T: byCode(indicators), '[': new Map<string, GivenUnit | null>() };
  return ({ sigil, code, options = [] }) => (sigil === 'R' ? (elementsBehind(code, elements).length > 0 ? reportUnit(options[0]) : undefined) : options.length === 0 || disaggregation.inOrder(categories.get(code) ?? [], options) ? all[sigil].get(code) : undefined);
}

/** What was stored before amounts were checked is computed as it was: a load refuses it, a start must not. */
function converted(tree: Node, known: Known): Node {
  try {
    return checkUnits(tree, (reference) => (isWord(known(reference)) ? null : (known(reference) ?? null))).tree;
  } catch (error) {
    if (error instanceof FormulaError) return tree;
    throw error;
  }
}

/** In steps: each indicator stands on nothing but what was computed in a step before. */
export function inSteps(affected: Ready[]): Ready[][] {
  const steps: Ready[][] = [];
  let left = affected;
  while (left.length > 0) {
    const waiting = new Set(left.map(({ indicator }) => indicator.code));
    const free = left.filter(({ standsOn }) => !standsOn.some((code) => waiting.has(code)));
    const step = free.length > 0 ? free : left; // a cycle is refused by the check; here it must only end
    steps.push(step);
    left = left.filter((one) => !step.includes(one));
  }
  return steps;
}

/** The targets that formulas read, in each view: of several at a place that of the plan in front, else the one that no plan set, else that of the first plan by its code. */
export async function readTargets(tx: RegionTx, codes: string[]): Promise<Record<View, Sources['targets']>> {
  const found: Record<View, Sources['targets']> = { current: new Map(), published: new Map() };
  if (codes.length === 0) return found;
  const { frontPlan } = await getRegion(tx);
  const rank = (plan: string): string => (plan === frontPlan ? '0' : plan === '' ? '1' : `2${plan}`);
  for (const view of views) {
    const targets = (await listTargets(tx, view)).filter((one) => codes.includes(one.indicatorCode)).sort((a, b) => (rank(a.planCode) < rank(b.planCode) ? 1 : -1));
    for (const { indicatorCode, areaCode, period, value, origin } of targets) {
      const of = found[view].get(indicatorCode) ?? new Map<string, { value: string; origin: string }>();
      found[view].set(indicatorCode, of.set(placeKey(areaCode, period), { value, origin }));
    }
  }
  return found;
}

export type ComputedCells = Record<View, Sources['cells']>;

/** Cells of indicators that the others stand on and that are not computed anew. */
export async function shownCells(steps: Steps, codes: string[]): Promise<ComputedCells> {
  const found: ComputedCells = { current: new Map(noSources.cells), published: new Map(noSources.cells) };
  for (const view of views) {
    for (const code of codes) {
      const cells = await steps.read((tx) => listCells(tx, view, { indicators: [code] }));
      found[view].set(code, new Map(cells.map((cell) => [placeKey(cell.areaCode, cell.period), cell])));
    }
  }
  return found;
}
