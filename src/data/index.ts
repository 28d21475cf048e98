export { counted } from './counted.ts';
export { cycles } from './cycles/cycles.ts';
export { type CountedValue, type DataValue, type Element, type Unit, type View, valueKey, views } from './data.ts';
export { definitions, disaggregation } from './definitions.ts';
export { packParts } from './pack.ts';
export { recordValues } from './record-values.ts';
export { staging } from './staging.ts';
export { published } from './values-after.ts';
export { newestEntry, placesSince, valueHistory, valuesInView } from './values.store.ts';
