import { gridPage } from './grid-page.ts';
import { importList, importPage } from './import-page.ts';
import { stepsPage } from './steps-page.ts';
import { workPage } from './work-page.ts';

/** What each page shows, from what was read. */
export const pages = { work: workPage, steps: stepsPage, grid: gridPage, imports: importList, import: importPage };
