import { definitions, type Unit, type View, views } from '#data/index.ts';
import { listAreas } from '#places/index.ts';
import type { Steps, Touched } from '#kernel/context.ts';
import type { RegionTx } from '#kernel/regions.ts';
import type { Known } from './formula/check-formula.ts';
import { FormulaError } from './formula/errors.ts';
import { parseFormula } from './formula/parser.ts';
import { elementsOf, indicatorsOf, type Node } from './formula/tree.ts';
import { checkUnits, type GivenUnit } from './formula/units.ts';
import { type Indicator, listCells, listFormulas, listIndicators } from './indicators.store.ts';
import { noSources, placeKey, type Sources } from './read-slots.ts';

/** An indicator ready to be computed: its tree with units converted, the elements and the indicators that it needs. */
export interface Ready {
  indicator: Indicator;
  tree: Node;
  needs: string[];
  standsOn: string[];
}

/** The definitions that formulas stand on, as they are in force: of every indicator, or of those alone that depend on what was touched. */
export async function readDefinitions(tx: RegionTx, touched: Touched = { all: true }): Promise<{ ready: Ready[]; sources: Omit<Sources, 'cells'> }> {
  const formulas = (await listFormulas(tx)).map((one) => ({ ...one, tree: treeOf(one.formula) }));
  const some = touched.all ? undefined : affectedCodes(formulas, touched);
  const trees = formulas.filter(({ code }) => some?.includes(code) ?? true).map(({ tree }) => tree);
  const named = touched.all ? undefined : [...new Set(trees.flatMap(elementsOf))];
  const [indicators, elements, units, constants] = [await listIndicators(tx, some), await definitions.elements(tx, named), await definitions.units(tx), await definitions.constants(tx)];
  const known = knownFrom(formulas, elements, units, constants);
  const ready = indicators.map((indicator): Ready => {
    const tree = treeOf(indicator.formula);
    return { indicator, tree: converted(tree, known), needs: elementsOf(tree), standsOn: indicatorsOf(tree) };
  });
  const areas = (await listAreas(tx)).map(({ code, parentCode, level }) => ({ code, parentCode, level }));
  const series = Map.groupBy(await definitions.series(tx, named), (one) => one.elementCode);
  return {
    ready,
    sources: {
      areas, constants: new Map(constants.map(({ code, value }) => [code, value])), sumTime: new Map(elements.map(({ code, sumTime }) => [code, sumTime])),
      series: new Map([...series].map(([element, some]) => [element, new Set(some.map((one) => one.code))])),
    },
  };
}

/** Trees are plain data that nobody changes: a formula that stands in thousands of changes is parsed once. */
const parsed = new Map<string, Node>();
function treeOf(formula: string): Node {
  const known = parsed.get(formula);
  if (known) return known;
  if (parsed.size >= 5_000) parsed.clear();
  const tree = parseFormula(formula);
  parsed.set(formula, tree);
  return tree;
}

/** Indicators made of what was touched, and those that stand on them. */
function affectedCodes(all: { code: string; tree: Node }[], touched: Exclude<Touched, { all: true }>): string[] {
  const elements = new Set(touched.elements);
  const found = new Set(all.filter(({ code, tree }) => touched.indicators.includes(code) || elementsOf(tree).some((element) => elements.has(element))).map(({ code }) => code));
  for (let before = -1; before < found.size; ) {
    before = found.size;
    for (const { code, tree } of all) if (indicatorsOf(tree).some((other) => found.has(other))) found.add(code);
  }
  return [...found];
}

type Coded = { code: string; unitCode: string };

/** What a region's definitions say of a reference. */
export function knownFrom(indicators: Coded[], elements: Coded[], units: Unit[], constants: Coded[]): Known {
  const unitOf = new Map(units.map((unit): [string, GivenUnit] => [unit.code, { dimension: unit.dimension, scale: Number(unit.scale ?? 1), name: { id: unit.nameId, en: unit.nameEn } }]));
  const byCode = (rows: Coded[]) => new Map(rows.map(({ code, unitCode }) => [code, unitOf.get(unitCode) ?? null]));
  const all = { '#': byCode(elements), N: byCode(indicators), C: byCode(constants), T: byCode(indicators), '[': new Map<string, GivenUnit | null>() };
  return ({ sigil, code }) => all[sigil].get(code);
}

/** What was stored before amounts were checked is computed as it was: a load refuses it, a start must not. */
function converted(tree: Node, known: Known): Node {
  try {
    return checkUnits(tree, (reference) => known(reference) ?? null).tree;
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
