export { makeApi } from './api/app.ts';
export type { ApiContext } from './api/context.ts';
export { tagOf } from './api/reply.ts';
export { dataPage, describeIn } from './downloads/data-page.ts';
export { findDataset, writeDataset } from './downloads/datasets.ts';
export { dataPackage } from './downloads/descriptor.ts';
export { feeds } from './feeds/feeds.ts';
export { embed } from './embed/embed.ts';
