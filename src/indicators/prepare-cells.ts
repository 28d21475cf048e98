import { type CountedValue, counted, type View, views } from '#data/index.ts';
import type { Steps, Touched } from '#kernel/context.ts';
import { addCells, type NewCell, openBatches, type PreparedCells } from './cells.store.ts';
import { computeCells } from './compute-cells.ts';
import { fillIndicators, manyValues } from './fill-indicators.ts';
import { readReports } from './read-reports.ts';
import { placeKey, type Sources } from './read-slots.ts';
import { type ComputedCells, inSteps, readDefinitions, readTargets, type Ready, type ReadyDefinitions, shownCells } from './ready-indicators.ts';

/** Cells written in one transaction, and values computed with in one step: so many that every page waits less than 250 ms. */
const most = 1_200;

/** What cells are computed from beside their values; `kept` are the cells that others stand on. */
interface Beside {
  sources: Omit<Sources, 'cells'>;
  kept: ComputedCells;
  targets: Record<View, Sources['targets']>;
  reports: Record<View, Sources['reports']>;
  stoodOn: Set<string>;
}

/** Computes the cells that depend on what was touched, some indicators at a time, and writes them where no view shows them yet; those of at least so many values in the database itself. */
export async function prepareCells(steps: Steps, touched: Touched, least = manyValues): Promise<PreparedCells> {
  return prepareReady(steps, await steps.foresee((tx) => readDefinitions(tx, touched)), least);
}

/** Computes all cells of some indicators, whatever stands on them. */
export async function prepareReady(steps: Steps, { ready: affected, sources }: ReadyDefinitions, least = manyValues): Promise<PreparedCells> {
  const stoodOn = new Set(affected.flatMap(({ standsOn }) => standsOn));
  const computed = new Set(affected.map(({ indicator }) => indicator.code));
  const targets = await steps.foresee((tx) => readTargets(tx, [...new Set(affected.flatMap(({ aims }) => aims))]));
  const reports = await readReports(steps, affected, sources.areas);
  const beside: Beside = { sources, targets, reports, stoodOn, kept: await shownCells(steps, [...stoodOn].filter((code) => !computed.has(code))) };
  const prepared: PreparedCells = [];
  for (const step of inSteps(affected)) {
    const filled = await fillIndicators(steps, step, stoodOn, sources, least);
    prepared.push(...filled.prepared, ...(await prepareStep(steps, filled.left, beside)));
  }
  return prepared;
}

async function prepareStep(steps: Steps, affected: Ready[], beside: Beside): Promise<PreparedCells> {
  const prepared: PreparedCells = [];
  let [next, size] = [0, 4];
  const lane = async (): Promise<void> => {
    while (next < affected.length) {
      const group = affected.slice(next, next + size);
      next += group.length;
      const seen = await counted.values(steps.read, [...new Set(group.flatMap(({ needs }) => needs))], steps.staged);
      const found = views.map((view) => Map.groupBy(seen[view], (value) => value.elementCode));
      prepared.push(...(await writeCells(steps, group.map((ready) => ({ ready, lists: found.map((values) => ready.needs.flatMap((element) => values.get(element) ?? [])) })), beside)));
      size = Math.max(1, Math.min(50, Math.floor((group.length * most) / Math.max(1, seen.current.length))));
    }
  };
  await Promise.all(steps.alone ? [lane()] : [lane(), lane()]); // one computes while the database works for the other
  return prepared;
}

/** One batch where both views show the same values, which is the rule; else one a view. What stands on other indicators, or on targets, has one a view. */
async function writeCells(steps: Steps, own: { ready: Ready; lists: CountedValue[][] }[], { sources, targets, reports, kept, stoodOn }: Beside): Promise<PreparedCells> {
  const jobs = own.flatMap(({ ready, lists: [current = [], published = []] }) => {
    const same = ready.standsOn.length + ready.aims.length + ready.reports.size === 0 && current.length === published.length && current.every((value, n) => value === published[n]);
    return same ? [{ ready, shownIn: views, values: current }] : [{ ready, shownIn: views.slice(0, 1), values: current }, { ready, shownIn: views.slice(1), values: published }];
  });
  const batches = await steps.write((tx) => openBatches(tx, jobs.map(({ ready }) => ready.indicator.code), steps.held));
  const cells = jobs.flatMap(({ ready: { indicator, tree }, shownIn, values }, n) => {
    const computed = computeCells(indicator, values, { ...sources, cells: kept[shownIn[0] ?? 'current'], targets: targets[shownIn[0] ?? 'current'], reports: reports[shownIn[0] ?? 'current'] }, tree);
    if (stoodOn.has(indicator.code)) for (const view of shownIn) kept[view].set(indicator.code, new Map(computed.map((cell) => [placeKey(cell.areaCode, cell.period), cell])));
    return computed.map((cell): NewCell & { batch: number } => ({ batch: batches[n] ?? 0, ...cell }));
  });
  for (let from = 0; from < cells.length; from += most) await steps.write((tx) => addCells(tx, cells.slice(from, from + most)));
  return jobs.flatMap(({ ready, shownIn }, n) => shownIn.map((view) => ({ view, indicatorCode: ready.indicator.code, batch: batches[n] ?? 0 })));
}
