import { areaQuery } from './area/area-query.ts';
import { indicatorQuery } from './indicator/list-query.ts';
import { initiativeQuery } from './initiative/initiative-list.ts';
import { readSearchQuery } from './search/search-query.ts';

/** What the query of an address may say, by page; `readQuery` refuses the rest with what was expected. */
export const queries = { areas: areaQuery, indicators: indicatorQuery, initiatives: initiativeQuery, search: readSearchQuery };
