import { definitions, type Unit, type View, views } from '#data/index.ts';
import { listAreas } from '#places/index.ts';
import type { Steps, Touched } from '#kernel/context.ts';
import { keptWhileDefined } from '#kernel/definitions.ts';
import type { RegionTx } from '#kernel/regions.ts';
import type { Known } from './formula/check-formula.ts';
import { FormulaError } from './formula/errors.ts';
import { parseFormula } from './formula/parser.ts';
import { elementsOf, indicatorsOf, type Node } from './formula/tree.ts';
import { checkUnits, type GivenUnit } from './formula/units.ts';
import { type Indicator, listCells, listIndicators } from './indicators.store.ts';
import { noSources, placeKey, type Sources } from './read-slots.ts';

/** An indicator ready to be computed: its tree with units converted, the elements and the indicators that it needs. */
export interface Ready {
  indicator: Indicator;
  tree: Node;
  needs: string[];
  standsOn: string[];
}

export interface ReadyDefinitions {
  ready: Ready[];
  sources: Omit<Sources, 'cells'>;
}

/** The definitions that formulas stand on, as they are in force. */
const readAll = keptWhileDefined(async (tx): Promise<ReadyDefinitions> => {
  const [indicators, elements, units, constants] = [await listIndicators(tx), await definitions.elements(tx), await definitions.units(tx), await definitions.constants(tx)];
  const known = knownFrom(indicators, elements, units, constants);
  const ready = indicators.map((indicator): Ready => {
    const tree = parseFormula(indicator.formula);
    return { indicator, tree: converted(tree, known), needs: elementsOf(tree), standsOn: indicatorsOf(tree) };
  });
  const areas = (await listAreas(tx)).map(({ code, parentCode, level }) => ({ code, parentCode, level }));
  const series = Map.groupBy(await definitions.series(tx), (one) => one.elementCode);
  return {
    ready,
    sources: {
      areas, constants: new Map(constants.map(({ code, value }) => [code, value])), sumTime: new Map(elements.map(({ code, sumTime }) => [code, sumTime])),
      series: new Map([...series].map(([element, some]) => [element, new Set(some.map((one) => one.code))])),
    },
  };
});

/** Of the indicators those that depend on what was touched: made of it, or standing on one that is. */
export async function readDefinitions(tx: RegionTx, touched: Touched): Promise<ReadyDefinitions> {
  const { ready, sources } = await readAll(tx);
  if (touched.all) return { ready, sources };
  const elements = new Set(touched.elements);
  const found = new Set(ready.filter(({ indicator, needs }) => touched.indicators.includes(indicator.code) || needs.some((element) => elements.has(element))).map(({ indicator }) => indicator.code));
  for (let before = -1; before < found.size; ) {
    before = found.size;
    for (const { indicator, standsOn } of ready) if (standsOn.some((other) => found.has(other))) found.add(indicator.code);
  }
  return { ready: ready.filter(({ indicator }) => found.has(indicator.code)), sources };
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
