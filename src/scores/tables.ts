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
  view: string;
  indicatorCode: string;
  areaCode: string;
  period: string;
  planCode: Generated<string>;
  raw: number | null;
  capped: number | null;
  class: number | null;
  met: boolean | null;
  reason: string | null;
}

export interface StandingRow {
  regionCode: string;
  view: string;
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
  view: string;
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
}

export interface NodeStateRow {
  regionCode: string;
  view: string;
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
}

/** The tables of `scores`; a store takes a handle typed with these alone. */
export type ScoresTables = {
  'scores.achievement': AchievementRow;
  'scores.standing': StandingRow;
  'scores.nodeScore': NodeScoreRow;
  'scores.nodeState': NodeStateRow;
  'scores.snapshot': SnapshotRow;
};
