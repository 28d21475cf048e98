export { counted } from './counted.ts';
export { type CountedValue, type DataValue, type Element, type Unit, type View, valueKey, views } from './data.ts';
export { definitions, disaggregation } from './definitions.ts';
export { packParts } from './pack.ts';
export { recordValues } from './record-values.ts';
export { showValues, stageValues } from './stage-values.ts';
export { published } from './values-after.ts';
export { newestEntry, placesSince, sweepAbandoned, valueHistory, valuesInView } from './values.store.ts';
