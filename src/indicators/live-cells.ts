import { counted, type CountedValue, disaggregation, type View, views } from '#data/index.ts';
import type { ElementPlace } from '#kernel/context.ts';
import type { PeriodKind } from '#kernel/periods.ts';
import type { RegionTx } from '#kernel/regions.ts';
import type { NewCell } from './cells.store.ts';
import { computeCells } from './compute-cells.ts';
import { mayReadFrom, type Reads, readsAt } from './depends-on.ts';
import { compileFormula } from './formula/compile.ts';
import type { Missing } from './formula/plan.ts';
import { type CellPlace, cellsAt, type Replacement, replaceSome, type StandingCell, shownOf } from './live.store.ts';
import { type Place, placeKey, type Sources } from './read-slots.ts';
import { bitOf } from './indicators.store.ts';
import { inSteps, onReports, type Ready, readDefinitions, readTargets } from './ready-indicators.ts';

/** So many cells, and so many places read for them, take well below the 250 ms that a page may wait; what is more waits for the job. */
const mostCells = 400;
const mostRead = 8_000;
/** Asking what a formula reads costs a microsecond or two a place. */
const mostAsked = 20_000;

/** The cells that were replaced, by view. */
export type ReplacedCells = Record<View, CellPlace[]>;

interface Options {
  /** Tells every cell that depends on the places, also where it stayed as it was: for who does not know what stood there before. */
  certain?: boolean;
}

/**
 * Computes again exactly the cells that depend on values at some places, in both views, and puts those that changed in the place of what stands there;
 * but not of indicators that count reports, which wait for the job (`stale-cells.ts`).
 * Answers null, and writes nothing, where they are too many for one transaction.
 */
export async function liveCells(tx: RegionTx, places: ElementPlace[], { certain = false }: Options = {}): Promise<ReplacedCells | null> {
  const { ready: all, sources } = await readDefinitions(tx, { all: false, elements: [...new Set(places.map((place) => place.element))], indicators: [] });
  const late = new Set(onReports(all).map(({ indicator }) => indicator.code));
  const ready = all.filter(({ indicator }) => !late.has(indicator.code));
  const run: Run = { left: mostAsked, sources, certain, changed: new Map(), computed: { current: new Map(), published: new Map() }, replacements: [], replaced: { current: [], published: [] }, targets: { current: new Map(), published: new Map() } };
  for (const { element, area, period } of places) changedAt(run, `#${element}`, { area, period });
  let [cells, read] = [0, 0];
  run.targets = await readTargets(tx, [...new Set(ready.flatMap(({ aims }) => aims))]);
  for (const step of inSteps(ready)) {
    const found = step.map((one) => (run.left > 0 ? dependants(one, run) : null));
    if (run.left <= 0) return null;
    const wanted = found.flatMap((one) => (one && one.at.size > 0 ? [one] : []));
    const needs = needsOf(wanted);
    cells += wanted.reduce((sum, { at }) => sum + at.size, 0);
    read += needs.elements.length + needs.cells.length;
    if (cells > mostCells || read > mostRead) return null;
    await computeStep(tx, wanted, needs, run);
  }
  await replaceSome(tx, run.replacements);
  return run.replaced;
}

interface Run {
  /** How many places may still be asked after; each formula says how many it reads. */
  left: number;
  targets: Record<View, Sources['targets']>;
  sources: Omit<Sources, 'cells'>;
  certain: boolean;
  /** Places that changed, by `#element` and `Nindicator`. */
  changed: Map<string, Map<string, Place>>;
  computed: Record<View, Map<string, Map<string, NewCell | null>>>;
  replacements: Replacement[];
  replaced: ReplacedCells;
}

function changedAt({ changed }: Run, code: string, at: Place): void {
  const there = changed.get(code) ?? new Map<string, Place>();
  changed.set(code, there.set(placeKey(at.area, at.period), at));
}

/** An indicator and the places where it must be computed again, each with what its formula reads there. */
interface Wanted {
  ready: Ready;
  at: Map<string, { place: Place; reads: Reads }>;
}

function dependants(ready: Ready, run: Run): Wanted {
  const { changed, sources } = run;
  const { plan } = compileFormula(ready.tree, ready.indicator.missing as Missing);
  const at: Wanted['at'] = new Map();
  const codes = [...ready.needs.map((code) => ['#', code] as const), ...ready.standsOn.map((code) => ['N', code] as const)];
  for (const [sigil, code] of codes) {
    const places = changed.get(sigil + code);
    if (!places) continue;
    const readAs = sigil === '#' ? readersOf(code, sources.ways) : [code];
    for (const place of mayReadFrom(plan, { sigil, code, readAs, places: [...places.values()] }, sources.areas, ready.indicator.periodKind as PeriodKind)) {
      const key = placeKey(place.area, place.period);
      if (at.has(key)) continue;
      const reads = readsAt(plan, place, sources);
      for (const some of [...reads.elements.values(), ...reads.cells.values()]) run.left -= some.size;
      if (run.left <= 0) return { ready, at };
      const read = (sigil === '#' ? reads.elements : reads.cells).get(code);
      if (places.has(key) || [...places.keys()].some((one) => read?.has(one))) at.set(key, { place, reads });
    }
  }
  return { ready, at };
}

/** The element that a key is of, and those that are weighed by it. */
function readersOf(key: string, ways: Sources['ways']): string[] {
  const element = disaggregation.elementIn(key);
  return [element, ...[...ways].flatMap(([code, { weight }]) => (weight === element ? [code] : []))];
}

interface Needs {
  elements: ElementPlace[];
  /** Cells of other indicators, and those that stand at the places themselves. */
  cells: CellPlace[];
}

/** What is read at the places, and what may stand there: of every element and indicator of the formula. */
function needsOf(wanted: Wanted[]): Needs {
  const elements = new Map<string, ElementPlace>();
  const cells = new Map<string, CellPlace>();
  const needElement = (element: string, { area, period }: Place): unknown => elements.set(`${element}|${placeKey(area, period)}`, { element, area, period });
  const needCell = (indicatorCode: string, { area, period }: Place): unknown => cells.set(`${indicatorCode}|${placeKey(area, period)}`, { indicatorCode, areaCode: area, period });
  for (const { ready, at } of wanted) {
    for (const { place, reads } of at.values()) {
      for (const element of ready.needs) needElement(element, place);
      for (const code of [ready.indicator.code, ...ready.standsOn]) needCell(code, place);
      for (const [element, places] of reads.elements) for (const one of places.values()) needElement(element, one);
      for (const [code, places] of reads.cells) for (const one of places.values()) needCell(code, one);
    }
  }
  return { elements: [...elements.values()], cells: [...cells.values()] };
}

async function computeStep(tx: RegionTx, wanted: Wanted[], needs: Needs, run: Run): Promise<void> {
  const values = await counted.at(tx, needs.elements);
  const standing = await cellsAt(tx, needs.cells);
  const batches = await batchesOf(tx, wanted.map(({ ready }) => ready.indicator.code), standing);
  const stood = Map.groupBy(standing, (cell) => `${cell.view}|${cell.indicatorCode}|${placeKey(cell.areaCode, cell.period)}`);
  const cells = { current: cellsOf(standing, 'current', run), published: cellsOf(standing, 'published', run) };
  for (const one of wanted) {
    const code = one.ready.indicator.code;
    const compute = (view: View): Map<string, NewCell> => computeAt(one, values[view], { ...run.sources, cells: cells[view], targets: run.targets[view] });
    const current = compute('current');
    const shared = values.current === values.published && one.ready.standsOn.length + one.ready.aims.length === 0;
    const now = { current, published: shared ? current : compute('published') };
    for (const [key, { place }] of one.at) {
      const differs = (view: View): boolean => !same(now[view].get(key), stood.get(`${view}|${code}|${key}`)?.[0]);
      const changed = views.filter(differs);
      for (const view of views) keep(run.computed[view], code, key, now[view].get(key) ?? null);
      const before = { current: stood.get(`current|${code}|${key}`)?.[0], published: stood.get(`published|${code}|${key}`)?.[0] };
      run.replacements.push(...replacementsFor(changed, place, { current: now.current.get(key), published: now.published.get(key) }, before, batches.get(code) ?? { current: 0, published: 0 }));
      for (const view of run.certain ? views : changed) run.replaced[view].push({ indicatorCode: code, areaCode: place.area, period: place.period });
      if (run.certain || changed.length > 0) changedAt(run, `N${code}`, place);
    }
  }
}

/** The batches of most are told by the cells that stand there. */
async function batchesOf(tx: RegionTx, codes: string[], standing: StandingCell[]): Promise<Map<string, Record<View, number>>> {
  const found = new Map<string, Record<View, number>>();
  for (const { indicatorCode, view, batch } of standing) found.set(indicatorCode, { ...(found.get(indicatorCode) ?? { current: 0, published: 0 }), [view]: batch });
  const unknown = codes.filter((code) => views.some((view) => !found.get(code)?.[view]));
  return new Map([...found, ...(await shownOf(tx, unknown))]);
}

function keep(into: Map<string, Map<string, NewCell | null>>, code: string, key: string, cell: NewCell | null): void {
  const there = into.get(code) ?? new Map<string, NewCell | null>();
  into.set(code, there.set(key, cell));
}

/** Cells that others stand on: as they stand, or as this change has computed them. */
function cellsOf(standing: StandingCell[], view: View, { computed }: Run): Sources['cells'] {
  const found: Sources['cells'] = new Map();
  for (const cell of standing) {
    if (cell.view !== view) continue;
    const there = found.get(cell.indicatorCode) ?? new Map<string, NewCell>();
    found.set(cell.indicatorCode, there.set(placeKey(cell.areaCode, cell.period), cell));
  }
  for (const [code, cells] of computed[view]) {
    const there = found.get(code) ?? new Map<string, NewCell>();
    for (const [key, cell] of cells) cell ? there.set(key, cell) : there.delete(key);
    found.set(code, there);
  }
  return found;
}

const computeAt = ({ ready: { indicator, tree }, at }: Wanted, values: CountedValue[], sources: Sources): Map<string, NewCell> =>
  new Map(computeCells(indicator, values, sources, tree, at).map((cell) => [placeKey(cell.areaCode, cell.period), cell]));

/** One row where both views show one batch and now say the same, else one a view. A batch that one view shows alone is that view's whole. */
function replacementsFor(changed: View[], { area, period }: Place, now: Record<View, NewCell | undefined>, stood: Record<View, StandingCell | undefined>, batches: Record<View, number>): Replacement[] {
  const at = (batch: number, bits: number, cell: NewCell | undefined): Replacement =>
    ({ batch, areaCode: area, period, views: bits, before: views.flatMap((view) => (stood[view]?.batch === batch ? [stood[view].views] : [])), cell: cell ?? null });
  const shared = batches.current === batches.published;
  if (shared && changed.length === 2 && same(now.current, now.published)) return [at(batches.current, 3, now.current)];
  return changed.map((view) => at(batches[view], shared ? bitOf[view] : 3, now[view]));
}

/** Whether a computed cell says what another says, in everything that it tells. */
const same = (now: NewCell | undefined, other: NewCell | undefined): boolean =>
  now === other || (now !== undefined && other !== undefined && (Object.keys(now) as (keyof NewCell)[]).every((key) => JSON.stringify(now[key]) === JSON.stringify(other[key])));
