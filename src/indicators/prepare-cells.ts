import { type CountedValue, countedValues, views } from '#data/index.ts';
import type { Steps, Touched } from '#kernel/context.ts';
import { addCells, type NewCell, openBatches, type PreparedCells } from './cells.store.ts';
import { computeCells } from './compute-cells.ts';
import { parseFormula } from './formula/parser.ts';
import { elementsOf } from './formula/tree.ts';
import { type Indicator, listIndicators } from './indicators.store.ts';

/** Cells written in one transaction, and values computed with in one step: so many that every page waits less than 250 ms. */
const most = 1_200;

/** Computes the cells that depend on what was touched, some indicators at a time, and writes them where no view shows them yet. */
export async function prepareCells(steps: Steps, touched: Touched): Promise<PreparedCells> {
  const all = (await steps.foresee(listIndicators)).map((indicator) => ({ indicator, needs: elementsOf(parseFormula(indicator.formula)) }));
  const affected = touched.all ? all : all.filter(({ indicator, needs }) => touched.indicators.includes(indicator.code) || needs.some((element) => touched.elements.includes(element)));
  const prepared: PreparedCells = [];
  let [next, size] = [0, 4];
  const lane = async (): Promise<void> => {
    while (next < affected.length) {
      const group = affected.slice(next, next + size);
      next += group.length;
      const seen = await countedValues(steps.read, [...new Set(group.flatMap(({ needs }) => needs))], steps.staged);
      const found = views.map((view) => Map.groupBy(seen[view], (value) => value.elementCode));
      prepared.push(...(await writeCells(steps, group.map(({ indicator, needs }) => ({ indicator, lists: found.map((values) => needs.flatMap((element) => values.get(element) ?? [])) })))));
      size = Math.max(1, Math.min(50, Math.floor((group.length * most) / Math.max(1, seen.current.length))));
    }
  };
  await Promise.all(steps.alone ? [lane()] : [lane(), lane()]); // one computes while the database works for the other
  return prepared;
}

/** One batch where both views show the same values, which is the rule; else one a view. */
async function writeCells(steps: Steps, own: { indicator: Indicator; lists: CountedValue[][] }[]): Promise<PreparedCells> {
  const jobs = own.flatMap(({ indicator, lists: [current = [], published = []] }) => {
    const same = current.length === published.length && current.every((value, n) => value === published[n]);
    return same ? [{ indicator, shownIn: views, values: current }] : [{ indicator, shownIn: views.slice(0, 1), values: current }, { indicator, shownIn: views.slice(1), values: published }];
  });
  const batches = await steps.write((tx) => openBatches(tx, jobs.map(({ indicator }) => indicator.code)));
  const cells = jobs.flatMap(({ indicator, values }, n) => computeCells(indicator, values).map((cell): NewCell & { batch: number } => ({ batch: batches[n] ?? 0, ...cell })));
  for (let from = 0; from < cells.length; from += most) await steps.write((tx) => addCells(tx, cells.slice(from, from + most)));
  return jobs.flatMap(({ indicator, shownIn }, n) => shownIn.map((view) => ({ view, indicatorCode: indicator.code, batch: batches[n] ?? 0 })));
}
