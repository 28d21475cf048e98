export { findMasterplan, type IndicatorLink, type Initiative, listIndicatorLinks, listInitiatives, type Masterplan, meetingsOf, type Pillar, readBooks, type SubDimension } from './masterplan.store.ts';
export { splitLegalBasis } from './legal-basis.ts';
export { type Draft, drafts } from './drafts/drafts.ts';
export type { Changed, Data, Outdated } from './drafts/draft-content.ts';
export type { Remark } from './drafts/drafts.store.ts';
export type { Decision } from './drafts/draft-states.ts';
export { packParts } from './pack.ts';
export type { InitiativeStatement } from './tables.ts';
