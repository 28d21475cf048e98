import { readArea, readPeople } from './area/read-area.ts';
import { getFrozen, lastTwoFrozen } from './frozen/get-frozen.ts';
import { readAreaCells } from './indicator/indicator-page.ts';
import { readRules } from './indicator/indicator-rules.ts';
import { readInSync } from './selaras/read-in-sync.ts';
import { readPromised } from './selaras/read-promised.ts';

/** What a page needs beyond the region's model, read when it is asked for: areas below the region, frozen days. */
export const reads = { area: readArea, areaCells: readAreaCells, frozen: getFrozen, lastTwoFrozen, people: readPeople, rules: readRules, inSync: readInSync, promised: readPromised };
