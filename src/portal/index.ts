export { homePage } from './home-page.ts';
export { loadRegionModel } from './load-region-model.ts';
export { makeModelCache, type ModelCache } from './model-cache.ts';
export { type DrawnPage, makePageCache, type PageCache } from './page-cache.ts';
export { planPage } from './plan-page.ts';
export type { RegionModel } from './region-model.ts';
export { selarasPage } from './selaras-page.ts';
export { telling } from './telling.ts';
