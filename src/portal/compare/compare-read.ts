import { valuesInView } from '#data/index.ts';
import { type Cell as StoredCell, listCells } from '#indicators/index.ts';
import { comparePeriods, parsePeriod } from '#kernel/periods.ts';
import type { RegionTx } from '#kernel/regions.ts';
import { type Cell, type RegionModel, slotOf } from '../region-model.ts';
import { type Choice, noPlan } from './compare-choice.ts';
import { most, type Problem } from './compare-form.ts';

/** Runs work in the region's read-only transaction. */
export type Read = <T>(work: (tx: RegionTx) => Promise<T>) => Promise<T>;

/** What the chosen cells hold; periods earliest first. */
export interface Known {
  periods: string[];
  /** More were asked for than can stand side by side: the newest stand. */
  cut: boolean;
  /** So many earlier periods there are, where the reader named no start. */
  leftOut: number;
  /** Key `indicator|area|period`. */
  cells: Map<string, Cell>;
}

export const cellSlot = (indicator: string, area: string, period: string): string => `${indicator}|${area}|${period}`;
export const nothingKnown: Known = { periods: [], cut: false, leftOut: 0, cells: new Map() };

/** Reads the chosen cells and no others: first the periods there are, then the cells of those that are shown. */
export async function readKnown(model: RegionModel, choice: Choice, read: Read): Promise<Known | Problem> {
  const below = choice.areas.filter((area) => area !== model.region.code);
  const indicators = choice.indicators.map((one) => one.code);
  let found: string[] = [];
  let every: string[] = [];
  const chosen = (stored: string[]): string[] => {
    const all = choice.content === 'angka' ? [...stored, ...periodsInModel(model, choice)] : periodsInModel(model, choice);
    every = [...new Set(all)].filter((period) => within({ from: null, until: choice.until }, period)).sort(comparePeriods);
    found = every.filter((period) => within(choice, period));
    const shown = found.slice(-most.periode);
    return (choice.startNamed && found.length > most.periode) || cellsIn(choice, shown.length) > most.cells ? [] : shown;
  };
  let periods = chosen([]);
  const others = below.length === 0 ? [] : await read((tx) => listCells(tx, 'published', { areas: below, indicators, periods: (stored) => (periods = chosen(stored)) }));
  if (choice.startNamed && found.length > most.periode) return { field: 'dari', key: 'periods', given: String(found.length), expected: [String(most.periode)] };
  const shown = Math.min(found.length, most.periode);
  if (cellsIn(choice, shown) > most.cells) return { field: 'wilayah', key: 'cells', given: String(cellsIn(choice, shown)), expected: [choice.indicators.length, choice.areas.length, shown, Math.max(1, choice.plans.length)].map(String) };
  // Values of other series are kept for the region alone: beside a district's figure nothing can be compared here.
  const cells = [...ownCells(model, choice, new Set(periods)), ...others.map((cell: StoredCell) => ({ ...cell, otherSeries: [] }) as Cell)];
  return { periods, cut: found.length > periods.length, leftOut: choice.startNamed ? 0 : every.length - periods.length, cells: new Map(cells.map((cell) => [cellSlot(cell.indicatorCode, cell.areaCode, cell.period), cell])) };
}

/** Every cell of the table is worked out, though a page shows a part of them. */
const cellsIn = ({ indicators, areas, plans }: Choice, periods: number): number => indicators.length * areas.length * periods * Math.max(1, plans.length);

function ownCells(model: RegionModel, choice: Choice, periods: Set<string>): Cell[] {
  if (!choice.areas.includes(model.region.code)) return [];
  return choice.indicators.flatMap((one) => model.cells.get(one.code) ?? []).filter((cell) => periods.has(cell.period));
}

/** Periods of the region's own cells, or of targets and achievements of the chosen plans. */
function periodsInModel(model: RegionModel, { indicators, areas, plans, content }: Choice): string[] {
  if (content === 'angka') return areas.includes(model.region.code) ? indicators.flatMap((one) => model.cells.get(one.code) ?? []).map((cell) => cell.period) : [];
  const slots = indicators.flatMap((one) => areas.map((area) => slotOf(one.code, area)));
  return slots.flatMap((slot) => model.targets.get(slot) ?? []).filter((target) => plans.includes(target.planCode || noPlan)).map((target) => target.period);
}

function within({ from, until }: Pick<Choice, 'from' | 'until'>, period: string): boolean {
  const { start, end } = parsePeriod(period);
  return (from === null || start >= parsePeriod(from).start) && (until === null || end <= parsePeriod(until).end);
}

/** The source of every data value that the cells were computed from; key `element|area|period|series`. */
export async function readSources(cells: Iterable<Cell>, read: Read): Promise<Map<string, string | null>> {
  const inputs = [...cells].filter((cell) => cell.value !== null).flatMap((cell) => cell.inputs);
  if (inputs.length === 0) return new Map();
  const only = (key: 'element' | 'area' | 'period'): string[] => [...new Set(inputs.map((input) => input[key]))];
  const values = await read((tx) => valuesInView(tx, 'published', { elements: only('element'), areas: only('area'), periods: only('period') }));
  return new Map(values.map((value) => [`${value.elementCode}|${value.areaCode}|${value.period}|${value.seriesCode}`, value.sourceCode]));
}
