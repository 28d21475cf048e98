export { type DrawnPage, drawnPage, formFor } from './drawn-page.ts';
export { initiativeQuery } from './initiative/initiative-list.ts';
export { readAreaCells } from './indicator/indicator-page.ts';
export { loadRegionModel } from './load-region-model.ts';
export { makeModelCache, type ModelCache } from './model-cache.ts';
export { makePageCache, type PageCache } from './page-cache.ts';
export { pages } from './pages.ts';
export type { RegionModel } from './region-model.ts';
export { telling } from './telling.ts';
