import { listAreaCells, listLatestAreaCells, listMeasuredIn } from './indicators.store.ts';

/** Cells of areas below the region: whole rows, the latest of each area, and which indicators have any. */
export const areaCells = { list: listAreaCells, latest: listLatestAreaCells, measured: listMeasuredIn };
