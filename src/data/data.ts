import type { Selectable } from 'kysely';
import type { ConstantRow, ElementRow, SeriesRow, UnitRow, ValueRow } from './tables.ts';

export type Unit = Selectable<UnitRow>;
export type Constant = Selectable<ConstantRow>;
export type Element = Selectable<ElementRow>;
export type Series = Selectable<SeriesRow>;
export type View = 'current' | 'published';
export const views: View[] = ['current', 'published'];

/** A data value with the entry that recorded it: revision (the region's own count), who, when, by which door. */
export interface DataValue extends Selectable<ValueRow> {
  revision: number;
  actor: string;
  at: Date;
  entryKind: string;
  /** What the agency had stated itself, where a verified value took its place. */
  stated?: string | null;
}

/** What cells are computed from. */
export type CountedValue = Pick<DataValue, 'elementCode' | 'areaCode' | 'period' | 'seriesCode' | 'value' | 'applicable' | 'status' | 'withdrawn' | 'quality' | 'origin' | 'assurance' | 'revision' | 'stated'>;

export const valueKey = (v: { elementCode: string; areaCode: string; period: string; seriesCode: string }): string =>
  `${v.elementCode}|${v.areaCode}|${v.period}|${v.seriesCode}`;
