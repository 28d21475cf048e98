import { valuesInView, type View } from '#data/index.ts';
import type { Touched } from '#kernel/context.ts';
import type { RegionTx } from '#kernel/regions.ts';
import { computeCells } from './compute-cells.ts';
import { elementsOf, parseFormula } from './formula-parser.ts';
import { listIndicators, replaceCells } from './indicators.store.ts';

/** Recomputes, for one view, the cells that depend on what was touched; answers which indicators those are. */
export async function recomputeCells(tx: RegionTx, view: View, touched: Touched): Promise<Touched> {
  const all = await listIndicators(tx);
  const needs = new Map(all.map((indicator) => [indicator.code, elementsOf(parseFormula(indicator.formula))]));
  const affected = touched.all
    ? all
    : all.filter(({ code }) => touched.indicators.includes(code) || needs.get(code)?.some((element) => touched.elements.includes(element)));
  const elements = [...new Set(affected.flatMap(({ code }) => needs.get(code) ?? []))];
  const values = await valuesInView(tx, view, touched.all ? {} : { elements });
  const cells = affected.flatMap((indicator) => computeCells(indicator, values, view));
  await replaceCells(tx, view, affected.map(({ code }) => code), cells);
  return touched.all ? touched : { all: false, elements, indicators: affected.map(({ code }) => code) };
}
