import type { Area, Indicator, RegionModel } from '../region-model.ts';
import { type Placed, placesOf } from '#scores/ui.ts';
import type { AreaCell } from './read-area.ts';
import type { Bounds } from './read-bounds.ts';

/** The districts of the region, in the order of their codes. */
export const districtsOf = (model: RegionModel): Area[] => [...model.areas.values()].filter((area) => area.level === 'district');
/** The villages of a district, in the order of their codes. */
export const villagesOf = (model: RegionModel, district: string): Area[] => [...model.areas.values()].filter((area) => area.level === 'village' && area.parentCode === district);

/** The codes of the areas that touch this one, as the region's list of neighbours says. */
export const neighboursOf = (model: RegionModel, code: string): string[] =>
  model.neighbours.flatMap(({ aCode, bCode }) => (aCode === code ? [bCode] : bCode === code ? [aCode] : [])).sort();

/** The middle value; between two middle ones their mean; null of nothing. */
export function medianOf(values: number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  if (sorted.length === 0) return null;
  const [low, high] = [sorted[Math.ceil(half) - 1] as number, sorted[Math.floor(half)] as number];
  return sorted.length % 2 === 1 ? high : plainNumber((low + high) / 2);
}

/** A place counted from the highest value, whichever direction is good. */
export interface Rank extends Placed {
  of: number;
}
/** Where one area stands among all that have a value (itself among them); null without its own. */
export function rankOf(cells: (Pick<AreaCell, 'areaCode' | 'value'> & Bounds)[], code: string): Rank | null {
  const found = placesOf(cells.map((cell) => ({ code: cell.areaCode, value: cell.value, low: cell.low, high: cell.high })), 'higher').get(code);
  return found ? { ...found, of: cells.length } : null;
}

/** The earliest cell that the last one may be compared with: of the same series. Null where there is none before it. */
export function firstComparable<C extends Pick<AreaCell, 'period' | 'seriesCode'>>(cells: C[], last: C): C | null {
  const first = cells.find((cell) => cell.seriesCode === last.seriesCode);
  return first && first.period < last.period ? first : null;
}

/** Growth in percent; null from nothing or from less. */
export const growthOf = (first: number, last: number): number | null => (first > 0 ? plainNumber(((last - first) / first) * 100) : null);

/** Without the dust of binary arithmetic. */
export const plainNumber = (value: number): number => Number(value.toPrecision(12));

/** The element that a formula only repeats; null where it reckons. */
export const onlyElement = ({ formula }: Pick<Indicator, 'formula'>): string | null => /^#\{([^}]+)\}$/.exec(formula.trim())?.[1] ?? null;

/** True where the districts' values may be added up: one element, of which the pack says that it sums over areas. */
export function sums(model: RegionModel, indicator: Indicator): boolean {
  const element = onlyElement(indicator);
  return element !== null && model.elements.get(element)?.sumArea === 'sum';
}

/**
 * Indicators that may be the population of districts: of level `district`, over one element, which counts people (`orang`, `people`), sums
 * over areas and is a stock. Victims of a year sum over time, so they are none.
 */
export function peopleIndicators(model: RegionModel): Indicator[] {
  return [...model.indicators.values()].filter((indicator) => {
    const known = model.elements.get(onlyElement(indicator) ?? '');
    const unit = model.units.get(indicator.unitCode);
    return indicator.level === 'district' && known?.sumArea === 'sum' && known.sumTime === 'last' && unit?.dimension === 'count' && (unit.name.id === 'orang' || unit.name.en === 'people');
  });
}

/** The latest period that at least half of the districts have a value for, else the one that most have. */
export function commonPeriod(cells: AreaCell[], districts: number): string | null {
  const counts = new Map<string, number>();
  for (const { period } of cells) counts.set(period, (counts.get(period) ?? 0) + 1);
  const all = [...counts].sort(([a], [b]) => (a < b ? 1 : -1));
  const wide = all.find(([, count]) => count * 2 >= districts);
  return (wide ?? all.sort(([, a], [, b]) => b - a)[0])?.[0] ?? null;
}

/** Names as people type them: no case, no marks over letters, one blank between words. */
export const plainName = (name: string): string => name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
