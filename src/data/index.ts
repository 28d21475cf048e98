export { type DataValue, type Element, type Series, type Unit, type View, valueKey, views } from './data.ts';
export { packParts } from './pack.ts';
export { recordValues } from './record-values.ts';
export { showValues, stageValues } from './stage-values.ts';
export { listElements, listSeries, listUnits, newestEntry, type NewValue, sweepAbandoned, valueHistory, valuesInView, valuesInViews } from './values.store.ts';
