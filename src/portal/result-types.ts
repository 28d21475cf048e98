import type { Text } from '#kernel/i18n.ts';
import type { Quality, Origin, Tree, Verdict, NodeWord, Basis } from './region-types.ts';

export interface CellInput {
  element: string;
  area: string;
  period: string;
  series: string | null;
  value: string | null;
  revision: number | null;
}

export interface Cell {
  indicatorCode: string;
  areaCode: string;
  period: string;
  value: number | null;
  /** The word, `true` or `false`, where the formula gives no number. */
  textValue: string | null;
  /** Why there is neither; null when there is one. */
  reason: string | null;
  seriesCode: string | null;
  applicable: boolean;
  quality: Quality;
  origin: Origin;
  otherSeries: string[];
  inputs: CellInput[];
  version: number;
  revision: number;
  assurance: Assurance | null;
  /** What the agencies' own values give, where a verified one took their place and differs. */
  statedValue: number | null;
  /** References that counted as zero, because the indicator says so of what is missing. */
  assumedZero: string[];
}

/** An agency's part in a shared indicator. */
export interface IndicatorAgency {
  indicatorCode: string;
  agencyCode: string;
  role: 'lead' | 'contributor';
  weight: number | null;
  account: Text | null;
  basis: Basis;
  sourceCode: string | null;
}

export type Assurance = 'stated' | 'verified';

export interface Achievement {
  indicatorCode: string;
  areaCode: string;
  period: string;
  planCode: string;
  raw: number | null;
  capped: number | null;
  class: number | null;
  met: boolean | null;
  reason: string | null;
  /** The period of the value, where it is another than the target's. */
  valuePeriod: string | null;
  /** Raw achievement of the self-stated value, where a verified one differs. */
  stated: number | null;
}

export interface Standing {
  planCode: string;
  indicatorCode: string;
  areaCode: string;
  verdict: Verdict;
  latestPeriod: string | null;
  latestValue: number | null;
  firstPeriod: string | null;
  firstValue: number | null;
  seriesCode: string | null;
  change: number | null;
}

/** One child of a node in its weighted mean; value is a capped achievement or a score, null when not known. */
export interface ScorePart {
  kind: 'indicator' | 'node';
  code: string;
  weight: number;
  value: number | null;
  applicable: boolean;
}

export interface NodeScore {
  tree: Tree;
  treeCode: string;
  nodeCode: string;
  period: string;
  value: number | null;
  class: number | null;
  known: number;
  declared: number;
  knownWeight: number;
  declaredWeight: number;
  /** The score if everything unknown were 0, and if it were 100. */
  low: number | null;
  high: number | null;
  parts: ScorePart[];
  stated: number | null;
}

/** Indicators whose cells wait to be computed again, and how many of them are computed and not shown yet. */
export interface Waiting {
  codes: Set<string>;
  computed: number;
}

/** A day on which the scores were kept as they stood. */
export interface Frozen {
  code: string;
  frozenOn: string;
  name: Text;
  note: Text | null;
  revision: number;
}

export interface NodeState {
  tree: Tree;
  treeCode: string;
  nodeCode: string;
  state: NodeWord;
  headlinePeriod: string | null;
  indicators: number;
  withValue: number;
  withTarget: number;
  improved: number;
  worsened: number;
  initiatives: number;
}

export interface DataValue {
  elementCode: string;
  areaCode: string;
  period: string;
  seriesCode: string;
  value: string | null;
  textValue: string | null;
  applicable: boolean;
  status: string;
  withdrawn: boolean;
  quality: Quality;
  origin: Origin;
  assurance: Assurance | null;
  sourceCode: string | null;
  note: Text | null;
  recordedBy: string | null;
  recordedAt: Date | null;
  revision: number;
  actor: string;
  at: Date;
  entryKind: string;
}
