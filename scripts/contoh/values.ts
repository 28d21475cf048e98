import type { Places } from './areas.ts';
import type { Data } from './rows.ts';
import { economyValues } from './values-economy.ts';
import { healthValues } from './values-health.ts';
import { serviceValues } from './values-services.ts';

/** Every data value of the example: the cases are set by hand, the counts around them are drawn. */
export const valuesOf = (seed: number, places: Places): Data[] => [...serviceValues(seed, places), ...healthValues(seed, places), ...economyValues(seed, places)];
