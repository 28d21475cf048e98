import type { ColumnType, Generated } from 'kysely';

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
  /** Whose account recorded it; null where no person did. */
  accountId: Generated<string | null>;
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

/** A collection period: for which period which data are due, and by which day each step is to be done (`2026-10-15`). */
export interface CycleRow {
  regionCode: string;
  code: string;
  nameId: string;
  nameEn: string;
  period: string;
  opensOn: string;
  enterBy: string;
  submitBy: string;
  approveBy: string;
  verifyBy: string;
  publishBy: string;
  /** Steps that are no longer taken after their day, parted by `;`; null where late ones are taken, and marked. */
  locks: string | null;
  state: string;
  /** Why it was closed or opened again. */
  reason: string | null;
  /** The last day on which an opened-again cycle takes steps whatever its locks. */
  reopenedUntil: string | null;
  noteId: string | null;
  noteEn: string | null;
  sourceCode: string | null;
}

export interface CycleItemRow {
  regionCode: string;
  cycleCode: string;
  elementCode: string;
  areaCode: string;
  seriesCode: string;
  period: string;
  /** False: collected and checked, and not published. */
  publish: boolean;
}

export interface HolidayRow {
  regionCode: string;
  day: string;
  kind: string;
  nameId: string;
  nameEn: string;
  sourceCode: string | null;
}

export interface ImportRow {
  regionCode: string;
  id: string;
  entryId: string;
  file: string;
  actor: string;
  accountId: string | null;
  state: string;
  /** The region's newest revision when it was read: what was recorded later was not compared with it. */
  seenRevision: number;
  counts: ColumnType<Record<string, number>, string, string>;
  startedAt: Date;
  finishedAt: Date | null;
  owner: string | null;
  seenAt: Date | null;
}

export interface ImportLineRow {
  regionCode: string;
  importId: string;
  line: number;
  kind: string;
  subject: string;
  field: string | null;
  given: string | null;
  expected: string | null;
  before: string | null;
  after: string | null;
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
  'data.cycle': CycleRow;
  'data.cycleItem': CycleItemRow;
  'data.holiday': HolidayRow;
  'data.import': ImportRow;
  'data.importLine': ImportLineRow;
};
