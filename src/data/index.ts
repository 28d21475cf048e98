export { type DataValue, type Element, type Series, type Unit, valueKey, type View, views } from './data.ts';
export { openEntries } from './open-entries.ts';
export { packParts, valueTable } from './pack.ts';
export { recordValues } from './record-values.ts';
export {
  addValues, listElements, listSeries, listUnits, makeEffective, newestRevision, type NewValue, valueHistory, valuesInView,
} from './values.store.ts';
