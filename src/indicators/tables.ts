import type { ColumnType, Generated } from 'kysely';

/** Inputs (by the key of a reference; null is missing, a list is what a group runs over) and the result the formula must give; `reason` where the result is missing. */
export interface WorkedExample {
  values: Record<string, number | string | boolean | null | (number | null)[]>;
  /** A number, the word of a class, or true or false. */
  result: number | string | boolean | null;
  reason?: string;
}
/** One data value a cell was computed from, as it stood then. */
export interface CellInput {
  element: string;
  area: string;
  period: string;
  series: string | null;
  value: string | null;
  revision: number | null;
}

/** A stage and the share of the whole work (percent, cumulative) that is done when it is reached. */
export interface Milestone {
  name: { id: string; en: string };
  share: number;
}

export interface IndicatorRow {
  regionCode: string;
  code: string;
  version: Generated<number>;
  nameId: string;
  nameEn: string;
  shortId: string;
  shortEn: string;
  definitionId: string | null;
  definitionEn: string | null;
  unitCode: string;
  direction: string;
  lowerFormula: string;
  periodKind: string;
  decimals: number;
  formula: string;
  missing: string;
  series: string[];
  level: string;
  family: string | null;
  agencyCode: string | null;
  sourceCode: string | null;
  noteId: string | null;
  noteEn: string | null;
  workedExamples: ColumnType<WorkedExample[], string, string>;
  /** Null is `amount`. */
  targetKind: string | null;
  /** Stages of a milestone indicator, in order; the value is the number of the stage reached. */
  milestones: ColumnType<Milestone[], string, string>;
  /** Null is `periodic`. */
  periodMode: string | null;
  withdrawn: Generated<boolean>;
}

export interface TargetRow {
  regionCode: string;
  indicatorCode: string;
  areaCode: string;
  period: string;
  planCode: Generated<string>;
  comparison: string;
  value: string;
  /** The upper bound of a range; `value` is the lower. */
  valueTo: string | null;
  status: string;
  origin: string;
  sourceCode: string | null;
  noteId: string | null;
  noteEn: string | null;
}

/** A batch is one indicator's; `CellShownRow` says in which view it is shown, if in any. */
export interface CellRow {
  regionCode: string;
  batch: number;
  areaCode: string;
  period: string;
  value: number | null;
  /** The word, `true` or `false`, where the formula gives no number. */
  textValue: Generated<string | null>;
  reason: string | null;
  seriesCode: string | null;
  applicable: boolean;
  quality: string;
  origin: string;
  otherSeries: string[];
  inputs: ColumnType<CellInput[], string, string>;
  version: number;
  revision: number;
  /** `verified` when every input is, `stated` when any is known to be the agency's alone. */
  assurance: string | null;
  /** What the formula gives from the self-stated values, where a verified one took the place of another. */
  statedValue: number | null;
  /** References that counted as zero, because the indicator says so of what is missing. */
  assumedZero: string[];
  /** In which of the views that show its batch it stands: 1 current, 2 published, 3 both. */
  views: Generated<number>;
}

export interface CellBatchRow {
  regionCode: string;
  batch: number;
  indicatorCode: string;
  /** Opened by the job that works off what is stale, which alone sweeps it. */
  held: Generated<boolean>;
}

export interface CellShownRow {
  regionCode: string;
  view: string;
  indicatorCode: string;
  batch: number;
}

/** An indicator whose cells wait to be computed again. */
export interface StaleRow {
  regionCode: string;
  indicatorCode: string;
  /** Tells one reason to compute from the next. */
  mark: number;
  since: Date;
  /** The region's newest revision before its cells were computed; null with the batches until they are. */
  seenRevision: number | null;
  currentBatch: number | null;
  publishedBatch: number | null;
  /** How many cells it had when it was marked. */
  expected: number;
}

/** An agency's part in a shared indicator: its weight, and what it answers for. */
export interface IndicatorAgencyRow {
  regionCode: string;
  indicatorCode: string;
  agencyCode: string;
  role: string;
  weight: string | null;
  accountId: string | null;
  accountEn: string | null;
  basis: string;
  sourceCode: string | null;
}

/** What a target was until the day on which it was changed. */
export interface TargetChangeRow {
  regionCode: string;
  indicatorCode: string;
  areaCode: string;
  period: string;
  planCode: Generated<string>;
  /** A day, `2026-03-01`. */
  changedOn: string;
  comparison: string;
  value: string;
  valueTo: string | null;
  sourceCode: string | null;
  noteId: string | null;
  noteEn: string | null;
}

/** What the unit of an indicator or an element was until the day on which it was changed; its name is kept, for the unit itself may be gone. */
export interface UnitChangeRow {
  regionCode: string;
  aboutKind: string;
  aboutCode: string;
  changedOn: string;
  unitCode: string;
  unitId: string;
  unitEn: string;
  sourceCode: string | null;
  noteId: string | null;
  noteEn: string | null;
}

/** What must hold between values of one area and period; the words are those of DHIS2. */
export interface ValidationRuleRow {
  regionCode: string;
  code: string;
  nameId: string;
  nameEn: string;
  instructionId: string | null;
  instructionEn: string | null;
  leftSide: string;
  operator: string;
  rightSide: string;
  leftMissing: string;
  rightMissing: string;
  /** How far the sides may lie apart, in percent of the right one; null is not at all. */
  tolerance: string | null;
  periodKind: string;
  /** The areas it is asked in; null is all. */
  level: string | null;
  basis: string;
  sourceCode: string | null;
  noteId: string | null;
  noteEn: string | null;
}

/** The tables of `indicators`; a store takes a handle typed with these alone. */
export type IndicatorsTables = {
  'indicators.indicator': IndicatorRow;
  'indicators.target': TargetRow;
  'indicators.cell': CellRow;
  'indicators.cellBatch': CellBatchRow;
  'indicators.cellShown': CellShownRow;
  'indicators.indicatorAgency': IndicatorAgencyRow;
  'indicators.stale': StaleRow;
  'indicators.targetChange': TargetChangeRow;
  'indicators.unitChange': UnitChangeRow;
  'indicators.validationRule': ValidationRuleRow;
};
