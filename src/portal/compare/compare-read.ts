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
  /** Earlier periods were left out: a comparison has at most so many. */
  cut: boolean;
  /** Key `indicator|area|period`. */
  cells: Map<string, Cell>;
}

export const cellSlot = (indicator: string, area: string, period: string): string => `${indicator}|${area}|${period}`;
export const nothingKnown: Known = { periods: [], cut: false, cells: new Map() };

/** Reads the chosen cells and no others: first the periods there are, then the cells of those that are shown. */
export async function readKnown(model: RegionModel, choice: Choice, read: Read): Promise<Known | Problem> {
  const below = choice.areas.filter((area) => area !== model.region.code);
  const indicators = choice.indicators.map((one) => one.code);
  const bounded = choice.from !== null || choice.until !== null;
  let found: string[] = [];
  const chosen = (stored: string[]): string[] => {
    const all = choice.content === 'angka' ? [...stored, ...periodsInModel(model, choice)] : periodsInModel(model, choice);
    found = [...new Set(all)].filter((period) => within(choice, period)).sort(comparePeriods);
    return bounded && found.length > most.periode ? [] : found.slice(-most.periode);
  };
  let periods = chosen([]);
  const others = below.length === 0 ? [] : await read((tx) => listCells(tx, 'published', { areas: below, indicators, periods: (stored) => (periods = chosen(stored)) }));
  if (bounded && found.length > most.periode) return { field: 'dari', key: 'periods', given: String(found.length), expected: [String(most.periode)] };
  // Values of other series are kept for the region alone: beside a district's figure nothing can be compared here.
  const cells = [...ownCells(model, choice, new Set(periods)), ...others.map((cell: StoredCell) => ({ ...cell, otherSeries: [] }) as Cell)];
  return { periods, cut: found.length > periods.length, cells: new Map(cells.map((cell) => [cellSlot(cell.indicatorCode, cell.areaCode, cell.period), cell])) };
}

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

function within({ from, until }: Choice, period: string): boolean {
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
