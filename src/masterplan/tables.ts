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
  /** What citizens feel first, within a year. */
  quickWinId: string | null;
  quickWinEn: string | null;
  quickWinOn: string | null;
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

/** A finding on one of the five elements of readiness. */
export interface ReadinessRow {
  regionCode: string;
  code: string;
  element: string;
  partId: string | null;
  partEn: string | null;
  findingId: string;
  findingEn: string;
  state: string;
  sourceCode: string | null;
}

/** A line of the SWOT. */
export interface SwotRow {
  regionCode: string;
  code: string;
  side: string;
  pillarCode: string | null;
  readinessCode: string | null;
  textId: string;
  textEn: string;
  sourceCode: string | null;
}

export interface StrategyRow {
  regionCode: string;
  code: string;
  pillarCode: string;
  subDimensionCode: string | null;
  swotCode: string | null;
  nameId: string;
  nameEn: string;
  sourceCode: string | null;
}

export interface ActionPlanRow {
  regionCode: string;
  code: string;
  actionGroup: string;
  pillarCode: string;
  initiativeCode: string | null;
  strategyCode: string | null;
  nameId: string;
  nameEn: string;
  agencyCode: string | null;
  startsOn: string | null;
  endsOn: string | null;
  sourceCode: string | null;
}

export interface RoadmapRow {
  regionCode: string;
  initiativeCode: string;
  period: string;
  horizon: string;
  stepId: string;
  stepEn: string;
  costEstimate: string | null;
  sourceCode: string | null;
}

/** A seat of a body, by post. */
export interface SeatRow {
  regionCode: string;
  bodyCode: string;
  code: string;
  postId: string;
  postEn: string;
  role: string;
  agencyCode: string | null;
  external: boolean;
  sourceCode: string | null;
}

/** A decree, or minutes. */
export interface PaperRow {
  regionCode: string;
  code: string;
  kind: string;
  number: string | null;
  signedOn: string | null;
  titleId: string;
  titleEn: string;
  bodyCode: string | null;
  heldOn: string | null;
  file: string | null;
  sourceCode: string | null;
}

/** A draft of the masterplan: rows over what is in force. */
export interface DraftRow {
  regionCode: string;
  id: string;
  name: string;
  state: string;
  begunAt: Date;
  begunBy: string | null;
  changedAt: Date;
  proposedAt: Date | null;
  endedAt: Date | null;
  version: number | null;
}

/** `definition` is the row as a pack writes it, null takes it away; `before` is what was in force when it was first changed. */
export interface DraftRowRow {
  regionCode: string;
  draftId: string;
  subject: string;
  key: string;
  definition: ColumnType<Record<string, unknown> | null, string | null, string | null>;
  before: ColumnType<Record<string, unknown> | null, string | null, string | null>;
  changedAt: Date;
  postId: string | null;
}

/** What a leader decided of one thing of a draft; open until it is answered. */
export interface RemarkRow {
  regionCode: string;
  draftId: string;
  id: string;
  subject: string;
  key: string;
  decision: string;
  text: string | null;
  ownerAgency: string | null;
  dueOn: string | null;
  role: string;
  postId: string | null;
  madeAt: Date;
  answer: string | null;
  closedAt: Date | null;
  closedBy: string | null;
  /** When who asked, or the leader, took it back. */
  withdrawnAt: Date | null;
}

/** What was adopted, whole; never changed. */
export interface VersionRow {
  regionCode: string;
  version: number;
  name: string;
  legalNumber: string | null;
  legalDay: string | null;
  file: string | null;
  adoptedAt: Date | null;
  postId: string | null;
  draftId: string | null;
  content: string;
  digest: string;
}

/** The signed sheet of an agency, as a kept file. */
export interface CommitmentRow {
  regionCode: string;
  draftId: string;
  agencyCode: string;
  file: string;
  keptAt: Date;
  postId: string | null;
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
  'masterplan.readiness': ReadinessRow;
  'masterplan.swot': SwotRow;
  'masterplan.strategy': StrategyRow;
  'masterplan.actionPlan': ActionPlanRow;
  'masterplan.roadmap': RoadmapRow;
  'masterplan.seat': SeatRow;
  'masterplan.paper': PaperRow;
  'masterplan.draft': DraftRow;
  'masterplan.draftRow': DraftRowRow;
  'masterplan.remark': RemarkRow;
  'masterplan.version': VersionRow;
  'masterplan.commitment': CommitmentRow;
};
