export { makeApi } from './api/app.ts';
export type { ApiContext } from './api/context.ts';
