export interface UnitRow {
  regionCode: string;
  code: string;
  nameId: string;
  nameEn: string;
  shownId: string;
  shownEn: string;
  dimension: string;
  /** How many of the dimension's base it holds, 1000000 for millions; null is 1. */
  scale: string | null;
}

export interface ElementRow {
  regionCode: string;
  code: string;
  nameId: string;
  nameEn: string;
  unitCode: string;
  valueType: string;
  sumArea: string;
  sumTime: string;
  /** The element that a weighted average weighs by. */
  weightCode: string | null;
  /** How often it is counted; null where nobody said, and then it is not put together over time. */
  periodKind: string | null;
  /** Codes of categories, parted by `;`. */
  categories: string | null;
  agencyCode: string | null;
  definitionId: string | null;
  definitionEn: string | null;
  sourceCode: string | null;
}

export interface CategoryRow {
  regionCode: string;
  code: string;
  nameId: string;
  nameEn: string;
}

export interface CategoryOptionRow {
  regionCode: string;
  categoryCode: string;
  code: string;
  nameId: string;
  nameEn: string;
}

export interface SeriesRow {
  regionCode: string;
  elementCode: string;
  code: string;
  nameId: string;
  nameEn: string;
  kind: string;
  noteId: string | null;
  noteEn: string | null;
}

export interface EntryRow {
  regionCode: string;
  id: string;
  revision: number;
  kind: string;
  actor: string;
  state: string;
  at: Date;
  digest: string | null;
  reason: string | null;
}

export interface ValueRow {
  regionCode: string;
  elementCode: string;
  areaCode: string;
  period: string;
  seriesCode: string;
  entryId: string;
  value: string | null;
  textValue: string | null;
  applicable: boolean;
  status: string;
  withdrawn: boolean;
  quality: string;
  origin: string;
  /** Who stands behind it: `stated` by the agency alone, `verified` by a second; null where nobody said. */
  assurance: string | null;
  sourceCode: string | null;
  noteId: string | null;
  noteEn: string | null;
  recordedBy: string | null;
  recordedAt: Date | null;
}

/** A number that formulas name, such as a base year's price level. */
export interface ConstantRow {
  regionCode: string;
  code: string;
  nameId: string;
  nameEn: string;
  value: string;
  unitCode: string;
  sourceCode: string | null;
  noteId: string | null;
  noteEn: string | null;
}

/** The tables of `data`; a store takes a handle typed with these alone. */
export type DataTables = {
  'data.unit': UnitRow;
  'data.element': ElementRow;
  'data.constant': ConstantRow;
  'data.category': CategoryRow;
  'data.categoryOption': CategoryOptionRow;
  'data.series': SeriesRow;
  'data.entry': EntryRow;
  'data.value': ValueRow;
};
