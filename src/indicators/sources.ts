import type { CountedValue } from '#data/index.ts';
import type { PeriodKind } from '#kernel/periods.ts';
import type { NewCell } from './cells.store.ts';
import type { CellInput } from './tables.ts';

export interface Place {
  area: string;
  period: string;
}

/** How an element is put together where it has no value of its own. */
export interface Ways {
  /** `sum`, `average`, `weighted`, `last`, `first`, `min`, `max` or `none`. */
  time: string;
  area: string;
  /** The element that `weighted` weighs by. */
  weight: string | null;
  /** How often it is counted; null where nobody said, and then it is not put together over time. */
  kind: PeriodKind | null;
}

/** What cells are computed from, beside the values: constants, cells and targets of indicators, the tree of areas, and how each element is put together. */
export interface Sources {
  constants: Map<string, string>;
  cells: Map<string, Map<string, NewCell>>;
  areas: { code: string; parentCode: string | null; level: string }[];
  ways: Map<string, Ways>;
  /** The target of an indicator at a place. */
  targets: Map<string, Map<string, { value: string; origin: string }>>;
}
export const noSources: Sources = { constants: new Map(), cells: new Map(), areas: [], ways: new Map(), targets: new Map() };
export const placeKey = (area: string, period: string): string => `${area}|${period}`;

/** What a slot gave: its text, the value or cell it came from, and what is kept of it with the cell. */
export interface Found {
  text: string | null;
  value: CountedValue | null;
  cell: NewCell | null;
  input: CellInput | null;
  /** Of a target, which has neither value nor cell. */
  origin?: string | undefined;
}

export interface Reader {
  sources: Sources;
  /** The value of an element at a place, in the series that counts or in the one that is asked for. */
  valueAt(element: string, area: string, period: string, series?: string): CountedValue | null;
}

const indexed = new WeakMap<Sources['areas'], Map<string | null, string[]>>();

/** The areas just below one. */
export function childrenOf(areas: Sources['areas'], area: string): string[] {
  let index = indexed.get(areas);
  if (!index) {
    index = new Map([...Map.groupBy(areas, (one) => one.parentCode)].map(([parent, below]) => [parent, below.map((one) => one.code)]));
    indexed.set(areas, index);
  }
  return index.get(area) ?? [];
}

/** Elements, and those that they are weighed by. */
export const withWeights = (elements: string[], ways: Sources['ways']): string[] => [...new Set([...elements, ...elements.flatMap((code) => ways.get(code)?.weight ?? [])])];
