export { type DataValue, type Element, type Series, type Unit, type View, valueKey, views } from './data.ts';
export { openEntries } from './open-entries.ts';
export { packParts, valueTable } from './pack.ts';
export { recordValues } from './record-values.ts';
export {
  addValues, listElements, listSeries, listUnits, makeEffective, newestEntry, type NewValue, valueHistory, valuesInView,
} from './values.store.ts';
