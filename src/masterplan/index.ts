export { findMasterplan, type IndicatorLink, type Initiative, listIndicatorLinks, listInitiatives, type Masterplan, meetingsOf, type Pillar, type SubDimension } from './masterplan.store.ts';
export { packParts } from './pack.ts';
export type { InitiativeStatement } from './tables.ts';
