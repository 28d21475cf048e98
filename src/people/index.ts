export { type Agency, listAgencies } from './agencies.store.ts';
export { packParts } from './pack.ts';
