import { listTargetChanges, listUnitChanges } from './indicators.store.ts';

/** What targets and units were before they were changed. */
export const definitionChanges = { targets: listTargetChanges, units: listUnitChanges };
