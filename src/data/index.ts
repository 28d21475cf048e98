export { type Constant, type CountedValue, type DataValue, type Element, type Series, type Unit, type View, valueKey, views } from './data.ts';
export { packParts } from './pack.ts';
export { recordValues } from './record-values.ts';
export { showValues, stageValues } from './stage-values.ts';
export { countedValues, listConstants, listElements, listSeries, listUnits, newestEntry, sweepAbandoned, valueHistory, valuesInView } from './values.store.ts';
