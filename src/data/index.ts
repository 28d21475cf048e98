export { type DataValue, type Element, type Series, type Unit, valueKey, type View, views } from './data.ts';
export { packParts, statuses, valueTable } from './pack.ts';
export {
  abandonEntry, addValues, dropValues, listElements, listSeries, listStaged, listUnits, makeEffective, newestRevision, type NewValue, stagedKeys, stageEntry, valueHistory, valuesInView,
} from './values.store.ts';
