import type { ColumnType, Generated } from 'kysely';

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

/** The tables of `plan`; a store takes a handle typed with these alone. */
export type PlanTables = {
  'plan.plan': PlanRow;
  'plan.node': NodeRow;
  'plan.link': LinkRow;
  'plan.funding': FundingRow;
};
