import type { Aggregation, Modifier, Over, Reference } from './tree.ts';
import { writtenAs } from './tree.ts';

export type Missing = 'skip_if_any' | 'skip_if_all' | 'never_skip';
export type Value = number | string | boolean | null;

/** All modifiers around a reference, outermost first, as one. Offsets add up; of the others the innermost holds. */
export interface Shift {
  offset: number;
  yearToDate: boolean;
  aggregation: Aggregation | null;
  minDate: string | null;
  maxDate: string | null;
  /** Steps to another area, in order. */
  areas: string[];
}

/** One thing that must be read for a formula: a reference in a place relative to the cell. */
export interface Slot extends Pick<Reference, 'sigil' | 'code' | 'options'> {
  /** As it is written, without `#{}`: `a`, `a.option`, `N{x}`, `a.periodOffset(-1)`. */
  key: string;
  shift: Shift;
}

/** What a back end reads before it computes: slots, and for each group the same once for each period or area it runs over. */
export interface Plan {
  slots: Slot[];
  groups: { over: Over; shift: Shift; plan: Plan }[];
}

/** What was read: a value for each slot, and for each group a frame for each period or area, in order. `exact` is the decimal text of a value. */
export interface Frame {
  values: Value[];
  exact?: (string | null)[];
  groups: Frame[][];
}

export const unshifted: Shift = { offset: 0, yearToDate: false, aggregation: null, minDate: null, maxDate: null, areas: [] };

export function shiftBy(shift: Shift, by: Modifier): Shift {
  switch (by.name) {
    case 'periodOffset': return { ...shift, offset: shift.offset + by.by };
    case 'yearToDate': return { ...shift, yearToDate: true };
    case 'aggregationType': return { ...shift, aggregation: by.type };
    case 'area': return { ...shift, areas: [...shift.areas, by.area] };
    default: return { ...shift, [by.name]: by.date };
  }
}

/** A slot's key: short for what stands at the cell itself. */
export function keyOf(reference: Pick<Reference, 'sigil' | 'code' | 'options'>, shift: Shift): string {
  const { offset, yearToDate, aggregation, minDate, maxDate, areas } = shift;
  const dates = [minDate === null ? '' : `.minDate(${minDate})`, maxDate === null ? '' : `.maxDate(${maxDate})`].join('');
  const base = reference.sigil === '#' ? [reference.code, ...reference.options].join('.') : writtenAs(reference);
  return `${base}${areas.map((area) => `.area(${area})`).join('')}${offset === 0 ? '' : `.periodOffset(${offset})`}${yearToDate ? '.yearToDate()' : ''}${aggregation === null ? '' : `.aggregationType(${aggregation})`}${dates}`;
}
