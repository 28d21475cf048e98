import type { ColumnType, Generated } from 'kysely';

export interface InitiativeStatement {
  text: { id: string; en: string };
  period?: string;
  source: string;
}

export interface MasterplanRow {
  regionCode: string;
  code: string;
  nameId: string;
  nameEn: string;
  visionId: string | null;
  visionEn: string | null;
  visionSourceCode: string | null;
  periodFrom: string | null;
  periodTo: string | null;
  status: string;
  sourceCode: string | null;
  noteId: string | null;
  noteEn: string | null;
  legalBasis: string | null;
}

export interface PillarRow {
  regionCode: string;
  code: string;
  slug: string;
  position: number;
  nameId: string;
  nameEn: string;
  purposeId: string | null;
  purposeEn: string | null;
  weight: string | null;
  sourceCode: string | null;
  /** The post that answers for it, never a person's name. */
  personInChargeId: string | null;
  personInChargeEn: string | null;
}

export interface SubDimensionRow {
  regionCode: string;
  code: string;
  pillarCode: string;
  position: number;
  nameId: string;
  nameEn: string;
  sourceCode: string | null;
}

export interface InitiativeRow {
  regionCode: string;
  code: string;
  position: number;
  nameId: string;
  nameEn: string;
  kind: string;
  pillarCode: string | null;
  subDimensionCode: string | null;
  pillarBasis: string | null;
  pillarReasonId: string | null;
  pillarReasonEn: string | null;
  agencyCode: string | null;
  started: string | null;
  summaryId: string | null;
  summaryEn: string | null;
  state: string;
  sourceCode: string;
  statements: ColumnType<InitiativeStatement[], string, string>;
  /** When it is to be done. */
  endsOn: string | null;
  /** Rupiah. */
  costEstimate: string | null;
  firstMilestoneId: string | null;
  firstMilestoneEn: string | null;
  firstMilestoneOn: string | null;
}

export interface IndicatorLinkRow {
  regionCode: string;
  indicatorCode: string;
  pillarCode: string;
  subDimensionCode: Generated<string>;
  weight: string | null;
  basis: string;
  reasonId: string | null;
  reasonEn: string | null;
  sourceCode: string | null;
}

/** Council, team or forum of the programme. */
export interface BodyRow {
  regionCode: string;
  code: string;
  kind: string;
  nameId: string;
  nameEn: string;
  legalBasis: string | null;
  sourceCode: string | null;
  noteId: string | null;
  noteEn: string | null;
}

export interface MeetingRow {
  regionCode: string;
  bodyCode: string;
  heldOn: string;
  subjectId: string | null;
  subjectEn: string | null;
  sourceCode: string | null;
}

/** The tables of `masterplan`; a store takes a handle typed with these alone. */
export type MasterplanTables = {
  'masterplan.masterplan': MasterplanRow;
  'masterplan.pillar': PillarRow;
  'masterplan.subDimension': SubDimensionRow;
  'masterplan.initiative': InitiativeRow;
  'masterplan.indicatorLink': IndicatorLinkRow;
  'masterplan.body': BodyRow;
  'masterplan.meeting': MeetingRow;
};
