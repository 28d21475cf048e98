export { type AlignmentFlow, alignmentFlow, type Thread } from './alignment-flow.ts';
export { type AlignmentInput, type AlignmentMatrix, alignmentMatrix, type Crossing } from './alignment-matrix.ts';
export { type IndexPart, type InSyncIndex, indexParts, inSyncIndex } from './in-sync-index.ts';
export { exceptions } from './except-finding.ts';
export type { About, Finding } from './lint.ts';
export { type InSync, inSyncOf } from './lint-region.ts';
export { type LintRule, lintRules } from './lint-rules.ts';
export { packParts } from './pack.ts';
export { suggestions } from './suggest-for-plan.ts';
