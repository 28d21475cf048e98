import type { Text } from '#kernel/i18n.ts';
import type { BoundaryGeometry } from '#places/index.ts';

export type Tree = 'plan' | 'pillar';
export type Basis = 'document' | 'reading';
export type Quality = 'final' | 'provisional';
export type Origin = 'reported' | 'derived' | 'simulated';
/** `changed`: no good direction; `before_baseline`: the latest value is older than the plan's baseline year. */
export type Verdict = 'improved' | 'worsened' | 'same' | 'changed' | 'one_value' | 'before_baseline' | 'no_data';
/** What can be said of a node; `scored` has a class, `no_measure` has no indicator at all. */
export type NodeWord = 'scored' | 'improved' | 'worsened' | 'mixed' | 'same' | 'one_value' | 'changed' | 'no_data' | 'no_measure';

export interface Region {
  code: string;
  name: Text;
  shortName: string;
  kind: string;
  timeZone: string;
  hosts: string[];
  fictional: boolean;
  notice: Text;
  about: Text;
  frontPlan: string | null;
  compiledOn: string;
  compiledBy: Text;
  seed: number | null;
  theme: { cloth: string; thread: string } | [];
  arms: string | null;
}

export interface Area {
  code: string;
  parentCode: string | null;
  level: string;
  kind: string;
  name: string;
  capital: string | null;
  lat: number | null;
  lon: number | null;
  labelLat: number | null;
  labelLon: number | null;
  /** Square kilometres, decimal text as given. */
  areaKm2: string | null;
  validFrom: string | null;
  validTo: string | null;
  sourceCode: string | null;
}

export interface Boundary {
  areaCode: string;
  geometry: BoundaryGeometry;
  sourceCode: string;
}

export interface Neighbour {
  aCode: string;
  bCode: string;
  sourceCode: string | null;
}

export interface Source {
  code: string;
  publisher: string;
  title: string | null;
  published: string | null;
  url: string | null;
  note: Text | null;
}

export interface Agency {
  code: string;
  name: string;
  shortName: string;
  sourceCode: string | null;
  note: Text | null;
}

export interface Statement {
  code: string;
  aboutKind: string;
  aboutCode: string;
  areaCode: string | null;
  period: string | null;
  text: Text;
  sourceCode: string;
}

export interface Plan {
  code: string;
  version: number;
  kind: string;
  name: Text;
  shortName: Text;
  visionWord: string | null;
  periodFrom: string;
  periodTo: string;
  baseline: string;
  parentCode: string | null;
  agencyCode: string | null;
  status: string;
  legalBasis: string | null;
  legalDay: string | null;
  sourceCode: string | null;
  note: Text | null;
  levels: { code: string; name: Text; plural: Text; component?: boolean }[];
  scoring: { floor: number; cap: number; bands: [number, number, number, number] };
  /** Flat, in tree order. */
  nodes: PlanNode[];
}

export interface PlanNode {
  planCode: string;
  code: string;
  parentCode: string | null;
  position: number;
  /** 0 at the root. */
  depth: number;
  level: string;
  text: Text;
  short: Text | null;
  letter: string | null;
  weight: number | null;
  basis: Basis;
  sourceCode: string | null;
  note: Text | null;
  /** The node of the parent plan that this one serves. */
  servesCode: string | null;
}

export interface PlanLink {
  kind: 'indicator' | 'initiative';
  code: string;
  planCode: string;
  nodeCode: string;
  role: 'primary' | 'supporting';
  weight: number | null;
  basis: Basis;
  reason: Text | null;
  sourceCode: string | null;
  /** What bears it out: where it is written, or an address. */
  evidence: string | null;
}

export interface Masterplan {
  code: string;
  name: Text;
  vision: Text | null;
  visionSourceCode: string | null;
  periodFrom: string | null;
  periodTo: string | null;
  status: string;
  /** As it was adopted: number, then day. */
  legalBasis: string | null;
  sourceCode: string | null;
  note: Text | null;
  pillars: Pillar[];
}

/** Rows of the masterplan's books, in the order of their codes; the roadmap by year. */
export interface Books {
  readiness: { code: string; element: string; part: Text | null; finding: Text; state: string; sourceCode: string | null }[];
  swot: { code: string; side: string; pillarCode: string | null; text: Text; sourceCode: string | null }[];
  roadmap: { initiativeCode: string; period: string; horizon: string; step: Text; costEstimate: string | null; sourceCode: string | null }[];
  bodies: { code: string; kind: string; name: Text; legalBasis: string | null; sourceCode: string | null; note: Text | null }[];
  seats: { bodyCode: string; code: string; post: Text; role: string; agencyCode: string | null; external: boolean; sourceCode: string | null }[];
  meetings: { bodyCode: string; heldOn: string; subject: Text | null; sourceCode: string | null }[];
  papers: { code: string; kind: string; number: string | null; signedOn: string | null; title: Text; bodyCode: string | null; heldOn: string | null; sourceCode: string | null }[];
}

export interface Pillar {
  code: string;
  slug: string;
  position: number;
  name: Text;
  purpose: Text | null;
  weight: number | null;
  sourceCode: string | null;
  subDimensions: SubDimension[];
}

export interface SubDimension {
  code: string;
  pillarCode: string;
  position: number;
  name: Text;
  sourceCode: string | null;
}

export interface Initiative {
  code: string;
  position: number;
  name: Text;
  kind: string;
  pillarCode: string | null;
  subDimensionCode: string | null;
  pillarBasis: Basis | null;
  pillarReason: Text | null;
  agencyCode: string | null;
  started: string | null;
  summary: Text | null;
  state: string;
  endsOn: string | null;
  /** Rupiah, decimal text. */
  costEstimate: string | null;
  quickWin: Text | null;
  quickWinOn: string | null;
  firstMilestone: Text | null;
  firstMilestoneOn: string | null;
  sourceCode: string;
  statements: { text: Text; period?: string; source: string }[];
}

export interface IndicatorLink {
  indicatorCode: string;
  pillarCode: string;
  /** Empty when the link names no sub-dimension. */
  subDimensionCode: string;
  weight: number | null;
  basis: Basis;
  reason: Text | null;
  sourceCode: string | null;
}

export interface Unit {
  code: string;
  name: Text;
  /** The pattern of a value, `#` for the number: `#%`, `# desa`, `Rp# miliar`. */
  shown: Text;
  dimension: string;
  /** How many of the dimension's base it holds; decimal text, null is 1. */
  scale?: string | null;
}

/** A number of the region that formulas name. */
export interface Constant {
  code: string;
  name: Text;
  value: string;
  unitCode: string;
  sourceCode: string | null;
  note: Text | null;
}

export interface Element {
  code: string;
  name: Text;
  unitCode: string;
  valueType: string;
  sumArea: string;
  sumTime: string;
  /** The element that a weighted average weighs by. */
  weightCode: string | null;
  /** How often it is counted; null where nobody said. */
  periodKind: string | null;
  /** Codes of the categories that it is told by. */
  categories: string[];
  agencyCode: string | null;
  definition: Text | null;
  sourceCode: string | null;
}

export interface Category {
  code: string;
  name: Text;
}

export interface CategoryOption {
  categoryCode: string;
  code: string;
  name: Text;
}

export interface Series {
  elementCode: string;
  code: string;
  name: Text;
  kind: string;
  note: Text | null;
}

export interface Indicator {
  code: string;
  version: number;
  name: Text;
  short: Text;
  definition: Text | null;
  unitCode: string;
  direction: 'higher' | 'lower' | 'none';
  lowerFormula: 'ratio' | 'reflected';
  periodKind: string;
  decimals: number;
  formula: string;
  missing: string;
  series: string[];
  level: string;
  family: string | null;
  agencyCode: string | null;
  sourceCode: string | null;
  note: Text | null;
  targetKind: 'range' | 'milestone' | 'yes_no' | 'amount' | null;
  milestones: { name: Text; share: number }[];
  periodMode: 'periodic' | 'cumulative' | 'latest' | 'annual_only' | null;
  workedExamples: { values: Record<string, number | string | boolean | null | (number | null)[]>; result: number | string | boolean | null; reason?: string }[];
}

export interface Target {
  indicatorCode: string;
  areaCode: string;
  period: string;
  /** Empty when no plan is named. */
  planCode: string;
  comparison: '=' | '<' | '<=' | '>' | '>=';
  /** Decimal text as given. */
  value: string;
  /** Upper bound of a range. */
  valueTo: string | null;
  status: string;
  origin: Origin;
  sourceCode: string | null;
  note: Text | null;
}

/** What a target was until the day on which it was changed. */
export interface TargetChange {
  indicatorCode: string;
  areaCode: string;
  period: string;
  planCode: string;
  changedOn: string;
  comparison: Target['comparison'];
  value: string;
  valueTo: string | null;
  sourceCode: string | null;
  note: Text | null;
}

/** What the unit of an indicator or element was until the day on which it was changed. */
export interface UnitChange {
  aboutKind: 'indicator' | 'element';
  aboutCode: string;
  changedOn: string;
  unitCode: string;
  unit: Text;
  sourceCode: string | null;
  note: Text | null;
}

/** What must hold between values of one area and period. */
export interface ValidationRule {
  code: string;
  name: Text;
  /** What to do where it does not hold. */
  instruction: Text | null;
  leftSide: string;
  operator: string;
  rightSide: string;
  leftMissing: string;
  rightMissing: string;
  tolerance: string | null;
  periodKind: string;
  level: string | null;
  basis: Basis;
  sourceCode: string | null;
  note: Text | null;
}
