import type { ColumnType, Generated } from 'kysely';

/** One child of a node in its weighted mean: an indicator or a node; capped achievement or score, null when not known. */
export interface ScorePart {
  kind: 'indicator' | 'node';
  code: string;
  weight: number;
  value: number | null;
  applicable: boolean;
}

export interface AchievementRow {
  regionCode: string;
  batch: number;
  indicatorCode: string;
  areaCode: string;
  period: string;
  planCode: Generated<string>;
  raw: number | null;
  capped: number | null;
  class: number | null;
  met: boolean | null;
  reason: string | null;
  /** The period of the value held against the target, where it is another: a year is told by its last quarter. */
  valuePeriod: string | null;
  /** The raw achievement of the self-stated value, where the verified one differs. */
  stated: number | null;
}

export interface StandingRow {
  regionCode: string;
  batch: number;
  planCode: string;
  indicatorCode: string;
  areaCode: string;
  verdict: string;
  latestPeriod: string | null;
  latestValue: number | null;
  firstPeriod: string | null;
  firstValue: number | null;
  seriesCode: string | null;
  change: number | null;
}

export interface NodeScoreRow {
  regionCode: string;
  batch: number;
  tree: string;
  treeCode: string;
  nodeCode: string;
  period: string;
  value: number | null;
  class: number | null;
  known: number;
  declared: number;
  knownWeight: number;
  declaredWeight: number;
  low: number | null;
  high: number | null;
  parts: ColumnType<ScorePart[], string, string>;
  /** The score from self-stated values, where verified ones differ. */
  stated: number | null;
}

export interface NodeStateRow {
  regionCode: string;
  batch: number;
  tree: string;
  treeCode: string;
  nodeCode: string;
  state: string;
  headlinePeriod: string | null;
  indicators: number;
  withValue: number;
  withTarget: number;
  improved: number;
  worsened: number;
  initiatives: number;
}

export interface SnapshotRow {
  regionCode: string;
  view: string;
  id: string;
  revision: number;
  madeAt: Date;
  counts: ColumnType<Record<string, number>, string, string>;
  /** Its scores: rows of other batches are nobody's. */
  batch: number;
  /** The day up to which things are known: rules that ask for age count from it, never from the clock. */
  asOf: string;
}

/** Scores and values as they stood on a day; never computed again. */
export interface FrozenRow {
  regionCode: string;
  code: string;
  frozenOn: string;
  nameId: string;
  nameEn: string;
  noteId: string | null;
  noteEn: string | null;
  revision: number;
}

export interface FrozenNodeRow {
  regionCode: string;
  frozenCode: string;
  tree: string;
  treeCode: string;
  nodeCode: string;
  period: string;
  value: number | null;
  class: number | null;
  known: number;
  declared: number;
  low: number | null;
  high: number | null;
  parts: ColumnType<ScorePart[], string, string>;
}

/** The latest value of an indicator on that day, with all that it was computed from. */
export interface FrozenIndicatorRow {
  regionCode: string;
  frozenCode: string;
  indicatorCode: string;
  areaCode: string;
  period: string;
  value: number | null;
  seriesCode: string | null;
  quality: string;
  origin: string;
  formula: string;
  inputs: ColumnType<FrozenInput[], string, string>;
  planCode: string | null;
  targetPeriod: string | null;
  /** As written: `<=18`, `10..20`. */
  target: string | null;
  raw: number | null;
  capped: number | null;
  class: number | null;
  met: boolean | null;
}

export interface FrozenInput {
  element: string;
  series: string | null;
  period: string;
  value: string | null;
  source: string | null;
}

/** The tables of `scores`; a store takes a handle typed with these alone. */
export type ScoresTables = {
  'scores.achievement': AchievementRow;
  'scores.standing': StandingRow;
  'scores.nodeScore': NodeScoreRow;
  'scores.nodeState': NodeStateRow;
  'scores.snapshot': SnapshotRow;
  'scores.frozen': FrozenRow;
  'scores.frozenNode': FrozenNodeRow;
  'scores.frozenIndicator': FrozenIndicatorRow;
};
