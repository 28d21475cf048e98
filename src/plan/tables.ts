import type { ColumnType, Generated } from 'kysely';
import type { NodeChange } from './edit-tree.ts';

export interface PlanLevel {
  code: string;
  name: { id: string; en: string };
  plural: { id: string; en: string };
  /** Nodes of this level are declared parts of the node above: their scores are averaged into its. */
  component?: boolean;
}
/** Floor and cap in percent of achievement; bands are the four lower bounds of classes 5, 4, 3, 2 (exclusive). */
export interface PlanScoring {
  floor: number;
  cap: number;
  bands: [number, number, number, number];
}

export interface PlanRow {
  regionCode: string;
  code: string;
  version: number;
  kind: string;
  nameId: string;
  nameEn: string;
  shortNameId: string;
  shortNameEn: string;
  visionWord: string | null;
  periodFrom: string;
  periodTo: string;
  baseline: string;
  parentCode: string | null;
  agencyCode: string | null;
  status: string;
  legalBasis: string | null;
  /** The day on which it was adopted by that, and the kept file of the decree. */
  legalDay: string | null;
  legalFile: string | null;
  sourceCode: string | null;
  noteId: string | null;
  noteEn: string | null;
  levels: ColumnType<PlanLevel[], string, string>;
  scoring: ColumnType<PlanScoring, string, string>;
  withdrawn: Generated<boolean>;
}

export interface NodeRow {
  regionCode: string;
  planCode: string;
  planVersion: number;
  code: string;
  parentCode: string | null;
  position: number;
  level: string;
  textId: string;
  textEn: string;
  shortId: string | null;
  shortEn: string | null;
  letter: string | null;
  weight: string | null;
  basis: string;
  sourceCode: string | null;
  noteId: string | null;
  noteEn: string | null;
  /** The node of the parent plan that this one serves. */
  servesCode: string | null;
}

export interface LinkRow {
  regionCode: string;
  kind: string;
  code: string;
  planCode: string;
  planVersion: number;
  nodeCode: string;
  role: string;
  weight: string | null;
  basis: string;
  reasonId: string | null;
  reasonEn: string | null;
  sourceCode: string | null;
  /** What bears it out: where it is written, or an address. */
  evidence: string | null;
}

/** What must be so that a node is reached. */
export interface SuccessFactorRow {
  regionCode: string;
  planCode: string;
  /** '' speaks of the node in whatever version of its plan, as a pack does; versions that are written here have their own. */
  planVersion: Generated<string>;
  nodeCode: string;
  code: string;
  textId: string;
  textEn: string;
  basis: string;
  sourceCode: string | null;
}

/** What an agency does so that a node is reached: it leads, or contributes; to a success factor where one is named. */
export interface ContributionRow {
  regionCode: string;
  planCode: string;
  planVersion: Generated<string>;
  nodeCode: string;
  agencyCode: string;
  role: string;
  textId: string;
  textEn: string;
  factorCode: string | null;
  basis: string;
  sourceCode: string | null;
}

/** Indicative funding of a node in a year, in rupiah. */
export interface FundingRow {
  regionCode: string;
  planCode: string;
  planVersion: number;
  nodeCode: string;
  period: string;
  amount: string;
  basis: string;
  sourceCode: string | null;
  noteId: string | null;
  noteEn: string | null;
}

/** A version that is written here; what a pack brought has no such row. `revision` counts its operations. */
export interface DraftRow {
  regionCode: string;
  planCode: string;
  planVersion: number;
  fromVersion: number | null;
  revision: number;
  begunAt: Date;
  begunBy: string | null;
  proposedAt: Date | null;
  proposedBy: string | null;
  adoptedAt: Date | null;
  adoptedBy: string | null;
  legalNumber: string | null;
  legalDay: string | null;
  fileReference: string | null;
  /** Nobody wants it any more: its nodes are gone, its operations stay. */
  thrownAt: Date | null;
  thrownBy: string | null;
  thrownReason: string | null;
}

export interface OperationRow {
  regionCode: string;
  planCode: string;
  planVersion: number;
  revision: number;
  at: Date;
  actor: string;
  postId: string | null;
  kind: string;
  nodeCodes: ColumnType<string[], string, never>;
  undoes: number | null;
  changes: ColumnType<NodeChange[], string, never>;
}

/** What leaders say of a version before it is adopted; it is open until it is closed. */
export interface RemarkRow {
  regionCode: string;
  planCode: string;
  planVersion: number;
  id: string;
  nodeCode: string | null;
  text: string;
  at: Date;
  postId: string | null;
  ownerPostId: string | null;
  /** The agency that is to answer it. */
  ownerAgency: string | null;
  dueOn: string | null;
  decided: string | null;
  closedAt: Date | null;
  closedBy: string | null;
}

/** The tables of `plan`; a store takes a handle typed with these alone. */
export type PlanTables = {
  'plan.plan': PlanRow;
  'plan.node': NodeRow;
  'plan.link': LinkRow;
  'plan.funding': FundingRow;
  'plan.successFactor': SuccessFactorRow;
  'plan.contribution': ContributionRow;
  'plan.draft': DraftRow;
  'plan.operation': OperationRow;
  'plan.remark': RemarkRow;
};
