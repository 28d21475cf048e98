export { type Cycle, type CycleItem, deadlineOf, type Holiday, type ItemKey, itemKey, lockOf, readItemKey } from './cycles/cycle.ts';
export { isPlausible, type PlausibleRange, plausibleRange } from './cycles/plausible-range.ts';
export { type ReadNumber, readNumber } from './cycles/read-number.ts';
export { isDue, statesBefore, type ValueAction, type ValueState, waitsFor } from './cycles/value-states.ts';
export { calendarOf, daysUntil, workingDaysAfter } from './cycles/working-days.ts';
