import { listConstants, listElements, listSeries, listUnits } from './values.store.ts';

/** What values are counted in, what is counted, how, and the numbers that formulas name. */
export const definitions = { units: listUnits, elements: listElements, series: listSeries, constants: listConstants };
