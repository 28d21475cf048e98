import { areaQuery } from './area/area-query.ts';
import { indicatorQuery } from './indicator/list-query.ts';
import { initiativeQuery } from './initiative/initiative-list.ts';
import { readSearchQuery } from './search/search-query.ts';

/** The parameters by which some page chooses what stands in its list. */
const filters = ['q', 'pilar', 'keadaan', 'perangkat', 'target', 'jenis', 'indikator', 'wilayah', 'rencana', 'dari', 'sampai', 'isi', 'baris', 'kolom', 'bentuk'];

/** Whether a list is narrowed: its page numbers are then none of the whole list's. */
const narrowed = (params: URLSearchParams): boolean => filters.some((name) => (params.get(name) ?? '') !== '');

/** What the query of an address may say, by page; `readQuery` refuses the rest with what was expected. */
export const queries = { areas: areaQuery, indicators: indicatorQuery, initiatives: initiativeQuery, search: readSearchQuery, narrowed };
