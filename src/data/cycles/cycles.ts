import { earlierValues, findCycle, handsOf, itemsAt, listCycles, listHolidays, listItems, sentBackOf, stepsOf } from './cycles.store.ts';
import { dayNames, daysOutOfOrder, doubtedDays } from './plan-deadlines.ts';
import { removeHoliday, setHoliday } from './correct-calendar.ts';
import { changeDays, controlPublication, openCycle, setState } from './manage-cycles.ts';
import { reportsOf } from './reports.store.ts';
import { enterValues, takeSteps } from './take-steps.ts';

/** Collection cycles: what is due, what has become of it, and the steps of a value from entry to publication. */
export const cycles = {
  list: listCycles, find: findCycle, items: listItems, itemsAt, earlier: earlierValues, steps: stepsOf, hands: handsOf, sentBack: sentBackOf, reports: reportsOf, holidays: listHolidays,
  enter: enterValues, take: takeSteps, open: openCycle, setState, changeDays, outOfOrder: daysOutOfOrder, doubted: doubtedDays, dayNames, controlPublication, setHoliday, removeHoliday,
};
