import { type CountedValue, disaggregation, type Element } from '#data/index.ts';
import type { PeriodKind } from '#kernel/periods.ts';
import type { Reports } from './formula/report-metrics.ts';
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
  /** Options of each category that it is told by. */
  categories: string[][];
}

/** What cells are computed from, beside the values: constants, cells and targets of indicators, the tree of areas, and how each element is put together. */
export interface Sources {
  constants: Map<string, string>;
  cells: Map<string, Map<string, NewCell>>;
  areas: { code: string; parentCode: string | null; level: string }[];
  ways: Map<string, Ways>;
  /** The series that each element is declared to have. */
  series: Map<string, Set<string>>;
  /** The target of an indicator at a place. */
  targets: Map<string, Map<string, { value: string; origin: string }>>;
  /** What has been reported of an element or an agency, by its code and place. */
  reports: Map<string, Map<string, Reports>>;
  /** Indicators whose formula gives the word of a class. */
  worded: Set<string>;
}
export const noSources: Sources = { constants: new Map(), cells: new Map(), areas: [], ways: new Map(), series: new Map(), targets: new Map(), reports: new Map(), worded: new Set() };
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
  /** The series of an element in the order in which they count. */
  seriesOf?(element: string): string[];
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

/** The keys of elements, of their parts, and of those that they are weighed by. */
export const keysRead = (elements: string[], ways: Sources['ways']): string[] => [...new Set([...elements, ...elements.flatMap((code) => ways.get(code)?.weight ?? [])])].flatMap((code) => disaggregation.keysOf(code, ways.get(code)?.categories));

/** How each element is put together, as it is declared. */
export function waysOf(elements: Pick<Element, 'code' | 'sumTime' | 'sumArea' | 'weightCode' | 'periodKind'>[], categories: Map<string, string[][]>): Sources['ways'] {
  return new Map(elements.map(({ code, sumTime, sumArea, weightCode, periodKind }) => [code, { time: sumTime, area: sumArea, weight: weightCode, kind: periodKind as PeriodKind | null, categories: categories.get(code) ?? [] }]));
}
