import type { View } from '#data/index.ts';
import type { Steps } from '#kernel/context.ts';
import { setBased, type SetBased } from './cell-sql.ts';
import { openBatches, type PreparedCells } from './cells.store.ts';
import { type Bound, fillCells, hasStated, hasValues, nextBound, type Part } from './fill-cells.store.ts';
import type { Sources } from './read-slots.ts';
import type { Ready } from './ready-indicators.ts';

/** From so many values on the database computes by itself. */
export const manyValues = 3_000;
/** Milliseconds that a part may take: every page waits for it, and the next part may be slower than the last. */
const longest = 100;

export interface Filled {
  prepared: PreparedCells;
  /** What is left to the closures: indicators with few values, and formulas that the database does not compute. */
  left: Ready[];
}

/** Cells of indicators with many values, computed and written in the database, in parts of a size that follows the time they take. `keep`: indicators whose cells others are computed from; `least`: so many values are many. */
export async function fillIndicators(steps: Steps, affected: Ready[], keep: Set<string>, sources: From, least: number): Promise<Filled> {
  const able = affected.flatMap((ready) => (keep.has(ready.indicator.code) ? [] : (setBased(ready.indicator, ready.tree) ?? []))).filter((of) => of.elements.every((element) => isAsStored(element, sources)));
  const many: SetBased[] = [];
  for (const of of able) if (await steps.read((tx) => hasValues(tx, of.elements, least))) many.push(of);
  if (many.length === 0) return { prepared: [], left: affected };
  const given: Given = { staged: steps.staged, constants: sources.constants, series: sources.series };
  const prepared: PreparedCells = [];
  const waiting = [...many];
  const lane = async (): Promise<void> => {
    for (let of = waiting.shift(); of; of = waiting.shift()) prepared.push(...(await fillIndicator(steps, of, given)));
  };
  await Promise.all(steps.alone ? [lane()] : [lane(), lane()]);
  const done = new Set(many.map(({ indicator }) => indicator.code));
  return { prepared, left: affected.filter(({ indicator }) => !done.has(indicator.code)) };
}

/** How elements are put together, where they say so: those are left to the closures. */
type From = Pick<Sources, 'constants' | 'series'> & { ways?: Map<string, { time: string; area: string; kind: string | null }> };

/** Whether an element is read at each place as it is stored there, in series that are known. */
function isAsStored(element: string, { series, ways }: From): boolean {
  const way = ways?.get(element);
  return series.has(element) && (way === undefined || (way.area === 'none' && (way.time === 'none' || way.kind === null)));
}

type Given = Pick<Part, 'staged' | 'constants' | 'series'>;

/** One batch for both views where they count the same, which is the rule; else one for each. */
async function fillIndicator(steps: Steps, of: SetBased, given: Given): Promise<PreparedCells> {
  const indicatorCode = of.indicator.code;
  const first = await fillView(steps, of, given, 'current');
  const second = first.odd ? await fillView(steps, of, given, 'published') : first;
  return [{ view: 'current', indicatorCode, batch: first.batch }, { view: 'published', indicatorCode, batch: second.batch }];
}

/** The cells of one view, part by part along the key. */
async function fillView(steps: Steps, of: SetBased, given: Given, view: View): Promise<{ batch: number; odd: boolean }> {
  const [batch = 0] = await steps.write((tx) => openBatches(tx, [of.indicator.code], steps.held));
  const stated = await steps.read((tx) => hasStated(tx, of.elements));
  let [after, size, odd]: [Bound | null, number, boolean] = [null, 500, false];
  for (;;) {
    const [from, count]: [Bound | null, number] = [after, size];
    const until: Bound | null = await steps.read((tx) => nextBound(tx, of.elements, from, count));
    const began = performance.now();
    const found = await steps.write((tx) => fillCells(tx, of, { ...given, view, batch, stated, after: from, until }));
    const took = performance.now() - began;
    odd ||= found;
    if (!until) return { batch, odd };
    size = Math.round(Math.max(200, Math.min(20_000, count * Math.max(0.5, Math.min(3, longest / took)))));
    after = until;
  }
}
