import { listAreaCells, listAreaWords, listLatestAreaCells, listMeasuredIn } from './indicators.store.ts';

/** Cells of areas below the region: whole rows, the latest of each area, the words of indicators that give words, and which indicators have any. */
export const areaCells = { list: listAreaCells, latest: listLatestAreaCells, words: listAreaWords, measured: listMeasuredIn };
