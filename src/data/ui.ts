export { type Cycle, type CycleItem, deadlineOf, type Holiday, type ItemKey, itemKey, lockOf, readItemKey } from './cycles/cycle.ts';
export { type CycleStep, cycleSteps, planDeadlines } from './cycles/plan-deadlines.ts';
export { isHuge, isLikeOthers, isPlausible, isPossible, type PlausibleRange, plausibleRange } from './cycles/plausible-range.ts';
export { fieldValue, type ReadNumber, readNumber } from './cycles/read-number.ts';
export { isDue, statesBefore, type ValueAction, type ValueState, valueStates, waitsFor } from './cycles/value-states.ts';
export { calendarOf, daysUntil, workingDaysAfter } from './cycles/working-days.ts';
