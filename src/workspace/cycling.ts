import { calendarPage, cyclePage, cyclesPage, holidayKinds, mayWith, walkCycle } from './cycle-page.ts';
import { cycleWords } from './cycle-words.ts';

/** Cycles and the calendar of work, as pages. */
export const cycling = { list: cyclesPage, page: cyclePage, calendar: calendarPage, walk: walkCycle, may: mayWith, words: cycleWords, kinds: holidayKinds };
