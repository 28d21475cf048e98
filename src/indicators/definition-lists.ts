import { listTargetChanges, listUnitChanges, listValidationRules } from './indicators.store.ts';

/** What stands beside indicators and targets: what they were before they were changed, and the rules between values. */
export const definitionLists = { targetChanges: listTargetChanges, unitChanges: listUnitChanges, validationRules: listValidationRules };
